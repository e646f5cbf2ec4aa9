import type { StatementSync } from "node:sqlite";
import type { Key } from "../../../functions/adapters/table.ts";
import type { Database } from "../database/database.ts";

/** A case or a call that was written to, and the number of its latest write. */
export interface ChangedRef {
  readonly ref: string;
  readonly seq: number;
}

/**
 * Which cases and calls were written to, for whoever keeps a read model of them: what DynamoDB Streams are on AWS. It
 * is written in the transaction of the write itself, so that none is missed whenever the process ends. A ref stands
 * there once, however often it was written to.
 */
export class ChangeLog {
  readonly #database: Database;
  readonly #note: StatementSync;
  readonly #list: StatementSync;
  readonly #forget: StatementSync;
  #seq: number;

  constructor(database: Database) {
    this.#database = database;
    this.#note = database.prepare(
      "INSERT INTO changed (ref, seq) VALUES (?, ?) ON CONFLICT (ref) DO UPDATE SET seq = excluded.seq",
    );
    this.#list = database.prepare("SELECT ref, seq FROM changed ORDER BY seq LIMIT ?");
    this.#forget = database.prepare("DELETE FROM changed WHERE ref = ? AND seq = ?");
    this.#seq = Number(database.rows("SELECT max(seq) AS seq FROM changed")[0]?.seq ?? 0);
  }

  /** To be called with every write, within its transaction. */
  note(key: Key): void {
    const ref = changedBy(key);
    if (ref === undefined) return;
    this.#seq += 1;
    this.#note.run(ref, this.#seq);
  }

  /** The longest unchanged first. */
  list(limit: number): ChangedRef[] {
    return this.#list.all(limit).map(({ ref, seq }) => ({ ref: String(ref), seq: Number(seq) }));
  }

  forget({ ref, seq }: ChangedRef): void {
    this.#database.change(() => this.#forget.run(ref, seq));
  }
}

const entryPrefix = "entry#";

/** The case or call that a write belongs to: a case's place in its call belongs to the case. */
function changedBy({ pk, sk }: Key): string | undefined {
  if (pk.startsWith("case#")) return pk;
  if (!pk.startsWith("call#")) return undefined;
  if (sk.startsWith(entryPrefix)) return `case#${sk.slice(entryPrefix.length)}`;
  return sk === "head" ? pk : undefined;
}
