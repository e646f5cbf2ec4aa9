import { expect, it } from "vitest";
import type { Documents } from "../../../functions/adapters/documents.ts";

/** What every place for documents does, however it is made. */
export function keepsAndReads(open: () => Promise<Documents>): void {
  const text = (body: Uint8Array | undefined) => body && Buffer.from(body).toString("utf8");

  it("reads a document back byte for byte, with its type", async () => {
    const documents = await open();
    const bytes = new Uint8Array(100_000).map((_, place) => place % 256);
    expect(await documents.keep("cases/a/picture.bin", bytes, "image/png")).toBe("kept");
    const read = await documents.read("cases/a/picture.bin");
    expect(read?.type).toBe("image/png");
    expect(Buffer.compare(Buffer.from(read?.body ?? []), Buffer.from(bytes))).toBe(0);
  });

  it("takes text as UTF-8, and keys with any sign that is safe in a key", async () => {
    const documents = await open();
    const key = "calls/2027-m._pavasaris!/matching-12.json";
    await documents.keep(key, '{"miestas":"Šiauliai „Ąžuolas“"}', "application/json");
    expect(text((await documents.read(key))?.body)).toBe('{"miestas":"Šiauliai „Ąžuolas“"}');
  });

  it("has nothing where nothing was kept", async () => {
    const documents = await open();
    await documents.keep("calls/demo/ranking-1.json", "{}", "application/json");
    expect(await documents.read("calls/demo/ranking-2.json")).toBeUndefined();
  });
}

/** What makes a document one that an auditor can rely on. */
export function neverWritesOver(open: () => Promise<Documents>): void {
  it("leaves what is kept as it is, and says so", async () => {
    const documents = await open();
    expect(await documents.keep("calls/demo/ranking-1.json", "first", "text/plain")).toBe("kept");
    expect(await documents.keep("calls/demo/ranking-1.json", "second", "text/html")).toBe("exists");
    const read = await documents.read("calls/demo/ranking-1.json");
    expect([read?.type, Buffer.from(read?.body ?? []).toString()]).toEqual(["text/plain", "first"]);
  });

  it("keeps one of those that come at once", async () => {
    const documents = await open();
    const outcomes = await Promise.all(
      ["a", "b", "c", "d"].map((body) => documents.keep("calls/demo/ranking-1.json", body, "text/plain")),
    );
    expect(outcomes.toSorted()).toEqual(["exists", "exists", "exists", "kept"]);
  });
}
