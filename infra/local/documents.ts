import type { Documents } from "../../functions/adapters/documents.ts";
import { once } from "../../functions/adapters/once.ts";
import type { Uploads } from "../../functions/adapters/uploads.ts";

export const documentsBucket = "kelias-documents";
/** Where a browser sends files to on this machine. */
export const uploadsPath = "/uploads";

export interface LocalDocuments extends Documents {
  readonly uploads: Uploads;
  /** Puts a file into quarantine, unless there is one of that key. */
  readonly receive: (key: string, body: Uint8Array, type: string) => Promise<boolean>;
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
      { localClient },
      { documentsWire },
      { openDocumentFile },
    ] = await Promise.all([
      import("@aws-sdk/client-s3"),
      import("../../functions/adapters/s3-documents.ts"),
      import("../../functions/adapters/s3-uploads.ts"),
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
    // Forms for files are signed with the installation's own secret: whoever knows the code cannot make one.
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
    return { documents: s3Documents(client, documentsBucket), uploads, add: kept.add, close };
  };
  let used = false;
  const opened = once(async () => {
    used = true;
    return open();
  });
  return {
    keep: async (key, body, type) => (await opened()).documents.keep(key, body, type),
    read: async (key) => (await opened()).documents.read(key),
    uploads: {
      form: async (upload) => (await opened()).uploads.form(upload),
      read: async (key) => (await opened()).uploads.read(key),
    },
    receive: async (key, body, type) => (await opened()).add(key, { body, type }),
    close: async () => {
      if (used) (await opened()).close();
    },
  };
}
