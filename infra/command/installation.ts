import type { Clock } from "../../functions/adapters/clock.ts";
import type { Table } from "../../functions/adapters/table.ts";
import type { Config } from "../../functions/config.ts";

/** What commands may touch of an installation. */
export interface Installation {
  readonly table: Table;
  readonly clock: Clock;
  readonly config: Pick<Config, "linkSecret">;
}
