import { isProcess, processOf } from "../../workflows/catalogue.ts";
import type { CaseFile, Person } from "../../workflows/kernel/case-file.ts";
import type { Entry } from "../../workflows/kernel/entry.ts";
import { linkKinds } from "../../workflows/kernel/link.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import type { Item, Table } from "../adapters/table.ts";
import { certificateOf } from "../certificates/find.ts";
import type { House } from "../house.ts";
import { opensCase } from "../links.ts";
import { diaryItem } from "../store/applicant-items.ts";
import type { CertificateItem } from "../store/certificate-item.ts";
import { type Group, groupItem } from "../store/group-item.ts";
import { type Hold, holdItem } from "../store/hold-item.ts";
import {
  type EntryItem,
  entryItem,
  type Head,
  headItem,
  type RecordItem,
  recordItem,
  type Task,
  taskItem,
} from "../store/items.ts";
import {
  consentPrefix,
  diaryPrefix,
  entryKey,
  groupKey,
  headKey,
  holdPrefix,
  isCall,
  questionPrefix,
  refOfCall,
  takenPrefix,
} from "../store/keys.ts";
import { type Mail, mailItem } from "../store/mail-items.ts";
import { type Consent, consentItem } from "../store/open-item.ts";
import { type Question, questionItem } from "../store/question-item.ts";
import { readOnce } from "../store/read-once.ts";
import { entryToday, headToday, holdToday, mailToday, recordToday, taskToday } from "./road/today.ts";

const headIn = readOnce(headItem);
const entryIn = readOnce(entryItem);
const taskIn = readOnce(taskItem);
const recordIn = readOnce(recordItem);
const mailIn = readOnce(mailItem);

export interface LoadedCase {
  readonly head: Head;
  readonly process: Process;
  readonly file: CaseFile;
  readonly tasks: readonly Task[];
  readonly records: readonly RecordItem[];
  readonly mails: readonly Mail[];
  /** Payments that may have been made before the table was set back. */
  readonly holds?: readonly Hold[];
  readonly entry?: EntryItem;
  /** What was said later about being shown in public. */
  readonly consents?: readonly Consent[];
  /** What its applicant asked the coordinator. */
  readonly questions?: readonly Question[];
  /** The group that the case travels with. */
  readonly group?: Group;
  /** The certificate that was issued, as it stands in the register. */
  readonly certificate?: CertificateItem;
}

/** Has its road come to its end? */
export const isOver = ({ head, entry }: Pick<LoadedCase, "head" | "entry">): boolean =>
  entry?.ended === true || head.endedAt !== undefined;

/**
 * Everything stored of one case or one call; a call's cases only when `withEntries` asks for them, and neither tasks nor mails
 * when `withoutTasks` does.
 */
export async function loadCase(
  { table }: { readonly table: Table },
  ref: string,
  options: { readonly withEntries?: boolean; readonly withoutTasks?: boolean } = {},
): Promise<LoadedCase | undefined> {
  const kinds = options.withoutTasks ? ["head", "record#"] : ["head", "task#", "record#", "mail#"];
  const isWhole = !isCall(ref) && !options.withoutTasks;
  const items = [...(isWhole ? await table.query(ref) : await itemsOf(table, ref, kinds))];
  const head = items.find((item) => item.sk === "head");
  if (!head) return undefined;
  const parsed = headIn(head);
  const call = isCall(ref) ? parsed : await loadHead(table, refOfCall(parsed.callId));
  const stored = isCall(ref) ? undefined : await table.get(entryKey(parsed.callId, ref));
  const process = await processOf(parsed.process);
  if (isCall(ref) && (process.publishes || process.registers))
    items.push(...(await table.query(ref, consentPrefix)));
  const entry = stored && entryToday(process, entryIn(stored));
  const group = await groupOf(table, parsed.callId, entry);
  const ofCases = isCall(ref) ? await processOfCases(parsed) : undefined;
  const entries = options.withEntries && isCall(ref) ? await entriesIn(table, ref, ofCases) : undefined;
  const { selects, counts } = ofCases ?? {};
  const loaded = await assemble(headToday(process, parsed), process, call, items, {
    ...(entry ? { entry } : {}),
    ...(group ? { group } : {}),
    ...(entries ? { entries } : {}),
    ...(selects ? { selects } : {}),
    ...(counts ? { counts } : {}),
  });
  const certificate = await certificateOf(table, loaded.file);
  return certificate ? { ...loaded, certificate } : loaded;
}

/** The case behind the link of an own page; `undefined` for a link that is not that of whoever takes part now. */
export async function loadOwnCase(
  { table, config }: Pick<House, "table" | "config">,
  ref: string,
  secret: string,
): Promise<LoadedCase | undefined> {
  const loaded = await loadCase({ table }, ref);
  if (!loaded) return undefined;
  const { file, head, process } = loaded;
  return opensCase(secret, config.linkSecret, ref, process.successor?.(file), head.renewed)
    ? loaded
    : undefined;
}

/** A step that sees all cases of its call has them in memory at once: so many fit into what a function has. */
export const mostEntries = 120_000;

/** A call has more cases than its steps can see at once; nobody can go on with it before it has fewer. */
class TooManyCases extends Error {
  constructor(ref: string) {
    super(`${ref}: its steps see all of its cases, and ${mostEntries} are the most; it has more`);
    this.name = "TooManyCases";
  }
}

const entriesAtOnce = 1000;

/** The process of a call's cases. */
export const processOfCases = ({ data }: Pick<Head, "data">): Promise<Process> | undefined =>
  isProcess(data?.applicationProcess) ? processOf(data.applicationProcess) : undefined;

/** The places of all cases of a call, of this process, as the rules see them, read some at a time. Throws `TooManyCases`. */
export async function entriesIn(table: Table, ref: string, process?: Process): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await table.page(ref, { prefix: "entry#", limit: entriesAtOnce, after });
    for (const item of items) {
      const entry = entryIn(item);
      entries.push(seenByCall(process ? entryToday(process, entry) : entry));
    }
    if (entries.length > mostEntries) throw new TooManyCases(ref);
    after = next;
  } while (after !== undefined);
  return entries;
}

async function itemsOf(table: Table, ref: string, kinds: readonly string[]): Promise<readonly Item[]> {
  const found = await Promise.all(kinds.map((prefix) => table.query(ref, prefix)));
  return found.flat();
}

async function loadHead(table: Table, ref: string): Promise<Head | undefined> {
  const item = await table.get(headKey(ref));
  return item ? headIn(item) : undefined;
}

/** What stands beside a case, or belongs to a call. */
interface Beside extends Pick<CaseFile, "entries" | "selects" | "counts"> {
  readonly entry?: EntryItem;
  readonly group?: Group;
}

async function assemble(
  head: Head,
  process: Process,
  call: Head | undefined,
  items: readonly Item[],
  { entry, group, ...ofCall }: Beside,
): Promise<LoadedCase> {
  const of = (prefix: string) =>
    items.filter((item) => typeof item.sk === "string" && item.sk.startsWith(prefix));
  const tasks = of("task#").map((item) => taskToday(process, taskIn(item)));
  const records = of("record#").map((item) => recordToday(process, recordIn(item)));
  const file: CaseFile = {
    ref: head.pk,
    process: head.process,
    language: head.language,
    application: head.application ?? {},
    submittedAt: head.submittedAt,
    answers: tasks.flatMap(answerOf),
    records: records.map(({ state, visit, step, outcome, data, at }) => ({
      state,
      visit,
      step,
      outcome,
      data,
      at,
    })),
    call: call?.data ?? {},
    callId: head.callId,
    interruptions: head.interruptions,
    diary: of(diaryPrefix).map((item) => {
      const { day, values, at, changedAt } = diaryItem.parse(item);
      return { day, values, at, changedAt };
    }),
    ...(head.links ? { links: head.links } : {}),
    ...takenIn(of(takenPrefix)),
    ...(entry ? { entry: entryOf(entry) } : {}),
    ...(group ? { travelsWith: { group: group.number, tickets: group.tickets } } : {}),
    ...ofCall,
  };
  return {
    head,
    process: withCorrections(process, head),
    file,
    tasks,
    records,
    mails: of("mail#").map((item) => mailToday(process, mailIn(item))),
    consents: of(consentPrefix).map((item) => consentItem.parse(item)),
    questions: of(questionPrefix).map((item) => questionItem.parse(item)),
    holds: of(holdPrefix).map((item) => holdToday(process, holdItem.parse(item))),
    ...(entry ? { entry } : {}),
    ...(group ? { group } : {}),
  };
}

/** How many cases took what this one gave, by its kind. */
function takenIn(items: readonly Item[]): Pick<CaseFile, "taken"> {
  if (items.length === 0) return {};
  const kinds = items.map(({ sk }) => String(sk).slice(takenPrefix.length).split("#")[0]);
  return {
    taken: Object.fromEntries(linkKinds.map((kind) => [kind, kinds.filter((one) => one === kind).length])),
  };
}

/** Whoever is written to at an address that was put right is written to at the right one. */
function withCorrections(process: Process, { corrections = [] }: Head): Process {
  if (corrections.length === 0) return process;
  return {
    ...process,
    people: (role, ...asked) => {
      const person = process.people(role, ...asked);
      const those = corrections.filter((made) => made.role === undefined || made.role === role);
      return person && { ...person, ...correctedBy(those, person) };
    },
  };
}

const correctedBy = (
  corrections: Head["corrections"] & {},
  { name, email }: Pick<Person, "name" | "email">,
) =>
  corrections.reduce(
    (known, { was, now, name: other = known.name }) =>
      known.email.toLowerCase() === was.toLowerCase() ? { name: other, email: now } : known,
    { name, email },
  );

/** A group that was dissolved is none, even before each of its members has been let go. */
async function groupOf(
  table: Table,
  callId: string,
  entry: EntryItem | undefined,
): Promise<Group | undefined> {
  if (entry?.group === undefined) return undefined;
  const item = await table.get(groupKey(callId, entry.group));
  const group = item && groupItem.parse(item);
  return group?.dissolvedAt === undefined ? group : undefined;
}

/** A contested application is waited for, as one that has no score yet. */
const seenByCall = (entry: EntryItem): Entry =>
  entryOf(entry.contested && !entry.ended ? { ...entry, bid: undefined } : entry);

/** The place of a case as the rules see it. */
export const entryOf = ({ ref, state, ended, submittedAt, bid, decision, endedAt }: EntryItem): Entry => ({
  ref,
  state,
  ended,
  submittedAt,
  bid,
  decision,
  ...(endedAt ? { endedAt } : {}),
});

/** What was answered in a case, and nothing else of it. */
export async function answersIn(table: Table, ref: string, process: Process): Promise<CaseFile["answers"]> {
  const tasks = await table.query(ref, "task#");
  return tasks.flatMap((item) => answerOf(taskToday(process, taskIn(item))));
}

/** An answered task as the rules see it. */
export function answerOf(task: Task): CaseFile["answers"] {
  const { status, form, outcome, closedAt } = task;
  if (status !== "answered" || form === undefined || outcome === undefined || closedAt === undefined)
    return [];
  return [
    {
      state: task.state,
      visit: task.visit,
      ...(task.part === undefined ? {} : { part: task.part }),
      form,
      outcome,
      values: task.values ?? {},
      at: closedAt,
      by: task.by ?? "",
    },
  ];
}
