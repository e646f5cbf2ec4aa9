import { type FunctionName, functionCatalogue } from "../../../functions/catalogue.ts";
import type { Assumed, Counts, Prices } from "./counts.ts";

/** What is paid for, as a reader groups it. */
export const parts = [
  "machines",
  "functions",
  "requests",
  "table",
  "mails",
  "documents",
  "storage",
  "logs and traces",
] as const;
export type Part = (typeof parts)[number];
/** In dollars. */
export type Costs = Readonly<Record<Part, number>>;

type Priced = keyof Prices["prices"];

const gigabyte = 1024 ** 3;
const minutesInMonth = 60 * 24 * 30;

/** What a number of units costs. */
const priceOf =
  ({ prices }: Prices) =>
  (name: Priced, units: number): number =>
    (units * prices[name].usd) / prices[name].per;

const isFunction = (name: string): name is FunctionName => name in functionCatalogue;

/** Calls of a function of so many seconds each, with its memory. */
function functionPrice(prices: Prices, name: FunctionName, calls: number, seconds: number): number {
  const price = priceOf(prices);
  const gigabytes = functionCatalogue[name].memoryMegabytes / 1024;
  return price("functionCalls", calls) + price("functionGigabyteSeconds", calls * seconds * gigabytes);
}

/** What a whole rehearsal costs, by part. */
function rehearsalCosts(counts: Counts[string], prices: Prices, assumed: Assumed): Costs {
  const price = priceOf(prices);
  const secondsOf = (name: string): number => {
    const seconds = assumed.seconds[name];
    if (seconds === undefined) throw new Error(`cost: how long does ${name} last?`);
    return seconds;
  };
  const pages = counts.requests * (1 + assumed.pagesPerRequest);
  const documents = counts.cases * assumed.documentsPerCase;
  const lines = counts.writeUnits / assumed.changesPerLine;
  const ofMachines = Object.entries(counts.calls).filter(([name]) => isFunction(name));
  const machineCalls = ofMachines.reduce((sum, [, calls]) => sum + calls, 0);
  const calls = machineCalls + pages + lines + documents;
  const functions = ofMachines.reduce(
    (sum, [name, called]) =>
      isFunction(name) ? sum + functionPrice(prices, name, called, secondsOf(name)) : sum,
    functionPrice(prices, "Portal", pages, secondsOf("Portal")) +
      functionPrice(prices, "KeepLines", lines, secondsOf("KeepLines")),
  );
  const storedMonths = (counts.storedBytes / gigabyte) * assumed.months;
  const documentMonths = ((documents * assumed.documentKilobytes * 1024) / gigabyte) * assumed.months;
  const logBytes = counts.transitions * assumed.logBytesPerTransition + calls * assumed.logBytesPerCall;
  return {
    machines: price("stateTransitions", counts.transitions),
    functions,
    requests:
      price("gatewayRequests", pages) + price("edgeRequests", pages) + price("firewallRequests", pages),
    table:
      price("tableReads", counts.readUnits + pages * assumed.readUnitsPerPage) +
      price("tableWrites", counts.writeUnits),
    mails: price("mails", counts.mails),
    documents: functionPrice(prices, "Portal", documents, secondsOf("document")),
    storage:
      price("tableGigabyteMonths", storedMonths) +
      price("recoveryGigabyteMonths", storedMonths) +
      price("documentGigabyteMonths", documentMonths),
    "logs and traces":
      price("logGigabytes", logBytes / gigabyte) + price("traces", calls + counts.executions),
  };
}

/** What one person's case costs, with its share of the call, by part. */
export function caseCosts(counts: Counts[string], prices: Prices, assumed: Assumed): Costs {
  const whole = rehearsalCosts(counts, prices, assumed);
  return {
    machines: whole.machines / counts.cases,
    functions: whole.functions / counts.cases,
    requests: whole.requests / counts.cases,
    table: whole.table / counts.cases,
    mails: whole.mails / counts.cases,
    documents: whole.documents / counts.cases,
    storage: whole.storage / counts.cases,
    "logs and traces": whole["logs and traces"] / counts.cases,
  };
}

export const sumOf = (costs: Costs): number => parts.reduce((sum, part) => sum + costs[part], 0);

/** What a month costs in which nobody comes, by what it is for, in dollars. */
export function idleCosts(prices: Prices, { idle, seconds, logBytesPerCall }: Assumed) {
  const price = priceOf(prices);
  const { Sweeper = 0, RunJobs = 0 } = seconds;
  return {
    "sweeper and jobs, each minute":
      functionPrice(prices, "Sweeper", minutesInMonth, Sweeper) +
      functionPrice(prices, "RunJobs", minutesInMonth, RunJobs) +
      price("tableReads", minutesInMonth * (idle.sweeperReadUnits + idle.jobsReadUnits)) +
      price("traces", 2 * minutesInMonth) +
      price("logGigabytes", (2 * minutesInMonth * logBytesPerCall) / gigabyte),
    firewall: price("firewallMonths", 1) + price("firewallRuleMonths", idle.firewallRules),
    "alarms, figures and dashboards":
      price("alarmMonths", idle.alarms) +
      price("metricMonths", idle.ownMetrics) +
      price("dashboardMonths", idle.dashboards),
    "key and secrets": price("keyMonths", idle.keys) + price("secretMonths", idle.secrets),
  } as const;
}
