import { beforeEach, describe, expect, it } from "vitest";
import { keyInPath } from "../../../functions/addresses/address.ts";
import { startCallDraft } from "../../../functions/calls/call-drafts.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { enterPath } from "./enter.ts";
import { type Visitor, visitor } from "./visitor.ts";

const due = "2027-01-17T21:59:59.000Z";
const typed = "Ilgas tekstas, kurio niekas nenori rašyti dukart.";
let house: DemoHouse;
let somebody: Visitor;
let ref: string;
let principal: string;
let screening: string;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const raw = demoApplication;
  const submitted = await submitApplication(house, {
    callId: "demo",
    language: "lt",
    raw,
    draftId: "draft-1",
  });
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  ref = submitted.ref;
  principal = taskPath(house.config.linkSecret, await ask("endorsement", 1));
  screening = taskPath(house.config.linkSecret, await ask("screening", 2));
  somebody = visitor(house);
});

async function ask(state: string, visit: number): Promise<Task> {
  await house.table.change({ pk: ref, sk: "head" }, { set: { handedOver: 0 } });
  await openTask(house)({ ref, state, visit, arm: 0, due, token: `token-${state}` }, lambdaContext);
  return stored(state, visit);
}
const stored = async (state: string, visit: number) =>
  taskItem.parse(await house.table.get({ pk: ref, sk: `task#00000${visit}#${state}` }));
const setTask = (state: string, visit: number, set: object) =>
  house.table.change({ pk: ref, sk: `task#00000${visit}#${state}` }, { set: { ...set } });
const enter = (who: string) =>
  somebody.post(enterPath(house.config.linkSecret, `${who}@agency.example`, 2_000_000_000));
const begin = async () => (await somebody.post("/calls/demo/drafts")).location.split("/")[2] ?? "";
const decoded = (body: string) => body.replaceAll("&amp;", "&").replaceAll("&quot;", '"');

/** Each page with a form, what is typed on it, and what must be there again. */
const pages: readonly [string, () => Promise<string>, Readonly<Record<string, string>>][] = [
  ["a page of a draft", async () => `/drafts/${await begin()}/motivation`, { motivation: typed }],
  ["a task", async () => screening, { outcome: "ineligible", reason: typed }],
  [
    "a word of the applicant",
    async () => `${casePath(house.config.linkSecret, ref)}/say/withdrawn`,
    { reason: typed },
  ],
  [
    "who should be asked instead",
    async () => {
      await setTask("endorsement", 1, { status: "open" });
      return `${principal}/not-me`;
    },
    { outcome: "someoneElse", name: typed },
  ],
  ["the way in", async () => "/sign-in", { email: "austeja@mokykla.example" }],
  ["a word of the staff", async () => `/console/cases/${idOf(ref)}/say/cancelled`, { reason: typed }],
  ["a note", async () => `/console/cases/${idOf(ref)}/notes`, { text: typed }],
  [
    "a task that is given on",
    async () => `/console/tasks/case/${idOf(ref)}/${keyInPath("task#000002#screening")}/reassign`,
    { reason: typed },
  ],
  [
    "a longer deadline",
    async () => {
      await setTask("screening", 2, { movable: true });
      return `/console/cases/${idOf(ref)}/tasks/000002~screening/extend`;
    },
    { reason: typed },
  ],
  ["a correction", async () => `/console/cases/${idOf(ref)}/corrections/school`, { reason: typed }],
  [
    "an absence",
    async () => "/console/absences",
    { "from-year": "2027", "from-month": "3", "from-day": "1" },
  ],
  ["a key for a program", async () => "/console/calls/demo/clients", { name: "Statistikos programa" }],
  ["a call that is changed", async () => "/console/calls/demo/change/texts", { aboutLt: typed }],
  [
    "a call that is being made",
    async () => {
      const by = { name: "coordinator", email: "coordinator@agency.example", language: "lt" } as const;
      const values = { ...typedInternshipCall };
      return `/console/call-drafts/${await startCallDraft(house, { process: "foreign-internship", values, by })}/texts`;
    },
    { aboutLt: typed },
  ],
];

describe("what is typed stays when another language is chosen, and nothing else happens", () => {
  it.each(pages)("on %s", async (_what, addressOf, said) => {
    await enter("coordinator");
    const address = await addressOf();
    const { body, status } = await somebody.get(address);
    expect(status).toBe(200);
    const [, action = ""] =
      /<button[^>]*form="typed"[^>]*formaction="([^"]*)"[^>]*lang="en"/i.exec(body) ?? [];
    expect(action).toContain("lang=en");
    const before = JSON.stringify(house.table.all());
    const drawn = await somebody.post(decoded(action), said);
    expect([drawn.status, /<html lang="(..)"/.exec(drawn.body)?.[1]]).toEqual([200, "en"]);
    for (const value of Object.values(said)) expect(decoded(drawn.body)).toContain(value);
    if ("outcome" in said)
      expect(drawn.body).toMatch(
        new RegExp(`value="${said.outcome}"[^>]* checked|checked[^>]*value="${said.outcome}"`),
      );
    expect(JSON.stringify(house.table.all())).toBe(before);
  });

  it("but not when another site sends the form", async () => {
    const { status } = await somebody.ask("POST", `${screening}?lang=en&keep=`, {
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" },
      body: "reason=x",
    });
    expect(status).toBe(403);
  });

  it("and Enter sends the form rather than choosing a language", async () => {
    const { body } = await somebody.get(screening);
    const [first] = /<button[^>]*form="typed"[^>]*>/.exec(body) ?? [];
    expect(first).toContain("hidden");
    expect(first).not.toContain("formaction");
  });
});

describe("a long task", () => {
  const later = () => somebody.post(screening, { outcome: "ineligible", reason: typed, later: "yes" });

  it("is saved without being sent, and taken up again by its link", async () => {
    const kept = await later();
    expect([kept.status, kept.location]).toEqual([303, `${screening}?saved`]);
    expect((await stored("screening", 2)).status).toBe("open");
    expect((await somebody.get(kept.location)).text).toContain("Išsaugota, bet dar neišsiųsta.");
    const again = await visitor(house).get(screening);
    expect(again.body).toContain(typed);
    expect(again.text).not.toContain("Išsaugota, bet");
  });

  it("saved in two windows drops what neither of them has seen only when it is told to", async () => {
    const seenIn = ({ body }: { readonly body: string }) =>
      /name="typedAt" value="([^"]*)"/.exec(body)?.[1] ?? "none";
    const old = seenIn(await somebody.get(screening));
    const save = (reason: string, typedAt: string) =>
      somebody.post(screening, { outcome: "ineligible", reason, later: "yes", typedAt });
    expect((await save(typed, old)).status).toBe(303);
    expect((await save(typed, old)).status, "pressed twice").toBe(303);
    const other = await save("Kitas langas.", old);
    expect(other.status).toBe(409);
    for (const part of ["išsaugota kitame lange", typed, "Kitas langas."]) expect(other.text).toContain(part);
    expect((await save("Kitas langas.", seenIn(other))).status).toBe(303);
    expect((await somebody.get(screening)).body).toContain("Kitas langas.");
  });

  it("forgets what was kept once it is answered", async () => {
    await later();
    await somebody.post(screening, { outcome: "eligible" });
    expect(JSON.stringify(await house.table.get({ pk: ref, sk: "task#000002#screening" }))).not.toContain(
      typed,
    );
  });

  it("that is given on begins anew for whoever gets it", async () => {
    await later();
    const assignee = { name: "Kita", email: "kita@agency.example", language: "lt" };
    await setTask("screening", 2, { assignee, inbox: assignee.email });
    const theirs = taskPath(house.config.linkSecret, await stored("screening", 2));
    const { status, body } = await somebody.get(theirs);
    expect([status, body.includes(typed)]).toEqual([200, false]);
  });
});

describe("an answer that comes too late is shown back, with whom to ask", () => {
  const closings: readonly [string, () => Promise<unknown>, string][] = [
    [
      "answered meanwhile",
      () =>
        setTask("screening", 2, {
          status: "answered",
          outcome: "eligible",
          values: {},
          closedAt: due,
          by: "x",
        }),
      "Į šią užduotį jau atsakyta",
    ],
    ["expired", async () => house.at("2027-01-17T22:00:00.000Z"), "Laikas atsakyti baigėsi"],
    [
      "not needed any more",
      () => setTask("screening", 2, { status: "cancelled" }),
      "Ši užduotis nebereikalinga",
    ],
    [
      "given to somebody else",
      async () => {
        const { assignee } = await stored("screening", 2);
        const to = { name: "Kita", email: "kita@agency.example", language: "lt" };
        const handovers = [{ from: assignee, to, at: due, by: "kita@agency.example", reason: "Atostogos." }];
        await setTask("screening", 2, { assignee: to, inbox: to.email, handovers });
      },
      "Ši užduotis perduota kitam žmogui",
    ],
  ];
  const said = { outcome: "ineligible", reason: typed };

  it.each(closings)("when it was %s", async (_what, close, title) => {
    await close();
    const late = await somebody.post(screening, said);
    expect(late.status).toBe(410);
    for (const part of [title, typed, "Neatitinka", "coordinator@agency.example"])
      expect(late.text).toContain(part);
  });

  it.each(closings)("also when it should only be saved, and was %s", async (_what, close, title) => {
    await close();
    const late = await somebody.post(screening, { ...said, later: "yes" });
    for (const part of [title, typed]) expect(late.text).toContain(part);
  });

  it("is said to be lost by nobody who has only pressed twice", async () => {
    await somebody.post(screening, said);
    const twice = await somebody.post(screening, said);
    expect(twice.text).toContain("Štai ką atsakėte");
    expect(twice.text).not.toContain("Tai neišsaugota");
  });

  it("also a word about one's case", async () => {
    const address = `${casePath(house.config.linkSecret, ref)}/say/withdrawn`;
    await somebody.post(address, { reason: "Pirma." });
    const late = await somebody.post(address, { reason: typed });
    expect(late.status).toBe(409);
    for (const part of ["To pasakyti nebegalima", typed, "coordinator@agency.example"])
      expect(late.text).toContain(part);
  });
});
