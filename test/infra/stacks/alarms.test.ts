import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { messages } from "../../../functions/log.ts";
import { functionNames, functionsCalledBy } from "../../../infra/stacks/called-by.ts";
import { functionLogsOf } from "../../../infra/stacks/names.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { functionOf, listOf, recordOf, resourcesOf, stacksOf, synthesize, textOf } from "./synthesized.ts";

const processes = await everyProcess();

const made = synthesize();
const alarms = resourcesOf([made.portal, made.watch], "AWS::CloudWatch::Alarm").map(
  ({ properties }) => properties,
);
const edgeAlarms = resourcesOf([made.firewall], "AWS::CloudWatch::Alarm").map(({ properties }) => properties);

/** What an alarm watches: metric and the value of its dimension, of one that is worked out the first. */
const watched = alarms.map((alarm) => {
  const [, { MetricStat } = {}] = listOf(alarm.Metrics ?? []).map(recordOf);
  const { MetricName, Dimensions } = MetricStat ? recordOf(recordOf(MetricStat).Metric) : alarm;
  return `${MetricName} ${listOf(Dimensions ?? [])
    .map((dimension) => textOf(recordOf(dimension).Value))
    .join(" ")}`;
});

it.each(functionNames)("an alarm tells when %s fails, and one when it is throttled", (name) => {
  const deployed = textOf(functionOf(made, name).properties.FunctionName);
  expect(watched).toContain(`Errors ${deployed}`);
  expect(watched).toContain(`Throttles ${deployed}`);
});

it("an alarm tells when the gate before the API fails, or is throttled: nobody gets in then", () => {
  expect(watched).toContain("Errors kelias-dev-origin-gate");
  expect(watched).toContain("Throttles kelias-dev-origin-gate");
});

it.each(processes.map(({ id }) => id))(
  "an alarm tells when an execution of %s fails, runs out of time or is throttled",
  (id) => {
    const arn = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:stateMachine:kelias-dev-${id}`;
    for (const metric of ["ExecutionsFailed", "ExecutionsTimedOut", "ExecutionThrottled"]) {
      expect(watched).toContain(`${metric} ${arn}`);
    }
  },
);

const filters = resourcesOf([made.watch], "AWS::Logs::MetricFilter").map(({ properties }) => {
  const [metric] = listOf(properties.MetricTransformations).map(recordOf);
  return {
    log: textOf(properties.LogGroupName),
    pattern: properties.FilterPattern,
    metric: metric?.MetricName,
    value: metric?.MetricValue,
  };
});

it("the sweeper's own log shows what cannot be delivered, and that it runs at all", () => {
  const ofSweeper = { log: "/kelias/dev/sweeper", pattern: '{ $.code = "K401" }' };
  expect(filters).toContainEqual({ ...ofSweeper, metric: "Undelivered", value: "$.later" });
  expect(filters).toContainEqual({ ...ofSweeper, metric: "Rounds", value: "1" });
  expect(alarms.map(({ MetricName }) => MetricName)).toContain("Rounds");
});

it("what waits for an hour rings once, so that the next such thing rings again", () => {
  const stuck = filters.filter(({ metric }) => metric === "DeliveriesStuck");
  expect(stuck).toContainEqual({
    log: "/kelias/dev/sweeper",
    pattern: '{ $.code = "K402" }',
    metric: "DeliveriesStuck",
    value: "1",
  });
  expect(alarms.find(({ MetricName }) => MetricName === "DeliveriesStuck")).toMatchObject({
    Statistic: "Sum",
    Threshold: 0,
    EvaluationPeriods: 1,
    TreatMissingData: "notBreaching",
  });
});

it.each(functionsCalledBy("machine"))("what %s asks its machine to try again is no error", (name) => {
  const alarm = alarms.find(({ AlarmName }) => textOf(AlarmName) === `kelias-dev-${name}Errors`);
  const metrics = listOf(alarm?.Metrics).map(recordOf);
  expect(metrics.map(({ Expression }) => Expression)).toContain("errors - FILL(later, 0)");
  const later = metrics.find(({ Id }) => Id === "later");
  const { MetricName, Namespace } = recordOf(recordOf(later?.MetricStat).Metric);
  expect(Namespace).toBe("Kelias/dev");
  expect(filters).toContainEqual({
    log: functionLogsOf(made.environment, name),
    pattern: '{ $.code = "K003" || $.code = "K210" }',
    metric: MetricName,
    value: "1",
  });
});

it("what people do is counted in the logs of the functions that write it down, and only by registered codes", () => {
  const counted = filters.map(({ log, pattern, metric }) => `${metric} ${log} ${pattern}`);
  expect(counted).toEqual(
    expect.arrayContaining([
      'ApplicationsStored /kelias/dev/submit-application { $.code = "K101" }',
      'AnswersStored /kelias/dev/portal { $.code = "K102" }',
      'TasksOpened /kelias/dev/open-task { $.code = "K201" }',
      'TasksExpired /kelias/dev/expire-task { $.code = "K204" }',
      'MailsSent /kelias/dev/digest { $.code = "K301" }',
      'MailsHeldBack /kelias/dev/sweeper { $.code = "K302" }',
      'DeliveriesFailed /kelias/dev/sweeper { $.code = "K303" }',
    ]),
  );
  for (const { pattern } of filters) {
    const codes = [...String(pattern).matchAll(/\$\.code = "(K\d+)"/g)].map(([, code = ""]) => code);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(messages).toHaveProperty(code);
  }
});

it("every log that is counted is one that a function writes", () => {
  const written = resourcesOf(stacksOf(made), "AWS::Logs::LogGroup").map(({ properties }) =>
    textOf(properties.LogGroupName),
  );
  expect(filters.filter(({ log }) => !written.includes(log))).toEqual([]);
});

it("bounces and complaints raise an alarm before SES puts the account under review", () => {
  const above = (metric: string) => alarms.find(({ MetricName }) => MetricName === metric)?.Threshold;
  expect(above("Reputation.BounceRate")).toBeLessThan(0.05);
  expect(above("Reputation.ComplaintRate")).toBeLessThan(0.001);
});

it("every alarm says in words what is wrong", () => {
  for (const { AlarmDescription } of [...alarms, ...edgeAlarms]) expect(AlarmDescription).toMatch(/\w/);
});

it("what goes wrong before the API is watched in the region of CloudFront and its firewall", () => {
  expect(edgeAlarms.map(({ AlarmName }) => textOf(AlarmName))).toEqual([
    "kelias-dev-EdgeFails",
    "kelias-dev-FirewallBlocks",
  ]);
});

const runbook = readFileSync(new URL("../../../docs/runbook.md", import.meta.url), "utf8");

/** A group's process is called after its school's, and begins like it. */
const longestFirst = processes.map(({ id }) => id).toSorted((a, b) => b.length - a.length);

it("the runbook has a line for every alarm", () => {
  const general = [...alarms, ...edgeAlarms].map(({ AlarmName }) => {
    let name = textOf(AlarmName).replace("kelias-dev-", "");
    for (const known of functionNames)
      name = name.replace(new RegExp(`^${known}(?=Errors|Throttles|Waiting)`), "<Function>");
    for (const id of longestFirst) name = name.replace(id, "<process>");
    return name;
  });
  expect(general.filter((name) => !runbook.includes(`\`${name}\``))).toEqual([]);
});

it("the runbook names log lines by the meaning that they are registered with", () => {
  const named = [...runbook.matchAll(/^\| `(K\d+)` ([^|]+) \|/gm)].map(([, code, meaning]) => ({
    code,
    meaning,
  }));
  expect(named.length).toBeGreaterThan(0);
  for (const { code, meaning } of named) expect(Object.entries(messages)).toContainEqual([code, meaning]);
});
