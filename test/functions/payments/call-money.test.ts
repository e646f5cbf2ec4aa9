import { beforeEach, describe, expect, it } from "vitest";
import { entryKey } from "../../../functions/store/keys.ts";
import type { Visitor } from "../web/visitor.ts";
import { bid, payer, payingCall } from "./paying-call.ts";

let call: Awaited<ReturnType<typeof payingCall>>;
let staff: Visitor;

async function openCall(more: Readonly<Record<string, unknown>>): Promise<void> {
  call = await payingCall(more);
  staff = await call.staff("finance");
}

beforeEach(() => openCall({ payer, budgetCents: 300_000 }));

/** The amounts of the table by their labels, without no-break spaces. */
async function amounts(): Promise<string> {
  const { text } = await staff.get("/console/calls/demo");
  return text.replace(/\u00a0/g, " ");
}

describe("the money of a call", () => {
  it("stands on the call's page: what was granted, what waits, and what is left of the budget", async () => {
    await call.waitsForAdvance("Ona Onaitė");
    await call.waitsForAdvance("Jonas Jonaitis");
    const page = await amounts();
    for (const said of [
      "Skirta dotacijų 3 000,00 Eur",
      "Išmokėta avansų 0,00 Eur",
      "Dar reikia išmokėti 3 000,00 Eur",
      "Kvietimo biudžetas 3 000,00 Eur",
      "Biudžeto likutis 0,00 Eur",
      "Mokėjimų sąrašai",
    ])
      expect(page).toContain(said);
  });

  it("follows a case to its end: advance, settlement, what came back", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await call.answer(ref, 13, "advance", "paid");
    expect(await amounts()).toContain("Išmokėta avansų 1 200,00 Eur");
    const settled = { dueCents: 90_000, balanceCents: 0, recoveredCents: 30_000, lines: [] };
    await call.record(ref, 20, "settlement", "settlement", settled);
    expect(await amounts()).toContain("Dar reikia susigrąžinti 300,00 Eur");
    await call.ask(ref, 21, "partialRecovery");
    await call.answer(ref, 21, "partialRecovery", "recovered");
    const page = await amounts();
    expect(page).toContain("Dar reikia susigrąžinti 0,00 Eur");
    expect(page).toContain("Susigrąžinta 300,00 Eur");
    expect(page).toContain("Iš viso tenka biudžetui 900,00 Eur");
  });

  it("lets go of a grant whose case ended before anything was paid", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await call.house.table.change(entryKey("demo", ref), {
      set: { state: "withdrawn", ended: true, endedAt: "2027-01-14T08:00:00.000Z" },
    });
    expect(await amounts()).toContain("Iš viso tenka biudžetui 0,00 Eur");
  });
});

describe("a promotion that the budget does not bear", () => {
  it("is told to the coordinator on the call's page, with what is missing", async () => {
    await openCall({ budgetCents: 200_000 });
    const declined = await call.waitsForAdvance("Ona Onaitė");
    const held = await call.waitsForAdvance("Jonas Jonaitis");
    const next = await call.waitsForAdvance("Rasa Rasaitė");
    const offered = {
      kind: "offered",
      country: "IE",
      madeAt: "2027-01-05T08:00:00.000Z",
      expiresAt: "2027-01-12T21:59:59.000Z",
    };
    const change = (ref: string, set: Readonly<Record<string, unknown>>) =>
      call.house.table.change(entryKey("demo", ref), { set });
    await change(declined, {
      bid: bid(90_000),
      decision: { ...offered, position: 1 },
      state: "declined",
      ended: true,
      endedAt: "2027-01-09T08:00:00.000Z",
    });
    await change(held, { bid: bid(0), decision: { ...offered, country: "FI", position: 2 } });
    await change(next, {
      bid: bid(210_000),
      decision: { kind: "reserve", position: 3 },
      state: "onReserveList",
    });
    const page = await amounts();
    expect(page).toContain("Atsilaisvino 1 vieta, kuri lieka tuščia");
    expect(page).toContain("Airija: trūksta 100,00 Eur");
  });
});

describe("the account that a call pays from", () => {
  it("must be an IBAN with a right checksum", async () => {
    const wrong = { ...payer, iban: "LT121000011101001001" };
    await expect(openCall({ payer: wrong })).rejects.toThrow("IBAN");
  });
});
