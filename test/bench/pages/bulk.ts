import type { Database } from "../../../infra/local/database/database.ts";
import type { Store } from "./seed.ts";

/**
 * Stores items as the embedded table does, without asking of each whether the service would take it and without noting
 * that it changed: what is copied was taken once.
 */
export function bulkStore(database: Database): Store {
  const insert = database.prepare(
    "INSERT OR REPLACE INTO item (pk, sk, body, size, pending, pendingAt, inbox, dueAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const column = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return async (items) => {
    database.changeAtOnce(() => {
      for (const item of items) {
        const { pk, sk, pending, pendingAt, inbox, dueAt } = item;
        const body = JSON.stringify(item);
        insert.run(pk, sk, body, body.length, ...[pending, pendingAt, inbox, dueAt].map(column));
      }
    });
  };
}

/** Copies everything of a call that was stored into other calls, in the database itself. */
export function copyCalls(
  database: Database,
  callId: string,
  refs: Iterable<string>,
  names: readonly string[],
): void {
  const run = (sql: string, ...values: readonly string[]) => database.rows(sql, ...values);
  run("CREATE TEMP TABLE copied (pk TEXT PRIMARY KEY)");
  const note = database.prepare("INSERT INTO copied VALUES (?)");
  for (const pk of [`call#${callId}`, ...refs]) note.run(pk);
  for (const name of names) {
    // The identifiers of cases keep their length of hexadecimal digits.
    run(
      `INSERT INTO item (pk, sk, body, size, pending, pendingAt, inbox, dueAt)
       SELECT pk2, sk, replace(replace(body, '"pk":"' || pk || '"', '"pk":"' || pk2 || '"'), ?1, ?2), size,
         pending, pendingAt, inbox, dueAt
       FROM (SELECT item.*, replace(CASE WHEN pk LIKE 'case#%' THEN pk || ?3 ELSE pk END, ?1, ?2) AS pk2
             FROM item WHERE pk IN (SELECT pk FROM copied))`,
      callId,
      name,
      `-${name}`,
    );
  }
  run("DROP TABLE copied");
}
