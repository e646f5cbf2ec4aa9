import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData, Unit } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { FilterPattern, type LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Construct } from "constructs";
import { processes } from "../../workflows/catalogue.ts";
import { functionNames } from "./called-by.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import { functionNameOf, machineArnPrefix, tableNameOf } from "./names.ts";

interface Props extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly apiId: string;
  readonly missedQueue: string;
  readonly sweeperLogs: LogGroup;
}

interface Watched {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Record<string, string>;
  readonly says: string;
  /** Above how many in five minutes, and in how many such spans one after the other. */
  readonly above?: number;
  readonly spans?: number;
  readonly statistic?: "Sum" | "Minimum" | "Maximum" | "Average";
}

const space = (environment: Environment): string => `Kelias/${environment.name}`;

/** Who is told when something goes wrong. docs/runbook.md says what to do about each alarm. */
export class WatchStack extends Stack {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { environment, data } = props;
    this.#topic = new Topic(this, "Alarms", {
      topicName: `kelias-${environment.name}-alarms`,
      masterKey: data.key,
      enforceSSL: true,
    });
    if (environment.alarmMail) this.#topic.addSubscription(new EmailSubscription(environment.alarmMail));
    this.#functions(environment);
    this.#machines(environment);
    this.#doors(props);
    this.#deliveries(props);
  }

  #functions(environment: Environment): void {
    for (const name of functionNames) {
      const dimensions = { FunctionName: functionNameOf(environment, name) };
      for (const metricName of ["Errors", "Throttles"]) {
        const says = `${name}: ${metricName.toLowerCase()}`;
        this.#watch(`${name}${metricName}`, { namespace: "AWS/Lambda", metricName, dimensions, says });
      }
    }
  }

  #machines(environment: Environment): void {
    for (const { id } of processes) {
      const dimensions = { StateMachineArn: `${machineArnPrefix(this, environment)}${id}` };
      for (const metricName of ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionThrottled"]) {
        this.#watch(`${id}-${metricName}`, {
          namespace: "AWS/States",
          metricName,
          dimensions,
          says: `${id}: ${metricName}`,
        });
      }
    }
  }

  /** The portal, the table and the timetable. */
  #doors({ environment, apiId, missedQueue }: Props): void {
    this.#watch("PortalFails", {
      namespace: "AWS/ApiGateway",
      metricName: "5xx",
      dimensions: { ApiId: apiId },
      says: "the portal answers with errors",
    });
    this.#watch("ScheduleMissed", {
      namespace: "AWS/SQS",
      metricName: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: missedQueue },
      says: "a scheduled call did not reach its function",
      statistic: "Maximum",
    });
    for (const metricName of ["ReadThrottleEvents", "WriteThrottleEvents"]) {
      this.#watch(`Table${metricName}`, {
        namespace: "AWS/DynamoDB",
        metricName,
        dimensions: { TableName: tableNameOf(environment) },
        says: `the table: ${metricName}`,
        spans: 3,
      });
    }
  }

  /** What stays pending round after round: mail that does not go, a machine that does not start. */
  #deliveries({ environment, sweeperLogs }: Props): void {
    new MetricFilter(this, "Undelivered", {
      logGroup: sweeperLogs,
      filterPattern: FilterPattern.literal('{ $.code = "K401" }'),
      metricNamespace: space(environment),
      metricName: "Undelivered",
      metricValue: "$.later",
      unit: Unit.COUNT,
    });
    this.#watch("DeliveriesStuck", {
      namespace: space(environment),
      metricName: "Undelivered",
      says: "something has been waiting to leave the table for an hour",
      statistic: "Minimum",
      spans: 12,
    });
    new MetricFilter(this, "Rounds", {
      logGroup: sweeperLogs,
      filterPattern: FilterPattern.literal('{ $.code = "K401" }'),
      metricNamespace: space(environment),
      metricName: "Rounds",
      metricValue: "1",
      unit: Unit.COUNT,
    });
    const silent = new Alarm(this, "SweeperSilent", {
      alarmName: `kelias-${environment.name}-SweeperSilent`,
      alarmDescription: "the sweeper has not finished a round for a quarter of an hour",
      metric: new Metric({
        namespace: space(environment),
        metricName: "Rounds",
        statistic: "Sum",
        period: Duration.minutes(5),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 3,
      treatMissingData: TreatMissingData.BREACHING,
    });
    silent.addAlarmAction(new SnsAction(this.#topic));
  }

  #watch(id: string, watched: Watched): void {
    const { namespace, metricName, dimensions, says, above = 0, spans = 1, statistic = "Sum" } = watched;
    const alarm = new Alarm(this, id, {
      alarmName: `${this.stackName.replace(/-watch$/, "")}-${id}`,
      alarmDescription: says,
      metric: new Metric({
        namespace,
        metricName,
        ...(dimensions ? { dimensionsMap: dimensions } : {}),
        statistic,
        period: Duration.minutes(5),
      }),
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: spans,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
