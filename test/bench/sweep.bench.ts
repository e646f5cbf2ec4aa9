import { stepFunctionsQuotas as quotas } from "../../functions/events/quotas.ts";
import { type Budget, type Report, type Row, row } from "./report.ts";
import { type Came, type Simulated, simulate } from "./sweep/simulate.ts";

const starts = 1_000_000;
const inTime: Budget = {
  text: "≤ 120 min",
  most: 120,
  limitedBy: `StartExecution takes ${quotas.StartExecution.perSecond} a second of an account in the smaller regions; the quota can be raised.`,
};
const once: Budget = {
  text: "1 000 000",
  least: starts,
  limitedBy:
    "an execution is named after its case and generation, so that the service makes one of two starts.",
};
const refusals: Budget = {
  text: "≤ 10 %",
  most: 10,
  limitedBy: "each sweeper finds its share of the quota by being refused.",
};

const worlds: readonly (readonly [string, Simulated])[] = [
  ["nothing goes wrong", { starts, broken: 0 }],
  [
    "each sweeper is cut off every half hour, and 1000 starts are broken",
    { starts: starts + 1000, broken: 1000, dieEvery: 30 },
  ],
];

/** A deadline day with a million applications, in virtual time against the quotas of AWS. */
export async function measure(): Promise<Report> {
  const rows: Row[] = [];
  for (const [name, world] of worlds) rows.push(...rowsOf(name, await simulate(world)));
  const paper = (starts - quotas.StartExecution.bucket) / quotas.StartExecution.perSecond / 60;
  return {
    rows,
    notes: [
      `On paper: (1 000 000 − ${quotas.StartExecution.bucket}) ÷ ${quotas.StartExecution.perSecond} a second = ${paper.toFixed(1)} min, and three transitions a start (its beginning, the choice where to, the first question) are ${3 * quotas.StartExecution.perSecond} of ${quotas.StateTransition.perSecond} a second.`,
      "Claims, rounds and paces are the product's own; table and service are stand-ins with latencies (40–120 ms for what is read and written, 30–90 ms for a start) and a bucket of tokens. Nothing of this was measured on AWS.",
    ],
  };
}

function rowsOf(
  name: string,
  { seconds, started, again, refused, deaths, postponed, overtaken }: Came,
): Row[] {
  const minutes = seconds / 60;
  const share = (100 * refused) / (started + refused);
  return [
    row(`${name}: 1 000 000 starts`, `${minutes.toFixed(1)} min`, minutes, inTime),
    row(
      `${name}: executions`,
      `${started.toLocaleString("en").replaceAll(",", " ")}, ${again} asked for again`,
      started,
      once,
    ),
    row(`${name}: refused by the quota`, `${share.toFixed(1)} %`, share, refusals),
    row(
      `${name}: overtaken`,
      `by ${overtaken} of its shard at most; ${deaths} sweepers cut off, ${postponed} postponements`,
      overtaken,
    ),
  ];
}
