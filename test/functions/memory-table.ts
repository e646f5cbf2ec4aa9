import { Database } from "../../infra/local/database/database.ts";
import { type LocalTable, openTable } from "../../infra/local/table/table.ts";

/** The embedded default's table, in memory. */
export const memoryTable = (): LocalTable => openTable(new Database(":memory:", { survives: "process" }));
