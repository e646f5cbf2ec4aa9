import { randomUUID } from "node:crypto";
import type { Context, Handler } from "aws-lambda";
import { type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import type { House } from "../../functions/house.ts";
import { type Background, openBackground } from "./background.ts";

/** Each function of the catalogue, loaded when it is first called. */
const handlers: Readonly<Record<FunctionName, (house: House, background: Background) => Promise<Handler>>> = {
  OpenTask: async (house) => (await import("../../functions/steps/open-task.ts")).openTask(house),
  ExpireTask: async (house) => (await import("../../functions/steps/expire-task.ts")).expireTask(house),
  RunStep: async (house) => (await import("../../functions/steps/run-step.ts")).runStep(house),
  EndCase: async (house) => (await import("../../functions/steps/end-case.ts")).endCase(house),
  SubmitApplication: async (house) =>
    (await import("../../functions/web/submit-application.ts")).submitApplicationHandler(house),
  Portal: async (house) => (await import("../../functions/web/portal.ts")).portal(house),
  Sweeper: async (house, { turn }) =>
    (await import("../../functions/events/sweeper.ts")).sweeper(house, { turn }),
  KeepLines: async (house) => (await import("../../functions/events/keep-lines.ts")).keepLines(house),
  RunJobs: async (house, { turn }) =>
    (await import("../../functions/events/run-jobs.ts")).runJobs(house, { turn }),
  CheckUpload: async (house) => (await import("../../functions/uploads/check-upload.ts")).checkUpload(house),
  MailFeedback: async (house) =>
    (await import("../../functions/events/mail-feedback.ts")).mailFeedback(house),
  BrokenDown: async (house) => (await import("../../functions/events/broken-down.ts")).brokenDown(house),
  Digest: async (house) => (await import("../../functions/events/digest.ts")).digest(house),
};

export interface Functions {
  /**
   * Calls a function as Lambda does: with a copy of the event, answering a copy of the result. Rejects with what the
   * function throws.
   */
  readonly call: (name: FunctionName, event: unknown) => Promise<unknown>;
  /** From now on what machines and the sweeper do gives way to requests. */
  readonly giveWay: () => void;
  /** From now on sweeper and jobs begin nothing more, as if their time were up. */
  readonly stopWorking: () => void;
}

/** `house` may come later than the first call: an engine goes on with its work while the house is being opened. */
export function openFunctions(house: Promise<House>): Functions {
  const loaded = new Map<FunctionName, Promise<Handler>>();
  let requests = 0;
  let isOverForAll = false;
  const background = openBackground(() => requests);
  const load = (name: FunctionName): Promise<Handler> => {
    const known = loaded.get(name);
    if (known) return known;
    const loading = house.then((opened) => handlers[name](opened, background));
    loaded.set(name, loading);
    return loading;
  };
  return {
    async call(name, event) {
      const { calledBy } = functionCatalogue[name];
      const isRequest = calledBy === "http";
      if (isRequest) requests++;
      else if (calledBy === "machine" || calledBy === "stream") await background.turn();
      try {
        const handler = await load(name);
        const isOver = () => (name === "Sweeper" || name === "RunJobs") && isOverForAll;
        return copy(await handler(copy(event), contextOf(name, isOver), () => undefined));
      } finally {
        if (isRequest) requests--;
      }
    },
    giveWay: background.giveWay,
    stopWorking: () => {
      isOverForAll = true;
    },
  };
}

/** Is this a name of the catalogue? */
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functionCatalogue, name);

const copy = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function contextOf(name: FunctionName, isOver: () => boolean): Context {
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
    getRemainingTimeInMillis: () => (isOver() ? 0 : Math.max(0, Math.round(until - performance.now()))),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
