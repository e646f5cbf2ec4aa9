import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Machines } from "../../../functions/adapters/machines.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { loadCall } from "../../../functions/calls/calls.ts";
import { allStaff, rolesIn } from "../../../functions/cases/people/staff.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { taskPath } from "../../../functions/links.ts";
import { tagOfMail } from "../../../functions/mails/tag.ts";
import { goOnWithRun } from "../../../functions/payments/run-work.ts";
import { prepareRun } from "../../../functions/payments/runs.ts";
import { reconcile } from "../../../functions/reconcile/reconcile.ts";
import { type Told, toldByLog, toldByMail } from "../../../functions/reconcile/told.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { headKey, idOf, mailKey, recordKey, runKey, taskKey } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { nasty } from "../web/nasty.ts";
import type { Visitor } from "../web/visitor.ts";
import { payer, payingCall } from "./paying-call.ts";

const runs = "/console/calls/demo/payments";
const day = { "paidOn-year": "2027", "paidOn-month": "1", "paidOn-day": "9" };
const wasPaid = { outcome: "paid", ...day, reason: "Banko išrašas 0109" };
const wasNot = { outcome: "released", reason: "Banko išraše jo nėra" };

let call: Awaited<ReturnType<typeof payingCall>>;
let coordinator: Visitor;
let finance: Visitor;
let ona: string;

async function openCall(more: Readonly<Record<string, unknown>>): Promise<void> {
  call = await payingCall({ payer, budgetCents: 300_000, ...more });
  coordinator = await call.staff("coordinator");
  finance = await call.staff("finance");
  ona = await call.waitsForAdvance("Ona Onaitė");
}
beforeEach(() => openCall({}));

/** Machines that stand where the table says; no road was taken up again yet. */
const fitting: Machines = {
  running: async function* () {},
  standing: async (_, name) => (/-[01]$/.test(name) ? "running" : "unknown"),
  waitsFor: async () => true,
  stop: async () => undefined,
};
const parts = () => ({ table: call.house.table, clock: call.house.clock, machines: fitting });
const compare = (told: readonly Told[]) =>
  reconcile(parts(), { told, apply: true, pause: async () => {}, onLooked: () => {} });
/** Who has an advance departs, and is told by mail that the diary opens. */
const diaryOpens = (at = "2027-01-10T08:00:00.000Z") =>
  toldByMail({
    tag: tagOfMail(mailKey(ona, 14, "diaryOpens", "applicant", 0)),
    to: "ona@mokykla.example",
    at,
    providerId: "ses-1",
  });
const advanceOf = (ref: string): string => `${idOf(ref)}-advance`;
const held = () => paths.heldPayment("demo", advanceOf(ona));
const taskNow = async () => taskItem.parse(await call.house.table.get(taskKey(ona, 13, "advance")));
const sweep = () => sweeper(call.house)({}, lambdaContext);
const prepareAll = () => coordinator.post(runs, { all: "yes" });
async function pay(run: number) {
  await finance.post(`${runs}/${run}/approve`);
  await finance.post(`${runs}/${run}/mark`, day);
  await sweep();
}
const plain = (text: string): string => text.replace(/\u00a0/g, " ");
const sums = async () => plain((await finance.get("/console/calls/demo")).text);

const loadedCall = async () => {
  const head = await loadCall(call.house, "demo");
  if (!head) throw new Error("no call");
  return head;
};

/** Its payment was taken into run 1, and nothing says so at the run itself. */
async function prepareUntilCut(id: string): Promise<void> {
  const head = await loadedCall();
  const member = (await allStaff(call.house)).find((one) => rolesIn(head, one).has("coordinator"));
  if (!member) throw new Error("nobody coordinates");
  const { table } = call.house;
  const change: typeof table.change = async (key, ...given) => {
    if (key.sk === runKey("demo", 1).sk) throw new Error("cut off");
    return table.change(key, ...given);
  };
  await prepareRun({ ...call.house, table: { ...table, change } }, head, member, new Set([id]));
}

/** The table as it was before a run was prepared, sent to the bank and marked. */
async function setBackAfterPaying(): Promise<void> {
  const before = call.house.table.all();
  await coordinator.post(runs, { payment: advanceOf(ona) });
  await pay(1);
  expect((await taskNow()).outcome).toBe("paid");
  for (const { pk, sk } of call.house.table.all())
    await call.house.table.delete({ pk: String(pk), sk: String(sk) });
  for (const item of before)
    await call.house.table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  expect((await taskNow()).status).toBe("open");
}

describe("a payment that was made before the table was set back", () => {
  it("is left out of the next run, and the page of runs says why; the others are paid", async () => {
    await setBackAfterPaying();
    const jonas = await call.waitsForAdvance("Jonas Jonaitis");
    await compare(diaryOpens());
    const { text } = await coordinator.get(runs);
    expect(text).toMatch(
      /Laukia 1 mokėjimas.*Jonas Jonaitis.*Sulaikyti mokėjimai.*Ona Onaitė.*Galbūt jau sumokėta.*2027/,
    );
    expect((await coordinator.post(runs, { payment: advanceOf(ona) })).status).toBe(409);
    await prepareAll();
    await sweep();
    await pay(1);
    const { body } = await finance.get(`${runs}/1/payments.xml`);
    expect(body).toContain(advanceOf(jonas));
    expect(body).not.toContain(advanceOf(ona));
    expect((await taskNow()).status).toBe("open");
    expect(await sums()).toContain("Išmokėta avansų 1 200,00 Eur");
  });

  it("that a run has taken before anybody compared is left out when that is approved", async () => {
    await setBackAfterPaying();
    await coordinator.post(runs, { payment: advanceOf(ona) });
    await compare(diaryOpens());
    expect((await finance.post(`${runs}/1/approve`)).status).toBe(409);
  });

  it("that a run was taking in when it was cut off is free for the next one once it was not paid", async () => {
    await setBackAfterPaying();
    await expect(prepareUntilCut(advanceOf(ona))).rejects.toThrow("cut off");
    await compare(diaryOpens());
    await loadedCall().then((head) => goOnWithRun(call.house, { callId: head.callId, number: 1 }));
    await finance.post(held(), wasNot);
    expect((await coordinator.post(runs, { payment: advanceOf(ona) })).status).toBe(303);
    await pay(2);
    expect((await taskNow()).outcome).toBe("paid");
  });

  it("is not held for what its call told everybody before its question was asked", async () => {
    const { openedAt } = await taskNow();
    await compare(diaryOpens(new Date(Date.parse(openedAt) - 1).toISOString()));
    expect((await coordinator.get(runs)).text).not.toContain("Sulaikyti mokėjimai");
    await compare(diaryOpens(openedAt));
    expect((await coordinator.get(runs)).text).toContain("Sulaikyti mokėjimai");
  });

  it("of which a log tells is held before its question is asked anew", async () => {
    await call.house.table.delete(taskKey(ona, 13, "advance"));
    await compare(toldByLog({ code: "K102", ref: ona, state: "advance" }, "2027-01-09T08:00:00.000Z"));
    await call.ask(ona, 13, "advance");
    expect((await coordinator.get(runs)).text).toMatch(/Sulaikyti mokėjimai.*Ona Onaitė.*žurnalas/);
    expect((await coordinator.post(runs, { payment: advanceOf(ona) })).status).toBe(409);
  });

  it("is not asked to be sent to another account meanwhile, though the bank cannot be given this one", async () => {
    const application = { ...demoApplication, fullName: "Ona Onaitė", iban: "TR330006100519786457841326" };
    await call.house.table.change(headKey(ona), { set: { application } });
    await compare(diaryOpens());
    const address = taskPath(call.house.config.linkSecret, await taskNow(), "finance@agency.example");
    expect((await finance.get(address)).text).toContain("Šis mokėjimas sulaikytas");
    await finance.post(address, { outcome: "returned", returnReason: "Ne SEPA" });
    expect((await taskNow()).status).toBe("open");
  });
});

describe("what finance found at the bank", () => {
  beforeEach(async () => {
    await setBackAfterPaying();
    await compare(diaryOpens());
  });

  it("not paid: the payment goes into a run, once, however often one compares", async () => {
    expect((await finance.post(held(), wasNot)).location).toBe(runs);
    await compare(diaryOpens());
    await coordinator.post(runs, { payment: advanceOf(ona) });
    await pay(1);
    expect((await taskNow()).outcome).toBe("paid");
    await compare(diaryOpens());
    expect((await coordinator.get(runs)).text).toContain("Dabar mokėti nėra ko");
    expect(await sums()).toContain("Išmokėta avansų 1 200,00 Eur");
  });

  it("not paid: what is told to have happened after that holds it anew", async () => {
    await finance.post(held(), wasNot);
    await compare(diaryOpens("2027-01-19T08:00:00.000Z"));
    expect((await coordinator.post(runs, { payment: advanceOf(ona) })).status).toBe(409);
  });

  it("paid: recorded once a second person confirms it, and never paid again", async () => {
    expect((await finance.post(held(), wasPaid)).status).toBe(303);
    expect((await taskNow()).status).toBe("open");
    expect((await finance.get(held())).body).not.toContain("/confirm");
    expect((await finance.post(`${held()}/confirm`)).status).toBe(409);
    expect((await coordinator.get(held())).body).toContain("/confirm");
    expect((await coordinator.post(`${held()}/confirm`)).location).toBe(runs);
    expect(await taskNow()).toMatchObject({ outcome: "paid", values: { paidOn: "2027-01-09" } });
    await compare(diaryOpens());
    await prepareAll();
    await sweep();
    expect((await coordinator.get(runs)).text).toContain("Dabar mokėti nėra ko");
    expect((await finance.get(`${runs}/1/payments.xml`)).status).not.toBe(200);
    expect(await sums()).toContain("Išmokėta avansų 1 200,00 Eur");
    expect(await sums()).toContain("Dar reikia išmokėti 300,00 Eur");
  });

  it("stands in the record of the case with who said it and why", async () => {
    await finance.post(held(), wasPaid);
    await coordinator.post(`${held()}/confirm`);
    // This case was put where it stands, so that the page could tell neither how its road went on nor what its mail says.
    await call.house.table.delete(recordKey(ona, 10, "grant"));
    await call.house.table.delete(mailKey(ona, 14, "diaryOpens", "applicant", 0));
    const { text } = await coordinator.get(paths.consoleCase(idOf(ona)));
    for (const said of [
      "Mokėjimas sulaikytas",
      "Nurodė finance",
      "Banko išrašas 0109",
      "Patvirtino coordinator",
    ])
      expect(text).toContain(said);
  });

  it("is said once by whoever asks again because nobody told them", async () => {
    for (const _ of [1, 2]) expect((await finance.post(held(), wasPaid)).location).toBe(runs);
    for (const _ of [1, 2]) expect((await coordinator.post(`${held()}/confirm`)).location).toBe(runs);
    const [hold] = await call.house.table.query(ona, "hold#");
    expect(hold).toMatchObject({ words: [{ what: "told" }, { what: "paid" }, { what: "confirmed" }] });
  });

  it("may be said otherwise until it is confirmed", async () => {
    await finance.post(held(), wasPaid);
    await finance.post(held(), wasNot);
    expect((await coordinator.post(`${held()}/confirm`)).status).toBe(404);
    expect((await taskNow()).status).toBe("open");
  });

  it("is confirmed but not recorded while nobody can be asked, and recorded when it is confirmed again", async () => {
    await finance.post(held(), wasPaid);
    await call.house.table.change(taskKey(ona, 13, "advance"), {
      set: { dueAt: "2027-01-01T00:00:00.000Z" },
    });
    expect((await coordinator.post(`${held()}/confirm`)).status).toBe(409);
    await call.house.table.change(taskKey(ona, 13, "advance"), {
      set: { dueAt: "2027-01-30T21:59:59.000Z" },
    });
    expect((await finance.post(held(), wasNot)).status).toBe(409);
    expect((await coordinator.post(`${held()}/confirm`)).status).toBe(303);
    expect((await taskNow()).outcome).toBe("paid");
  });

  it.each([
    ["without a reason", { ...wasPaid, reason: " " }],
    ["without a day", { outcome: "paid", reason: "Yra išraše" }],
    ["of a day to come", { ...wasPaid, "paidOn-year": "2028" }],
    ["with a word that is none", { ...wasNot, outcome: "confirmed" }],
  ])("%s decides nothing", async (_, typed) => {
    expect((await finance.post(held(), typed)).status).toBe(422);
    expect((await coordinator.post(`${held()}/confirm`)).status).toBe(409);
  });

  it("is not said by the coordinator, nor by who neither prepares nor pays", async () => {
    for (const name of ["coordinator", "commission", "agency"]) {
      const other = await call.staff(name);
      expect((await other.post(held(), wasNot)).status).toBe(403);
    }
    await finance.post(held(), wasPaid);
    expect((await (await call.staff("agency")).post(`${held()}/confirm`)).status).toBe(403);
  });

  it("of two who say something at once one is heard", async () => {
    // What the page needs is loaded: both look before either has said anything.
    await finance.get(held());
    const answers = await Promise.all([finance.post(held(), wasPaid), finance.post(held(), wasNot)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });

  it("whatever is typed leads to a page, and the payment stays held until it is decided on", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, async (name, said, id) => {
        const answer = await finance.post(held(), { outcome: said, reason: said, [name]: said });
        expect(answer.status).toBe(422);
        expect((await finance.get(`${runs}/held/${encodeURIComponent(id)}`)).status).toBeLessThan(500);
        expect((await finance.get(held())).status).toBe(200);
      }),
      { numRuns: 40 },
    );
  });
});

it("one person with both roles does not confirm what they said themselves", async () => {
  await openCall({ staff: { ...demoCall.staff, finance: demoCall.staff.coordinator } });
  await compare(diaryOpens());
  await coordinator.post(held(), wasPaid);
  const { status, text } = await coordinator.post(`${held()}/confirm`);
  expect(status).toBe(409);
  expect(text).toContain("kitas žmogus");
  expect((await taskNow()).status).toBe("open");
});
