import type { Message } from "../../../functions/adapters/mailer.ts";
import type { Item } from "../../../functions/adapters/table.ts";
import { paths } from "../../../functions/addresses/paths.ts";
import { startCallDraft } from "../../../functions/calls/call-drafts.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { runJobs } from "../../../functions/events/run-jobs.ts";
import { saidOfQuery } from "../../../functions/exports/cases-file.ts";
import type { House } from "../../../functions/house.ts";
import { addressIdOf, casePath, confirmPath, taskPath } from "../../../functions/links.ts";
import { askedPayments } from "../../../functions/payments/asked.ts";
import { holdBack } from "../../../functions/payments/holds.ts";
import type { Task } from "../../../functions/store/items.ts";
import { headKey, idOf, refOfCall, refOfCase } from "../../../functions/store/keys.ts";
import { routes } from "../../../functions/web/portal.ts";
import { find } from "../../../functions/web/router.ts";
import { demoCall, demoHouse } from "../../functions/demo-house.ts";
import { lambdaContext } from "../../functions/lambda-context.ts";
import { memoryTable } from "../../functions/memory-table.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { type PageForm, readPage } from "../../functions/web/page-forms.ts";
import type { Visitor } from "../../functions/web/visitor.ts";
import { typedInternshipCall } from "../../workflows/foreign-internship/typed-call.ts";
import { openStage, type Stage } from "./stage.ts";

/** Rasa coordinates, signs for the agency and pays. */
const rasa = { name: "Rasa Rasaitė", email: "rasa@agency.example", language: "lt" } as const;
const staff = { ...demoCall.staff, coordinator: rasa, agency: rasa, finance: rasa };
const lost = "vadovas@bounce.example";

const words = (lt: string, en: string) => ({ lt, en });
const anchors = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"].map((at) => words(at, at));
const rubric = [
  { id: "need", title: words("Poreikis", "Need"), weight: 60, anchors },
  { id: "plan", title: words("Planas", "Plan"), weight: 40, anchors },
];

/** Everything that is stored when a task is asked for the first time, or at the end. */
interface Moment {
  readonly task?: Task;
  readonly items: readonly Item[];
  readonly now: string;
}

/** The moments of an internship abroad; what is done with one of them does nothing to the road. */
export interface Moments {
  readonly all: readonly Moment[];
  /** Those at which there is more to be seen than before. */
  readonly main: readonly Moment[];
  /** In a house of its own, with what is stored by now. */
  readonly houseAt: (moment: Moment) => Promise<{
    readonly house: House;
    readonly items: () => readonly Item[];
    readonly sent: readonly Message[];
  }>;
  /** What is not there of itself is begun by Rasa; where all that can be walked begins. */
  readonly prepare: (house: House, moment: Moment, rasa: Visitor) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const mainStates = ["screening", "approval", "agreement", "advance", "balance"];

/** Three people apply for two places; the mail to the third one's principal comes back. */
export async function openMoments(): Promise<Moments> {
  const appeals = [{ name: "Vida Teisutienė", email: "vida@skundai.example", language: "lt" }];
  const rules = { places: { FI: 2 }, scoreGap: 100, appealDays: 3, rubric, budgetCents: 500_000 };
  const stage = await openStage({ staff, appeals, ...rules });
  const { config, documents, clock } = stage.world.house;
  const hosts = JSON.parse(JSON.stringify(demoCall.hosts).replaceAll("2027-", "2029-"));
  const next = { ...demoCall, id: "next", staff, closes: "2028-12-31T23:59:59", hosts };
  await publishCall(stage.world.house, next);
  const refs = [
    await stage.apply("ona@mokykla.example", 90, { fullName: "Ona Šimkutė" }),
    await stage.apply("jonas@mokykla.example", 80, { fullName: "Jonas Žukas" }),
    await stage.apply("egle@mokykla.example", 70, { fullName: "Eglė Čepaitė", principalEmail: lost }),
  ];
  const [first = ""] = refs;
  const all: Moment[] = [];
  const note = async (task?: Task) => {
    const moment = { items: await storedIn(stage, refs), now: clock.now() };
    all.push(task ? { ...moment, task } : moment);
  };
  await stage.goOnUntil(first, "completed", async (task) => {
    if (!all.some((known) => known.task?.state === task.state)) await note(task);
  });
  await note();
  return {
    all,
    main: all.filter(({ task }) => !task || mainStates.includes(task.state)),
    houseAt: async ({ items, now }) => {
      const table = memoryTable();
      for (const item of items) await table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
      const house = Object.assign(demoHouse(now), { config, documents, table });
      return { house, items: table.all, sent: house.sent };
    },
    prepare: async (house, { task }, somebody) => [
      ...["/", "/console", "/api", "/certificates", "/sign-in"],
      ...(task ? [taskPath(config.linkSecret, task)] : []),
      casePath(config.linkSecret, first),
      confirmPath(config.linkSecret, first, "ona@mokykla.example"),
      ...(await begin(house, somebody, refs)),
    ],
    close: stage.close,
  };
}

async function storedIn({ world, load }: Stage, refs: readonly string[]): Promise<readonly Item[]> {
  const certificates = await Promise.all(refs.map(async (ref) => (await load(ref)).certificate?.number));
  const { table, config } = world.house;
  const partitions = [
    ...["calls", refOfCall("demo"), refOfCall("next"), ...refs],
    `address#${addressIdOf(config.linkSecret, lost)}`,
    ...certificates.map((number) => `certificate#${number}`),
  ];
  return (await Promise.all(partitions.map((pk) => table.query(pk)))).flat();
}

export const rasaComesIn = ({ linkSecret }: House["config"]): string =>
  enterPath(linkSecret, rasa.email, 2_000_000_000);

/** Presses the buttons of a page as it offers them, with what is typed besides. */
async function press(somebody: Visitor, page: string, typed: Readonly<Record<string, string>> = {}) {
  const { body, status } = await somebody.get(page);
  if (status !== 200) return;
  for (const { action, inputs } of readPage(body.slice(body.indexOf("<main")), page).forms)
    await somebody.post(action, { ...Object.fromEntries(inputs), ...typed });
}

/** Drafts, a group that travels, a payment run of an account, a file that was ordered and has come. */
async function begin(house: House, somebody: Visitor, refs: readonly string[]): Promise<readonly string[]> {
  const key = headKey(refOfCall("demo"));
  const data = Object((await house.table.get(key))?.data);
  const payer = { name: "Agentūra", iban: "LT121000011101001000" };
  await house.table.change(key, { set: { data: { ...data, payer } } });
  const { location: draft } = await somebody.post("/calls/next/drafts");
  const values = { ...typedInternshipCall, titleEn: "Autumn 2027" };
  const callDraft = await startCallDraft(house, { process: "foreign-internship", values, by: rasa });
  const [leader = ""] = refs.map(idOf);
  await press(somebody, "/console/calls/demo/groups/new/FI", {
    name: "Pavasaris",
    tickets: "agency",
    leader,
  });
  await press(somebody, paths.paymentRuns("demo"));
  const said = saidOfQuery({ order: "submitted", isReversed: false });
  const asked = { kind: "cases", format: "csv", language: "lt", said };
  const { location: file } = await somebody.post(paths.files("demo"), asked);
  await runJobs(house)({}, lambdaContext);
  const inDoubt = await holdOf(house, leader);
  const inDraft = (page: string) => draft.replace(/[^/]+$/, page);
  // To the people of a call that is being made a button leads, which keeps what was typed beside them.
  const apart = ["check", "person/saved", "upload/languageProofFile"].map(inDraft);
  return [
    draft,
    ...apart,
    ...inDoubt,
    paths.callDraftCheck(callDraft),
    paths.draftedPeople(callDraft, "reviewers"),
    file,
  ];
}

/** The page of a payment that may have been made already, where the case asks for one. */
async function holdOf(house: House, id: string): Promise<readonly string[]> {
  const loaded = await loadCase(house, refOfCase(id));
  const asked = loaded?.process.money ? askedPayments(loaded, loaded.process.money) : [];
  if (loaded)
    for (const { state } of asked) await holdBack(house, loaded, state, { by: rasa, source: "mail" });
  return asked.map(({ payment }) => paths.heldPayment("demo", `${id}-${payment}`));
}

export interface Walked {
  readonly pattern: string;
  readonly page: string;
  readonly body: string;
  readonly forms: readonly PageForm[];
}

const patternOf = (address: string): string => {
  const found = find(routes, "GET", address.split("?")[0] ?? "");
  return found.outcome === "found" ? found.route.pattern : "";
};

/** Follows the links of pages, three of each kind. Throws where a link leads nowhere, in the page or out of it. */
export async function walk(somebody: Visitor, starts: readonly string[]): Promise<readonly Walked[]> {
  const ahead = [...starts];
  const [known, kinds] = [new Set<string>(), new Map<string, number>()];
  const walked: Walked[] = [];
  for (let page = ahead.shift(); page !== undefined; page = ahead.shift()) {
    const pattern = patternOf(page);
    const kind = `${pattern} ${page.includes("?")}`;
    const often = kinds.get(kind) ?? 0;
    if (known.has(page) || often >= 3) continue;
    known.add(page);
    kinds.set(kind, often + 1);
    const { status, body, headers } = await somebody.get(page);
    if (pattern === "" || status >= 400) throw new Error(`a link to ${page}, which answers ${status}`);
    const isPage = String(headers["content-type"]).startsWith("text/html");
    const { links, deadEnds, forms } = readPage(isPage ? body : "", page);
    if (deadEnds.length > 0) throw new Error(`on ${page} nothing is called ${deadEnds.join()}`);
    // With more room between rows it is the same page.
    ahead.push(...links.filter((link) => !link.includes("density=")));
    walked.push({ pattern, page, body: isPage ? body : "", forms });
  }
  return walked;
}
