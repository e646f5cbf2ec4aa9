import type { Assumed, Counts, Prices } from "./counts.ts";
import { caseCosts, idleCosts, parts, sumOf } from "./price.ts";

export const costPath = "docs/cost.md";

const cents = (usd: number): string => (usd * 100).toFixed(3);
const dollars = (usd: number): string => usd.toFixed(2);
const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    row(...head),
    row(...head.map((_, place) => (place === 0 ? "---" : "---:"))),
    ...rows.map((cells) => row(...cells)),
  ].join("\n");

/** The page of what Kelias costs on AWS. */
export function costPage(counts: Counts, prices: Prices, assumed: Assumed): string {
  const processes = Object.entries(counts).map(([process, counted]) => ({
    process,
    counted,
    costs: caseCosts(counted, prices, assumed),
    yearly: assumed.yearly[process] ?? 0,
  }));
  const idle = Object.entries(idleCosts(prices, assumed));
  const idleMonth = idle.reduce((sum, [, usd]) => sum + usd, 0);
  const casesYear = processes.reduce((sum, { costs, yearly }) => sum + sumOf(costs) * yearly, 0);
  const people = processes.reduce((sum, { yearly }) => sum + yearly, 0);
  const perCase = ({ counted }: (typeof processes)[number], units: number) =>
    (units / counted.cases).toFixed(0);
  return `${[
    "# What it costs on AWS",
    `Made by \`npm run -s cost\` from three files of \`infra/local/cost\`: what the shipped rehearsals ask of services (\`counts.json\`;
\`npm run -s cost -- --count\` plays and counts them anew), prices of ${prices.region} in ${prices.currency} as of ${prices.asOf} with their
sources (\`prices.json\`), and what is assumed besides (\`assumed.json\`). ${prices.note} Not counted: outgoing data,
the scan of files, calls of the key, the domain, a support plan.`,
    "## A case, by part, in US cents",
    `With its share of the call or the group, and ${assumed.months} months of keeping what it leaves.`,
    table(
      ["process", ...parts, "**together**"],
      processes.map(({ process, costs }) => [
        process,
        ...parts.map((part) => cents(costs[part])),
        `**${cents(sumOf(costs))}**`,
      ]),
    ),
    "## What a case asks for",
    table(
      [
        "process",
        "people played",
        "state transitions",
        "calls by machines",
        "requests",
        "mails",
        "read units",
        "write units",
        "bytes kept",
      ],
      processes.map((one) => [
        one.process,
        one.counted.cases,
        perCase(one, one.counted.transitions),
        perCase(
          one,
          Object.values(one.counted.calls).reduce((sum, calls) => sum + calls, 0),
        ),
        perCase(one, one.counted.requests),
        perCase(one, one.counted.mails),
        perCase(one, one.counted.readUnits),
        perCase(one, one.counted.writeUnits),
        perCase(one, one.counted.storedBytes),
      ]),
    ),
    "## A country, a year, in US dollars",
    `${people} people apply in a year, by process as below.`,
    table(
      ["", "people", "USD a year"],
      [
        ...processes.map(({ process, costs, yearly }) => [process, yearly, dollars(sumOf(costs) * yearly)]),
        ["being there (below, twelve months)", "", dollars(idleMonth * 12)],
        ["**together**", `**${people}**`, `**${dollars(casesYear + idleMonth * 12)}**`],
      ],
    ),
    "## A month in which nobody comes, in US dollars",
    table(
      ["for", "USD a month"],
      [...idle.map(([what, usd]) => [what, dollars(usd)]), ["**together**", `**${dollars(idleMonth)}**`]],
    ),
    "## What is assumed",
    [
      `- Seconds that a call lasts, warm: ${Object.entries(assumed.seconds)
        .map(([name, seconds]) => `${name === "document" ? "one that makes a PDF" : name} ${seconds}`)
        .join(", ")}; with the memory of \`functions/catalogue.ts\`.`,
      `- For each request that is sent (a rehearsal uses the API) a person opens ${assumed.pagesPerRequest} pages, each of ${assumed.readUnitsPerPage} read units.`,
      `- Lines are brought up to date once for ${assumed.changesPerLine} write units. Each case has ${assumed.documentsPerCase} documents made, and keeps as many files of ${assumed.documentKilobytes} KB.`,
      `- A state transition logs ${assumed.logBytesPerTransition} bytes, a call ${assumed.logBytesPerCall}; every call is traced, which is more than X-Ray samples on busy days.`,
      `- Being there: a round of the sweeper reads ${assumed.idle.sweeperReadUnits} units and one of RunJobs ${assumed.idle.jobsReadUnits}; ${assumed.idle.alarms} alarms, ${assumed.idle.ownMetrics} figures, ${assumed.idle.dashboards} dashboards, ${assumed.idle.firewallRules} rules of the firewall.`,
    ].join("\n"),
  ].join("\n\n")}\n`;
}
