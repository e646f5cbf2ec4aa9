import { Duration } from "aws-cdk-lib";
import { FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import {
  callPartitions,
  callParts,
  casePartitions,
  caseParts,
  entryParts,
} from "../../functions/lines/whose.ts";
import type { Ground } from "./grants.ts";
import type { KeliasFunction } from "./kelias-function.ts";

interface Props extends Ground {
  readonly lines: KeliasFunction;
}

/**
 * Brings the keys of what changes in the table to the function that keeps lines. Only what a line is made from is brought, so
 * what the function writes does not wake it again. What fails comes again, by halves, from the change that failed; after a day
 * its place in the stream is noted in the queue and the stream goes on (Lambda developer guide, "Using Lambda with DynamoDB").
 */
export class LineStream extends Construct {
  constructor(scope: Construct, id: string, { data, lines: { lambda, live, waiting } }: Props) {
    super(scope, id);
    if (!waiting) throw new Error("the function that keeps lines has no queue");
    const mapping = live.addEventSourceMapping("Mapping", {
      eventSourceArn: data.table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 50,
      maxRecordAge: Duration.days(1),
      onFailure: { bind: () => ({ destination: waiting.queueArn }) },
      filters: [
        filterOf({ pk: casePartitions, sk: caseParts }),
        filterOf({ pk: callPartitions, sk: [entryParts, ...callParts] }),
      ],
    });
    if (lambda.role) mapping.node.addDependency(lambda.role);
  }
}

const filterOf = ({ pk, sk }: { readonly pk: string; readonly sk: readonly string[] }) =>
  FilterCriteria.filter({
    dynamodb: {
      Keys: {
        pk: { S: FilterRule.beginsWith(pk) },
        sk: { S: sk.flatMap((part) => FilterRule.beginsWith(part)) },
      },
    },
  });
