import { S3Client } from "@aws-sdk/client-s3";
import { buildApp } from "fauxqs";
import { afterEach, describe, expect, it } from "vitest";
import { s3Documents } from "../../../functions/adapters/s3-documents.ts";
import { memoryDocuments } from "../memory-documents.ts";
import { keepsAndReads, neverWritesOver } from "./documents-rules.ts";

const nobody = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

describe("documents in memory, as tests have them", () => {
  keepsAndReads(async () => memoryDocuments());
  neverWritesOver(async () => memoryDocuments());
});

/** fauxqs 2.4.1 does not know conditional writes, so only what is written and read is compared with it. */
describe("documents on S3, as somebody else imitates it", () => {
  const apps: { close: () => PromiseLike<unknown> }[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
  });

  keepsAndReads(async () => {
    const app = buildApp({ logger: false });
    apps.push(app);
    const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
    await fetch(`${endpoint}/kelias`, { method: "PUT" });
    return s3Documents(new S3Client({ ...nobody, endpoint, forcePathStyle: true }), "kelias");
  });
});

describe("documents on S3", () => {
  /** S3 that answers everything with one error. */
  function answering(statusCode: number, code: string) {
    const asked: { method: string; headers: Record<string, string> }[] = [];
    const client = new S3Client({
      ...nobody,
      endpoint: "http://127.0.0.1",
      forcePathStyle: true,
      maxAttempts: 1,
      requestHandler: {
        handle: async (request: (typeof asked)[number]) => {
          asked.push(request);
          const body = Buffer.from(`<Error><Code>${code}</Code></Error>`);
          return { response: { statusCode, headers: { "content-type": "application/xml" }, body } };
        },
      },
    });
    return { documents: s3Documents(client, "kelias"), asked };
  }
  const keep = (of: ReturnType<typeof answering>) => of.documents.keep("calls/a/b.json", "{}", "text/plain");

  it("ask that nothing is written over", async () => {
    const s3 = answering(412, "PreconditionFailed");
    expect(await keep(s3)).toBe("exists");
    expect(s3.asked.map(({ method, headers }) => [method, headers["if-none-match"]])).toEqual([["PUT", "*"]]);
  });

  it("are kept later while somebody else is writing under the same key", async () => {
    await expect(keep(answering(409, "ConditionalRequestConflict"))).rejects.toMatchObject({
      name: "RetryLater",
    });
  });

  it.each([
    [403, "AccessDenied"],
    [503, "SlowDown"],
  ])("say as S3 says it that %i %s", async (status, code) => {
    const s3 = answering(status, code);
    await expect(keep(s3)).rejects.toMatchObject({ name: code });
    await expect(s3.documents.read("calls/a/b.json")).rejects.toMatchObject({ name: code });
  });
});
