import { join } from "node:path";
import { inPieces } from "../../functions/adapters/in-pieces.ts";
import { openAnswers } from "../local/answers.ts";
import { liveClock } from "../local/clock.ts";
import { hasData, makeFolder, openDatabase } from "../local/data-folder.ts";
import { openDocuments } from "../local/documents.ts";
import { bringErasures, noteErasure } from "../local/erasures-file.ts";
import { keptInFolder } from "../local/kept-in-folder.ts";
import { readSecretFile } from "../local/secret.ts";
import { readSettings } from "../local/settings.ts";
import { openTable } from "../local/table/table.ts";
import { readAccount } from "./account.ts";
import { type Command, type Output, Refusal, type Typed } from "./command.ts";
import { folderOf, type Installation } from "./installation.ts";
import { askRunning } from "./running.ts";
import { stillMachines } from "./still-machines.ts";

type OnInstallation = Extract<Command, { on: "installation" }>;

/** Has a command done where it belongs: in an account of AWS, by the product that runs on the data folder, or in the folder. */
export async function askInstallation(
  command: OnInstallation,
  typed: Typed,
  output: Output,
): Promise<number> {
  const asked = command.read(typed);
  const code = await ask(command, typed, asked, output);
  return code === 0 && command.after ? command.after(asked, output) : code;
}

async function ask(command: OnInstallation, typed: Typed, asked: unknown, output: Output): Promise<number> {
  const account = readAccount(typed);
  if (account) {
    const { openAccount } = await import("./aws.ts");
    return command.ask(await openAccount(account), asked, output);
  }
  const { dataFolder } = readSettings(typed.environment);
  const running = await askRunning(
    join(dataFolder, "control.json"),
    { command: command.name, asked },
    output,
  );
  return running ?? askFolder(command, dataFolder, asked, output);
}

async function askFolder(
  command: OnInstallation,
  dataFolder: string,
  asked: unknown,
  output: Output,
): Promise<number> {
  if (command.begins) makeFolder(dataFolder);
  else if (!hasData(dataFolder))
    throw new Refusal(`${dataFolder}: there are no data (KELIAS_DATA names another folder)`);
  return inFolder(dataFolder, (installation) => command.ask(installation, asked, output));
}

/** The installation of a data folder that nobody has open, for as long as the work takes. */
export async function inFolder<T>(
  dataFolder: string,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const database = openDatabase(dataFolder, { survives: "powerCut" });
  const linkSecret = readSecretFile(join(dataFolder, "secret"));
  const documents = openDocuments(join(dataFolder, "documents.sqlite"), {
    secret: linkSecret,
    portalUrl: "http://localhost",
  });
  const answers = openAnswers(dataFolder, { survives: "powerCut" });
  try {
    const clock = liveClock(join(dataFolder, "clock.json"));
    const installation: Installation = {
      table: inPieces(openTable(database)),
      clock,
      config: { linkSecret },
      kept: async () => keptInFolder({ database, documents }, dataFolder),
      erasures: {
        note: async (one) => noteErasure(dataFolder, one),
        noted: async () => bringErasures(dataFolder),
      },
      folder: folderOf({ database, documents, answers, clock }, dataFolder),
      machines: stillMachines(database, clock),
    };
    return await work(installation);
  } finally {
    await documents.close();
    answers.close();
    database.close();
  }
}
