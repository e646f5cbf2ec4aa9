import { expect, it } from "vitest";
import { functionNames } from "../../../infra/stacks/called-by.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { listOf, recordOf, resourcesOf, synthesize, textOf } from "./synthesized.ts";

const processes = await everyProcess();

const made = synthesize();
const dashboards = resourcesOf([made.watch], "AWS::CloudWatch::Dashboard").map(({ properties }) => {
  const body: unknown = JSON.parse(textOf(properties.DashboardBody));
  const metrics = listOf(recordOf(body).widgets).flatMap((widget) =>
    listOf(recordOf(recordOf(widget).properties).metrics).map((metric) => listOf(metric).map(String)),
  );
  return { name: textOf(properties.DashboardName), metrics };
});
const shownOn = (name: string): readonly (readonly string[])[] =>
  dashboards.find((dashboard) => dashboard.name === name)?.metrics ?? [];

it("one dashboard shows how each machine and each function does", () => {
  const shown = shownOn("kelias-dev-machines");
  for (const { id } of processes) {
    const ofMachine = shown.filter((metric) => metric.some((part) => part.endsWith(`-dev-${id}`)));
    expect(ofMachine.map(([, metric]) => metric)).toEqual([
      "ExecutionsStarted",
      "ExecutionsFailed",
      "ExecutionsTimedOut",
      "ExecutionTime",
    ]);
  }
  const ofFunctions = shown.filter(([namespace]) => namespace === "AWS/Lambda");
  expect(ofFunctions.map(([, metric]) => metric)).toEqual([
    ...functionNames.map(() => "Errors"),
    ...functionNames.map(() => "Duration"),
    "IteratorAge",
  ]);
});

it("the other shows what people do, by figures that the logs are counted for, without a dimension that could name one", () => {
  const counted = resourcesOf([made.watch], "AWS::Logs::MetricFilter").flatMap(({ properties }) =>
    listOf(properties.MetricTransformations).map((metric) => recordOf(metric).MetricName),
  );
  const shown = shownOn("kelias-dev-people");
  expect(shown.map(([, metric]) => metric)).toEqual([
    "ApplicationsStored",
    "AnswersStored",
    "TasksOpened",
    "TasksExpired",
    "MailsSent",
    "MailsHeldBack",
    "MailsStopped",
    "MailReports",
    "CasesEnded",
    "DeliveriesFailed",
    "Undelivered",
    "DeliveriesStuck",
  ]);
  for (const [namespace, metric, options] of shown) {
    expect(namespace).toBe("Kelias/dev");
    expect(counted).toContain(metric);
    expect(options).toBe("[object Object]");
  }
});
