import { SFNClient } from "@aws-sdk/client-sfn";
import type { Machines } from "../../functions/adapters/machines.ts";
import { sfnMachines } from "../../functions/adapters/sfn-machines.ts";
import type { LocalClock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import { sfnRequestHandler } from "./engine/api.ts";
import { type Engine, openEngine } from "./engine/engine.ts";
import { localClient, withoutNetwork } from "./local-client.ts";
import { machineArnPrefix } from "./machines.ts";

/** The machines of an engine that is open. */
export const machinesOf = (engine: Engine): Machines =>
  sfnMachines(
    withoutNetwork(new SFNClient({ ...localClient, requestHandler: sfnRequestHandler(engine) })),
    (process) => `${machineArnPrefix}${process}`,
  );

/** The machines of a journal while the product does not run: they stand still, and what they would call is called at its next start. */
export function openStillMachines(
  database: Database,
  clock: LocalClock,
): { readonly machines: Machines; readonly close: () => Promise<void> } {
  const engine = openEngine({
    journal: database,
    clock: { now: clock.millis },
    invoke: () => Promise.reject(new Error("nothing is called while the product does not run")),
    concurrency: 0,
  });
  return { machines: machinesOf(engine), close: () => engine.close() };
}
