import { Stack } from "aws-cdk-lib";
import { Match, Rule } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { machineArnPrefix } from "./arns.ts";
import { eventTarget } from "./event-target.ts";
import type { Ground } from "./grants.ts";
import type { KeliasFunction } from "./kelias-function.ts";

interface Props extends Ground {
  /** What is woken. */
  readonly woken: KeliasFunction;
}

/** An execution of this environment's machines that has failed wakes the function that plans to take its road up again. */
export class BreakDowns extends Construct {
  constructor(scope: Construct, id: string, { environment, woken }: Props) {
    super(scope, id);
    new Rule(this, "Failed", {
      ruleName: `kelias-${environment.name}-broken-down`,
      description: "An execution has failed",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: {
          status: ["FAILED"],
          stateMachineArn: Match.prefix(machineArnPrefix(Stack.of(this), environment)),
        },
      },
      targets: [eventTarget(woken)],
    });
  }
}
