import type { LambdaClient } from "@aws-sdk/client-lambda";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { FunctionName } from "../../functions/catalogue.ts";
import { calledByEvents } from "../stacks/called-by.ts";
import { dashed, functionNameOf, liveAlias, waitingQueueOf } from "../stacks/names.ts";
import { type Account, accountOptions, readAccount } from "./account.ts";
import { type Command, Refusal } from "./command.ts";
import { type Given, giveAgain } from "./give-again.ts";

/** How an account is reached; tests put others in their place. */
export interface Services {
  readonly sqs: SQSClient;
  readonly lambda: LambdaClient;
}

async function services(region: string): Promise<Services> {
  const [{ SQSClient }, { LambdaClient }] = await Promise.all([
    import("@aws-sdk/client-sqs"),
    import("@aws-sdk/client-lambda"),
  ]);
  return { sqs: new SQSClient({ region }), lambda: new LambdaClient({ region }) };
}

/** Gives a function the events that wait in its queue, because they did not reach it or it failed on them. */
export const replayWith = (open: (region: string) => Promise<Services>): Command => ({
  name: "replay",
  summary: "gives a function on AWS the events that it failed on",
  words: [{ value: "FUNCTION", means: `whose queue it is: ${calledByEvents.map(dashed).join(", ")}` }],
  options: accountOptions,
  more: [
    "Each event is given to the function as it came, one after the other, and leaves the queue when the function has done it. What fails again stays there.",
    "Every event may be given twice. Of keep-lines the lists of all calls are made anew instead: its queue names places in a stream.",
  ],
  on: "machine",
  async run(typed, { say, tell }) {
    const account = readAccount(typed);
    if (!account) throw new Refusal("--env: expected dev or prod; only on AWS is there a queue");
    const name = calledByEvents.find((known) => dashed(known) === typed.words[0]);
    if (!name) throw new Refusal(`FUNCTION: expected one of ${calledByEvents.map(dashed).join(", ")}`);
    const { given, failed } = await replayed(await open(account.region), account, name);
    say(`${dashed(name)}: ${given} played again, ${failed.length} failed again`);
    for (const why of failed) tell(why);
    return failed.length > 0 ? 1 : 0;
  },
});

export const replay = replayWith(services);

/** Reads the queue to its end. */
async function replayed(
  { sqs, lambda }: Services,
  { env }: Account,
  name: FunctionName,
): Promise<{ readonly given: number; readonly failed: readonly string[] }> {
  const { DeleteMessageCommand, GetQueueUrlCommand, ReceiveMessageCommand } = await import(
    "@aws-sdk/client-sqs"
  );
  const environment = { name: env };
  const { QueueUrl } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: waitingQueueOf(environment, name) }),
  );
  const give = giveAgain(lambda, (called) => `${functionNameOf(environment, called)}:${liveAlias}`);
  const failed: string[] = [];
  let given = 0;
  for (;;) {
    // What is not taken out of the queue by then, a quarter of an hour and a little, shows up there again.
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1, VisibilityTimeout: 1000 }),
    );
    const [message] = Messages;
    if (!message) return { given, failed };
    const outcome: Given = await give(name, message.Body ?? "");
    if (outcome.outcome === "failed") failed.push(outcome.why);
    else {
      given++;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
}
