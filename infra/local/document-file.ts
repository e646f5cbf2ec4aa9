import { createHash, randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { Document } from "../../functions/adapters/documents.ts";
import { copyDatabase } from "./database/copy.ts";

export interface DocumentFile {
  /** Whether the document was added; one that is there already stays as it is. */
  readonly add: (key: string, document: Document) => boolean;
  readonly find: (key: string) => Document | undefined;
  /** Begins a document that is made in parts; what its parts are added under. */
  readonly begin: (key: string, type: string) => string;
  /** Adds a part or puts it in another's place; what the part is told by, or `undefined` for what was not begun. */
  readonly addPart: (making: string, number: number, body: Uint8Array) => string | undefined;
  /** Puts the parts together; `gone` for what was not begun, or was finished. */
  readonly finish: (making: string) => "added" | "exists" | "gone";
  /** Takes a document away, and parts of it that were never put together. */
  readonly remove: (key: string) => void;
  /** Copies all of it to a new file while it is used. */
  readonly copyTo: (path: string, onCopied: (done: number, total: number) => void) => Promise<void>;
  readonly keys: () => readonly string[];
  /** Puts another body in the place of a document's. */
  readonly rewrite: (key: string, body: Uint8Array) => void;
  /** Leaves nothing of what was taken away in the file. */
  readonly wipe: () => void;
  readonly close: () => void;
}

const row = z.object({ type: z.string(), body: z.instanceof(Uint8Array) });
const begun = z.object({ key: z.string(), type: z.string() });
const part = z.object({ body: z.instanceof(Uint8Array) });

/**
 * Opens a file of documents, or begins one. A document is there whole or not at all, and on the disk before `add`
 * answers: SQLite's own default, which costs nothing where a call keeps one document.
 */
export function openDocumentFile(path: string): DocumentFile {
  const file = new DatabaseSync(path);
  file.exec(
    `CREATE TABLE IF NOT EXISTS document (key TEXT PRIMARY KEY, type TEXT NOT NULL, body BLOB NOT NULL) STRICT;
     CREATE TABLE IF NOT EXISTS making (id TEXT PRIMARY KEY, key TEXT NOT NULL, type TEXT NOT NULL) STRICT;
     CREATE TABLE IF NOT EXISTS part (
       making TEXT NOT NULL, number INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (making, number)
     ) STRICT`,
  );
  const insert = file.prepare(
    "INSERT INTO document (key, type, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING",
  );
  const select = file.prepare("SELECT type, body FROM document WHERE key = ?");
  const begin = file.prepare("INSERT INTO making (id, key, type) VALUES (?, ?, ?)");
  const making = file.prepare("SELECT key, type FROM making WHERE id = ?");
  const putPart = file.prepare(
    "INSERT INTO part (making, number, body) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body",
  );
  const parts = file.prepare("SELECT body FROM part WHERE making = ? ORDER BY number");
  const dropParts = file.prepare("DELETE FROM part WHERE making IN (SELECT id FROM making WHERE key = ?)");
  const dropMaking = file.prepare("DELETE FROM making WHERE key = ?");
  const drop = file.prepare("DELETE FROM document WHERE key = ?");
  const change = file.prepare("UPDATE document SET body = ? WHERE key = ?");
  const together = <T>(work: () => T): T => {
    file.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      file.exec("COMMIT");
      return result;
    } catch (error) {
      file.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    begin: (key, type) => {
      const id = randomUUID();
      begin.run(id, key, type);
      return id;
    },
    addPart: (id, number, body) => {
      if (!making.get(id)) return undefined;
      putPart.run(id, number, body);
      return createHash("md5").update(body).digest("hex");
    },
    finish: (id) => {
      const found = making.get(id);
      if (!found) return "gone";
      const { key, type } = begun.parse(found);
      const body = Buffer.concat(parts.all(id).map((one) => part.parse(one).body));
      return together(() => {
        const added = insert.run(key, type, body).changes === 1;
        dropParts.run(key);
        dropMaking.run(key);
        return added ? "added" : "exists";
      });
    },
    remove: (key) =>
      together(() => {
        drop.run(key);
        dropParts.run(key);
        dropMaking.run(key);
      }),
    add: (key, { type, body }) => insert.run(key, type, body).changes === 1,
    find: (key) => {
      const found = select.get(key);
      return found === undefined ? undefined : row.parse(found);
    },
    copyTo: (path, onCopied) => copyDatabase(file, path, onCopied),
    keys: () =>
      file
        .prepare("SELECT key FROM document ORDER BY key")
        .all()
        .map(({ key }) => String(key)),
    rewrite: (key, body) => void change.run(body, key),
    wipe: () => file.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"),
    close: () => file.close(),
  };
}
