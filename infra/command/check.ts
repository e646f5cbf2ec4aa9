import { openDatabase } from "../local/data-folder.ts";
import { readSettings } from "../local/settings.ts";
import { openTable } from "../local/table/table.ts";
import { machineNameOf } from "../stacks/names.ts";
import { type Stranded, sentenceOn } from "../versions/compare.ts";
import { type Account, accountOptions, readAccount } from "./account.ts";
import type { Command } from "./command.ts";

/** Before a release: what runs, compared with the processes of this checkout. */
export const check: Command = {
  name: "check",
  summary: "compares the cases that run with the processes of this release",
  options: accountOptions,
  more: [
    "Run it from the checkout that is to be deployed. Each line names a state that is no state any more, how many cases stand there or can still come there, and the line to write into its process; exit code 1.",
    "A data folder is looked at while nothing runs on it; npm start looks by itself. On AWS the figures of each call say where its cases stand, as they were a minute ago.",
  ],
  on: "machine",
  async run(typed, { say, tell }) {
    const account = readAccount(typed);
    const stranded = await (account
      ? strandedOn(account)
      : strandedInFolder(readSettings(typed.environment).dataFolder));
    for (const one of stranded) tell(sentenceOn(one));
    if (stranded.length === 0) say("every case that runs can go on by the processes of this release");
    return stranded.length === 0 ? 0 : 1;
  },
};

async function strandedInFolder(folder: string): Promise<readonly Stranded[]> {
  const { strandedIn } = await import("../versions/journal.ts");
  const database = openDatabase(folder, { survives: "powerCut" });
  try {
    return await strandedIn(database, openTable(database));
  } finally {
    database.close();
  }
}

async function strandedOn(account: Account): Promise<readonly Stranded[]> {
  const { env, region } = account;
  const [{ SFNClient }, { openAccount }, { accountOf, definitionsOn }, { strandedInTable }] =
    await Promise.all([
      import("@aws-sdk/client-sfn"),
      import("./aws.ts"),
      import("./aws-definitions.ts"),
      import("../versions/account.ts"),
    ]);
  const installation = await openAccount(account);
  const prefix = await accountOf(region);
  const client = new SFNClient({ region });
  return strandedInTable(
    installation,
    definitionsOn(client, (process) => `${prefix}${machineNameOf({ name: env }, process)}`),
  );
}
