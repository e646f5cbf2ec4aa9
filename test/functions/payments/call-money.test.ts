import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/submit.ts";
import { staffPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { entryKey, headKey, idOf, recordKey, taskKey } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { type Visitor, visitor } from "../portal/visitor.ts";
import { faultsOf } from "./bank-schema.ts";

const address = "/console/calls/demo/payments.xml";
const payer = { name: "Nacionalinė švietimo agentūra", iban: "LT121000011101001000" };

let house: DemoHouse;
let staff: Visitor;

async function openCall(more: Readonly<Record<string, unknown>>): Promise<void> {
  house = demoHouse();
  await publishCall(house, { ...demoCall, ...more });
  staff = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await staff.get(staffPath(house.config.linkSecret, "finance@agency.example", until));
}

beforeEach(() => openCall({ payer, budgetCents: 300_000 }));

/** What somebody brought to the ranking who asks for Ireland, where a place costs so many cents at most. */
const bid = (cents: number) => ({
  score: 800,
  applicant: "",
  travelledBefore: false,
  rural: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
  preferences: ["IE"],
  cents: { IE: cents },
});

/** Somebody with a place, a grant of 1500 euros and the question to finance to pay 1200 of it in advance. */
async function waitsForAdvance(fullName: string): Promise<string> {
  const raw = { ...demoApplication, fullName, email: `${fullName.length}@mokykla.example` };
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw,
    draftId: fullName,
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const { ref } = submitted;
  const key = entryKey("demo", ref);
  await house.table.put({
    ...key,
    ref,
    state: "advance",
    ended: false,
    submittedAt: "2027-01-10T08:00:00.000Z",
    bid: bid(150_000),
    decision: { kind: "offered", position: 1, country: "IE" },
  });
  await record(ref, 10, "grant", "grant", {
    km: 1900,
    green: false,
    days: 7,
    dailyCents: 12_000,
    travelCents: 30_900,
    grantCents: 150_000,
    advanceCents: 120_000,
    lines: [],
  });
  await ask(ref, 13, "advance");
  return ref;
}

const record = (ref: string, visit: number, state: string, step: string, data: unknown) =>
  house.table.put({
    ...recordKey(ref, visit, state),
    state,
    visit,
    step,
    outcome: "done",
    data,
    parts: [],
    at: `2027-01-${visit}T08:00:00.000Z`,
  });

const ask = (ref: string, visit: number, state: string) =>
  openTask(house)(
    { ref, state, visit, arm: 0, due: "2027-01-30T21:59:59.000Z", token: `t-${visit}` },
    lambdaContext,
  );

const answer = (ref: string, visit: number, state: string, outcome: string) =>
  house.table.change(taskKey(ref, visit, state), {
    set: {
      status: "answered",
      outcome,
      values: {},
      closedAt: `2027-01-${visit}T09:00:00.000Z`,
      by: "finance",
    },
  });

/** The amounts of the table by their labels, without no-break spaces. */
async function amounts(): Promise<string> {
  const { text } = await staff.get("/console/calls/demo");
  return text.replace(/\u00a0/g, " ");
}

describe("the money of a call", () => {
  it("stands on the call's page: what was granted, what waits, and what is left of the budget", async () => {
    await waitsForAdvance("Ona Onaitė");
    await waitsForAdvance("Jonas Jonaitis");
    const page = await amounts();
    for (const said of [
      "Skirta dotacijų 3 000,00 Eur",
      "Išmokėta avansų 0,00 Eur",
      "Dar reikia išmokėti 3 000,00 Eur",
      "Kvietimo biudžetas 3 000,00 Eur",
      "Biudžeto likutis 0,00 Eur",
      "Atsisiųsti mokėjimų failą bankui (2 mokėjimai)",
    ])
      expect(page).toContain(said);
  });

  it("follows a case to its end: advance, settlement, what came back", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    await answer(ref, 13, "advance", "paid");
    expect(await amounts()).toContain("Išmokėta avansų 1 200,00 Eur");
    const settled = { dueCents: 90_000, balanceCents: 0, recoveredCents: 30_000, lines: [] };
    await record(ref, 20, "settlement", "settlement", settled);
    expect(await amounts()).toContain("Dar reikia susigrąžinti 300,00 Eur");
    await ask(ref, 21, "partialRecovery");
    await answer(ref, 21, "partialRecovery", "recovered");
    const page = await amounts();
    expect(page).toContain("Dar reikia susigrąžinti 0,00 Eur");
    expect(page).toContain("Susigrąžinta 300,00 Eur");
    expect(page).toContain("Iš viso tenka biudžetui 900,00 Eur");
  });

  it("lets go of a grant whose case ended before anything was paid", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    await house.table.change(entryKey("demo", ref), {
      set: { state: "withdrawn", ended: true, endedAt: "2027-01-14T08:00:00.000Z" },
    });
    expect(await amounts()).toContain("Iš viso tenka biudžetui 0,00 Eur");
  });
});

describe("a promotion that the budget does not bear", () => {
  it("is told to the coordinator on the call's page, with what is missing", async () => {
    await openCall({ budgetCents: 200_000 });
    const declined = await waitsForAdvance("Ona Onaitė");
    const held = await waitsForAdvance("Jonas Jonaitis");
    const next = await waitsForAdvance("Rasa Rasaitė");
    const offered = {
      kind: "offered",
      country: "IE",
      madeAt: "2027-01-05T08:00:00.000Z",
      expiresAt: "2027-01-12T21:59:59.000Z",
    };
    const change = (ref: string, set: Readonly<Record<string, unknown>>) =>
      house.table.change(entryKey("demo", ref), { set });
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

describe("the payments file of what waits", () => {
  it("holds each payment that finance is asked for, to the participant's account, and is valid", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    const { status, headers, body } = await staff.get(address);
    expect(status).toBe(200);
    expect(headers["content-disposition"]).toBe('attachment; filename="payments-demo.xml"');
    expect(await faultsOf(body)).toEqual([]);
    for (const part of [
      `<EndToEndId>${idOf(ref)}-advance</EndToEndId>`,
      '<InstdAmt Ccy="EUR">1200.00</InstdAmt>',
      "<Nm>Ona Onaite</Nm>",
      "<Ustrd>Avansas pagal kvietima demo</Ustrd>",
      // The tenth of January 2027 is a Sunday.
      "<Dt>2027-01-11</Dt>",
    ])
      expect(body).toContain(part);
  });

  it("changes nothing: taken twice it is the same, and the payment still waits", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    const first = await staff.get(address);
    const second = await staff.get(address);
    expect(second.body).toBe(first.body);
    expect(await house.table.get(taskKey(ref, 13, "advance"))).toMatchObject({ status: "open" });
  });

  it("leaves out what finance has marked as paid", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    await waitsForAdvance("Jonas Jonaitis");
    await answer(ref, 13, "advance", "paid");
    const { body } = await staff.get(address);
    expect(body).not.toContain("Onaite");
    expect(body).toContain("Jonaitis");
  });

  it("pays nobody who withdrew or whose case has ended, also while the question is still open", async () => {
    const withdrew = await waitsForAdvance("Ona Onaitė");
    const ended = await waitsForAdvance("Jonas Jonaitis");
    const said = {
      name: "withdrawn",
      at: house.clock.now(),
      by: "",
      state: "advance",
      visit: 20,
      values: {},
    };
    await house.table.change(headKey(withdrew), { set: { interruptions: [said], interrupted: 1 } });
    await house.table.change(entryKey("demo", ended), { set: { ended: true, state: "withdrawn" } });
    expect((await staff.get(address)).status).toBe(404);
  });

  it("pays the costs of a cancelled internship, which are asked for after the cancellation", async () => {
    const ref = await waitsForAdvance("Ona Onaitė");
    const said = { name: "cancelled", at: house.clock.now(), values: {}, delivered: true };
    await house.table.change(headKey(ref), { set: { interruption: said } });
    const settled = { dueCents: 30_000, balanceCents: 30_000, recoveredCents: 0, lines: [] };
    await record(ref, 14, "cancellation", "settlement", settled);
    house.at("2027-01-11T08:00:00.000Z");
    await ask(ref, 15, "cancellationBalance");
    const { body } = await staff.get(address);
    expect(body).toContain(`<EndToEndId>${idOf(ref)}-balance</EndToEndId>`);
    expect(body).toContain("<CtrlSum>300.00</CtrlSum>");
    expect(body).not.toContain("-advance");
  });

  it("is not there when nothing waits, for an unknown call, or for a call without an account", async () => {
    expect((await staff.get(address)).status).toBe(404);
    expect((await staff.get("/console/calls/none/payments.xml")).status).toBe(404);
    await openCall({});
    await waitsForAdvance("Ona Onaitė");
    expect((await staff.get(address)).status).toBe(404);
    expect(await amounts()).not.toContain("payments.xml");
  });

  it("is for staff alone", async () => {
    await waitsForAdvance("Ona Onaitė");
    const { status, body } = await visitor(house).get(address);
    expect(status).toBe(403);
    expect(body).not.toContain("Onaite");
  });
});

describe("the account that a call pays from", () => {
  it("must be an IBAN with a right checksum", async () => {
    const wrong = { ...payer, iban: "LT121000011101001001" };
    await expect(openCall({ payer: wrong })).rejects.toThrow("IBAN");
  });
});
