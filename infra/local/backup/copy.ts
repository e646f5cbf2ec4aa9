import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { Clock } from "../../../functions/adapters/clock.ts";
import { answersFile, type LocalAnswers } from "../answers.ts";
import type { Database } from "../database/database.ts";
import type { LocalDocuments } from "../documents.ts";
import { erasuresFile, erasuresName } from "../erasures-file.ts";
import { writeKept } from "../kept-file.ts";

/** Says how far a file has come. */
export type OnCopied = (file: string, done: number, total: number) => void;

/** What belongs to a process and not to the data, and what is copied in another way. */
const left = /^(control\.json|\.writable|.*\.new|.*\.sqlite(-wal|-shm|-journal|-open)?)$/;

interface CopiedParts {
  readonly database: Database;
  readonly documents: Pick<LocalDocuments, "copyTo">;
  readonly answers: Pick<LocalAnswers, "copyTo">;
  readonly clock: Clock;
}

/** How late it was in the installation (UTC), until a copy has its manifest. */
export const momentName = "moment.json";
export const moment = z.object({ at: z.string() });

/**
 * Copies a data folder while it is used (an online backup) into a folder that is not there yet. Table and journal are one database and so
 * of one moment. What refers to another file is copied before it: of documents and mails the copy may have some that came later, and never
 * lacks one that the table names.
 */
export async function copyFolder(
  { database, documents, answers, clock }: CopiedParts,
  folder: string,
  to: string,
  onCopied: OnCopied,
): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  await database.copyTo(join(to, "kelias.sqlite"), (done, total) => onCopied("kelias.sqlite", done, total));
  if (existsSync(join(folder, "documents.sqlite")))
    await documents.copyTo(join(to, "documents.sqlite"), (done, total) =>
      onCopied("documents.sqlite", done, total),
    );
  await answers.copyTo(join(to, answersFile), (done, total) => onCopied(answersFile, done, total));
  if (existsSync(erasuresFile(folder))) copyFileSync(erasuresFile(folder), join(to, erasuresName));
  const rest = readdirSync(folder, { withFileTypes: true });
  for (const { name } of rest.filter((found) => found.isFile() && !left.test(found.name)))
    copyFileSync(join(folder, name), join(to, name));
  writeKept(join(to, momentName), { at: clock.now() });
}
