import { Duration, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { FunctionEntry, FunctionName } from "../../functions/catalogue.ts";
import type { Ground } from "./grants.ts";
import { waitingQueueOf } from "./names.ts";

interface Props extends Pick<Ground, "environment" | "data"> {
  readonly name: FunctionName;
  readonly schedule: FunctionEntry["schedule"];
}

/**
 * Where a function's events wait that did not reach it, or that it failed on as often as they are tried: each as it came, so that
 * `npm run -s kelias -- replay` can give it to the function again. What comes every minute anyway is of no more use after an hour.
 */
export class Waiting extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, { environment, data, name, schedule }: Props) {
    super(scope, "Waiting");
    this.queue = new Queue(this, "Queue", {
      queueName: waitingQueueOf(environment, name),
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: data.key,
      enforceSSL: true,
      retentionPeriod: comesAgainSoon(schedule) ? Duration.hours(1) : Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "This is the queue of what failed: an alarm watches it, and only the replay takes from it.",
    });
  }
}

export const comesAgainSoon = (schedule: FunctionEntry["schedule"]): boolean =>
  schedule?.startsWith("rate(") ?? false;
