import { join } from "node:path";
import { clearPieces, inPieces } from "../../functions/adapters/in-pieces.ts";
import type { Kept } from "../../functions/erasure/kept.ts";
import type { Database } from "./database/database.ts";
import type { LocalDocuments } from "./documents.ts";
import { blankMails } from "./mail-file.ts";
import { openTable } from "./table/table.ts";

interface Parts {
  readonly database: Database;
  readonly documents: Pick<LocalDocuments, "kept">;
}

/** Everything that a data folder keeps; of the mailbox only while nobody has it open. */
export function keptInFolder({ database, documents }: Parts, folder: string): Kept {
  const raw = openTable(database);
  const table = inPieces(raw);
  return {
    items: async function* () {
      const keys = raw.all().map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      for (const key of keys) {
        const item = await table.get(key);
        if (item) yield item;
      }
    },
    documents: {
      keys: async () => (await documents.kept()).keys(),
      read: async (key) => (await documents.kept()).find(key)?.body,
      rewrite: async (key, body) => (await documents.kept()).rewrite(key, body),
      remove: async (key) => (await documents.kept()).remove(key),
    },
    blankMails: (isTheirs) => blankMails(join(folder, "mail.jsonl"), isTheirs),
    clearPieces: (pk) => clearPieces(raw, pk),
    wipe: async () => {
      (await documents.kept()).wipe();
      database.wipe();
    },
  };
}
