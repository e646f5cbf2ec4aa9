import { describe, expect, it } from "vitest";
import { type FunctionEntry, functionCatalogue } from "../../../functions/catalogue.ts";
import { everyShard, shardsOfSweepers } from "../../../functions/store/keys.ts";
import { functionsCalledBy } from "../../../infra/stacks/called-by.ts";
import { functionOf, liveOf, recordOf, resourcesOf, synthesize, textOf } from "./synthesized.ts";

const made = synthesize();
const of = (type: string) => resourcesOf([made.portal], `AWS::ApiGatewayV2::${type}`);

/** The function behind a route, by the integration that the route names. */
const behind = (target: string): string => {
  const integration = of("Integration").find(({ id }) => target.includes(`<${id}>`));
  return textOf(integration?.properties.IntegrationUri);
};

describe("the API", () => {
  it("has the routes of the catalogue, each before its function, and no others", () => {
    const wanted = functionsCalledBy("http").flatMap((name) => {
      const entry: FunctionEntry = functionCatalogue[name];
      return (entry.routes ?? []).map((route) => `${route} → ${liveOf(made, name)}`);
    });
    const found = of("Route").map(
      ({ properties }) => `${properties.RouteKey} → ${behind(textOf(properties.Target))}`,
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it("logs the route of a request, never its path, its query or who asks", () => {
    const [stage] = of("Stage");
    const format = textOf(recordOf(stage?.properties.AccessLogSettings).Format);
    const logged = [...format.matchAll(/\$context\.([\w.]+)/g)].map(([, variable]) => variable);
    expect(logged).toEqual([
      "requestId",
      "requestTimeEpoch",
      "routeKey",
      "status",
      "responseLatency",
      "responseLength",
      "integrationErrorMessage",
    ]);
  });

  it("asks to come back whoever comes too fast", () => {
    const [stage] = of("Stage");
    expect(stage?.properties.DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
  });
});

describe("the timetable", () => {
  it("calls each function that has a schedule, by the clock of Vilnius", () => {
    const schedules = resourcesOf([made.workflow], "AWS::Scheduler::Schedule");
    expect(
      schedules.map(({ properties }) => [
        properties.ScheduleExpression,
        properties.ScheduleExpressionTimezone,
        textOf(recordOf(properties.Target).Arn),
      ]),
    ).toEqual(
      functionsCalledBy("schedule").flatMap((name) => {
        const entry: FunctionEntry = functionCatalogue[name];
        return (entry.told ?? [{}]).map(() => [entry.schedule, "Europe/Vilnius", liveOf(made, name)]);
      }),
    );
  });

  it("calls a sweeper for each part of what waits, so that several work it off side by side", () => {
    const told = resourcesOf([made.workflow], "AWS::Scheduler::Schedule").flatMap(({ properties }) => {
      const { Arn, Input } = recordOf(properties.Target);
      return textOf(Arn) === liveOf(made, "Sweeper") ? [JSON.parse(textOf(Input))] : [];
    });
    const shards = told.flatMap(({ sweeper }) => shardsOfSweepers[sweeper] ?? []);
    expect(shards.toSorted()).toEqual(everyShard.toSorted());
    expect(told).toHaveLength(5);
    // What one has left when its time is up waits for the next minute's call, so a long one makes few such pauses.
    expect(functionOf(made, "Sweeper").properties.Timeout).toBe(900);
  });

  it("tries again what comes once a day, and leaves what comes each minute to the next", () => {
    const retries = resourcesOf([made.workflow], "AWS::Lambda::EventInvokeConfig").map(
      ({ properties }) => `${textOf(properties.Qualifier)} ${properties.MaximumRetryAttempts}`,
    );
    expect(retries).toEqual([
      `${liveOf(made, "Sweeper")} 0`,
      `${liveOf(made, "RunJobs")} 0`,
      `${liveOf(made, "Digest")} 2`,
    ]);
  });
});
