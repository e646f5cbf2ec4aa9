import type { Documents } from "../../functions/adapters/documents.ts";
import { once } from "../../functions/adapters/once.ts";

export const documentsBucket = "kelias-documents";

export interface LocalDocuments extends Documents {
  /** Lets the file go; it is safe without. */
  readonly close: () => Promise<void>;
}

/**
 * Documents kept in a file, through the S3 client of AWS. Client and file are opened at first use, so that a start
 * does not wait for what a call needs once.
 */
export function openDocuments(file: string): LocalDocuments {
  const open = async () => {
    const [{ S3Client }, { s3Documents }, { localClient }, { documentsWire }, { openDocumentFile }] =
      await Promise.all([
        import("@aws-sdk/client-s3"),
        import("../../functions/adapters/s3-documents.ts"),
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
    const close = (): void => {
      client.destroy();
      kept.close();
    };
    return { documents: s3Documents(client, documentsBucket), close };
  };
  let used = false;
  const opened = once(async () => {
    used = true;
    return open();
  });
  return {
    keep: async (key, body, type) => (await opened()).documents.keep(key, body, type),
    read: async (key) => (await opened()).documents.read(key),
    close: async () => {
      if (used) (await opened()).close();
    },
  };
}
