import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statuses } from "../../../../infra/local/rehearse/summary.ts";
import { faultsOf } from "../../../functions/payments/bank-schema.ts";
import { mailsOf } from "./killing.ts";
import { shippedText } from "./plain-files.ts";
import { randomRehearsal } from "./random-rehearsal.ts";
import {
  bytesOf,
  casesOf,
  foretoldFor,
  layOut,
  type RehearsalFolder,
  rowsOf,
  runRehearsal,
} from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the shipped call with its two hundred people", () => {
  let files: RehearsalFolder;
  beforeAll(async () => {
    files = layOut(join(folder, "shipped"), {
      callText: shippedText("call.json"),
      peopleText: shippedText("people.csv"),
    });
    await runRehearsal(files);
  }, 240_000);

  it("brings everyone to the end that the rules foretell, by every way there is", async () => {
    const cases = casesOf(files);
    expect(cases).toHaveLength(200);
    expect(cases).toEqual(await foretoldFor(files));
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(statuses));
  });

  it("gives the bank a valid file of every payment, with the sums of the cases to the cent", async () => {
    const xml = bytesOf(files, "payments.xml");
    expect(await faultsOf(xml)).toEqual([]);
    const cents = (column: string) => rowsOf(files, "cases.csv").map((row) => Number(row[column] ?? 0));
    const paid = [...cents("advance_cents"), ...cents("balance_cents")].filter((sum) => sum > 0);
    const [sum, count] = [/<CtrlSum>(\d+)\.(\d\d)</, /<NbOfTxs>(\d+)</].map((said) =>
      Number((said.exec(xml) ?? []).slice(1).join("")),
    );
    expect([sum, count]).toEqual([paid.reduce((all, one) => all + one, 0), paid.length]);
    const asked = [...xml.matchAll(/<InstdAmt Ccy="EUR">(\d+)\.(\d\d)</g)].map(([, euros, rest]) =>
      Number(`${euros}${rest}`),
    );
    expect(asked.toSorted((a, b) => a - b)).toEqual(paid.toSorted((a, b) => a - b));
  });

  it("counts as many mails of each case as were sent, and sends none twice at once", () => {
    // Two people of the file may share a name, so mails are counted by name on both sides.
    const sent = tally(rowsOf(files, "mails.csv").map(({ applicant = "" }) => [applicant, 1]));
    const said = tally(
      rowsOf(files, "cases.csv").map(({ applicant = "", mails }) => [applicant, Number(mails)]),
    );
    sent.delete("");
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries([...said].filter(([, mails]) => mails > 0)));
    const moments = mailsOf(files).map((mail) => mail.replace(/, round \d+/, ""));
    expect(new Set(moments).size).toBe(moments.length);
  });
});

describe("a call and people by chance", () => {
  it("come to what the rules foretell, and byte for byte to the same a second time", async () => {
    const texts = randomRehearsal(23, 16);
    const [first, second] = [layOut(join(folder, "first"), texts), layOut(join(folder, "second"), texts)];
    await runRehearsal(first);
    await runRehearsal(second);
    expect(casesOf(first)).toEqual(await foretoldFor(first));
    for (const name of ["cases.csv", "mails.csv", "payments.xml", "summary.json", "report.html"]) {
      expect(bytesOf(second, name), name).toBe(bytesOf(first, name));
    }
  }, 180_000);
});

function tally(counts: readonly (readonly [name: string, count: number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [name, count] of counts) totals.set(name, (totals.get(name) ?? 0) + count);
  return totals;
}
