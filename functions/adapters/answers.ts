import type { Table } from "./table.ts";

/** The table of anonymous answers: nothing remembers what was deleted from it. */
export interface Answers extends Table {
  /** Resolves when what was deleted before is gone from everything that the table is kept in. */
  wipe(): Promise<void>;
}
