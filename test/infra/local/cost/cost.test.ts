import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Assumed,
  type Counts,
  type Prices,
  readAssumed,
  readCounts,
  readPrices,
} from "../../../../infra/local/cost/counts.ts";
import { costPage, costPath } from "../../../../infra/local/cost/page.ts";
import { caseCosts, idleCosts, sumOf } from "../../../../infra/local/cost/price.ts";
import { inRepository } from "../../../../infra/machine-file.ts";
import { processIds } from "../../../../workflows/catalogue.ts";
import { resourcesOf, stacksOf, synthesize } from "../../stacks/synthesized.ts";

const counts = readCounts();
const prices = readPrices();
const assumed = readAssumed();
const page = readFileSync(inRepository(costPath), "utf8");

/** The rows of a table of the page, by the heading that it stands under, without their bold type. */
const rowsUnder = (heading: string): readonly (readonly string[])[] => {
  const [, after = ""] = page.split(`## ${heading}`);
  const lines = (after.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
  return lines.slice(2).map((line) => line.slice(2, -2).replaceAll("*", "").split(" | "));
};

describe("docs/cost.md", () => {
  it("is what the command makes of the counts, the prices and what is assumed today", () => {
    expect(page).toBe(costPage(counts, prices, assumed));
  });

  it("has parts that come to what stands at their end, a cent's hundredth more or less", () => {
    const rows = rowsUnder("A case, by part, in US cents");
    expect(rows.map(([process]) => process)).toEqual(Object.keys(counts));
    for (const [, ...cells] of rows) {
      const figures = cells.map(Number);
      const together = figures.at(-1) ?? Number.NaN;
      expect(Math.abs(figures.slice(0, -1).reduce((sum, cost) => sum + cost, 0) - together)).toBeLessThan(
        0.01,
      );
    }
  });

  it("has a year that is its cases by their price and twelve months of being there", () => {
    const perCase = new Map(
      rowsUnder("A case, by part, in US cents").map((row) => [row[0], Number(row.at(-1)) / 100]),
    );
    const idle = Number(rowsUnder("A month in which nobody comes, in US dollars").at(-1)?.[1]);
    const year = Number(rowsUnder("A country, a year, in US dollars").at(-1)?.[2]);
    let expected = idle * 12;
    for (const [process, usd] of perCase) expected += (assumed.yearly[process ?? ""] ?? 0) * usd;
    expect(Math.abs(year - expected)).toBeLessThan(1);
  });

  it("counts a process that is played to its end, and names each that a country runs", () => {
    for (const [process, { cases, transitions, mails }] of Object.entries(counts)) {
      expect(processIds).toContain(process);
      expect(Math.min(transitions, mails)).toBeGreaterThan(cases);
    }
    expect(Object.keys(assumed.yearly)).toEqual(Object.keys(counts));
  });

  it("assumes about as many alarms, figures and secrets as the templates have", () => {
    const all = resourcesOf(stacksOf(synthesize()));
    const of = (type: string) => all.filter((resource) => resource.type === type);
    const near = (said: number, found: number) => expect(Math.abs(said - found) / found).toBeLessThan(0.25);
    const metrics = of("AWS::Logs::MetricFilter").map(({ properties }) =>
      JSON.stringify(properties.MetricTransformations),
    );
    near(assumed.idle.alarms, of("AWS::CloudWatch::Alarm").length);
    near(assumed.idle.ownMetrics, new Set(metrics).size);
    expect(assumed.idle).toMatchObject({
      dashboards: of("AWS::CloudWatch::Dashboard").length,
      keys: of("AWS::KMS::Key").length,
      secrets: of("AWS::SecretsManager::Secret").length,
    });
  });
});

describe("a price", () => {
  const one = { usd: 1, per: 1, unit: "", source: "https://aws.amazon.com/" };
  const dear = {
    ...prices,
    prices: {
      ...prices.prices,
      stateTransitions: { ...one, usd: 25, per: 1000 },
      functionCalls: { ...one, usd: 2, per: 1000 },
      functionGigabyteSeconds: { ...one, usd: 3 },
      mails: { ...one, usd: 0.5 },
      tableReads: { ...one, usd: 1, per: 100 },
      tableWrites: { ...one, usd: 5, per: 100 },
    },
  } satisfies Prices;
  const quiet: Assumed = {
    ...assumed,
    seconds: { ...assumed.seconds, OpenTask: 0.5, Portal: 0.1, KeepLines: 0, document: 0 },
    pagesPerRequest: 3,
    readUnitsPerPage: 2,
    changesPerLine: 1_000_000,
    documentsPerCase: 0,
  };
  const played: Counts[string] = {
    cases: 10,
    executions: 11,
    transitions: 400,
    calls: { OpenTask: 100 },
    requests: 25,
    mails: 30,
    readUnits: 800,
    writeUnits: 60,
    storedBytes: 0,
  };

  it("of a case is what everybody's play came to, shared: worked out by hand", () => {
    const costs = caseCosts(played, dear, quiet);
    // 400 transitions at 25 for a thousand make 10, of ten people 1 each.
    expect(costs.machines).toBeCloseTo(1, 9);
    // 30 mails at half a dollar make 15.
    expect(costs.mails).toBeCloseTo(1.5, 9);
    // 25 requests and three pages for each are 100 pages of 2 units: 800 + 200 read units make 10, 60 write units 3.
    expect(costs.table).toBeCloseTo(1.3, 9);
    // 100 calls of 0.5 s and 100 pages of 0.1 s with half a gigabyte are 30 gigabyte-seconds: 90, and 200 calls 0.4.
    expect(costs.functions).toBeCloseTo(9.04, 4);
    expect(costs.storage).toBe(0);
  });

  it("together is the sum of its parts, and of nobody it is that of being there", () => {
    const costs = caseCosts(played, dear, quiet);
    expect(sumOf(costs)).toBeCloseTo(
      Object.values(costs).reduce((sum, cost) => sum + cost, 0),
      9,
    );
    const idle = idleCosts(prices, { ...assumed, seconds: {}, logBytesPerCall: 0 });
    const { alarms, ownMetrics, dashboards } = assumed.idle;
    expect(idle["alarms, figures and dashboards"]).toBeCloseTo(
      alarms * 0.1 + ownMetrics * 0.3 + dashboards * 3,
      9,
    );
    expect(idle["key and secrets"]).toBeCloseTo(1 + 2 * 0.4, 9);
  });
});
