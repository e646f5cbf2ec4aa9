import { Rule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { eventTarget } from "./event-target.ts";
import type { Ground } from "./grants.ts";
import type { KeliasFunction } from "./kelias-function.ts";

interface Props extends Ground {
  /** What is woken. */
  readonly woken: KeliasFunction;
}

/** What SES reports of mail sent with this environment's configuration set wakes the function that stops mail to an address. */
export class Feedback extends Construct {
  constructor(scope: Construct, id: string, { environment, mail, woken }: Props) {
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
      targets: [eventTarget(woken)],
    });
  }
}
