import type { Delivery, Engine } from "../../functions/adapters/engine.ts";
import { fitting } from "../../functions/adapters/fitting.ts";
import type { Message } from "../../functions/adapters/mailer.ts";
import { keepLines } from "../../functions/events/keep-lines.ts";
import { runJobs } from "../../functions/events/run-jobs.ts";
import type { House } from "../../functions/house.ts";
import { silentLog } from "../../functions/log.ts";
import { lambdaContext } from "./lambda-context.ts";
import { memoryDocuments } from "./memory-documents.ts";
import { memoryFiles } from "./memory-files.ts";
import { memoryTable } from "./memory-table.ts";

export interface DemoHouse extends House {
  readonly table: ReturnType<typeof memoryTable>;
  readonly answers: House["answers"] & ReturnType<typeof memoryTable>;
  readonly documents: ReturnType<typeof memoryDocuments>;
  readonly files: ReturnType<typeof memoryFiles>;
  readonly started: { readonly machine: string; readonly name: string; readonly input: unknown }[];
  readonly delivered: { readonly token: string; readonly output: unknown }[];
  readonly interrupted: { readonly token: string; readonly error: string }[];
  readonly sent: Message[];
  /** Sets the clock, ISO. */
  readonly at: (instant: string) => void;
  /** What the engine answers from now on: an outage throws. */
  readonly engineSays: (what: "delivered" | "stale" | "outage") => void;
  /** Brings lines of cases and figures of calls up to date, as happens by itself after a while. */
  readonly keepLines: () => Promise<void>;
  readonly mailSays: (what: "sent" | "later" | "outage") => void;
}

/** A house on memory whose services a test can put out of order. They take what those of AWS do, and nothing else. */
export function demoHouse(now = "2027-01-10T08:00:00.000Z"): DemoHouse {
  let instant = now;
  let engineState: "delivered" | "stale" | "outage" = "delivered";
  let mailState: "sent" | "later" | "outage" = "sent";
  const started: DemoHouse["started"] = [];
  const delivered: DemoHouse["delivered"] = [];
  const interrupted: DemoHouse["interrupted"] = [];
  const sent: Message[] = [];
  const answer = (note: () => void): Delivery => {
    if (engineState === "outage") throw new Error("the engine is out of order");
    if (engineState === "delivered") note();
    return { outcome: engineState };
  };
  const engine: Engine = {
    start: async (machine, name, input) => {
      fitting("executionName", name);
      fitting("statePayload", JSON.stringify(input));
      answer(() => started.push({ machine, name, input }));
      return "started";
    },
    isRunning: async (_machine, name) => started.some((one) => one.name === name),
    failureOf: async () => undefined,
    succeed: async (token, output) => answer(() => delivered.push({ token, output })),
    interrupt: async (token, error) => answer(() => interrupted.push({ token, error })),
  };
  const house: DemoHouse = {
    table: memoryTable(),
    answers: { ...memoryTable(), wipe: async () => undefined },
    documents: memoryDocuments(),
    files: memoryFiles(),
    uploads: {
      form: async ({ key, after }) => {
        fitting("redirect", after);
        return { url: "https://files.example/", fields: { key: fitting("objectKey", key) } };
      },
      read: async () => undefined,
    },
    engine,
    mailer: {
      send: async (message) => {
        fitting("mailAddress", message.to);
        fitting("mailTag", message.id);
        if (mailState === "outage") throw new Error("the mail service is out of order");
        if (mailState === "later") return { outcome: "later" };
        sent.push(message);
        return { outcome: "sent", providerId: `p${sent.length}` };
      },
    },
    clock: { now: () => instant },
    config: {
      tableName: "kelias",
      documentsBucket: "kelias-documents",
      portalUrl: "https://kelias.example",
      mailFrom: "Kelias <kelias@kelias.example>",
      machineArnPrefix: "arn:aws:states:local:000000000000:stateMachine:",
      linkSecret: "a secret of a test house, long enough",
    },
    log: silentLog,
    started,
    delivered,
    interrupted,
    sent,
    at: (to) => {
      instant = to;
    },
    engineSays: (what) => {
      engineState = what;
    },
    mailSays: (what) => {
      mailState = what;
    },
    keepLines: () => keepAllLines(house),
  };
  return house;
}

async function keepAllLines(house: DemoHouse): Promise<void> {
  await keepLines(house)(
    {
      Records: house.table.all().map(({ pk, sk }) => ({
        dynamodb: { SequenceNumber: "1", Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } } },
      })),
    },
    lambdaContext,
  );
  await runJobs(house)({ upTo: "9999" }, lambdaContext);
}

const contact = (name: string, language: "lt" | "en" = "lt") => ({
  name,
  email: `${name}@agency.example`,
  language,
});

/** A small call for internships in Ireland and Finland. */
export const demoCall = {
  id: "demo",
  process: "foreign-internship",
  title: { lt: "Stažuotės užsienyje", en: "Internships abroad" },
  opens: "2027-01-04",
  closes: "2027-01-31T23:59:59",
  places: { IE: 1, FI: 1 },
  minimumScore: 60,
  scoreGap: 20,
  offerDays: 7,
  reportDays: 30,
  advancePercent: 80,
  travelDays: 2,
  dailyCents: { IE: 12000, FI: 11000 },
  hosts: {
    IE: {
      institution: "Dublin School",
      town: "Dublin",
      starts: "2027-04-05",
      ends: "2027-04-09",
      contact: contact("host-ie", "en"),
    },
    FI: {
      institution: "Tampereen koulu",
      town: "Tampere",
      starts: "2027-05-03",
      ends: "2027-05-07",
      contact: contact("host-fi", "en"),
    },
  },
  staff: {
    coordinator: contact("coordinator"),
    commission: contact("commission"),
    agency: contact("agency"),
    finance: contact("finance"),
  },
  reviewers: ["first", "second", "third", "fourth"].map((name) => contact(name)),
};

/** A complete application, as a page sends it. */
export const demoApplication = {
  fullName: "Austėja Žukauskaitė",
  email: "austeja@mokykla.example",
  phone: "+370 600 00000",
  school: "Kėdainių „Atžalyno“ gimnazija",
  municipality: "Kėdainių r.",
  town: "Kėdainiai",
  rural: "no",
  experienceYears: "12",
  principalName: "Jonas Petraitis",
  principalEmail: "vadovas@mokykla.example",
  motivation: "Noriu mokytis.",
  sharingPlan: "Pasidalysiu su kolegomis.",
  languageLevel: "B2",
  languageProof: "IELTS 6.5",
  countries: ["FI", "IE"],
  travelledBefore: "no",
  iban: "LT12 1000 0111 0100 1000",
  truthful: "yes",
} as const;
