import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { paidInAll, sumsOf } from "../../../workflows/kernel/ledger.ts";
import type { Table } from "../../../workflows/kernel/rehearsal.ts";
import { ledgerTable } from "./ledger-table.ts";
import { describeRun } from "./machine.ts";
import { writeRun, writeTable } from "./outputs.ts";
import { type PlayedCall, playAll } from "./play-all.ts";
import type { ProgrammeCall } from "./programme-files.ts";
import { peopleTable } from "./programme-people.ts";
import { aligned } from "./table.ts";
import { writePlayed } from "./whole-call.ts";

/** Plays all calls of a programme by one clock; what each came to is written into a folder of its name, and what all did beside them. */
export async function rehearseProgramme(
  calls: readonly ProgrammeCall[],
  folder: string,
  out: string,
): Promise<void> {
  const began = performance.now();
  await playAll(folder, calls, async ({ house }, played) => {
    const wallSeconds = (performance.now() - began) / 1000;
    mkdirSync(out, { recursive: true });
    for (const one of played) writePlayed(join(out, one.read.name), one, wallSeconds);
    const table = programmeTable(played);
    writeTable(out, table);
    writeTable(out, await peopleTable(house, calls));
    writeRun(out, describeRun(wallSeconds));
    const printed = [table.columns, ...table.rows.map((row) => row.map(String))];
    process.stdout.write(`${aligned([...printed, totalOf(table)]).join("\n")}\n`);
    process.stdout.write(ledgerTable(played.flatMap(({ ended }) => ended.moved)));
  });
}

const columns = [
  ...["process", "cases", "ended", "stuck", "mails"],
  ...["paid_cents", "recovered_cents", "transitions"],
] as const;

/** `programme.csv`: a line for each process, in the order of the calls' folders [processes, part 14]. */
function programmeTable(played: readonly PlayedCall<ProgrammeCall>[]): Table {
  const byProcess = Map.groupBy(played, ({ read }) => read.read.process.id);
  return {
    name: "programme.csv",
    columns,
    rows: [...byProcess].map(([process, calls]) => {
      const sum = (count: (call: PlayedCall<ProgrammeCall>) => number): number =>
        calls.reduce((sum, call) => sum + count(call), 0);
      const all = sum(({ ended }) => ended.cases.all);
      const over = sum(({ ended }) => ended.cases.ended);
      const money = sumsOf(calls.flatMap(({ ended }) => ended.moved));
      return [
        ...[process, all, over, all - over, sum(({ ended }) => ended.mails.filter(isOfCall).length)],
        ...[paidInAll(money), money.recovered, sum(({ ended }) => ended.totals.transitions)],
      ];
    }),
  };
}

/** A digest tells its reader of all calls at once. */
const isOfCall = ({ template }: PlayedCall<ProgrammeCall>["ended"]["mails"][number]): boolean =>
  template !== "digest";

/** All processes together, for the screen. */
const totalOf = ({ rows }: Table): readonly string[] => [
  "all",
  ...columns
    .slice(1)
    .map((_, index) => String(rows.reduce((sum, row) => sum + Number(row[index + 1] ?? 0), 0))),
];
