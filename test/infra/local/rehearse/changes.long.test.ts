import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { heldBy, type Posting, paidInAll, sumsOf } from "../../../../workflows/kernel/ledger.ts";
import { faultsOf } from "../../../functions/payments/bank-schema.ts";
import { bytesOf, type RehearsalFolder, rowsOf, runRehearsal } from "./run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-changes-"));
afterAll(() => rmSync(folder, { recursive: true }));
const shipped = (name: string): string =>
  fileURLToPath(new URL(`../../../data/rehearsal/${name}`, import.meta.url));

describe("the shipped call in which plans break", () => {
  const files: RehearsalFolder = {
    call: shipped("changes/call.json"),
    people: shipped("people.csv"),
    events: shipped("changes/events.csv"),
    out: join(folder, "out"),
  };
  beforeAll(() => runRehearsal(files));

  const endOf = (name: string): string | undefined =>
    rowsOf(files, "cases.csv").find(({ applicant }) => applicant === name)?.status;
  const postings = () =>
    rowsOf(files, "ledger.csv").map(({ from, to, cents, kind }) => ({
      from: account(from),
      to: account(to),
      cents: Number(cents),
      ...kindOf(kind),
      at: "",
    }));

  it("ends every road, also the ones that were broken off, moved, handed over or appealed", () => {
    const ends = Object.groupBy(rowsOf(files, "cases.csv"), ({ status = "" }) => status);
    expect(
      Object.fromEntries(Object.entries(ends).map(([status, those]) => [status, those?.length])),
    ).toEqual({
      late: 4,
      duplicate: 7,
      refused: 14,
      ineligible: 11,
      incomplete: 3,
      rejected: 22,
      reserve: 85,
      declined: 6,
      expired: 5,
      recovered: 4,
      completed: 29,
      cancelled: 8,
      withdrawn: 2,
    });
    expect(endOf("Rūta Daukšienė")).toBe("completed");
  });

  it("leaves a ledger in balance: what left the budget stays with people, and nothing is owed", () => {
    const sums = sumsOf(postings());
    expect(sums).toMatchObject({ toPay: 0, toRecover: 0 });
    expect(sums.committed).toBe(heldBy("paid", postings()) + heldBy("kept", postings()));
    expect(sums.committed).toBe(paidInAll(sums) - sums.recovered);
    expect(heldBy("kept", postings())).toBe(9520);
  });

  it("gives the bank a valid file with every payment that the ledger knows", async () => {
    const xml = bytesOf(files, "payments.xml");
    expect(await faultsOf(xml)).toEqual([]);
    const paid = paidInAll(sumsOf(postings()));
    expect(Number(/<CtrlSum>([\d.]+)</.exec(xml)?.[1]) * 100).toBeCloseTo(paid);
  });
});

type Account = "budget" | "committed" | "paid" | "recoverable" | "kept";
const accounts: readonly Account[] = ["budget", "committed", "paid", "recoverable", "kept"];
const account = (said: string | undefined): Account => {
  const found = accounts.find((name) => name === said);
  if (!found) throw new Error(`no account ${said}`);
  return found;
};
const payments: readonly string[] = ["advance", "balance"];
const kinds = ["granted", "released", "recoveryDue", "recovered", "kept"] as const;
const kindOf = (said = ""): Pick<Posting, "kind" | "payment"> => {
  if (payments.includes(said)) return { kind: "paid", payment: said };
  const kind = kinds.find((name) => name === said);
  if (!kind) throw new Error(`no posting ${said}`);
  return { kind };
};
