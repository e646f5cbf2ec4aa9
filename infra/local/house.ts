import { join } from "node:path";
import type { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { inPieces } from "../../functions/adapters/in-pieces.ts";
import { sesMailer } from "../../functions/adapters/ses-mailer.ts";
import { sfnEngine } from "../../functions/adapters/sfn-engine.ts";
import type { Table } from "../../functions/adapters/table.ts";
import { readConfig } from "../../functions/config.ts";
import type { House } from "../../functions/house.ts";
import { consoleLog, type Log } from "../../functions/log.ts";
import { knowingOwnWrites } from "../../functions/store/own-writes.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { sentenceOn } from "../versions/compare.ts";
import { strandedIn } from "../versions/journal.ts";
import { type LocalAnswers, openAnswers } from "./answers.ts";
import type { LocalClock } from "./clock.ts";
import { takeUpCutOff } from "./cut-off.ts";
import { makeFolder, openDatabase, startFaultOf } from "./data-folder.ts";
import type { Database, DatabaseOptions } from "./database/database.ts";
import { DatabaseError } from "./database/errors.ts";
import { documentsBucket, type LocalDocuments, openDocuments } from "./documents.ts";
import { sfnRequestHandler } from "./engine/api.ts";
import { type Engine, type FailedExecution, openEngine } from "./engine/engine.ts";
import { type Functions, isFunctionName, openFunctions } from "./functions.ts";
import { localClient, withoutNetwork } from "./local-client.ts";
import { type Machine, machineArnPrefix, machines } from "./machines.ts";
import { followPending, type Pending } from "./pending.ts";
import { withReturnedMail } from "./returned-mail.ts";
import { readSecretFile } from "./secret.ts";
import { adviceOn, StartFault } from "./start-fault.ts";
import { type LocalTable, openTable } from "./table/table.ts";

export interface HouseOptions {
  /** Holds everything that lasts; made when it is not there. */
  readonly dataFolder: string;
  readonly clock: LocalClock;
  /** What it survives that somebody was told; a power cut when nothing is said. */
  readonly survives?: DatabaseOptions["survives"];
  /** The portal's address as people see it, without a slash at the end. */
  readonly portalUrl: string;
  /** Where mail goes: the inbox, or nowhere. */
  readonly mail: SESClient;
  readonly log?: Log;
  /** Where time can be moved, as the console shows it. */
  readonly timeControl?: string;
  /** The OpenID Connect provider of staff, as functions/config.ts reads it. */
  readonly provider?: Readonly<Record<string, string | undefined>>;
  /** Functions that the machines may have in flight at once; with 1 everything happens in the same order each time. */
  readonly concurrency?: number;
  /** Puts somebody beside the table who looks on. */
  readonly watch?: (table: Table) => Table;
  /** Puts somebody between the machines and the functions that they call. */
  readonly between?: (call: Functions["call"]) => Functions["call"];
}

/** The house of the embedded default, with what drives it. */
export interface LocalHouse {
  readonly house: House;
  readonly clock: LocalClock;
  /** What table and journal are kept in. */
  readonly database: Database;
  readonly engine: Engine;
  readonly functions: Functions;
  readonly pending: Pending;
  /** Which cases were written to since their lines were kept. */
  readonly changed: Pick<LocalTable, "changedRefs" | "forget" | "expire">;
  readonly documents: LocalDocuments;
  readonly answers: LocalAnswers;
  /** Commits what is to last and lets the folder go. */
  readonly close: () => Promise<void>;
}

/**
 * Opens everything that functions touch, in one folder and one process: the adapters of AWS, unchanged, on local
 * services. What a process before left in the middle goes on by itself.
 *
 * Throws a `StartFault` when the folder cannot be used.
 */
export async function openHouse(options: HouseOptions): Promise<LocalHouse> {
  const { dataFolder, clock, survives = "powerCut" } = options;
  makeFolder(dataFolder);
  const known = await machines();
  const database = openDatabase(dataFolder, { survives });
  try {
    const table = inPieces(openTable(database));
    const stranded = await strandedIn(database, table);
    if (stranded.length > 0)
      throw new StartFault("casesStranded", { detail: stranded.map(sentenceOn).join("\n") });
    const { promise, resolve } = Promise.withResolvers<House>();
    const functions = openFunctions(promise);
    const engine = startEngine(options, database, functions, known);
    const config = readConfig({
      TABLE_NAME: "kelias",
      DOCUMENTS_BUCKET: documentsBucket,
      PORTAL_URL: options.portalUrl,
      MAIL_FROM: "Kelias <kelias@kelias.example>",
      MACHINE_ARN_PREFIX: machineArnPrefix,
      LINK_SECRET: readSecretFile(join(dataFolder, "secret")),
      TIME_CONTROL: options.timeControl,
      ...options.provider,
    });
    const client = withoutNetwork(
      new SFNClient({ ...localClient, requestHandler: sfnRequestHandler(engine) }),
    );
    const documents = openDocuments(join(dataFolder, "documents.sqlite"), {
      secret: config.linkSecret,
      portalUrl: options.portalUrl,
    });
    const answers = openAnswers(dataFolder, { survives });
    const house: House = {
      answers: answers.answers,
      table: knowingOwnWrites<Table>(options.watch?.(table) ?? table),
      engine: sfnEngine(client, (process) => `${config.machineArnPrefix}${process}`),
      mailer: withReturnedMail(sesMailer(options.mail, { from: config.mailFrom }), functions, clock),
      documents,
      uploads: documents.uploads,
      files: documents.files,
      clock,
      config,
      log: options.log ?? consoleLog,
    };
    const pending = await followPending(house.table, table.onWrite);
    await takeUpCutOff(house);
    resolve(house);
    // A process that was killed may not have come to tell of these.
    for (const failed of engine.listExecutions(undefined, "FAILED")) await tellOfFailure(functions, failed);
    if ((await everyProcess()).some(({ moved }) => moved))
      await (await import("../../functions/lines/old-names.ts")).bringNamesUpToDate(house);
    const close = async (): Promise<void> => {
      try {
        await engine.close();
      } finally {
        client.destroy();
        await documents.close();
        answers.close();
        database.close();
        clock.keep();
      }
    };
    database.onDamage((damage) => console.error(adviceOn(startFaultOf(damage, dataFolder))));
    return { house, clock, database, engine, functions, pending, changed: table, documents, answers, close };
  } catch (error) {
    database.close();
    throw error instanceof DatabaseError ? startFaultOf(error, dataFolder) : error;
  }
}

/** Tells of an execution that has failed as EventBridge does. */
async function tellOfFailure(
  functions: Pick<Functions, "call">,
  { name, input }: Pick<FailedExecution, "name" | "input">,
): Promise<void> {
  await functions.call("BrokenDown", { detail: { status: "FAILED", name, input } });
}

function startEngine(
  { clock, concurrency, between = (call) => call }: HouseOptions,
  journal: Database,
  functions: Functions,
  known: readonly Machine[],
): Engine {
  const call = between(functions.call);
  const engine = openEngine({
    journal,
    clock: { now: clock.millis },
    invoke: async (name, payload) => {
      if (!isFunctionName(name)) throw new Error(`the catalogue has no function ${name}`);
      return call(name, payload);
    },
    onFailure: (failed) => tellOfFailure(functions, failed),
    ...(concurrency === undefined ? {} : { concurrency }),
  });
  engine.knowStateMachines(known);
  return engine;
}
