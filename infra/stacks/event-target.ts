import { Duration } from "aws-cdk-lib";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import type { KeliasFunction } from "./kelias-function.ts";

/** A function as what an event wakes: an event that does not reach it in six hours waits in its queue. */
export function eventTarget({ called, waiting, node }: KeliasFunction): LambdaTarget {
  if (!waiting) throw new Error(`${node.id} is called by events and has no queue`);
  return new LambdaTarget(called, {
    deadLetterQueue: waiting,
    retryAttempts: 10,
    maxEventAge: Duration.hours(6),
  });
}
