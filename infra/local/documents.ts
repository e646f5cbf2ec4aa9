import { createHash, timingSafeEqual } from "node:crypto";
import type { Document, Documents } from "../../functions/adapters/documents.ts";
import type { Files } from "../../functions/adapters/files.ts";
import { once } from "../../functions/adapters/once.ts";
import type { Uploads } from "../../functions/adapters/uploads.ts";
import type { DocumentFile } from "./document-file.ts";

export const documentsBucket = "kelias-documents";
/** Where a browser sends files to on this machine. */
export const uploadsPath = "/uploads";
/** Where it fetches files from that were made on order. */
export const filesPath = "/files";

export interface LocalDocuments extends Documents {
  readonly uploads: Uploads;
  readonly files: Files;
  /** The file that an address of `files.link` leads to; `undefined` for an address that was not given out, or is over. */
  readonly fetch: (address: URL, now: string) => Promise<(Document & { readonly name: string }) | undefined>;
  /** Puts a file into quarantine, unless there is one of that key. */
  readonly receive: (key: string, body: Uint8Array, type: string) => Promise<boolean>;
  /** All that is kept, for whoever erases from it. */
  readonly kept: () => Promise<Pick<DocumentFile, "keys" | "find" | "rewrite" | "remove" | "wipe">>;
  /** Copies the file while it is used. */
  readonly copyTo: (path: string, onCopied: (done: number, total: number) => void) => Promise<void>;
  /** Lets the file go; it is safe without. */
  readonly close: () => Promise<void>;
}

/**
 * Documents kept in a file, through the S3 client of AWS. Client and file are opened at first use, so that a start
 * does not wait for what a call needs once.
 */
export function openDocuments(
  file: string,
  { secret, portalUrl }: { readonly secret: string; readonly portalUrl: string },
): LocalDocuments {
  const open = async () => {
    const [
      { S3Client },
      { s3Documents },
      { s3Uploads },
      { s3Files },
      { localClient },
      { documentsWire },
      { openDocumentFile },
    ] = await Promise.all([
      import("@aws-sdk/client-s3"),
      import("../../functions/adapters/s3-documents.ts"),
      import("../../functions/adapters/s3-uploads.ts"),
      import("../../functions/adapters/s3-files.ts"),
      import("./local-client.ts"),
      import("./documents-wire.ts"),
      import("./document-file.ts"),
    ]);
    const kept = openDocumentFile(file);
    const client = new S3Client({
      ...localClient,
      forcePathStyle: true,
      requestHandler: documentsWire(documentsBucket, kept),
    });
    // Forms for files and their addresses are signed with the installation's own secret: whoever knows the code cannot make one.
    const signer = new S3Client({
      ...localClient,
      credentials: { accessKeyId: "local", secretAccessKey: secret },
      forcePathStyle: true,
      requestHandler: documentsWire(documentsBucket, kept),
    });
    const close = (): void => {
      signer.destroy();
      client.destroy();
      kept.close();
    };
    const uploads = s3Uploads(signer, documentsBucket, `${portalUrl}${uploadsPath}`);
    const files: Files = {
      ...s3Files(signer, documentsBucket, `${portalUrl}${filesPath}`),
      remove: async (key) => kept.remove(key),
    };
    return { documents: s3Documents(client, documentsBucket), uploads, files, kept, close };
  };
  let used = false;
  const opened = once(async () => {
    used = true;
    return open();
  });
  return {
    keep: async (key, body, type) => (await opened()).documents.keep(key, body, type),
    read: async (key) => (await opened()).documents.read(key),
    remove: async (key) => (await opened()).documents.remove(key),
    uploads: {
      form: async (upload) => (await opened()).uploads.form(upload),
      read: async (key, mostBytes) => (await opened()).uploads.read(key, mostBytes),
    },
    files: {
      begin: async (key, type) => (await opened()).files.begin(key, type),
      add: async (key, making, number, body) => (await opened()).files.add(key, making, number, body),
      finish: async (key, making, parts) => (await opened()).files.finish(key, making, parts),
      link: async (key, handing) => (await opened()).files.link(key, handing),
      remove: async (key) => (await opened()).files.remove(key),
    },
    receive: async (key, body, type) => (await opened()).kept.add(key, { body, type }),
    fetch: async (address, now) => {
      const { files, kept } = await opened();
      const asked = readLink(address);
      if (!asked || now < asked.now || now > asked.until) return undefined;
      // Whoever would change anything of an address would have to sign it anew.
      const signed = new URL(await files.link(asked.key, asked));
      if (!isSame(signed.search, address.search)) return undefined;
      const found = kept.find(asked.key);
      return found && { ...found, name: asked.name };
    },
    kept: async () => (await opened()).kept,
    copyTo: async (path, onCopied) => (await opened()).kept.copyTo(path, onCopied),
    close: async () => {
      if (used) (await opened()).close();
    },
  };
}

/** What an address of a file says, whether or not it is signed. */
function readLink(
  address: URL,
): { readonly key: string; readonly name: string; readonly now: string; readonly until: string } | undefined {
  const key = decodeURIComponent(address.pathname.slice(filesPath.length + 1));
  const said = (name: string): string => address.searchParams.get(name) ?? "";
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(said("X-Amz-Date")) ?? [];
  const [, name] = /^attachment; filename="([^"]*)"$/.exec(said("response-content-disposition")) ?? [];
  const seconds = Number(said("X-Amz-Expires"));
  if (year === undefined || name === undefined || !Number.isInteger(seconds)) return undefined;
  const now = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  if (Number.isNaN(Date.parse(now))) return undefined;
  return { key, name, now, until: new Date(Date.parse(now) + seconds * 1000).toISOString() };
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
