import { describe, expect, it } from "vitest";
import { keyInPath } from "../../../functions/addresses/address.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { startCallDraft } from "../../../functions/calls/call-drafts.ts";
import { loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { addressIdOf, casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { callForm } from "../../../workflows/foreign-internship/call-form.ts";
import { application } from "../../../workflows/foreign-internship/forms.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { groupsPath, newGroup, travellingCall } from "../groups/travelling-call.ts";
import { lambdaContext } from "../lambda-context.ts";
import { payer, payingCall } from "../payments/paying-call.ts";
import { typedOn } from "../web/demo-pages.ts";
import { enterPath } from "../web/enter.ts";
import { postedForm } from "../web/posted.ts";
import type { Visitor } from "../web/visitor.ts";
import { type TriedDoors, triedDoors } from "./tried-doors.ts";

type Doors = TriedDoors;
type Typed = Readonly<Record<string, string | readonly string[]>>;

/** One of the staff, in the console. */
async function enter({ house, comes }: Doors, name: string): Promise<Visitor> {
  const member = comes();
  await member.post(enterPath(house.config.linkSecret, `${name}@agency.example`, 2_000_000_000));
  return member;
}

/** Fills in the form of a page as a browser does: with what the page itself sends along. */
async function fill(somebody: Visitor, page: string, typed: Typed, action = page): Promise<void> {
  const { body, status } = await somebody.get(page);
  expect([page, status]).toEqual([page, 200]);
  const hidden = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    /name="([^"]*)"/.exec(input)?.[1] ?? "",
    /value="([^"]*)"/.exec(input)?.[1] ?? "",
  ]);
  await done(somebody, action, { ...Object.fromEntries(hidden), ...typed });
}

/** Sends a form that is taken. */
async function done(somebody: Visitor, address: string, typed: Typed = {}): Promise<string> {
  const { status, location, text } = await somebody.post(address, typed);
  expect([address, status, status < 400 ? "" : text]).toEqual([address, location ? 303 : 200, ""]);
  return location;
}

const due = "2027-01-17T21:59:59.000Z";

/** A call with one application, whose principal is asked to endorse it and whose coordinator to screen it. */
async function asked() {
  const doors = triedDoors(demoHouse());
  const { house } = doors;
  await publishCall(house, demoCall);
  const sent = { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft-1" } as const;
  const submitted = await submitApplication(house, sent);
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  const { ref } = submitted;
  await sweeper(house)({}, lambdaContext);
  const ask = async (state: string, visit: number): Promise<Task> => {
    await openTask(house)({ ref, state, visit, arm: 0, due, token: state, movable: true }, lambdaContext);
    return taskItem.parse(await house.table.get({ pk: ref, sk: `task#00000${visit}#${state}` }));
  };
  return { doors, house, ref, id: idOf(ref), ask, secret: house.config.linkSecret };
}

const reason = "Taip sutarta telefonu.";

const roads: Readonly<Record<string, () => Promise<Doors>>> = {
  "somebody writes an application page by page, and sends it": async () => {
    const doors = triedDoors(demoHouse());
    await publishCall(doors.house, demoCall);
    const teacher = doors.comes();
    const [, , draft = ""] = (await teacher.post("/calls/demo/drafts")).location.split("/");
    for (const { id } of application.pages) await done(teacher, `/drafts/${draft}/${id}`, typedOn(id));
    await done(teacher, `/drafts/${draft}/submit`);
    return doors;
  },
  "a program applies, and answers what is asked": async () => {
    const { doors, secret, ask } = await asked();
    const somebody = doors.comes();
    const key = { "idempotency-key": "application-of-a-school-0001" };
    const body = { ...demoApplication, email: "kita@mokykla.example" };
    expect((await somebody.postJson("/api/calls/demo/applications", body, key)).status).toBe(201);
    const link = taskPath(secret, await ask("endorsement", 1)).replace("/t/", "/api/tasks/");
    expect((await somebody.postJson(link, { outcome: "endorsed" }, key)).status).toBe(200);
    return doors;
  },
  "whoever is asked answers by their link; the applicant withdraws": async () => {
    const { doors, secret, ask, ref } = await asked();
    const somebody = doors.comes();
    await fill(somebody, taskPath(secret, await ask("endorsement", 1)), { outcome: "endorsed" });
    await ask("screening", 2);
    await fill(somebody, `${casePath(secret, ref)}/say/withdrawn`, { reason });
    return doors;
  },
  "a guest names somebody else; the coordinator puts the address right": async () => {
    const { doors, secret, ask, id } = await asked();
    const task = await ask("endorsement", 1);
    const said = { outcome: "someoneElse", name: "Rita Pavaduotoja", email: "rita@mokykla.example" };
    await fill(doors.comes(), `${taskPath(secret, task)}/not-me`, said);
    const address = `/console/cases/${id}/addresses/${addressIdOf(secret, task.assignee?.email ?? "")}`;
    const right = { email: "rita@mokykla.example", name: "Rita Pavaduotoja", source: "Pasakė raštinė." };
    await fill(await enter(doors, "coordinator"), address, right);
    return doors;
  },
  "the coordinator moves a deadline, corrects, notes, hands on and breaks off": async () => {
    const { doors, secret, ask, id } = await asked();
    const coordinator = await enter(doors, "coordinator");
    const task = await ask("screening", 1);
    const day = { "day-year": "2027", "day-month": "1", "day-day": "25" };
    await fill(coordinator, paths.extend(id, task), { ...day, reason });
    await fill(coordinator, paths.correction(id, "fullName"), { value: "Austėja Žukauskė", reason });
    await fill(coordinator, paths.notes(id), { text: "Paskambinti mokyklai." });
    const person = addressIdOf(secret, "agency@agency.example");
    const handing = `/console/tasks/case/${id}/${keyInPath(task.sk)}/reassign`;
    await fill(coordinator, handing, { person, reason });
    await fill(coordinator, `/console/cases/${id}/say/cancelled`, { reason });
    return doors;
  },
  "the coordinator answers many at once": async () => {
    const { doors, ask } = await asked();
    const task = await ask("screening", 1);
    const coordinator = await enter(doors, "coordinator");
    await done(coordinator, "/console/bulk", { task: `${task.pk}|${task.sk}`, outcome: "eligible" });
    return doors;
  },
  "somebody goes away and comes back": async () => {
    const { doors, secret } = await asked();
    const coordinator = await enter(doors, "coordinator");
    const [person, substitute] = ["commission", "agency"].map((name) =>
      addressIdOf(secret, `${name}@agency.example`),
    );
    const first = { "from-year": "2027", "from-month": "1", "from-day": "10" };
    const last = { "to-year": "2027", "to-month": "1", "to-day": "17" };
    const away = { person: person ?? "", substitute: substitute ?? "", ...first, ...last };
    await done(coordinator, "/console/absences", away);
    await done(coordinator, `/console/absences/${person}/2027-01-10/end`);
    return doors;
  },
  "a call is made, published and changed": async () => {
    const { doors, house } = await asked();
    const coordinator = await enter(doors, "coordinator");
    const by = { ...demoCall.staff.coordinator, language: "lt" } as const;
    const values = { ...typedInternshipCall };
    const start = () => startCallDraft(house, { process: "foreign-internship", values, by });
    const [id, other] = [await start(), await start()];
    for (const { id: part, fields } of callForm.form.pages)
      await fill(coordinator, paths.callDraftPage(id, part), postedForm(callForm.form, fields, values));
    await done(coordinator, paths.publishCallDraft(id));
    await done(coordinator, paths.callDraftAside(other));
    const stored = callForm.typedOf("demo", (await loadCall(house, "demo"))?.data ?? {});
    const typed = { ...stored, aboutLt: "Nauja.", aboutEn: "New." };
    const part = callForm.form.pages.find(({ fields }) => fields.includes("aboutLt"));
    const names = (part?.fields ?? []).filter((name) => Object.hasOwn(callForm.changes, name));
    const address = `/console/calls/demo/change/${part?.id}`;
    await fill(coordinator, address, { ...postedForm(callForm.form, names, typed), reason });
    return doors;
  },
  "payments are prepared, sent back, prepared anew, approved and marked": async () => {
    const call = await payingCall({ payer, budgetCents: 300_000 });
    const refs = [await call.waitsForAdvance("Ona Onaitė"), await call.waitsForAdvance("Jonas Jonaitis")];
    const doors = triedDoors(call.house);
    const [coordinator, finance] = [await enter(doors, "coordinator"), await enter(doors, "finance")];
    const runs = paths.paymentRuns("demo");
    const payment = refs.map((ref) => `${idOf(ref)}-advance`);
    await done(coordinator, runs, { payment });
    await done(finance, `${runs}/1/send-back`, { reason });
    await done(coordinator, runs, { payment });
    await done(finance, `${runs}/2/approve`);
    const paidOn = { "paidOn-year": "2027", "paidOn-month": "1", "paidOn-day": "10" };
    await done(finance, `${runs}/2/mark`, paidOn);
    return doors;
  },
  "grants are worked out anew when the agency comes to buy the tickets": async () => {
    const call = await travellingCall();
    const [ona, rasa] = [await call.hasPlace("Ona Onaitė"), await call.hasPlace("Rasa Rasaitė")];
    await call.isGranted(ona, "own");
    await call.isGranted(rasa, "own");
    const doors = triedDoors(call.house);
    const coordinator = await enter(doors, "coordinator");
    await done(coordinator, `${groupsPath}/new/FI`, newGroup(ona, rasa));
    await done(coordinator, `${groupsPath}/grants`, { member: [ona, rasa], reason });
    return doors;
  },
  "a group is made, changed, and dissolved": async () => {
    const call = await travellingCall();
    const [ona, rasa, petras] = [
      await call.hasPlace("Ona Onaitė"),
      await call.hasPlace("Rasa Rasaitė"),
      await call.hasPlace("Petras Petraitis"),
    ];
    const doors = triedDoors(call.house);
    const coordinator = await enter(doors, "coordinator");
    await done(coordinator, `${groupsPath}/new/FI`, newGroup(ona, rasa));
    const group = `${groupsPath}/1`;
    await done(coordinator, `${group}/members`, { member: petras });
    const { member: _, ...details } = newGroup(ona);
    await fill(coordinator, `${group}/edit`, { ...details, meeting: "Geležinkelio stotis." });
    await done(coordinator, `${group}/members/${rasa}/remove`);
    await done(coordinator, `${group}/dissolve`);
    return doors;
  },
};

describe("whatever people ask for is done once, and whoever asks again after a lost answer hears that it is done", () => {
  it.each(Object.entries(roads))("%s", async (name, live) => {
    const { wrong, counted } = await live();
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(counted.tries).toBeGreaterThan(0);
    process.stdout.write(`${name}: ${JSON.stringify(counted)}\n`);
  });
});
