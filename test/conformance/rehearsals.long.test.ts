import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkCall } from "../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../infra/local/rehearse/example-files.ts";
import { csvOf, mailsTable } from "../../infra/local/rehearse/outputs.ts";
import { readPeople } from "../../infra/local/rehearse/people-file.ts";
import { reportPage } from "../../infra/local/rehearse/report.tsx";
import type { Ended } from "../../infra/local/rehearse/roads.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { sumsOf } from "../../workflows/kernel/ledger.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { faultsOf } from "../functions/payments/bank-schema.ts";
import { playInLives } from "../infra/local/rehearse/lives.ts";

const rehearsed = (await everyProcess()).flatMap((process) =>
  process.rehearsal && process.call?.read ? [{ id: process.id, process }] : [],
);
const top = mkdtempSync(join(tmpdir(), "kelias-examples-"));
afterAll(() => rmSync(top, { recursive: true }));

/** The example that a process brings, read as a file of anybody's. */
async function exampleOf({ rehearsal }: Process) {
  const { callText, peopleText } = textsOf(
    (await (await rehearsal?.())?.example()) ?? { call: {}, people: [] },
  );
  const read = await checkCall(callText);
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const cast = readPeople(Buffer.from(peopleText), read.value.call);
  if (cast.outcome === "faulty") throw new Error(cast.faults.join());
  return { read: read.value, part: { call: read.value.call, cast: cast.value, events: [] } };
}

/** How each road ended, whom was written what, and what was paid. */
const outcomeOf = ({ told, mails, moved, payments }: Ended) => ({
  tables: told.tables,
  mails: csvOf(mailsTable(mails)),
  moved,
  payments,
});

describe.each(rehearsed)("the example of $id", ({ id, process }) => {
  let whole: Ended;

  it("is played to its end, the ledger in balance, the payments such as a bank takes", async () => {
    const [ended] = await playInLives(join(top, id), [await exampleOf(process)]);
    if (!ended) throw new Error("nothing came of it");
    whole = ended;
    expect(ended.told.tables.length).toBeGreaterThan(0);
    for (const { columns, rows } of ended.told.tables)
      for (const row of rows) expect(row).toHaveLength(columns.length);
    const { toPay, toRecover } = sumsOf(ended.moved);
    expect([toPay, toRecover]).toEqual([0, 0]);
    const title = { lt: "Pavyzdys", en: "Example" };
    const report = reportPage({ id, opens: "2027-01-04T09:00", title }, ended);
    expect(report).toContain("<h1>Pavyzdys</h1>");
    expect(report).not.toMatch(/NaN|undefined/);
    if (ended.payments !== undefined) expect(await faultsOf(ended.payments)).toEqual([]);
  });

  it("comes out the same each time", async () => {
    const [again] = await playInLives(join(top, `${id}-again`), [await exampleOf(process)]);
    expect(again && outcomeOf(again)).toEqual(outcomeOf(whole));
  });
});
