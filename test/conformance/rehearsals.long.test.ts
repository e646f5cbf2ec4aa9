import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { csvOf, mailsTable } from "../../infra/local/rehearse/outputs.ts";
import { reportPage } from "../../infra/local/rehearse/report.tsx";
import type { Ended } from "../../infra/local/rehearse/roads.ts";
import { sumsOf } from "../../workflows/kernel/ledger.ts";
import { everyExample } from "../examples.ts";
import { faultsOf } from "../functions/payments/bank-schema.ts";
import { playInLives } from "../infra/local/rehearse/lives.ts";

const rehearsed = (await everyExample()).filter(({ process }) => process.call?.read);
const top = mkdtempSync(join(tmpdir(), "kelias-examples-"));
afterAll(() => rmSync(top, { recursive: true }));

/** How each road ended, whom was written what, and what was paid. */
const outcomeOf = ({ told, mails, moved, payments }: Ended) => ({
  tables: told.tables,
  mails: csvOf(mailsTable(mails)),
  moved,
  payments,
});

describe.each(rehearsed)("the example of $id", ({ id, read, part }) => {
  let whole: Ended;

  it("is played to its end, the ledger in balance, the payments such as a bank takes", async () => {
    const [ended] = await playInLives(join(top, id), [{ read, part }]);
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
    const [again] = await playInLives(join(top, `${id}-again`), [{ read, part }]);
    expect(again && outcomeOf(again)).toEqual(outcomeOf(whole));
  });
});
