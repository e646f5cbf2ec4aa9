import { Readable } from "node:stream";
import { LambdaClient } from "@aws-sdk/client-lambda";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { buildApp } from "fauxqs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { replayWith } from "../../../infra/command/replay.ts";
import { runCommand } from "../../../infra/command/run.ts";

const nobody = { region: "eu-north-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
let app: ReturnType<typeof buildApp>;
let sqs: SQSClient;
beforeEach(async () => {
  app = buildApp({ logger: false });
  const endpoint = await app.listen({ host: "127.0.0.1", port: 0 });
  sqs = new SQSClient({ ...nobody, endpoint });
});
afterEach(async () => {
  sqs.destroy();
  await app.close();
});

/** A queue of `dev` with what waits in it. */
async function waiting(
  name: string,
  ...bodies: readonly string[]
): Promise<() => Promise<string | undefined>> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: `kelias-dev-${name}-waiting` }));
  for (const MessageBody of bodies) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  return async () => {
    const AttributeNames = [
      "ApproximateNumberOfMessages" as const,
      "ApproximateNumberOfMessagesNotVisible" as const,
    ];
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
    return AttributeNames.map((name) => Attributes?.[name]).join("+");
  };
}

/** Functions that do what they are asked, or fail on events that say so. */
function functions() {
  const asked: { readonly called: string; readonly event: unknown }[] = [];
  const lambda = new LambdaClient({
    ...nobody,
    requestHandler: {
      handle: async ({ path, body }: { readonly path: string; readonly body?: unknown }) => {
        const event: unknown = JSON.parse(Buffer.from(body instanceof Uint8Array ? body : []).toString());
        asked.push({ called: decodeURIComponent(path.split("/").at(-2) ?? ""), event });
        const fails = JSON.stringify(event).includes("broken");
        return {
          response: {
            statusCode: 200,
            headers: fails ? { "x-amz-function-error": "Unhandled" } : {},
            body: Readable.from([
              Buffer.from(fails ? '{"errorType":"ZodError","errorMessage":"ona@example.org"}' : "{}"),
            ]),
          },
        };
      },
    },
  });
  return { asked, lambda };
}

async function typed(lambda: LambdaClient, ...words: readonly string[]) {
  const said: string[] = [];
  const command = replayWith(async () => ({ sqs, lambda }));
  const code = await runCommand(
    [command],
    ["replay", ...words],
    { AWS_REGION: "eu-north-1" },
    {
      say: (line) => said.push(line),
      tell: (line) => said.push(line),
    },
  );
  return { code, said };
}

it("gives the function each event as it came, by its alias, and takes from the queue what it did", async () => {
  const scanned = { detail: { s3ObjectDetails: { objectKey: "quarantine/a" } } };
  const left = await waiting("check-upload", JSON.stringify(scanned), '{"second":true}');
  const { asked, lambda } = functions();
  expect(await typed(lambda, "check-upload", "--env", "dev")).toEqual({
    code: 0,
    said: ["check-upload: 2 played again, 0 failed again"],
  });
  expect(asked).toEqual([
    { called: "kelias-dev-check-upload:live", event: scanned },
    { called: "kelias-dev-check-upload:live", event: { second: true } },
  ]);
  expect(await left()).toBe("0+0");
});

it("leaves in the queue what fails again, and says why without a word of what was in it", async () => {
  const left = await waiting("mail-feedback", '{"broken":1}', '{"fine":1}');
  expect(await typed(functions().lambda, "mail-feedback", "--env", "dev")).toEqual({
    code: 1,
    said: ["mail-feedback: 1 played again, 1 failed again", "ZodError"],
  });
  expect(await left()).toBe("0+1");
});

it("has the lists of all calls made anew, once, for the places in the stream that were left behind", async () => {
  const place = JSON.stringify({ DDBStreamBatchInfo: { shardId: "shardId-1", startSequenceNumber: "1" } });
  const left = await waiting("keep-lines", place, place);
  const { asked, lambda } = functions();
  expect((await typed(lambda, "keep-lines", "--env", "dev")).code).toBe(0);
  expect(asked).toEqual([{ called: "kelias-dev-run-jobs:live", event: { rebuild: "*" } }]);
  expect(await left()).toBe("0+0");
});

it.each<readonly [readonly string[], unknown]>([
  [["check-upload"], "--env: expected dev or prod; only on AWS is there a queue"],
  [
    ["portal", "--env", "dev"],
    expect.stringMatching(/^FUNCTION: expected one of (?!.*portal).*\bcheck-upload\b/),
  ],
])("says what is expected instead of replay %j", async (words, says) => {
  expect(await typed(functions().lambda, ...words)).toEqual({ code: 2, said: [says] });
});
