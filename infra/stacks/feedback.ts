import { Duration } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Ground } from "./grants.ts";

interface Props extends Ground {
  readonly lambda: LambdaFunction;
  /** Where what did not reach its function waits for a person. */
  readonly missed: Queue;
}

/** What SES reports of mail sent with this environment's configuration set wakes the function that stops mail to an address. */
export class Feedback extends Construct {
  constructor(scope: Construct, id: string, { environment, mail, lambda, missed }: Props) {
    super(scope, id);
    new Rule(this, "Reported", {
      ruleName: `kelias-${environment.name}-mail-feedback`,
      description: "Mail has gone, bounced, was reported as unwanted, or was not taken",
      eventPattern: {
        source: ["aws.ses"],
        detail: {
          eventType: ["Send", "Bounce", "Complaint", "Reject"],
          mail: { tags: { "ses:configuration-set": [mail.configurationSetName] } },
        },
      },
      targets: [
        new LambdaTarget(lambda, {
          deadLetterQueue: missed,
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }
}
