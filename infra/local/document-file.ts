import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { Document } from "../../functions/adapters/documents.ts";

export interface DocumentFile {
  /** Whether the document was added; one that is there already stays as it is. */
  readonly add: (key: string, document: Document) => boolean;
  readonly find: (key: string) => Document | undefined;
  readonly close: () => void;
}

const row = z.object({ type: z.string(), body: z.instanceof(Uint8Array) });

/**
 * Opens a file of documents, or begins one. A document is there whole or not at all, and on the disk before `add`
 * answers: SQLite's own default, which costs nothing where a call keeps one document.
 */
export function openDocumentFile(path: string): DocumentFile {
  const file = new DatabaseSync(path);
  file.exec(
    "CREATE TABLE IF NOT EXISTS document (key TEXT PRIMARY KEY, type TEXT NOT NULL, body BLOB NOT NULL) STRICT",
  );
  const insert = file.prepare(
    "INSERT INTO document (key, type, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
  );
  const select = file.prepare("SELECT type, body FROM document WHERE key = ?");
  return {
    add: (key, { type, body }) => insert.run(key, type, body).changes === 1,
    find: (key) => {
      const found = select.get(key);
      return found === undefined ? undefined : row.parse(found);
    },
    close: () => file.close(),
  };
}
