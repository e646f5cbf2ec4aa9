import { readFileSync } from "node:fs";
import * as z from "zod";
import { inRepository } from "../../machine-file.ts";

const count = z.number().nonnegative();

const counts = z.record(
  z.string(),
  z.object({
    /** People who applied. */
    cases: count,
    executions: count,
    transitions: count,
    calls: z.record(z.string(), count),
    requests: count,
    mails: count,
    readUnits: count,
    writeUnits: count,
    storedBytes: count,
  }),
);
/** What the rehearsal of each process asked of services, all its people and its call together. */
export type Counts = z.infer<typeof counts>;

const price = z.object({ usd: count, per: z.number().positive(), unit: z.string(), source: z.url() });
const prices = z.object({
  region: z.string(),
  currency: z.literal("USD"),
  asOf: z.iso.date(),
  note: z.string(),
  prices: z.object({
    stateTransitions: price,
    functionCalls: price,
    functionGigabyteSeconds: price,
    gatewayRequests: price,
    edgeRequests: price,
    firewallRequests: price,
    tableReads: price,
    tableWrites: price,
    tableGigabyteMonths: price,
    recoveryGigabyteMonths: price,
    documentGigabyteMonths: price,
    mails: price,
    logGigabytes: price,
    traces: price,
    alarmMonths: price,
    metricMonths: price,
    dashboardMonths: price,
    keyMonths: price,
    secretMonths: price,
    firewallMonths: price,
    firewallRuleMonths: price,
  }),
});
export type Prices = z.infer<typeof prices>;

const assumed = z.object({
  /** How long a call lasts; `document`: one that makes a PDF. */
  seconds: z.record(z.string(), count),
  /** Pages that a person opens for each one that is sent. */
  pagesPerRequest: count,
  readUnitsPerPage: count,
  /** Writes to the table for each time that lines are brought up to date. */
  changesPerLine: z.number().positive(),
  documentsPerCase: count,
  documentKilobytes: count,
  logBytesPerTransition: count,
  logBytesPerCall: count,
  /** For how long what is stored is paid for. */
  months: count,
  /** How many people apply in a year, by process. */
  yearly: z.record(z.string(), count),
  /** What is there and runs whether anybody comes or not. */
  idle: z.object({
    sweeperReadUnits: count,
    jobsReadUnits: count,
    alarms: count,
    ownMetrics: count,
    dashboards: count,
    keys: count,
    secrets: count,
    firewallRules: count,
  }),
});
export type Assumed = z.infer<typeof assumed>;

export const countsPath = "infra/local/cost/counts.json";

const read = (path: string): unknown => JSON.parse(readFileSync(inRepository(path), "utf8"));

export const readCounts = (): Counts => counts.parse(read(countsPath));
export const readPrices = (): Prices => prices.parse(read("infra/local/cost/prices.json"));
export const readAssumed = (): Assumed => assumed.parse(read("infra/local/cost/assumed.json"));
