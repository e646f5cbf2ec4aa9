import type { LocalHouse } from "../local/house.ts";
import { machinesOf } from "../local/still-machines.ts";
import { folderOf, type Installation } from "./installation.ts";

/** A step of a machine in this process is done in less. */
const settleMillis = 2_000;

/** The installation that this process runs on a data folder. */
export function installationOf(local: LocalHouse, dataFolder: string): Installation {
  const { table, config } = local.house;
  const machines = machinesOf(local.engine);
  return {
    table,
    clock: local.clock,
    config,
    folder: folderOf(local, dataFolder),
    machines: { settleMillis, use: (work) => work(machines) },
  };
}
