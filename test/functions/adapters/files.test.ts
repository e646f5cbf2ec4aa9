import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { buildApp } from "fauxqs";
import { afterEach, describe, expect, it } from "vitest";
import { FileGone, type Files } from "../../../functions/adapters/files.ts";
import { s3Files } from "../../../functions/adapters/s3-files.ts";
import { openDocuments } from "../../../infra/local/documents.ts";
import { downloadDoor } from "../../../infra/local/download-door.ts";
import { memoryFiles } from "../memory-files.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const key = "exports/demo/abc-1.csv";
const now = "2027-01-10T08:00:00.000Z";
const handing = { name: "cases-demo.csv", now, until: "2027-01-10T08:05:00.000Z" };
const first = new Uint8Array(5 * 1024 * 1024).fill(65);
const last = new TextEncoder().encode("Žydrė");

interface Opened {
  readonly files: Files;
  readonly read: (address: string) => Promise<string>;
}

function keepsItsRules(open: () => Promise<Opened>) {
  it("is put together from its parts in their order, one that came twice as it came last", async () => {
    const { files, read } = await open();
    const making = await files.begin(key, "text/csv; charset=utf-8");
    const two = await files.add(key, making, 2, last);
    await files.add(key, making, 1, new Uint8Array(5 * 1024 * 1024));
    const one = await files.add(key, making, 1, first);
    await files.finish(key, making, [one, two]);
    const text = await read(await files.link(key, handing));
    expect(text.length).toBe(first.length + 5);
    expect(text.slice(-7)).toBe("AAŽydrė");
  });

  it("is finished once, and then takes nothing more", async () => {
    const { files } = await open();
    const making = await files.begin(key, "text/csv");
    const parts = [await files.add(key, making, 1, last)];
    await files.finish(key, making, parts);
    await expect(files.finish(key, making, parts)).rejects.toBeInstanceOf(FileGone);
    await expect(files.add(key, making, 2, last)).rejects.toBeInstanceOf(FileGone);
  });
}

const nobody = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };

describe("a file in memory, as tests have them", () => {
  keepsItsRules(async () => {
    const files = memoryFiles();
    return { files, read: async () => Buffer.from(files.finished.get(key)?.body ?? []).toString() };
  });
});

describe("a file on S3, as somebody else imitates it", () => {
  keepsItsRules(async () => {
    const app = buildApp({ logger: false });
    closing.push(() => app.close());
    const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
    await fetch(`${endpoint}/kelias`, { method: "PUT" });
    const client = new S3Client({ ...nobody, endpoint, forcePathStyle: true });
    const files = s3Files(client, "kelias", `${endpoint}/kelias`);
    return { files, read: async (address) => (await fetch(address)).text() };
  });
});

describe("a file on one machine", () => {
  const open = async () => {
    const folder = mkdtempSync(join(tmpdir(), "kelias-files-"));
    const documents = openDocuments(join(folder, "documents.sqlite"), {
      secret: "a secret that nobody knows, of this length",
      portalUrl: "http://localhost:4000",
    });
    closing.push(async () => {
      await documents.close();
      rmSync(folder, { recursive: true });
    });
    const fetched = (address: string, at = now) => documents.fetch(new URL(address), at);
    return {
      files: documents.files,
      fetched,
      read: async (address: string) => Buffer.from((await fetched(address))?.body ?? []).toString(),
    };
  };
  keepsItsRules(open);

  it("is handed out at the address that was given out for it, unchanged, until its time is up", async () => {
    const { files, fetched } = await open();
    const making = await files.begin(key, "text/csv");
    await files.finish(key, making, [await files.add(key, making, 1, last)]);
    const address = await files.link(key, handing);
    expect(address).toMatch(
      /^http:\/\/localhost:4000\/files\/exports\/demo\/abc-1\.csv\?response-content-disposition=/,
    );
    expect(await fetched(address, handing.until)).toMatchObject({ name: "cases-demo.csv", type: "text/csv" });
    expect(await fetched(address, "2027-01-10T08:05:01.000Z")).toBeUndefined();
    for (const changed of [
      address.replace("abc-1", "abd-1"),
      address.replace("Expires=300", "Expires=3000"),
      address.replace("cases-demo", "other"),
      address.replace(/Signature=../, "Signature=00"),
      address.replace(/X-Amz-Date=[^&]*/, "X-Amz-Date=never"),
      "http://localhost:4000/files/exports/demo/abc-1.csv",
    ])
      expect(await fetched(changed)).toBeUndefined();
    const asked = { method: "GET", headers: {}, body: new Uint8Array(), sourceIp: "", at: Date.parse(now) };
    const { pathname, search } = new URL(address);
    const door = downloadDoor({ fetch: (link, at) => fetched(link.href, at) });
    const ask = (target: string) => door({ ...asked, target }, pathname);
    expect(await ask(`${pathname}${search}`)).toMatchObject({ status: 200, body: new Uint8Array(last) });
    expect(await ask(pathname)).toMatchObject({ status: 403 });
    expect(await door({ ...asked, target: "/" }, "/")).toBeUndefined();
    await files.remove(key);
    expect(await fetched(address)).toBeUndefined();
  });
});

describe("the address of a file on AWS", () => {
  it("is the bucket's, signed for a file and a time, with the name under which it is saved", async () => {
    const files = s3Files(new S3Client({ ...nobody, region: "eu-north-1" }), "kelias-dev-documents-1");
    const address = new URL(await files.link(key, handing));
    expect(address.origin + address.pathname).toBe(
      "https://kelias-dev-documents-1.s3.eu-north-1.amazonaws.com/exports/demo/abc-1.csv",
    );
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      "X-Amz-Date": "20270110T080000Z",
      "X-Amz-Expires": "300",
      "X-Amz-SignedHeaders": "host",
      "response-content-disposition": 'attachment; filename="cases-demo.csv"',
    });
  });
});
