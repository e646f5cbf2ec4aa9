import { Duration } from "aws-cdk-lib";
import { Metric, Unit } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { type FunctionEntry, type FunctionName, functionCatalogue } from "../../functions/catalogue.ts";
import type { MessageCode } from "../../functions/log.ts";
import { functionNames } from "./called-by.ts";
import type { Environment } from "./environment.ts";
import { functionLogsOf } from "./names.ts";

interface Source {
  /** The registered log line that is counted. */
  readonly code: MessageCode;
  /** Whose logs hold it. */
  readonly loggedBy: readonly FunctionName[];
  /** What is added for each line: one, or a figure of the line. */
  readonly value?: string;
}

const which = (choose: (entry: FunctionEntry) => boolean): readonly FunctionName[] =>
  functionNames.filter((name) => choose(functionCatalogue[name]));

const sendMail = which(({ sendsMail }) => sendsMail);
const deliver = which(({ sendsMail, machines }) => sendsMail || machines.length > 0);

/** What people do and receive, counted from registered log lines: figures only, so nobody's data leave the logs. */
const figures = {
  ApplicationsStored: { code: "K101", loggedBy: ["SubmitApplication"] },
  AnswersStored: { code: "K102", loggedBy: ["Portal"] },
  TasksOpened: { code: "K201", loggedBy: ["OpenTask"] },
  TasksExpired: { code: "K204", loggedBy: ["ExpireTask"] },
  CasesEnded: { code: "K203", loggedBy: ["EndCase"] },
  MailsSent: { code: "K301", loggedBy: sendMail },
  MailsHeldBack: { code: "K302", loggedBy: sendMail },
  MailsStopped: { code: "K304", loggedBy: sendMail },
  MailsUnwritten: { code: "K308", loggedBy: sendMail },
  MailReports: { code: "K305", loggedBy: ["MailFeedback"] },
  DeliveriesFailed: { code: "K303", loggedBy: deliver },
  DeliveriesStuck: { code: "K402", loggedBy: ["Sweeper", "RunJobs"] },
  Undelivered: { code: "K401", loggedBy: ["Sweeper"], value: "$.later" },
  Rounds: { code: "K401", loggedBy: ["Sweeper"] },
} as const satisfies Record<string, Source>;

export type Figure = keyof typeof figures;

/** Where CloudWatch keeps an environment's figures. */
export const figureSpace = ({ name }: Environment): string => `Kelias/${name}`;

/**
 * How often a function that machines call ended by asking to be called again, as it may when a service is down, or by ending an execution
 * whose road goes on in the next one. To Lambda these are errors like any other.
 */
export function countAskedAgain(scope: Construct, environment: Environment, name: FunctionName): Metric {
  const metricName = `${name}AsksAgain`;
  const namespace = figureSpace(environment);
  new MetricFilter(scope, metricName, {
    logGroup: LogGroup.fromLogGroupName(scope, `${metricName}Logs`, functionLogsOf(environment, name)),
    filterPattern: FilterPattern.literal('{ $.code = "K003" || $.code = "K210" }'),
    metricNamespace: namespace,
    metricName,
    metricValue: "1",
    unit: Unit.COUNT,
  });
  return new Metric({ namespace, metricName, statistic: "Sum", period: Duration.minutes(5) });
}

/** Has CloudWatch count every figure, by the names of log groups that earlier stacks make. */
export function countFigures(scope: Construct, environment: Environment): void {
  const groups = new Map(
    functionNames.map((name) => [
      name,
      LogGroup.fromLogGroupName(scope, `${name}Logs`, functionLogsOf(environment, name)),
    ]),
  );
  for (const [metricName, figure] of Object.entries<Source>(figures)) {
    for (const name of figure.loggedBy) {
      const logGroup = groups.get(name);
      if (!logGroup) throw new Error(`the catalogue has no ${name}`);
      new MetricFilter(scope, `${metricName}By${name}`, {
        logGroup,
        filterPattern: FilterPattern.literal(`{ $.code = "${figure.code}" }`),
        metricNamespace: figureSpace(environment),
        metricName,
        metricValue: figure.value ?? "1",
        unit: Unit.COUNT,
      });
    }
  }
}
