import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Item } from "../../../functions/adapters/table.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { saveDraft, startDraft } from "../../../functions/cases/applications/draft.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { type FunctionName, functionCatalogue } from "../../../functions/catalogue.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { demoCall } from "../../../infra/local/demo.ts";
import { type DemoHouse, demoApplication, demoHouse } from "../../functions/demo-house.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";

/** A function is called for the first time, and what the table holds when it is. */
export interface Moment {
  readonly what: string;
  /** The function's entry point, from the top of the repository. */
  readonly entry: string;
  readonly event: unknown;
  readonly items: readonly Item[];
  readonly secret: string;
  /** Is it the answer that whoever calls waits for? */
  readonly isAnswered: (answer: unknown) => boolean;
}

/** What any function takes that keeps something: the measure for the others. */
export const floor: Moment = {
  what: "floor: a secret, one read, one write",
  entry: "test/bench/bundle/floor.ts",
  event: {},
  items: [],
  secret: "s".repeat(64),
  isAnswered: (answer) => JSON.stringify(answer) === '{"outcome":"stored"}',
};

/** One call that is open, and one person's road in it as far as each function's first work. */
export async function moments(): Promise<readonly Moment[]> {
  const house = demoHouse(new Date().toISOString());
  await publishCall(house, demoCall(house.clock.now()));
  const draftId = await filledDraft(house);
  const moment = (
    what: string,
    name: FunctionName,
    event: unknown,
    isAnswered: Moment["isAnswered"],
  ): Moment => ({
    what,
    entry: functionCatalogue[name].entry,
    event,
    items: house.table.all(),
    secret: house.config.linkSecret,
    isAnswered,
  });
  const submitting = [
    moment(
      "submit: a draft",
      "SubmitApplication",
      post(`/drafts/${draftId}/submit`, form, ""),
      hasStatus(303),
    ),
    moment(
      "submit: a program's application",
      "SubmitApplication",
      post(`/api/calls/${callId}/applications`, json, JSON.stringify(demoApplication)),
      hasStatus(201),
    ),
  ];
  const submitted = await submitApplication(house, { callId, language: "lt", raw: demoApplication, draftId });
  if (submitted.outcome !== "stored") throw new Error(`the application is ${submitted.outcome}`);
  const { ref } = submitted;
  const opening = { ref, state: "endorsement", visit: 1, arm: 0, token: "token" };
  const opened = moment("step: a task is opened, with its mail", "OpenTask", opening, isObject);
  const decided = moment(
    "step: reviewers are drawn",
    "RunStep",
    { ref, state: "panel", visit: 2 },
    hasOutcome,
  );
  const ended = moment(
    "step: a case ends, with its mail",
    "EndCase",
    { ref, state: "refused", visit: 2 },
    isObject,
  );
  await openTask(house)(opening, lambdaContext);
  const expired = moment(
    "step: a task expires",
    "ExpireTask",
    { ref, state: "endorsement", visit: 1 },
    hasOutcome,
  );
  return [...submitting, opened, expired, decided, ended];
}

const callId = "stazuotes-uzsienyje";

async function filledDraft(house: DemoHouse): Promise<string> {
  const { pk } = await startDraft(house, { callId, language: "lt" });
  const id = pk.slice(pk.indexOf("#") + 1);
  if ((await saveDraft(house, id, "all", demoApplication)) !== "saved")
    throw new Error("the draft was not saved");
  return id;
}

const isObject = (answer: unknown): boolean => typeof answer === "object" && answer !== null;
const hasStatus = (status: number) => (answer: unknown) =>
  isObject(answer) && JSON.stringify(answer).includes(`"statusCode":${status}`);
const hasOutcome = (answer: unknown) => isObject(answer) && JSON.stringify(answer).includes('"outcome"');

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json", "idempotency-key": "application-of-a-program" };

/** As API Gateway hands on what a browser or a program posts. */
const post = (
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): APIGatewayProxyEventV2 => ({
  version: "2.0",
  routeKey: `POST ${path}`,
  rawPath: path,
  rawQueryString: "",
  headers: { host: "kelias.example", origin: "https://kelias.example", ...headers },
  requestContext: {
    accountId: "111122223333",
    apiId: "api",
    domainName: "kelias.example",
    domainPrefix: "kelias",
    http: { method: "POST", path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "browser" },
    requestId: "request-1",
    routeKey: `POST ${path}`,
    stage: "$default",
    time: "",
    timeEpoch: 0,
  },
  body,
  isBase64Encoded: false,
});
