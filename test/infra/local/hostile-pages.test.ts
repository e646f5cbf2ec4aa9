import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Item } from "../../../functions/adapters/table.ts";
import { startCallDraft } from "../../../functions/calls/call-drafts.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import type { House } from "../../../functions/house.ts";
import { casePath, staffPath, taskPath } from "../../../functions/links.ts";
import { routes } from "../../../functions/portal/portal.ts";
import { find } from "../../../functions/portal/router.ts";
import { paths } from "../../../functions/portal/visit.ts";
import type { Task } from "../../../functions/store/items.ts";
import { headKey, idOf, refOfCall } from "../../../functions/store/keys.ts";
import { demoCall, demoHouse } from "../../functions/demo-house.ts";
import { memoryTable } from "../../functions/memory-table.ts";
import { nasty } from "../../functions/portal/nasty.ts";
import { type PageForm, readPage } from "../../functions/portal/page-forms.ts";
import { type Visitor, visitor } from "../../functions/portal/visitor.ts";
import { made } from "../../workflows/made-calls.ts";
import { openStage, type Stage } from "./stage.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const rasa = { name: "Rasa Rasaitė", email: "rasa@agency.example", language: "lt" } as const;
const staff = { ...demoCall.staff, coordinator: rasa, agency: rasa, finance: rasa };

const words = (lt: string, en: string) => ({ lt, en });
const rubric = [
  {
    id: "need",
    title: words("Poreikis", "Need"),
    weight: 60,
    anchors: [words("nėra", "none"), words("yra", "some")],
  },
  {
    id: "plan",
    title: words("Planas", "Plan"),
    weight: 40,
    anchors: [words("nėra", "none"), words("yra", "some")],
  },
];

/** Everything that is stored when a task is asked, or at the end; what is done with it does nothing to the road. */
interface Moment {
  readonly task?: Task;
  readonly items: readonly Item[];
  readonly now: string;
}

let stage: Stage;
const refs: string[] = [];
const moments: Moment[] = [];

async function storedIn({ world, load }: Stage): Promise<readonly Item[]> {
  const { certificate } = await load(refs[0] ?? "");
  const partitions = [
    "calls",
    refOfCall("demo"),
    refOfCall("next"),
    ...refs,
    `certificate#${certificate?.number}`,
  ];
  return (await Promise.all(partitions.map((pk) => world.house.table.query(pk)))).flat();
}

async function houseAt({ items, now }: Moment) {
  const table = memoryTable();
  for (const item of items) await table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  const { config, documents } = stage.world.house;
  const house: House = { ...demoHouse(now), config, documents, table };
  return { house, items: table.all };
}

/** Rasa coordinates, signs for the agency and pays. */
async function comeIn(house: House): Promise<Visitor> {
  const somebody = visitor(house);
  await somebody.get(staffPath(house.config.linkSecret, rasa.email, 2_000_000_000));
  return somebody;
}

beforeAll(async () => {
  const appeals = [{ name: "Vida Teisutienė", email: "vida@skundai.example", language: "lt" }];
  const rules = { places: { FI: 2 }, scoreGap: 100, appealDays: 3, rubric, budgetCents: 500_000 };
  stage = await openStage({ staff, appeals, ...rules });
  const late = JSON.parse(JSON.stringify(demoCall.hosts).replaceAll("2027-", "2029-"));
  const next = { ...demoCall, id: "next", staff, closes: "2028-12-31T23:59:59", hosts: late };
  await publishCall(stage.world.house, next);
  for (const [name, score] of [
    ["Ona Šimkutė", 90],
    ["Jonas Žukas", 80],
  ] as const)
    refs.push(await stage.apply(`nr${score}@mokykla.example`, score, { fullName: name }));
  const seen = new Set<string>();
  await stage.goOnUntil(refs[0] ?? "", "completed", async (task) => {
    if (seen.has(task.state)) return;
    seen.add(task.state);
    moments.push({ task, items: await storedIn(stage), now: stage.world.house.clock.now() });
  });
  moments.push({ items: await storedIn(stage), now: stage.world.house.clock.now() });
});
afterAll(() => stage?.close());

/** Each input is left out, answered as the page offers it, or nasty. */
const typedInto = ({ inputs }: PageForm) =>
  fc.record(
    Object.fromEntries(
      [...inputs].map(([name, offered]) => {
        const some = offered.length > 0 ? [fc.constantFrom(...offered)] : [];
        return [name, fc.oneof(...some, nasty, fc.constant("2027-05-03"))];
      }),
    ),
    { requiredKeys: [] },
  );

async function send(
  somebody: Visitor,
  { method, action }: PageForm,
  typed: Readonly<Record<string, string | undefined>>,
) {
  const sent = Object.fromEntries(Object.entries(typed).map(([name, said = ""]) => [name, said]));
  if (method === "post") return somebody.post(action, sent);
  return somebody.get(`${action.split("?")[0]}?${new URLSearchParams(sent)}`);
}

const keyOf = ({ pk, sk }: Item): string => `${pk} ${sk}`;
const isDefect = (status: number): boolean => status >= 500;

/** Fills in a form as nobody should, many times over; its page is still there afterwards, and so is all that was stored. */
async function abuse(page: string, form: PageForm, moment: Moment): Promise<void> {
  const { house, items } = await houseAt(moment);
  const somebody = await comeIn(house);
  const before = items().map(keyOf);
  await fc.assert(
    fc.asyncProperty(typedInto(form), async (typed) => {
      const answer = await send(somebody, form, typed);
      const isPage = answer.status === 200 || answer.status >= 400;
      const after = await somebody.get(page);
      const left = new Set(items().map(keyOf));
      const wrong = [
        ...(isDefect(answer.status) ? [`answered ${answer.status}`] : []),
        ...(isDefect(after.status) ? [`then the page is ${after.status}`] : []),
        ...(isPage && !answer.body.includes("<h1") ? ["a page without a heading"] : []),
        ...(isPage ? readPage(answer.body, page).deadEnds : []),
        ...before.filter((key) => !left.has(key)).map((key) => `lost ${key}`),
      ];
      const where = `${form.method} ${form.action} on ${page}`;
      expect([where, typed, wrong]).toEqual([where, typed, []]);
    }),
    { numRuns: 20 },
  );
}

describe("hostile answers to every task of an internship abroad", () => {
  it("get a clear page and lose nothing", async () => {
    expect(moments.length).toBeGreaterThan(15);
    for (const moment of moments) {
      if (!moment.task) continue;
      const { house } = await houseAt(moment);
      const path = taskPath(house.config.linkSecret, moment.task);
      for (const page of [path, `${path}/not-me`]) {
        const { body } = await visitor(house).get(page);
        for (const form of readPage(body, page).forms) await abuse(page, form, moment);
      }
    }
  });
});

/** Presses the buttons of a page as it offers them, with what is typed besides. */
async function press(somebody: Visitor, page: string, typed: Readonly<Record<string, string>> = {}) {
  const { body, status } = await somebody.get(page);
  if (status !== 200) return;
  const main = body.slice(body.indexOf("<main"));
  for (const { action, inputs } of readPage(main, page).forms)
    await somebody.post(action, { ...Object.fromEntries(inputs), ...typed });
}

/** What is not there of itself is begun: drafts, a group that travels, a payment run of an account. */
async function prepare(house: House, somebody: Visitor): Promise<readonly string[]> {
  const key = headKey(refOfCall("demo"));
  const data = Object((await house.table.get(key))?.data);
  const payer = { name: "Agentūra", iban: "LT121000011101001000" };
  await house.table.change(key, { set: { data: { ...data, payer } } });
  const { location: draft } = await somebody.post("/calls/next/drafts");
  const values = made["foreign-internship"] ?? {};
  const callDraft = await startCallDraft(house, { process: "foreign-internship", values, by: rasa });
  const [leader = ""] = refs.map(idOf);
  await press(somebody, "/console/calls/demo/groups/new/FI", {
    name: "Pavasaris",
    tickets: "agency",
    leader,
  });
  await press(somebody, paths.paymentRuns("demo"));
  return [draft, draft.replace(/[^/]+$/, "check"), paths.callDraft(callDraft, "check")];
}

/** When there is something else to be seen than before. */
const walked = ["screening", "approval", "plan", "advance", "balance"];

/** Nothing of a road that goes well leads there: files, mail that came back, papers signed elsewhere, a run that was approved. */
const elsewhere = [
  "/console/cases/{id}/uploads/{upload}",
  "/console/enter/{id}/{until}/{secret}",
  "/console/bulk",
  "/console/calls/{id}/payments/{run}/payments.xml",
  "/console/calls/{id}/addresses/{address}",
  "/console/cases/{id}/addresses/{address}",
  "/console/cases/{id}/signatures/{key}",
  "/console/cases/{id}/signatures/{key}/upload/{field}",
  "/console/cases/{id}/calendar.ics",
];

interface Visited {
  readonly pattern: string;
  readonly page: string;
  readonly forms: readonly PageForm[];
}

const patternOf = (address: string): string => {
  const found = find(routes, "GET", address.split("?")[0] ?? "");
  return found.outcome === "found" ? found.route.pattern : "";
};

/** Follows the links of pages, three of each kind, from where people come in; every link leads somewhere. */
async function walk(somebody: Visitor, starts: readonly string[]): Promise<readonly Visited[]> {
  const ahead = [...starts];
  const [known, kinds] = [new Set<string>(), new Map<string, number>()];
  const visited: Visited[] = [];
  for (let page = ahead.shift(); page !== undefined; page = ahead.shift()) {
    const pattern = patternOf(page);
    const kind = `${pattern} ${page.includes("?")}`;
    const often = kinds.get(kind) ?? 0;
    if (known.has(page) || often >= 3) continue;
    known.add(page);
    kinds.set(kind, often + 1);
    const { status, body, headers } = await somebody.get(page);
    expect([page, pattern, status]).toEqual([page, pattern, expect.toSatisfy((is) => is < 400)]);
    const isPage = String(headers["content-type"]).startsWith("text/html");
    const { links, deadEnds, forms } = readPage(isPage ? body : "", page);
    expect([page, deadEnds]).toEqual([page, []]);
    ahead.push(...links);
    visited.push({ pattern, page, forms });
  }
  return visited;
}

describe("hostile use of every form and filter that leads from the console and the portal", () => {
  const forms = new Map<
    string,
    { readonly page: string; readonly form: PageForm; readonly moment: Moment }
  >();

  it("whose links all lead somewhere, at every moment of the road", async () => {
    const reached = new Set<string>();
    for (const moment of moments.filter(({ task }) => !task || walked.includes(task.state))) {
      const { house, items } = await houseAt(moment);
      const coordinator = await comeIn(house);
      const begun = await prepare(house, coordinator);
      const { linkSecret } = house.config;
      const links = [
        ...(moment.task ? [taskPath(linkSecret, moment.task)] : []),
        casePath(linkSecret, refs[0] ?? ""),
      ];
      const doors = ["/", "/console", "/api", "/certificates", "/sign-in"];
      for (const { page, pattern, ...visited } of await walk(coordinator, [...doors, ...links, ...begun])) {
        reached.add(pattern);
        for (const form of visited.forms) {
          const name = `${pattern} ${form.method} ${[...form.inputs.keys()].join()}`;
          if (form.action !== "/sign-out")
            forms.set(name, { page, form, moment: { ...moment, items: items() } });
        }
      }
    }
    const ofConsole = routes.filter(
      ({ method, pattern }) => method === "GET" && pattern.startsWith("/console"),
    );
    const left = ofConsole.map(({ pattern }) => pattern).filter((pattern) => !reached.has(pattern));
    expect(left).toEqual(elsewhere);
  });

  it("get a clear page and lose nothing", async () => {
    expect(forms.size).toBeGreaterThan(50);
    for (const { page, form, moment } of forms.values()) await abuse(page, form, moment);
  });
});
