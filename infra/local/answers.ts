import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Answers } from "../../functions/adapters/answers.ts";
import { lateAnswers } from "../../functions/adapters/late-answers.ts";
import { Database, type DatabaseOptions } from "./database/database.ts";
import { type LocalTable, openTable } from "./table/table.ts";

/** In a data folder; it is there once somebody was asked anonymously. */
export const answersFile = "answers.sqlite";

/** The table of anonymous answers, in a file of its own, so that what is deleted can be wiped without holding all the rest up. */
export interface LocalAnswers {
  readonly answers: Answers;
  /** Every item; for whoever looks what is left. */
  readonly all: LocalTable["all"];
  /** Copies what is there, without the keys: by a copy no code can be found. Nothing where there is nothing. */
  readonly copyTo: (path: string, onCopied: (done: number, total: number) => void) => Promise<void>;
  readonly close: () => void;
}

export function openAnswers(folder: string, options: DatabaseOptions): LocalAnswers {
  const path = join(folder, answersFile);
  let database: Database | undefined;
  let table: LocalTable | undefined;
  const opened = (): { readonly database: Database; readonly table: LocalTable } => {
    database ??= new Database(path, { ...options, forgets: true });
    table ??= openTable(database);
    return { database, table };
  };
  return {
    answers: lateAnswers(
      async () => opened().table,
      async () => opened().database.wipe(),
    ),
    all: () => (existsSync(path) ? opened().table.all() : []),
    copyTo: async (to, onCopied) => {
      if (!existsSync(path)) return;
      await opened().database.copyTo(to, onCopied);
      forgetKeys(to);
    },
    close: () => database?.close(),
  };
}

function forgetKeys(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("PRAGMA secure_delete = ON; PRAGMA journal_mode = DELETE");
    copy.exec("DELETE FROM item WHERE pk GLOB 'campaign#*' AND sk = 'key'; VACUUM");
  } finally {
    copy.close();
  }
}
