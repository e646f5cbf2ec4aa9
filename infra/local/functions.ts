import { randomUUID } from "node:crypto";
import type { Context, Handler } from "aws-lambda";
import { type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import type { House } from "../../functions/house.ts";

/** Each function of the catalogue, loaded when it is first called. */
const handlers: Readonly<Record<FunctionName, (house: House) => Promise<Handler>>> = {
  OpenTask: async (house) => (await import("../../functions/steps/open-task.ts")).openTask(house),
  ExpireTask: async (house) => (await import("../../functions/steps/expire-task.ts")).expireTask(house),
  RunStep: async (house) => (await import("../../functions/steps/run-step.ts")).runStep(house),
  EndCase: async (house) => (await import("../../functions/steps/end-case.ts")).endCase(house),
  SubmitApplication: async (house) =>
    (await import("../../functions/portal/submit-application.ts")).submitApplicationHandler(house),
  Portal: async (house) => (await import("../../functions/portal/portal.ts")).portal(house),
  Sweeper: async (house) => (await import("../../functions/events/sweeper.ts")).sweeper(house),
  KeepLines: async (house) => (await import("../../functions/events/keep-lines.ts")).keepLines(house),
  RunJobs: async (house) => (await import("../../functions/events/run-jobs.ts")).runJobs(house),
  CheckUpload: async (house) => (await import("../../functions/uploads/check-upload.ts")).checkUpload(house),
  MailFeedback: async (house) =>
    (await import("../../functions/events/mail-feedback.ts")).mailFeedback(house),
  Digest: async (house) => (await import("../../functions/events/digest.ts")).digest(house),
};

export interface Functions {
  /**
   * Calls a function as Lambda does: with a copy of the event, answering a copy of the result. Rejects with what the
   * function throws.
   */
  readonly call: (name: FunctionName, event: unknown) => Promise<unknown>;
  /** How many calls have not come back. */
  readonly inFlight: () => number;
}

/** `house` may come later than the first call: an engine goes on with its work while the house is being opened. */
export function openFunctions(house: Promise<House>): Functions {
  const loaded = new Map<FunctionName, Promise<Handler>>();
  let inFlight = 0;
  const load = (name: FunctionName): Promise<Handler> => {
    const known = loaded.get(name);
    if (known) return known;
    const loading = house.then(handlers[name]);
    loaded.set(name, loading);
    return loading;
  };
  return {
    async call(name, event) {
      inFlight++;
      try {
        const handler = await load(name);
        return copy(await handler(copy(event), contextOf(name), () => undefined));
      } finally {
        inFlight--;
      }
    },
    inFlight: () => inFlight,
  };
}

/** Is this a name of the catalogue? */
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functionCatalogue, name);

const copy = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function contextOf(name: FunctionName): Context {
  const { memoryMegabytes, timeoutSeconds } = functionCatalogue[name];
  const until = performance.now() + timeoutSeconds * 1000;
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: String(memoryMegabytes),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(until - performance.now())),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
