import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { processIds } from "../../workflows/catalogue.ts";
import { machineArnPrefix } from "./arns.ts";
import { calledByEvents, functionNames, functionsCalledBy } from "./called-by.ts";
import { machineDashboard, peopleDashboard } from "./dashboards.ts";
import type { DataStack } from "./data-stack.ts";
import type { Environment } from "./environment.ts";
import { countAskedAgain, countFigures, type Figure, figureSpace } from "./figures.ts";
import { functionNameOf, gateNameOf, tableNameOf, waitingQueueOf } from "./names.ts";

interface Props extends StackProps {
  readonly environment: Environment;
  readonly data: DataStack;
}

interface Rung {
  readonly says: string;
  /** Above how many in five minutes, and in how many such spans one after the other. */
  readonly above?: number;
  readonly spans?: number;
  /** What silence means; without it, that all is well. */
  readonly silence?: TreatMissingData;
}

interface Watched extends Rung {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions?: Record<string, string>;
  readonly statistic?: "Sum" | "Minimum" | "Maximum" | "Average";
}

const fiveMinutes = Duration.minutes(5);

/** What an environment shows, and who is told when something goes wrong. docs/runbook.md says what to do about each alarm. */
export class WatchStack extends Stack {
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: Props) {
    super(scope, id, props);
    const { environment, data } = props;
    this.#topic = data.alarms;
    this.#functions(environment);
    this.#machines(environment);
    this.#doors(environment);
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
      this.#watch(`${name}Throttles`, {
        namespace: "AWS/Lambda",
        metricName: "Throttles",
        dimensions: { FunctionName },
        says: `${name}: throttles`,
      });
    }
    this.#errors(environment);
  }

  /** Those of functions that people call are watched where their new code comes in (shift.ts). */
  #errors(environment: Environment): void {
    const namespace = "AWS/Lambda";
    const metricName = "Errors";
    const ofGate = { FunctionName: gateNameOf(environment) };
    this.#watch("OriginGateErrors", {
      namespace,
      metricName,
      dimensions: ofGate,
      says: "OriginGate: errors",
    });
    for (const name of calledByEvents) {
      const dimensions = { FunctionName: functionNameOf(environment, name) };
      this.#watch(`${name}Errors`, { namespace, metricName, dimensions, says: `${name}: errors` });
    }
    for (const name of functionsCalledBy("machine")) {
      const dimensionsMap = { FunctionName: functionNameOf(environment, name) };
      const errors = new Metric({
        namespace,
        metricName,
        dimensionsMap,
        statistic: "Sum",
        period: fiveMinutes,
      });
      const later = countAskedAgain(this, environment, name);
      this.#alarm(`${name}Errors`, {
        says: `${name}: errors, but for those that the machine tries again`,
        metric: new MathExpression({
          expression: "errors - FILL(later, 0)",
          usingMetrics: { errors, later },
          period: fiveMinutes,
        }),
      });
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

  /** What waits to be played again, and the table. */
  #doors(environment: Environment): void {
    for (const name of calledByEvents) {
      this.#watch(`${name}Waiting`, {
        namespace: "AWS/SQS",
        metricName: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: waitingQueueOf(environment, name) },
        says: `${name}: events that did not get through wait to be played again`,
        statistic: "Maximum",
      });
    }
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
    watch("DeliveriesStuck", "DeliveriesStuck", {
      says: "something has been waiting to leave the table for an hour; each such thing rings once",
    });
    watch("MailUnwritten", "MailsUnwritten", {
      says: "a mail cannot be written, because its text names what is not given; it rings each morning until it is mended",
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
        period: fiveMinutes,
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
    const { namespace, metricName, dimensions, statistic = "Sum" } = watched;
    const metric = new Metric({
      namespace,
      metricName,
      ...(dimensions ? { dimensionsMap: dimensions } : {}),
      statistic,
      period: fiveMinutes,
    });
    this.#alarm(id, { ...watched, metric });
  }

  #alarm(
    id: string,
    { metric, says, above = 0, spans = 1, silence }: Rung & { readonly metric: IMetric },
  ): void {
    const alarm = new Alarm(this, id, {
      alarmName: `${this.stackName.replace(/-watch$/, "")}-${id}`,
      alarmDescription: says,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: spans,
      treatMissingData: silence ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
  }
}
