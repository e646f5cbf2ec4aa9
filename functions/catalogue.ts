import type { MachineFunction } from "../workflows/kernel/compile.ts";
import { paths } from "./addresses/paths.ts";
import { shardsOfSweepers } from "./store/keys.ts";

/**
 * Every function that there is, who calls it and what it may touch. The stacks make the functions, their grants and
 * the substitutions in the machines' definitions from this list, and the embedded default wires its handlers by it:
 * names are joined here and nowhere else.
 */
export interface FunctionEntry {
  /** The Lambda entry point, from the top of the repository. */
  readonly entry: string;
  readonly calledBy: "machine" | "http" | "schedule" | "scan" | "mail" | "stream" | "failure";
  /** One action for each thing that it does to the table; indexes are read only where `indexes` says so. */
  readonly table: readonly TableAction[];
  readonly indexes?: boolean;
  /** What it does to the table of anonymous answers; most functions have nothing to do with it. */
  readonly answers?: readonly TableAction[];
  /** What it does to documents: they are kept once and read, never listed, changed or deleted. */
  readonly documents: readonly DocumentAction[];
  /** In which folders of documents it does so, where not in all. */
  readonly folders?: readonly DocumentFolder[];
  /** Takes away what somebody uploaded and took back. */
  readonly removesUploads?: true;
  /** What it does to files that are made on order: makes them, or hands them out. */
  readonly exports?: "make" | "hand";
  /** What it does to files that come in: signs forms for them, or reads them to look at them. */
  readonly quarantine?: "sign" | "read";
  /** What it does to machines: those that complete tasks are never called by a machine. */
  readonly machines: readonly ("StartExecution" | "SendTaskSuccess" | "SendTaskFailure")[];
  /** Asks whether an execution still runs; of its data it sees nothing. */
  readonly watchesMachines?: boolean;
  readonly sendsMail: boolean;
  /** Makes or checks links, so it reads the secret that they are derived from. */
  readonly usesLinks: boolean;
  /** Signs staff in through the provider, where one is configured, and reads the secret for it. */
  readonly usesProvider?: true;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Has executions of its own that no other function can take (reserved concurrency). */
  readonly isReserved?: true;
  /** For HTTP: the routes it answers, as API Gateway writes them. */
  readonly routes?: readonly string[];
  /** For schedules: an EventBridge Scheduler expression in Europe/Vilnius time. */
  readonly schedule?: string;
  /** For schedules: what each of several calls at one time is told. */
  readonly told?: readonly Readonly<Record<string, number>>[];
}

/** Documents of calls and of cases, and what people uploaded, as functions/store/keys.ts names them. */
export const documentFolders = ["calls", "cases", "uploads"] as const;
export type DocumentFolder = (typeof documentFolders)[number];

export type DocumentAction = "PutObject" | "GetObject";
export type TableAction = "GetItem" | "BatchGetItem" | "Query" | "PutItem" | "UpdateItem" | "DeleteItem";

const machineStep = {
  calledBy: "machine",
  documents: [],
  machines: [],
  sendsMail: true,
  usesLinks: true,
  memoryMegabytes: 512,
} as const;

const steps: Readonly<Record<MachineFunction, FunctionEntry>> = {
  OpenTask: {
    ...machineStep,
    entry: "functions/lambda/open-task.ts",
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    timeoutSeconds: 30,
  },
  ExpireTask: {
    ...machineStep,
    entry: "functions/lambda/expire-task.ts",
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    timeoutSeconds: 30,
  },
  RunStep: {
    ...machineStep,
    entry: "functions/lambda/run-step.ts",
    table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    answers: ["GetItem", "Query", "PutItem", "DeleteItem"],
    documents: ["PutObject"],
    timeoutSeconds: 900,
    memoryMegabytes: 1024,
  },
  EndCase: {
    ...machineStep,
    entry: "functions/lambda/end-case.ts",
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    timeoutSeconds: 30,
  },
};

export const functionCatalogue = {
  ...steps,
  /** Stores a finished application and does nothing else: the one function that must be up on a deadline day. */
  SubmitApplication: {
    entry: "functions/lambda/submit-application.ts",
    calledBy: "http",
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    documents: [],
    machines: [],
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 15,
    memoryMegabytes: 512,
    isReserved: true,
    routes: [`POST ${paths.submitDraft.pattern}`, `POST ${paths.apiApplications.pattern}`],
  },
  /** Pages and the JSON API, and the answers that people give on them. */
  Portal: {
    entry: "functions/lambda/portal.ts",
    calledBy: "http",
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
    answers: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    documents: ["GetObject"],
    exports: "hand",
    removesUploads: true,
    quarantine: "sign",
    indexes: true,
    machines: ["SendTaskSuccess", "SendTaskFailure"],
    watchesMachines: true,
    sendsMail: true,
    usesProvider: true,
    usesLinks: true,
    timeoutSeconds: 15,
    memoryMegabytes: 512,
    routes: ["ANY /{proxy+}", "ANY /"],
  },
  /** Does whatever still has to leave the table, and tries again what did not succeed. */
  Sweeper: {
    entry: "functions/lambda/sweeper.ts",
    calledBy: "schedule",
    table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    // Asks how forms were, and closes what was asked.
    answers: ["GetItem", "Query", "PutItem", "DeleteItem"],
    documents: [],
    indexes: true,
    machines: ["StartExecution", "SendTaskSuccess", "SendTaskFailure"],
    watchesMachines: true,
    sendsMail: true,
    usesLinks: true,
    timeoutSeconds: 900,
    memoryMegabytes: 512,
    schedule: "rate(1 minute)",
    told: shardsOfSweepers.map((_, sweeper) => ({ sweeper })),
  },
  /** Keeps beside each case that changed what lists and figures need of it; the stream of the table brings the keys. */
  KeepLines: {
    entry: "functions/lambda/keep-lines.ts",
    calledBy: "stream",
    table: ["GetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    documents: [],
    machines: [],
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 120,
    memoryMegabytes: 512,
  },
  /** Does what takes longer than a request may: counts calls anew, looks through large ones, and makes files and lists. */
  RunJobs: {
    entry: "functions/lambda/run-jobs.ts",
    calledBy: "schedule",
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "DeleteItem"],
    documents: ["GetObject"],
    folders: ["calls"],
    exports: "make",
    indexes: true,
    machines: [],
    watchesMachines: true,
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 900,
    // A paper of ten thousand cases takes one gigabyte; everything else stays far below.
    memoryMegabytes: 2048,
    schedule: "rate(1 minute)",
  },
  /** Looks at each file that has come in and was scanned, and releases or refuses it. */
  CheckUpload: {
    entry: "functions/lambda/check-upload.ts",
    calledBy: "scan",
    table: ["GetItem", "Query", "PutItem"],
    documents: ["PutObject"],
    quarantine: "read",
    machines: [],
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 60,
    memoryMegabytes: 512,
  },
  /** Notes what the mail provider reports back, and stops mail to an address that takes none. */
  MailFeedback: {
    entry: "functions/lambda/mail-feedback.ts",
    calledBy: "mail",
    table: ["GetItem", "Query", "PutItem", "UpdateItem"],
    documents: [],
    machines: [],
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 30,
    memoryMegabytes: 512,
  },
  /** Plans that a road is taken up again whose execution has failed by what passes. */
  BrokenDown: {
    entry: "functions/lambda/broken-down.ts",
    calledBy: "failure",
    table: ["GetItem", "Query", "UpdateItem"],
    documents: [],
    machines: [],
    watchesMachines: true,
    sendsMail: false,
    usesLinks: true,
    timeoutSeconds: 30,
    memoryMegabytes: 512,
  },
  /** One mail a working morning to each of the staff who has open tasks. */
  Digest: {
    entry: "functions/lambda/digest.ts",
    calledBy: "schedule",
    table: ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem"],
    documents: [],
    indexes: true,
    machines: [],
    sendsMail: true,
    usesLinks: true,
    timeoutSeconds: 120,
    memoryMegabytes: 512,
    schedule: "cron(0 7 ? * MON-FRI *)",
  },
} as const satisfies Readonly<Record<string, FunctionEntry>>;

export type FunctionName = keyof typeof functionCatalogue;
