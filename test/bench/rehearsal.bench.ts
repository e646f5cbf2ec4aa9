import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { makePeople } from "../data/rehearsal/make-people.ts";
import { shippedText } from "../infra/local/rehearse/plain-files.ts";
import { casesOf, layOut } from "../infra/local/rehearse/run-rehearsal.ts";
import { type Cost, costOf } from "./cost.ts";
import { type Budget, type Measure, type Row, row } from "./report.ts";

const budget: Budget = {
  text: "≤ 100 ms",
  most: 100,
  limitedBy:
    "reading cases takes a quarter (SQLite, JSON, the items' schemas), writing and committing a tenth; the rest is spread: mails, machines, handlers.",
};

const shippedPeople = 200;
const command = "infra/local/rehearse.ts";

/** The shipped call of 200 people; when there is time, of 1 000 and 5 000 with places in proportion. */
export const measure: Measure = async ({ isLong }) => {
  const rows: Row[] = [];
  for (const people of isLong ? [shippedPeople, 1000, 5000] : [shippedPeople]) {
    rows.push(...rowsOf(people, await rehearse(people)));
  }
  return { rows, notes: ["CPU and memory of the whole command, with its start and its output files."] };
};

async function rehearse(people: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-rehearsal-"));
  try {
    const peopleText = people === shippedPeople ? shippedText("people.csv") : makePeople(2027, people);
    const files = layOut(folder, { callText: callFor(people), peopleText });
    const cost = await costOf(command, ["--call", files.call, "--people", files.people, "--out", files.out]);
    const ended = casesOf(files).length;
    if (ended !== people) throw new Error(`${ended} of ${people} people came to an end`);
    return cost;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const callFile = z.looseObject({ places: z.record(z.string(), z.number()) });

/** The shipped call with as many places for each applicant. */
function callFor(people: number): string {
  const call = callFile.parse(JSON.parse(shippedText("call.json")));
  const places = Object.entries(call.places).map(([country, count]) => [
    country,
    Math.round((count * people) / shippedPeople),
  ]);
  return JSON.stringify({ ...call, places: Object.fromEntries(places) });
}

function rowsOf(people: number, { cpuMillis, wallMillis, peakBytes }: Cost): Row[] {
  const each = cpuMillis / people;
  return [
    row(`CPU a person of ${people}`, `${Math.round(each)} ms`, each, budget),
    row(`CPU of ${people} people`, `${(cpuMillis / 1000).toFixed(1)} s`, cpuMillis),
    row(`time for ${people} people`, `${(wallMillis / 1000).toFixed(1)} s`, wallMillis),
    row(`memory for ${people} people`, `${Math.round(peakBytes / 2 ** 20)} MiB`, peakBytes),
  ];
}
