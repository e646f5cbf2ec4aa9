import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { processIds } from "../../workflows/catalogue.ts";
import { functionNames } from "./called-by.ts";
import { machineDashboard, peopleDashboard } from "./dashboards.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import { countFigures, type Figure, figureSpace } from "./figures.ts";
import { functionNameOf, gateNameOf, machineArnPrefix, tableNameOf } from "./names.ts";

interface Props extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
  readonly apiId: string;
  readonly missedQueue: string;
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
  /** What silence means; without it, that all is well. */
  readonly silence?: TreatMissingData;
}

/** What an environment shows, and who is told when something goes wrong. docs/runbook.md says what to do about each alarm. */
export class WatchStack extends Stack {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { environment, data } = props;
    this.#topic = data.alarms;
    this.#functions(environment);
    this.#machines(environment);
    this.#doors(props);
    this.#lines(environment);
    countFigures(this, environment);
    this.#deliveries(environment);
    this.#reputation();
    machineDashboard(this, environment);
    peopleDashboard(this, environment);
  }

  #functions(environment: Environment): void {
    const deployed: readonly (readonly [string, string])[] = [
      ...functionNames.map((name) => [name, functionNameOf(environment, name)] as const),
      ["OriginGate", gateNameOf(environment)],
    ];
    for (const [name, FunctionName] of deployed) {
      const dimensions = { FunctionName };
      for (const metricName of ["Errors", "Throttles"]) {
        const says = `${name}: ${metricName.toLowerCase()}`;
        this.#watch(`${name}${metricName}`, { namespace: "AWS/Lambda", metricName, dimensions, says });
      }
    }
  }

  #machines(environment: Environment): void {
    for (const id of processIds) {
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

  /** How far what lists show is behind the cases. */
  #lines(environment: Environment): void {
    this.#watch("LinesLate", {
      namespace: "AWS/Lambda",
      metricName: "IteratorAge",
      dimensions: { FunctionName: functionNameOf(environment, "KeepLines") },
      says: "lists and figures of the console are five minutes behind the cases",
      statistic: "Maximum",
      above: 5 * 60_000,
    });
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
      says: "a scheduled call, or the word of a scanned file or a returned mail, did not reach its function",
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
  #deliveries(environment: Environment): void {
    const namespace = figureSpace(environment);
    const watch = (id: string, metricName: Figure, watched: Omit<Watched, "namespace" | "metricName">) =>
      this.#watch(id, { namespace, metricName, ...watched });
    watch("DeliveriesStuck", "Undelivered", {
      says: "something has been waiting to leave the table for an hour",
      statistic: "Minimum",
      spans: 12,
    });
    watch("DeliveriesFail", "DeliveriesFailed", {
      says: "deliveries have been failing for a quarter of an hour",
      above: 20,
      spans: 3,
    });
    watch("MailHeldBack", "MailsHeldBack", {
      says: "the mail provider has held mail back for an hour without a pause",
      spans: 12,
    });
    watch("MailStops", "MailsStopped", {
      says: "unusually many mails are held because their addresses take none",
      above: 20,
      spans: 3,
    });
    const silent = new Alarm(this, "SweeperSilent", {
      alarmName: `kelias-${environment.name}-SweeperSilent`,
      alarmDescription: "the sweeper has not finished a round for a quarter of an hour",
      metric: new Metric({
        namespace,
        metricName: "Rounds" satisfies Figure,
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

  /**
   * The account's own rates, as shares of 1. SES puts an account under review at 5 % bounces or 0.1 % complaints and
   * may stop its mail at 10 % or 0.5 % [SES developer guide, "Using the reputation metrics"]: the alarms come before.
   */
  #reputation(): void {
    for (const [id, rate, above, says] of [
      ["MailBounces", "BounceRate", 0.03, "more than 3 % of mails bounce"],
      ["MailComplaints", "ComplaintRate", 0.0008, "more than 0.08 % of mails are reported as unwanted"],
    ] as const) {
      this.#watch(id, {
        namespace: "AWS/SES",
        metricName: `Reputation.${rate}`,
        says,
        above,
        statistic: "Maximum",
        silence: TreatMissingData.IGNORE,
      });
    }
  }

  #watch(id: string, watched: Watched): void {
    const { namespace, metricName, dimensions, says, above = 0, spans = 1, statistic = "Sum" } = watched;
    const { silence = TreatMissingData.NOT_BREACHING } = watched;
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
      treatMissingData: silence,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
