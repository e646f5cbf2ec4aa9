import { beforeEach, describe, expect, it } from "vitest";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { taskPath } from "../../../functions/links.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { entryKey, headKey, idOf, runKey, taskKey } from "../../../functions/store/keys.ts";
import { demoApplication, demoCall } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { type Visited, type Visitor, visitor } from "../web/visitor.ts";
import { faultsOf } from "./bank-schema.ts";
import { payer, payingCall } from "./paying-call.ts";

const runs = "/console/calls/demo/payments";
const first = `${runs}/1`;
const paidOn = { "paidOn-year": "2027", "paidOn-month": "1", "paidOn-day": "10" };

let call: Awaited<ReturnType<typeof payingCall>>;
let coordinator: Visitor;
let finance: Visitor;

async function openCall(more: Readonly<Record<string, unknown>>): Promise<void> {
  call = await payingCall({ payer, budgetCents: 300_000, ...more });
  coordinator = await call.staff("coordinator");
  finance = await call.staff("finance");
}

beforeEach(() => openCall({}));

const advanceOf = (ref: string): string => `${idOf(ref)}-advance`;
const prepare = (...refs: string[]): Promise<Visited> =>
  coordinator.post(runs, { payment: refs.map(advanceOf) });
const taskOf = (ref: string) => call.house.table.get(taskKey(ref, 13, "advance"));
const runNow = () => call.house.table.get(runKey("demo", 1));
const sweep = () => sweeper(call.house)({}, lambdaContext);
/** Finance says that a run was paid; its cases have it from the sweeper. */
const mark = async (address = first, said: Readonly<Record<string, string>> = {}): Promise<Visited> => {
  const answered = await finance.post(`${address}/mark`, { ...paidOn, ...said });
  await sweep();
  return answered;
};
const sums = async (): Promise<string> =>
  (await finance.get("/console/calls/demo")).text.replace(/\u00a0/g, " ");

/** What an address was told, by subject and text. */
function mailsTo(email: string): readonly string[] {
  return call.house.sent
    .filter(({ to }) => to === email)
    .map(({ subject, text }) => `${subject}\n${text}`.replace(/\u00a0/g, " "));
}

describe("whom a payment run concerns is told", () => {
  it("finance by a mail and on the page where its day begins, until it has decided", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    await sweep();
    const [told = "", ...others] = mailsTo("finance@agency.example");
    expect(others).toEqual([]);
    expect(told).toContain("laukia jūsų patvirtinimo");
    expect(told).toContain("1 200,00 Eur");
    expect(told).toContain(first);
    const waits = "Mokėjimų sąrašai, laukiantys jūsų patvirtinimo";
    expect((await finance.get("/console")).text).toContain(waits);
    expect((await coordinator.get("/console")).text).not.toContain(waits);
    await finance.post(`${first}/approve`);
    expect((await finance.get("/console")).text).not.toContain(waits);
  });

  it("whoever was paid when the money was sent, without the sum in the subject; not where the bank returned it", async () => {
    const paid = await call.waitsForAdvance("Ona Onaitė");
    const back = await call.waitsForAdvance("Jonas Jonaitis");
    await prepare(paid, back);
    await finance.post(`${first}/approve`);
    await mark(first, { [`returned-${advanceOf(back)}`]: "uždaryta sąskaita" });
    await sweep();
    const sent = (mails: readonly string[]) =>
      mails.filter((mail) => mail.startsWith("Jums išsiųstos lėšos\n"));
    const [told = "", ...others] = sent(mailsTo("10@mokykla.example"));
    expect(others).toEqual([]);
    expect(told).toContain("1 200,00 Eur");
    expect(told).toContain("2027 m. sausio 10 d.");
    expect(told.split("\n")[0]).not.toContain("200");
    expect(sent(mailsTo("14@mokykla.example"))).toEqual([]);
  });
});

describe("a payment run", () => {
  it("is prepared by the coordinator, approved and marked by finance, and answers its cases' questions", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const waiting = await coordinator.get(runs);
    for (const said of ["Ona Onaitė", "LT12 1000 0111 0100 1000", "1 200,00 Eur"])
      expect(waiting.text.replace(/\u00a0/g, " ")).toContain(said);
    const text = "Sąrašą iš jų parengia kvietimo koordinatorius, tada jį tvirtina finansininkas.";
    expect(waiting.text).not.toContain(text);
    expect((await finance.get(runs)).text).toContain(text);
    expect((await prepare(ref)).location).toBe(first);
    expect((await finance.post(`${first}/approve`)).location).toBe(first);
    expect((await mark()).location).toBe(first);
    expect(await taskOf(ref)).toMatchObject({
      status: "answered",
      outcome: "paid",
      values: { paidOn: "2027-01-10" },
      by: "finance@agency.example",
    });
    expect(call.house.delivered).toMatchObject([{ token: "t-13", output: { outcome: "paid" } }]);
    expect(await sums()).toContain("Išmokėta avansų 1 200,00 Eur");
    expect((await finance.get(first)).text).toContain("Pažymėjo kaip sumokėtą finance");
  });

  it("leaves out what the coordinator unticked, which then waits for the next run", async () => {
    const [ona, jonas] = [
      await call.waitsForAdvance("Ona Onaitė"),
      await call.waitsForAdvance("Jonas Jonaitis"),
    ];
    await prepare(ona);
    const { text } = await coordinator.get(runs);
    expect(text).toContain("Laukia 1 mokėjimas");
    expect(text).toContain("Jonas Jonaitis");
    expect(text).not.toContain("Ona Onaitė");
    expect((await prepare(jonas)).location).toBe(`${runs}/2`);
  });

  it("sent back with a reason frees its payments for another", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    const silent = await finance.post(`${first}/send-back`, { reason: " " });
    expect(silent.status).toBe(422);
    await finance.post(`${first}/send-back`, { reason: "Ne ta <sąskaita>" });
    expect((await coordinator.get(first)).text).toContain("Ne ta &lt;sąskaita>");
    expect((await prepare(ref)).location).toBe(`${runs}/2`);
  });

  it("may be taken back by who prepared it, who is not offered to approve it", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    const { body } = await coordinator.get(first);
    expect(body).not.toContain(`${first}/approve`);
    expect(body).toContain(`${first}/send-back`);
    await coordinator.post(`${first}/send-back`, { reason: "Per anksti" });
    expect(await runNow()).toMatchObject({ status: "sentBack", reason: "Per anksti" });
    expect((await finance.post(`${first}/approve`)).status).toBe(409);
    const again = await finance.post(`${first}/send-back`, { reason: "" });
    expect(again.status).toBe(409);
    expect(again.body).not.toContain('href="#reason"');
  });

  it("says on approval what is no longer paid: a case that was broken off meanwhile", async () => {
    const [ona, jonas] = [
      await call.waitsForAdvance("Ona Onaitė"),
      await call.waitsForAdvance("Jonas Jonaitis"),
    ];
    await prepare(ona, jonas);
    const at = call.house.clock.now();
    const said = { name: "withdrawn", at, by: "", state: "advance", visit: 20, values: {} };
    await call.house.table.change(headKey(ona), { set: { interruptions: [said], interrupted: 1 } });
    await finance.post(`${first}/approve`);
    const { text } = await finance.get(first);
    expect(text).toMatch(/Nemokama: tvirtinant.*Ona Onaitė/);
    const { body } = await finance.get(`${first}/payments.xml`);
    expect(body).not.toContain("Onaite");
    expect(body).toContain("Jonaitis");
    await mark();
    expect(await taskOf(ona)).toMatchObject({ status: "open" });
  });

  it("of nothing that is still needed cannot be approved", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    await call.house.table.change(entryKey("demo", ref), { set: { ended: true, state: "withdrawn" } });
    const { status, text } = await finance.post(`${first}/approve`);
    expect(status).toBe(409);
    expect(text).toContain("Nė vieno šio sąrašo mokėjimo nebereikia");
  });

  it("leaves out what the bank cannot be given, says why, and asks for another account", async () => {
    const [ona, jonas] = [
      await call.waitsForAdvance("Ona Onaitė"),
      await call.waitsForAdvance("Jonas Jonaitis"),
    ];
    const application = { ...demoApplication, fullName: "Ona Onaitė", iban: "TR330006100519786457841326" };
    await call.house.table.change(headKey(ona), { set: { application } });
    const { text } = await coordinator.get(runs);
    expect(text).toMatch(/Laukia 1 mokėjimas.*Sulaikyti mokėjimai.*Ona Onaitė.*SEPA/);
    expect((await prepare(ona, jonas)).text).toContain("pasikeitė");
    await coordinator.post(runs, { all: "yes" });
    await sweep();
    await finance.post(`${first}/approve`);
    const { body } = await finance.get(`${first}/payments.xml`);
    expect(body).toContain("Jonaitis");
    expect(body).not.toContain("TR33");

    const task = taskItem.parse(await taskOf(ona));
    const address = taskPath(call.house.config.linkSecret, task, "finance@agency.example");
    expect((await finance.get(address)).text).toContain("gavėjo paprašysime kitos sąskaitos");
    expect((await finance.post(address, { outcome: "paid", ...paidOn })).status).toBe(422);
    await finance.post(address, { returnReason: "Sąskaita ne SEPA" });
    expect(await taskOf(ona)).toMatchObject({ status: "answered", outcome: "returned" });
  });

  it("pays whoever goes instead of another with a name of its own for the bank", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await call.answer(ref, 13, "advance", "paid");
    await call.ask(ref, 14, "advance");
    await coordinator.post(runs, { payment: `${advanceOf(ref)}-2` });
    await finance.post(`${first}/approve`);
    expect((await finance.get(`${first}/payments.xml`)).body).toContain(
      `${idOf(ref)}-advance-2</EndToEndId>`,
    );
  });
});

describe("two people see each payment", () => {
  it("who prepared a run does not approve it, also with both roles", async () => {
    const both = demoCall.staff.coordinator;
    await openCall({ staff: { ...demoCall.staff, finance: both } });
    await prepare(await call.waitsForAdvance("Ona Onaitė"));
    const { status, text } = await coordinator.post(`${first}/approve`);
    expect(status).toBe(409);
    expect(text).toContain("negali tvirtinti tas, kas jį parengė (coordinator)");
    expect(await runNow()).toMatchObject({ status: "prepared" });
  });

  it.each(["agency", "commission"])("the %s neither prepares, approves nor marks", async (name) => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const other = await call.staff(name);
    expect((await other.post(runs, { payment: advanceOf(ref) })).status).toBe(403);
    expect(await runNow()).toBeUndefined();
    await prepare(ref);
    expect((await other.post(`${first}/approve`)).status).toBe(403);
    await finance.post(`${first}/approve`);
    expect((await other.post(`${first}/mark`, paidOn)).status).toBe(403);
    expect((await other.get(`${first}/payments.xml`)).status).toBe(403);
    expect(await runNow()).toMatchObject({ status: "approved" });
  });

  it("of two who decide at once one does; the other is told who did", async () => {
    await prepare(await call.waitsForAdvance("Ona Onaitė"));
    const answers = await Promise.all([
      finance.post(`${first}/approve`),
      finance.post(`${first}/send-back`, { reason: "Palaukime" }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(answers.find(({ status }) => status === 409)?.text).toContain("jau nuspręsta: finance");
  });

  it("of two runs of one payment prepared at once there is one", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const answers = await Promise.all([prepare(ref), prepare(ref)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await call.house.table.query("call#demo", "run#")).toHaveLength(1);
    expect((await prepare(ref)).location).toBe(first);
    expect(await call.house.table.query("call#demo", "run#")).toHaveLength(1);
  });

  it("the task of a payment says where it is decided, and takes no answer", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const address = taskPath(call.house.config.linkSecret, taskItem.parse(await taskOf(ref)));
    expect((await finance.get(address)).body).toContain(`href="${runs}"`);
    expect((await finance.post(address, paidOn)).status).toBe(409);
    const { status, body } = await finance.postJson(`/api/tasks${address.slice(2)}`, {
      paidOn: "2027-01-10",
    });
    expect(status).toBe(409);
    expect(JSON.parse(body)).toMatchObject({ code: "decidedInRun" });
    expect(await taskOf(ref)).toMatchObject({ status: "open" });
  });

  it("a call that names no account has its payments answered one by one, and no runs", async () => {
    call = await payingCall({});
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const address = taskPath(call.house.config.linkSecret, taskItem.parse(await taskOf(ref)));
    expect((await visitor(call.house).post(address, { outcome: "paid", ...paidOn })).status).toBe(303);
    expect((await (await call.staff("finance")).get("/console/calls/demo")).body).not.toContain(runs);
  });
});

describe("the file for the bank", () => {
  it("is there once the run is approved, valid, and the same bytes each time", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    expect((await finance.get(`${first}/payments.xml`)).status).toBe(409);
    await finance.post(`${first}/approve`);
    const { headers, body } = await finance.get(`${first}/payments.xml`);
    expect(headers["content-disposition"]).toBe('attachment; filename="payments-demo-1.xml"');
    expect(await faultsOf(body)).toEqual([]);
    for (const part of [
      `<EndToEndId>${advanceOf(ref)}</EndToEndId>`,
      '<InstdAmt Ccy="EUR">1200.00</InstdAmt>',
      "<Nm>Ona Onaite</Nm>",
      "<Ustrd>Avansas pagal kvietima Stazuotes uzsienyje</Ustrd>",
      // The tenth of January 2027 is a Sunday.
      "<Dt>2027-01-11</Dt>",
    ])
      expect(body).toContain(part);
    call.house.at("2027-01-13T08:00:00.000Z");
    finance = await call.staff("finance");
    await mark();
    expect((await finance.get(`${first}/payments.xml`)).body).toBe(body);
  });

  it("is for staff alone", async () => {
    await prepare(await call.waitsForAdvance("Ona Onaitė"));
    await finance.post(`${first}/approve`);
    for (const address of [runs, first, `${first}/payments.xml`]) {
      const { status, body } = await visitor(call.house).get(address);
      expect(status).toBe(403);
      expect(body).not.toContain("Ona");
    }
  });
});

describe("nothing is paid twice", () => {
  it("when a run is marked twice", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    expect((await finance.post(`${first}/mark`, paidOn)).status).toBe(409);
    await finance.post(`${first}/approve`);
    await mark();
    const { status, text } = await finance.post(`${first}/mark`, { ...paidOn, "paidOn-day": "9" });
    expect(status).toBe(409);
    expect(text).toContain("Šio sąrašo būsena: Sumokėtas");
    expect(call.house.delivered).toHaveLength(1);
    expect(await runNow()).toMatchObject({ paidOn: "2027-01-10" });
  });

  it("when the sweeper is cut off half-way through a run: it goes on with what is left, once", async () => {
    const refs = [await call.waitsForAdvance("Ona Onaitė"), await call.waitsForAdvance("Jonas Jonaitis")];
    await prepare(...refs);
    await finance.post(`${first}/approve`);
    const { table } = call.house;
    const { change } = table;
    let answers = 0;
    Object.assign(table, {
      change: (...said: Parameters<typeof change>) => {
        if (said[0].sk.startsWith("task#") && said[1].set?.status === "answered" && ++answers === 2)
          throw new Error("cut off");
        return change(...said);
      },
    });
    await mark();
    Object.assign(table, { change });
    expect((await finance.get(first)).text).toContain("dalyje bylų mokėjimas dar neįrašytas");
    expect((await coordinator.get(runs)).text).toContain("Dabar mokėti nėra ko");
    call.house.at("2027-01-11T08:00:00.000Z");
    await sweep();
    finance = await call.staff("finance");
    expect((await finance.get(first)).text).not.toContain("dar neįrašytas");
    for (const ref of refs) expect(await taskOf(ref)).toMatchObject({ status: "answered" });
    expect(call.house.delivered).toHaveLength(2);
    expect(await sums()).toContain("Išmokėta avansų 2 400,00 Eur");
  });

  it("when a question is armed anew between approval and payment", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    await prepare(ref);
    await finance.post(`${first}/approve`);
    await call.house.table.change(taskKey(ref, 13, "advance"), { set: { status: "expired" } });
    await call.ask(ref, 14, "advance");
    expect((await coordinator.get(runs)).text).toContain("Dabar mokėti nėra ko");
    await mark();
    expect(await call.house.table.get(taskKey(ref, 14, "advance"))).toMatchObject({ status: "answered" });
  });
});

describe("a payment that the bank returned", () => {
  const marked = async (ref: string, why: string): Promise<Visited> => {
    await prepare(ref);
    await finance.post(`${first}/approve`);
    return mark(first, { [`returned-${advanceOf(ref)}`]: why });
  };

  it("is told to its case, still waits in the ledger, and is paid once more to the account given then", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    expect((await marked(ref, "Sąskaita uždaryta")).status).toBe(303);
    expect(await taskOf(ref)).toMatchObject({
      outcome: "returned",
      values: { returnReason: "Sąskaita uždaryta" },
    });
    expect((await finance.get(first)).text).toContain("Bankas grąžino: Sąskaita uždaryta");
    expect(await sums()).toContain("Išmokėta avansų 0,00 Eur");
    expect(await sums()).toContain("Dar reikia išmokėti 1 500,00 Eur");

    await call.ask(ref, 14, "advanceAccount");
    const asked = taskItem.parse(await call.house.table.get(taskKey(ref, 14, "advanceAccount")));
    const address = taskPath(call.house.config.linkSecret, asked);
    const teacher = visitor(call.house);
    expect((await teacher.post(address, { iban: "LT919900900481470707" })).status).toBe(422);
    expect((await teacher.post(address, { iban: "LT91 9900 9004 8147 0706" })).status).toBe(303);

    await call.ask(ref, 15, "advance");
    await coordinator.post(runs, { payment: `${advanceOf(ref)}-2` });
    await finance.post(`${runs}/2/approve`);
    const { body } = await finance.get(`${runs}/2/payments.xml`);
    expect(body).toContain("LT919900900481470706");
    expect(body).toContain(`${advanceOf(ref)}-2</EndToEndId>`);
    expect(await faultsOf(body)).toEqual([]);
    await mark(`${runs}/2`);
    expect(await sums()).toContain("Išmokėta avansų 1 200,00 Eur");
    expect(await sums()).toContain("Dar reikia išmokėti 300,00 Eur");
  });

  it("needs a reason of a length that can be read", async () => {
    const ref = await call.waitsForAdvance("Ona Onaitė");
    const { status, text } = await marked(ref, "x".repeat(141));
    expect(status).toBe(422);
    expect(text).toContain("Ona Onaitė, 1");
    expect(await runNow()).toMatchObject({ status: "approved" });
  });
});

describe("bad input", () => {
  it.each([
    ["nothing ticked", {}, 422],
    ["a payment that nobody waits for", { payment: "0123-advance" }, 409],
    ["text in place of a payment", { payment: "<script>alert(1)</script>" }, 409],
  ])("%s prepares no run", async (_, typed, status) => {
    await call.waitsForAdvance("Ona Onaitė");
    const answer = await coordinator.post(runs, typed);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain("<script>alert");
    expect(await runNow()).toBeUndefined();
  });

  it.each(["0", "2", "-1", "1e0", "01", "%23", "9".repeat(40)])("there is no run %s", async (number) => {
    await prepare(await call.waitsForAdvance("Ona Onaitė"));
    expect((await finance.get(`${runs}/${number}`)).status).toBe(404);
  });

  it("a day that is none marks nothing, and is shown again", async () => {
    await prepare(await call.waitsForAdvance("Ona Onaitė"));
    await finance.post(`${first}/approve`);
    const { status, body } = await finance.post(`${first}/mark`, { ...paidOn, "paidOn-day": "31x" });
    expect(status).toBe(422);
    expect(body).toContain('value="31x"');
    expect(await runNow()).toMatchObject({ status: "approved" });
  });
});
