import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDocumentFile } from "../../../infra/local/document-file.ts";
import { type LocalDocuments, openDocuments } from "../../../infra/local/documents.ts";
import { documentsWire } from "../../../infra/local/documents-wire.ts";
import { localClient } from "../../../infra/local/local-client.ts";
import { keepsAndReads, neverWritesOver } from "../../functions/adapters/documents-rules.ts";

let folder: string;
let opened: LocalDocuments[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-documents-"));
});
afterEach(async () => {
  for (const documents of opened) await documents.close();
  opened = [];
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, "documents.sqlite");
const open = async () => {
  const documents = openDocuments(path(), { secret: "secret", portalUrl: "http://localhost" });
  opened.push(documents);
  return documents;
};

describe("documents in a file, through the client of S3", () => {
  keepsAndReads(open);
  neverWritesOver(open);

  it("are there after a restart, and still not written over", async () => {
    const before = openDocuments(path(), { secret: "secret", portalUrl: "http://localhost" });
    await before.keep("calls/demo/ranking-1.json", '{"entries":[]}', "application/json");
    await before.close();
    const after = await open();
    expect(await after.keep("calls/demo/ranking-1.json", "other", "text/plain")).toBe("exists");
    const read = await after.read("calls/demo/ranking-1.json");
    expect([read?.type, Buffer.from(read?.body ?? []).toString()]).toEqual([
      "application/json",
      '{"entries":[]}',
    ]);
  });

  it("are there after the process ended without closing them", async () => {
    await (await open()).keep("calls/demo/ranking-1.json", "{}", "application/json");
    const another = await open();
    expect(await another.read("calls/demo/ranking-1.json")).toBeDefined();
  });

  it("open nothing until somebody keeps or reads one", async () => {
    const documents = openDocuments(path(), { secret: "secret", portalUrl: "http://localhost" });
    await documents.close();
    expect(existsSync(path())).toBe(false);
  });

  it("refuse what the bucket's policy refuses: to write without asking whether something is there", async () => {
    const file = openDocumentFile(path());
    const client = new S3Client({
      ...localClient,
      forcePathStyle: true,
      requestHandler: documentsWire("kelias", file),
    });
    const put = (Bucket: string, IfNoneMatch?: string) =>
      client.send(
        new PutObjectCommand({ Bucket, Key: "a", Body: "x", ...(IfNoneMatch ? { IfNoneMatch } : {}) }),
      );
    await expect(put("kelias")).rejects.toMatchObject({ name: "AccessDenied" });
    await expect(put("another", "*")).rejects.toMatchObject({ name: "NoSuchBucket" });
    expect(file.find("a")).toBeUndefined();
    file.close();
  });
});
