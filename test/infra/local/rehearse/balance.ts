import { expect, it } from "vitest";
import { faultsOf } from "../../../functions/payments/bank-schema.ts";
import { mailsOf } from "./killing.ts";
import { bytesOf, type RehearsalFolder, rowsOf } from "./run-rehearsal.ts";

/** What holds of every rehearsal of internships abroad, whoever takes part. */
export function itBalances(files: () => RehearsalFolder): void {
  it("gives the bank a valid file of every payment, with the sums of the cases to the cent", async () => {
    const xml = bytesOf(files(), "payments.xml");
    expect(await faultsOf(xml)).toEqual([]);
    const cents = (column: string) => rowsOf(files(), "cases.csv").map((row) => Number(row[column] ?? 0));
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
    const sent = tally(rowsOf(files(), "mails.csv").map(({ applicant = "" }) => [applicant, 1]));
    const said = tally(
      rowsOf(files(), "cases.csv").map(({ applicant = "", mails }) => [applicant, Number(mails)]),
    );
    sent.delete("");
    expect(Object.fromEntries(sent)).toEqual(Object.fromEntries([...said].filter(([, mails]) => mails > 0)));
    const moments = mailsOf(files()).map((mail) => mail.replace(/, round \d+/, ""));
    expect(new Set(moments).size).toBe(moments.length);
  });
}

function tally(counts: readonly (readonly [name: string, count: number])[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const [name, count] of counts) totals.set(name, (totals.get(name) ?? 0) + count);
  return totals;
}
