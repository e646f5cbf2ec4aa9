import { awsTable } from "../../functions/adapters/aws-table.ts";
import { systemClock } from "../../functions/adapters/clock.ts";
import { once } from "../../functions/adapters/once.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import type { Table } from "../../functions/adapters/table.ts";
import { troubleOf } from "../doctor/wire.ts";
import { madeTableOf } from "../stacks/names.ts";
import type { Account } from "./account.ts";
import { Refusal } from "./command.ts";
import type { Installation, Keeping } from "./installation.ts";

/** How an account is reached; tests pass another. */
export interface Reach {
  readonly table: (name: string, region: string) => Table;
  readonly secret: (name: string, region: string) => Promise<string>;
  readonly machines: (env: Account["env"], region: string) => Keeping;
  readonly keeping: (
    table: string,
    env: Account["env"],
    region: string,
  ) => Pick<Installation, "kept" | "erasures">;
}

const aws: Reach = {
  table: (name, region) => awsTable(name, { region }),
  secret: (name, region) => readSecret(name, { region }),
  machines: (env, region) => ({
    settleMillis,
    use: async (work) => {
      const { openMachines } = await import("./aws-machines.ts");
      return said(async () => work(await openMachines(env, region)));
    },
  }),
  keeping: (table, env, region) => {
    const open = once(async () => {
      const { openKept } = await import("./aws-kept.ts");
      return said(() => openKept(table, env, region));
    });
    return {
      kept: async () => (await open()).kept,
      erasures: {
        note: async (one) => (await open()).erasures.note(one),
        noted: async () => (await open()).erasures.noted(),
      },
    };
  },
};

/** A step may be under way, and its result not written yet. */
const settleMillis = 30_000;

/** The installation of an environment, under the names that the stacks give (infra/stacks/names.ts). Throws a `Refusal` when it cannot be reached. */
export async function openAccount(account: Account, reach: Reach = aws): Promise<Installation> {
  const { env, region } = account;
  const name = account.table ?? madeTableOf({ name: env });
  const table = reach.table(name, region);
  const linkSecret = await said(async () => {
    try {
      const [secret] = await Promise.all([reach.secret(`kelias/${env}/links`, region), table.query("calls")]);
      return secret;
    } catch (error) {
      if (!(error instanceof Error && error.name === "ResourceNotFoundException")) throw error;
      throw new Refusal(
        `there is no table ${name} with the secret kelias/${env}/links in ${region} of this account: expected an environment that was deployed`,
      );
    }
  });
  return {
    table,
    clock: systemClock,
    config: { linkSecret },
    machines: reach.machines(env, region),
    ...reach.keeping(name, env, region),
  };
}

/** What keeps somebody from an account is said in words; what nobody expects is thrown on. */
async function said<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { says, todo } = troubleOf("credentials", error);
    throw new Refusal([says, todo].filter(Boolean).join(": "));
  }
}
