import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Told, toldByDocument, toldByMail } from "../../functions/reconcile/told.ts";
import { readMailFile } from "./mail-file.ts";

/** What the mailbox and the documents of a data folder tell of cases and calls, whatever its table says. */
export function toldInFolder(folder: string): readonly Told[] {
  const mails = readMailFile(join(folder, "mail.jsonl")).flatMap(({ tag, destination, at, messageId }) =>
    tag === undefined
      ? []
      : toldByMail({
          tag,
          to: destination.to[0] ?? "",
          at: new Date(at * 1000).toISOString(),
          providerId: messageId,
        }),
  );
  return [...mails, ...documentKeys(join(folder, "documents.sqlite")).flatMap(toldByDocument)];
}

function documentKeys(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const sqlite = new DatabaseSync(path, { readOnly: true });
  try {
    return sqlite
      .prepare("SELECT key FROM document ORDER BY key")
      .all()
      .map(({ key }) => String(key));
  } finally {
    sqlite.close();
  }
}
