import { beforeEach, describe, expect, it } from "vitest";
import { letGo, takeInto } from "../../../functions/payments/transfers.ts";
import { untaken, type Waiting } from "../../../functions/payments/waiting.ts";
import type { Head } from "../../../functions/store/items.ts";
import { headKey, refOfCall } from "../../../functions/store/keys.ts";
import { memoryTable } from "../memory-table.ts";

/** A question for a payment that a run has, over a release by which its state is called otherwise. */
const ref = "case#1";
const before = { ref, state: "advance" };
const after: Waiting = {
  id: "1-A1",
  to: { name: "Austėja", iban: "LT121000011101001000" },
  cents: 100_000,
  about: "Dotacija",
  on: "2027-03-01",
  ref,
  state: "prepayment",
  calledBefore: ["advance"],
};
const run = (number: number) => ({ callId: "demo", number });
const call: Head = {
  ...headKey(refOfCall("demo")),
  sk: "head",
  process: "selection-call",
  callId: "demo",
  language: "lt",
  submittedAt: "2027-01-10T08:00:00.000Z",
  generation: 1,
  interruptions: [],
  interrupted: 0,
  heard: 0,
};

describe("a payment that a run took before its state had another name", () => {
  let parts: { readonly table: ReturnType<typeof memoryTable> };
  beforeEach(async () => {
    parts = { table: memoryTable() };
    expect(await takeInto(parts, run(1), before)).toBe(true);
  });

  it("waits for no other run, and no other takes it: it would be paid twice", async () => {
    expect(await untaken(parts, call, [after])).toEqual([]);
    expect(await takeInto(parts, run(2), after)).toBe(false);
  });

  it("may be taken again by the run that has it", async () => {
    expect(await takeInto(parts, run(1), after)).toBe(true);
  });

  it("is free for the next run once the first has let it go, under both names", async () => {
    await takeInto(parts, run(1), after);
    await letGo(parts, run(1), after);
    expect(await untaken(parts, call, [after])).toEqual([after]);
    expect(await takeInto(parts, run(2), after)).toBe(true);
    expect(await takeInto(parts, run(3), after)).toBe(false);
  });
});
