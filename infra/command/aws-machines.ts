import { SFNClient } from "@aws-sdk/client-sfn";
import type { Machines } from "../../functions/adapters/machines.ts";
import { sfnMachines } from "../../functions/adapters/sfn-machines.ts";
import { machineNameOf } from "../stacks/names.ts";
import type { Account } from "./account.ts";
import { accountOf } from "./aws-definitions.ts";

/** Slows down when the service asks for it, and tries again for minutes: tens of thousands of executions may be looked at. */
const patient = { retryMode: "adaptive", maxAttempts: 12 } as const;

/** The machines of an environment, under the names that the stacks give (infra/stacks/names.ts). */
export async function openMachines(env: Account["env"], region: string): Promise<Machines> {
  const machines = await accountOf(region);
  return sfnMachines(
    new SFNClient({ region, ...patient }),
    (process) => `${machines}${machineNameOf({ name: env }, process)}`,
  );
}
