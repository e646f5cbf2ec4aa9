import { Duration, type Stack } from "aws-cdk-lib";
import { Dashboard, GraphWidget, Metric, PeriodOverride } from "aws-cdk-lib/aws-cloudwatch";
import { processIds } from "../../workflows/catalogue.ts";
import { machineArnPrefix } from "./arns.ts";
import { functionNames } from "./called-by.ts";
import type { Environment } from "./environment.ts";
import { type Figure, figureSpace } from "./figures.ts";
import { functionNameOf } from "./names.ts";

const half = 12;

/** How the machines and functions of an environment do, for whoever watches them run. */
export function machineDashboard(stack: Stack, environment: Environment): Dashboard {
  const ofMachines = (metricName: string, statistic: string) =>
    processIds.map(
      (id) =>
        new Metric({
          namespace: "AWS/States",
          metricName,
          dimensionsMap: { StateMachineArn: `${machineArnPrefix(stack, environment)}${id}` },
          statistic,
          label: id,
          period: Duration.minutes(5),
        }),
    );
  const ofFunctions = (metricName: string, statistic: string) =>
    functionNames.map(
      (name) =>
        new Metric({
          namespace: "AWS/Lambda",
          metricName,
          dimensionsMap: { FunctionName: functionNameOf(environment, name) },
          statistic,
          label: name,
          period: Duration.minutes(5),
        }),
    );
  const graph = (title: string, left: Metric[]) => new GraphWidget({ title, left, width: half });
  return new Dashboard(stack, "Machines", {
    dashboardName: `kelias-${environment.name}-machines`,
    periodOverride: PeriodOverride.AUTO,
    widgets: [
      [
        graph("Executions started", ofMachines("ExecutionsStarted", "Sum")),
        graph("Executions failed", ofMachines("ExecutionsFailed", "Sum")),
      ],
      [
        graph("Executions timed out", ofMachines("ExecutionsTimedOut", "Sum")),
        graph("Duration of executions, median, ms", ofMachines("ExecutionTime", "p50")),
      ],
      [
        graph("Errors of functions", ofFunctions("Errors", "Sum")),
        graph("Duration of functions, 99th percentile, ms", ofFunctions("Duration", "p99")),
      ],
      [
        graph("How far the lists of the console are behind the cases, ms", [
          new Metric({
            namespace: "AWS/Lambda",
            metricName: "IteratorAge",
            dimensionsMap: { FunctionName: functionNameOf(environment, "KeepLines") },
            statistic: "Maximum",
            label: "KeepLines",
            period: Duration.minutes(5),
          }),
        ]),
      ],
    ],
  });
}

/** What people do and receive, hour by hour: counts of log lines, no person in any of them. */
export function peopleDashboard(stack: Stack, environment: Environment): Dashboard {
  const graph = (title: string, shown: Readonly<Partial<Record<Figure, string>>>) =>
    new GraphWidget({
      title,
      width: half,
      left: Object.entries(shown).map(
        ([metricName, label]) =>
          new Metric({
            namespace: figureSpace(environment),
            metricName,
            statistic: "Sum",
            label,
            period: Duration.hours(1),
          }),
      ),
    });
  return new Dashboard(stack, "People", {
    dashboardName: `kelias-${environment.name}-people`,
    widgets: [
      [
        graph("Applications and answers", { ApplicationsStored: "applications", AnswersStored: "answers" }),
        graph("Tasks", { TasksOpened: "opened", TasksExpired: "expired" }),
      ],
      [
        graph("Mails", {
          MailsSent: "sent",
          MailsHeldBack: "held back by the provider's pace",
          MailsStopped: "held, because their address takes none",
          MailReports: "reported on by the provider",
        }),
        graph("Ends and failures", {
          CasesEnded: "cases ended",
          DeliveriesFailed: "deliveries failed",
          Undelivered: "left over by rounds of the sweeper",
          DeliveriesStuck: "have waited for an hour",
        }),
      ],
    ],
  });
}
