import { Duration, Stack } from "aws-cdk-lib";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type Function as LambdaFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { callPartitions, casePartitions, caseParts, entryParts } from "../../functions/lines/whose.ts";
import type { Ground } from "./grants.ts";

interface Props extends Ground {
  readonly lambda: LambdaFunction;
  /** Where word of changes that could not be worked off waits for a person. */
  readonly missed: Queue;
}

/**
 * Brings the keys of what changes in the table to the function that keeps lines. Only what a line is made from is brought, so
 * what the function writes does not wake it again. What fails comes again, by halves, from the change that failed; after a day
 * its place in the stream is noted in the queue and the stream goes on (Lambda developer guide, "Using Lambda with DynamoDB").
 */
export class LineStream extends Construct {
  constructor(scope: Construct, id: string, { data, lambda, missed }: Props) {
    super(scope, id);
    const stack = Stack.of(this);
    const { tableStreamArn } = data.table;
    if (!tableStreamArn) throw new Error("the table has no stream");
    const rights = [
      new PolicyStatement({ sid: "Missed", actions: ["sqs:SendMessage"], resources: [missed.queueArn] }),
      new PolicyStatement({
        sid: "KeyThroughSqs",
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [data.key.keyArn],
        conditions: { StringEquals: { "kms:ViaService": `sqs.${stack.region}.amazonaws.com` } },
      }),
    ];
    for (const statement of rights) lambda.addToRolePolicy(statement);
    const mapping = new EventSourceMapping(this, "Mapping", {
      target: lambda,
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 50,
      maxRecordAge: Duration.days(1),
      onFailure: { bind: () => ({ destination: missed.queueArn }) },
      filters: [
        filterOf({ pk: casePartitions, sk: caseParts }),
        filterOf({ pk: callPartitions, sk: [entryParts] }),
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
