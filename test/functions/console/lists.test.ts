import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { mailItem } from "../../../functions/store/mail-items.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "../web/enter.ts";
import { readPage } from "../web/page-forms.ts";
import { type Visitor, visitor } from "../web/visitor.ts";

const list = "/console/calls/demo/cases";
const acts = "/console/calls/demo/acts";

let house: DemoHouse;
let coordinator: Visitor;
let refs: readonly string[];

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  refs = [
    await submit("Austėja Žukauskaitė", "austeja@mokykla.example"),
    await submit("Ona Onaitė", "ona@mokykla.example"),
  ];
  coordinator = await enter("coordinator");
});

async function submit(fullName: string, email: string): Promise<string> {
  const raw = { ...demoApplication, fullName, email };
  const submitted = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: email });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

async function enter(name: string): Promise<Visitor> {
  const who = visitor(house);
  const until = Date.parse("2027-01-17T08:00:00.000Z") / 1000;
  await who.post(enterPath(house.config.linkSecret, `${name}@agency.example`, until));
  return who;
}

const ids = () => refs.map(idOf);
const asked = (act: string) =>
  `${acts}?${new URLSearchParams([["act", act], ...ids().map((id) => ["case", id])])}`;

async function open(ref: string, state: string): Promise<void> {
  const due = "2027-01-20T21:59:59.000Z";
  await openTask(house)({ ref, state, visit: 1, arm: 0, due, token: `token-${ref}` }, lambdaContext);
}

const mailsOf = async (ref: string) =>
  (await house.table.query(ref, "mail#")).map((item) => mailItem.parse(item));

describe("the list of cases", () => {
  it("shows the columns that are chosen, and those that are usual where nobody chose", async () => {
    const sent = await coordinator.post(list, { column: ["email", "due"] });
    expect(sent.location).toBe(`${list}?columns=email%2Cdue`);
    const chosen = await coordinator.get(sent.location);
    expect(chosen.text).toContain("austeja@mokykla.example");
    expect(chosen.text).not.toContain(demoApplication.school);
    const usual = await coordinator.get(list);
    expect(usual.text).toContain(demoApplication.school);
    expect(usual.text).not.toContain("austeja@mokykla.example");
  });

  it("is put into another order by the head of a column, which says so", async () => {
    const { body } = await coordinator.get(`${list}?order=name`);
    expect(body).toMatch(/aria-sort="ascending"><a[^>]*href="[^"]*order=name&amp;reversed=yes"/);
  });
});

describe("a saved view", () => {
  const save = (who: Visitor, name: string, shared: boolean) =>
    who.post("/console/calls/demo/views", {
      name,
      said: "order=due&columns=due&words=secret",
      ...(shared ? { shared: "yes" } : {}),
    });

  it("is one's own until it is shared, and is one however often it is saved under its name", async () => {
    await save(coordinator, "Pagal terminą", false);
    await save(coordinator, "Pagal terminą", false);
    expect((await coordinator.get(list)).text.match(/Pagal terminą/g)).toHaveLength(2);
    const finance = await enter("finance");
    expect((await finance.get(list)).text).not.toContain("Pagal terminą");
    await save(coordinator, "Pagal terminą", true);
    const theirs = await finance.get(list);
    expect(theirs.text).toContain("Pagal terminą (bendrina coordinator)");
    expect(theirs.body).toContain(`${list}?order=due&amp;columns=due"`);
    expect(theirs.body).not.toContain("secret");
  });

  it("is taken away by whoever saved it alone", async () => {
    await save(coordinator, "Mano", true);
    const [item] = await house.table.query("views#demo");
    const remove = `/console/calls/demo/views/${String(item?.sk).slice("view#".length)}/remove`;
    await (await enter("finance")).post(remove);
    expect(await house.table.query("views#demo")).toHaveLength(1);
    await coordinator.post(remove);
    expect(await house.table.query("views#demo")).toHaveLength(0);
  });
});

describe("an act on several cases", () => {
  it("is offered to the coordinator alone", async () => {
    expect((await coordinator.get(list)).body).toContain(`action="${acts}"`);
    const finance = await enter("finance");
    expect((await finance.get(list)).body).not.toContain(`action="${acts}"`);
    expect((await finance.get(asked("remind"))).status).toBe(403);
  });

  it("shows whom it would remind before anybody is, and reminds each once a day", async () => {
    house.at("2027-01-11T08:00:00.000Z");
    await open(refs[0] ?? "", "endorsement");
    house.at("2027-01-13T08:00:00.000Z");
    coordinator = await enter("coordinator");
    const before = (await mailsOf(refs[0] ?? "")).length;
    const preview = await coordinator.get(asked("remind"));
    expect(preview.text).toContain("Bus išsiųsta 1 priminimas");
    expect(preview.text).toContain("Nieko nelaukiama");
    expect(await mailsOf(refs[0] ?? "")).toHaveLength(before);
    for (const _ of ["sent", "sent again"])
      expect((await coordinator.post(acts, { act: "remind", case: ids() })).text).toContain(
        "Atlikta: 1 iš 1.",
      );
    expect(await mailsOf(refs[0] ?? "")).toHaveLength(before + 1);
  });

  it("goes on with the next hundred where there are more, and counts all of them at the end", async () => {
    const others = Array.from({ length: 100 }, (_, at) => at.toString(16).padStart(24, "0"));
    const typed = { act: "message", text: "Pratęsėme terminą.", seen: "yes", sending: "7" };
    const first = await coordinator.post(acts, { ...typed, case: [...others, ...ids()] });
    expect(first.text).toContain("Liko 2 bylos.");
    const { forms } = readPage(first.body, acts);
    const inputs = forms.find(({ action }) => action === acts)?.inputs ?? new Map<string, string[]>();
    expect(inputs.get("case")).toEqual(ids());
    const last = await coordinator.post(acts, Object.fromEntries(inputs));
    expect(last.text).toContain("Atlikta: 2 iš 2.");
    expect(last.body).not.toContain("kelias-go-on");
  });

  it("writes to applicants what was shown as a mail, once, and keeps it in the record of each case", async () => {
    const typed = { act: "message", case: ids(), text: "Pratęsėme terminą.\n\nSėkmės!" };
    const preview = await coordinator.post(acts, typed);
    expect(preview.text).toContain("Žinutė dėl kvietimo „Stažuotės užsienyje“");
    expect(preview.text).toContain("Pratęsėme terminą.");
    expect(preview.body).not.toMatch(/\/c\/[0-9a-f]{24}/);
    const sending = /name="sending" value="(\d+)"/.exec(preview.body)?.[1] ?? "";
    const isMessage = ({ template }: { readonly template: string }) => template === "message";
    expect((await mailsOf(refs[0] ?? "")).filter(isMessage)).toEqual([]);
    for (const _ of ["sent", "sent again"])
      expect((await coordinator.post(acts, { ...typed, seen: "yes", sending })).text).toContain(
        "Atlikta: 2 iš 2.",
      );
    for (const ref of refs) expect((await mailsOf(ref)).filter(isMessage)).toHaveLength(1);
    await sweeper(house)(undefined, lambdaContext);
    const sent = house.sent.filter(({ text }) => text.includes("Pratęsėme terminą."));
    expect(sent.map(({ to }) => to).toSorted()).toHaveLength(2);
    expect((await coordinator.get(`/console/cases/${ids()[0]}`)).text).toContain("Pratęsėme terminą.");
  });

  it("writes by a template of the call, to each reader in their language and with what is so in their case", async () => {
    const templates = "/console/calls/demo/messages";
    const page = await coordinator.get(`${templates}/new`);
    const as = /name="as" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const said = {
      name: "Primenama",
      lt: "{applicant}, laukiame ({code}).",
      en: "Dear {applicant} of {call}.",
      as,
    };
    for (const _ of ["sent", "sent again"])
      expect((await coordinator.post(`${templates}/new`, { ...said, version: "0" })).status).toBe(303);
    expect((await coordinator.get("/console/calls/demo/mails")).text.match(/Primenama/g)).toHaveLength(1);
    const asking = await coordinator.post(acts, { act: "message", case: ids(), use: "yes", template: as });
    expect(asking.body).toContain("{applicant}, laukiame ({code}).");
    const typed = { act: "message", case: ids(), text: said.lt, textEn: said.en };
    const preview = await coordinator.post(acts, typed);
    expect(preview.text).toContain("Austėja Žukauskaitė, laukiame (");
    const sending = /name="sending" value="(\d+)"/.exec(preview.body)?.[1] ?? "";
    await coordinator.post(acts, { ...typed, seen: "yes", sending });
    await sweeper(house)(undefined, lambdaContext);
    const names = house.sent.flatMap(({ text }) => /(\S+ \S+), laukiame \(/.exec(text)?.[1] ?? []);
    expect(names.toSorted()).toEqual(["Austėja Žukauskaitė", "Ona Onaitė"]);
  });

  it("takes no template or message with a place that nobody fills in, and templates away", async () => {
    const said = { name: "Vienas", lt: "Labas, {vardas}", en: "Hello", version: "0" };
    const wrong = await coordinator.post("/console/calls/demo/messages/new", said);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(
      "Tekstas lietuviškai: Sistema nežino, kas yra {vardas}. Galima rašyti: {applicant}, {call}, {code}.",
    );
    const typed = { act: "message", case: ids(), text: "Labas, {vardas}" };
    expect((await coordinator.post(acts, typed)).status).toBe(422);
    await coordinator.post("/console/calls/demo/messages/new", { ...said, lt: "Labas" });
    const [, id = ""] =
      /messages\/([\w-]{16})"/.exec((await coordinator.get("/console/calls/demo/mails")).body) ?? [];
    await coordinator.post(`/console/calls/demo/messages/${id}`, { do: "remove", version: "1" });
    expect((await coordinator.get("/console/calls/demo/mails")).text).not.toContain("Vienas");
  });

  it("is done to the whole list as it is filtered, too", async () => {
    const { location } = await coordinator.post(list, { text: "austėja" });
    const filter = location.slice(location.indexOf("?") + 1);
    const { body } = await coordinator.get(location);
    expect(body).toContain(`name="list" value="${filter.replaceAll("&", "&amp;")}"`);
    const whole = (said: string) =>
      coordinator.get(`${acts}?${new URLSearchParams({ act: "message", which: "whole", list: said })}`);
    expect((await whole(filter)).text).toContain("Žinutę gaus 1 pareiškėjas.");
    expect((await whole("")).text).toContain("Žinutę gaus 2 pareiškėjai.");
  });

  it("sends no message that nobody wrote", async () => {
    const empty = await coordinator.post(acts, { act: "message", case: ids(), text: "  " });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Parašykite žinutę.");
  });

  it("leads from the cases to one's own tasks in them, with the answers that all of them can have", async () => {
    for (const ref of refs) await open(ref, "screening");
    const { body, text } = await coordinator.get(asked("answer"));
    expect(body).toContain('action="/console/bulk"');
    expect(text).toContain("(2)");
  });

  it("gives the tasks of colleagues to another one, with the reason", async () => {
    for (const ref of refs) await open(ref, "screening");
    const preview = await coordinator.get(asked("assign"));
    const person = /<option value="([^"]+)">agency</.exec(preview.body)?.[1] ?? "";
    const said = { act: "assign", case: ids(), person };
    expect((await coordinator.post(acts, said)).text).toContain("Parašykite, kodėl perduodate.");
    const given = await coordinator.post(acts, { ...said, reason: "Atostogos" });
    expect(given.text).toContain("Atlikta: 2 iš 2.");
    const [task] = (await house.table.query(refs[0] ?? "", "task#")).map((item) => taskItem.parse(item));
    expect(task?.assignee?.name).toBe("agency");
    expect(task?.handovers?.[0]?.reason).toBe("Atostogos");
  });

  it("does nothing to cases of other calls, nor to what is no case", async () => {
    const text = (await coordinator.get(`${acts}?act=remind&case=nothing&case=%00`)).text;
    expect(text).toContain("Nepažymėta nė viena byla.");
  });
});
