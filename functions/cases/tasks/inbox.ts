import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { isProcess, processOf } from "../../../workflows/catalogue.ts";
import { endOfDay, localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import { namesOf, nameToday } from "../../../workflows/kernel/moved.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { houseRoles } from "../../../workflows/kernel/roles.ts";
import { cursorOf } from "../../adapters/cursor.ts";
import { BadCursor, type Item, type Key } from "../../adapters/table.ts";
import { allCalls } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { type Head, headItem, type Task, taskItem } from "../../store/items.ts";
import { headKey, idOf, isCall } from "../../store/keys.ts";
import { loadCase } from "../load.ts";
import { standInsNow } from "../people/absences.ts";
import { type StandIn, standsIn } from "../people/standing-in.ts";
import { taskToday } from "../road/today.ts";
import { conflictOf } from "./find-task.ts";

/** Which of somebody's open tasks are wanted; each part leaves fewer. */
export interface InboxFilter {
  readonly due?: "overdue" | "today";
  /** The identifier of a call. */
  readonly call?: string;
  /** Own tasks, or those of colleagues who are away. */
  readonly whose?: "mine" | "theirs";
  /** What is asked: the kind of the tasks. */
  readonly kind?: string;
}

/** A waiting task, with the process that asks it: two processes may call their states alike and ask other things. */
export type InboxTask = Task & { readonly process: string };

/** What a task asks, told apart from what every other process asks. */
export const kindOf = ({ process, state }: Pick<InboxTask, "process" | "state">): string =>
  `${process}.${state}`;

/** Some of the tasks that wait for somebody, the most urgent first. */
export interface Inbox {
  readonly tasks: readonly InboxTask[];
  /** Where the next ones begin. */
  readonly next?: string;
  /** So many were found, so many of them too late, and there may be more that were not looked at. */
  readonly count: number;
  readonly overdue: number;
  readonly isMore: boolean;
}

/** What waits of one kind in one call: how much, how much of it too late, and by when the first has to be answered. */
export interface InboxGroup {
  readonly callId: string;
  readonly kind: string;
  readonly count: number;
  readonly overdue: number;
  readonly first: string | undefined;
}

/** An inbox, the first task of each kind in it and how many there are of which kind in which call, as far as was looked. */
export interface InboxOfKinds extends Inbox {
  readonly kinds: ReadonlyMap<string, InboxTask>;
  /** Those with the earliest deadline first. */
  readonly groups: readonly InboxGroup[];
}

/** So many tasks are shown at once. */
export const shownAtOnce = 50;

/** So many waiting tasks are looked at for one page; whoever has more is told that there are more. */
export const lookedAt = 300;

type Parts = Pick<House, "table" | "clock">;

/** The open tasks of one of the staff, or of a guest, with those of colleagues for whom they stand in today. */
export async function readInbox(
  house: Parts,
  email: string,
  { filter = {}, after }: { readonly filter?: InboxFilter; readonly after?: string | undefined } = {},
): Promise<InboxOfKinds> {
  const reader = await readerOf(house, email);
  const isWanted = wantedBy(house, filter);
  const people = peopleOf(reader, filter);
  return collect(house, mostUrgent(house, people, spanOf(filter, house.clock.now()), after), async (item) =>
    (await isWanted(item)) ? isTheirs(house, reader, item) : false,
  );
}

/** What the morning's mail tells somebody of; while they are away, only what no colleague is told of instead. */
export async function digestOf(house: Parts, email: string): Promise<Inbox> {
  const absences = await standInsNow(house, { absent: email });
  if (absences.length === 0) return readInbox(house, email);
  const readers = await Promise.all(absences.map(({ substitute }) => readerOf(house, substitute)));
  return collect(house, mostUrgent(house, [email.toLowerCase()], {}), async (item) => {
    const taken = await Promise.all(readers.map((reader) => isTheirs(house, reader, item)));
    return !taken.includes(true);
  });
}

/** One task of each kind that waits for somebody, as far as is looked. */
export async function kindsIn(house: Parts, email: string): Promise<ReadonlyMap<string, InboxTask>> {
  const reader = await readerOf(house, email);
  const kinds = new Map<string, InboxTask>();
  let looked = 0;
  for await (const { item } of mostUrgent(house, peopleOf(reader, {}), {})) {
    if (++looked > lookedAt) break;
    if (kinds.has(await kindOfItem(house, item)) || !(await isTheirs(house, reader, item))) continue;
    const task = await shownOf(house, item);
    if (task) kinds.set(kindOf(task), task);
  }
  return kinds;
}

/** Those of the named tasks that wait for somebody, the most urgent first; what is not theirs to answer is left out. */
export async function tasksAmong(
  house: Parts,
  email: string,
  keys: readonly Key[],
): Promise<readonly InboxTask[]> {
  const reader = await readerOf(house, email);
  const items = await house.table.getMany(keys.filter(isTaskKey));
  const found: InboxTask[] = [];
  for (const item of items) {
    if (!item || !isOpen(item) || !peopleOf(reader, {}).includes(String(item.inbox))) continue;
    if (!(await isTheirs(house, reader, item))) continue;
    const task = await shownOf(house, item);
    if (task) found.push(task);
  }
  return found.toSorted((a, b) => ((a.dueAt ?? "9") < (b.dueAt ?? "9") ? -1 : 1));
}

/** So many waiting tasks at most are looked through for those of one kind of question. */
const lookedThrough = 3_000;

/**
 * The tasks of somebody whose question is wanted, whatever process asks it, the most urgent first: so many at most, and whether there are
 * more of them.
 */
export async function tasksAsking(
  house: Parts,
  email: string,
  isWanted: (process: Process, state: string, part: string | undefined) => boolean,
  most: number,
): Promise<{ readonly tasks: readonly InboxTask[]; readonly isMore: boolean }> {
  const reader = await readerOf(house, email);
  const tasks: InboxTask[] = [];
  let looked = 0;
  for await (const { item } of mostUrgent(house, peopleOf(reader, {}), {})) {
    if (++looked > lookedThrough) return { tasks, isMore: true };
    const process = await processOf(await processIn(house, item));
    const part = typeof item.part === "string" ? item.part : undefined;
    if (!isWanted(process, nameToday(process, String(item.state)), part)) continue;
    if (!(await isTheirs(house, reader, item))) continue;
    const task = await shownOf(house, item);
    if (!task) continue;
    if (tasks.length === most) return { tasks, isMore: true };
    tasks.push(task);
  }
  return { tasks, isMore: false };
}

/** Is this the key of a task, whatever somebody has typed? */
export const isTaskKey = ({ pk, sk }: Key): boolean => /^(case|call)#[^#]+$/.test(pk) && /^task#./.test(sk);

/** Whose inbox is read, and for whom they stand in. */
interface Reader {
  readonly email: string;
  readonly standIns: readonly StandIn[];
  /** By identifier; of whoever stands in for nobody no call is asked. */
  readonly calls: ReadonlyMap<string, Head>;
}

async function readerOf(house: Parts, email: string): Promise<Reader> {
  const standIns = await standInsNow(house, { substitute: email });
  const calls = standIns.length === 0 ? [] : await allCalls(house);
  return { email: email.toLowerCase(), standIns, calls: new Map(calls.map((call) => [call.callId, call])) };
}

const peopleOf = ({ email, standIns }: Reader, { whose }: InboxFilter): readonly string[] => [
  ...(whose === "theirs" ? [] : [email]),
  ...(whose === "mine" ? [] : standIns.map(({ absent }) => absent).toSorted()),
];

/** Is it the reader's own, or one in which its call lets them stand in for its person? */
async function isTheirs(house: Parts, { email, standIns, calls }: Reader, item: Item): Promise<boolean> {
  if (item.inbox === email) return true;
  const call = calls.get(await callIdOf(house, item));
  const role = typeof item.role === "string" ? item.role : "";
  return call !== undefined && standsIn(call, { absent: String(item.inbox), role }, email, standIns);
}

/** The call that a task belongs to. Tasks that were asked before it was kept with them belong to that of their case. */
async function callIdOf({ table }: Pick<House, "table">, { pk, callId }: Item): Promise<string> {
  const ref = String(pk);
  if (isCall(ref)) return idOf(ref);
  if (typeof callId === "string") return callId;
  const head = await table.get(headKey(ref));
  return head ? headItem.parse(head).callId : "";
}

/** The process that asks a task. */
async function processIn({ table }: Pick<House, "table">, { pk, process }: Item): Promise<string> {
  if (typeof process === "string") return process;
  const head = await table.get(headKey(String(pk)));
  return head ? headItem.parse(head).process : "";
}

/** Tasks that were opened while their state was called otherwise are of the same kind as those of today. */
async function kindOfItem(house: Pick<House, "table">, item: Item): Promise<string> {
  const process = await processIn(house, item);
  return kindOf({ process, state: nameToday(await processOf(process), String(item.state)) });
}

/** The names that tasks of a kind have, or had when they were opened: whatever else is looked at is not of it. */
async function statesOf(kind: string): Promise<readonly string[]> {
  const at = kind.lastIndexOf(".");
  const [process, state] = [kind.slice(0, at), kind.slice(at + 1)];
  return isProcess(process) ? namesOf(await processOf(process), state) : [];
}

const wantedBy =
  (house: Parts, { due, kind, call }: InboxFilter) =>
  async (item: Item): Promise<boolean> =>
    (due === undefined || urgencyOf(item, house.clock.now()) === due) &&
    (kind === undefined ||
      ((await statesOf(kind)).includes(String(item.state)) && (await kindOfItem(house, item)) === kind)) &&
    (call === undefined || (await callIdOf(house, item)) === call);

/** How soon a task has to be answered. */
export function urgencyOf(
  { dueAt }: { readonly dueAt?: unknown },
  now: string,
): "overdue" | "today" | "later" {
  if (typeof dueAt !== "string") return "later";
  if (isOver(dueAt, now)) return "overdue";
  return dueAt <= endOfToday(now) ? "today" : "later";
}

const endOfToday = (now: string): string =>
  endOfDay(localDay(Temporal.Instant.from(now))).toString({ smallestUnit: "millisecond" });

interface Span {
  readonly from?: string;
  readonly upTo?: string;
}

function spanOf({ due }: InboxFilter, now: string): Span {
  if (due === "overdue") return { upTo: now };
  return due === "today" ? { from: now, upTo: endOfToday(now) } : {};
}

/** A waiting task, and where to go on after it. */
interface Waiting {
  readonly item: Item;
  readonly place: string;
}

const isOpen = ({ sk, status }: Item): boolean => String(sk).startsWith("task#") && status === "open";

/** So many tasks of a person are read at a time. */
const readAtOnce = 100;

/** The open tasks of several people together, the most urgent first, read as far as somebody looks. */
async function* mostUrgent(
  { table }: Parts,
  people: readonly string[],
  span: Span,
  after?: string,
): AsyncGenerator<Waiting> {
  const places = placesIn(after, people.length);
  const lists = people.map((person, index) => {
    let [read, next, isOver]: [Item[], string | undefined, boolean] = [[], places[index] ?? undefined, false];
    return {
      first: async (): Promise<Item | undefined> => {
        while (read.length === 0 && !isOver) {
          const page = await table.indexPage("inbox", person, { ...span, after: next, limit: readAtOnce });
          read = page.items.filter(isOpen);
          next = page.next;
          isOver = next === undefined;
        }
        return read[0];
      },
      take: () => read.shift(),
    };
  });
  for (;;) {
    const firsts = await Promise.all(lists.map((list) => list.first()));
    const earliest = firsts.reduce<number | undefined>(
      (best, item, index) =>
        item && (best === undefined || String(item.dueAt) < String(firsts[best]?.dueAt)) ? index : best,
      undefined,
    );
    if (earliest === undefined) return;
    const item = lists[earliest]?.take();
    if (!item) return;
    places[earliest] = cursorOf({ pk: String(item.pk), sk: String(item.sk) }, String(item.dueAt));
    yield { item, place: Buffer.from(JSON.stringify(places)).toString("base64url") };
  }
}

const place = z.array(z.string().nullable());

/** Where each person's list goes on. Throws a `BadCursor` for what no page of this inbox has given. */
function placesIn(after: string | undefined, lists: number): (string | null)[] {
  if (after === undefined) return Array.from({ length: lists }, () => null);
  try {
    const read = place.parse(JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
    if (read.length === lists) return read;
  } catch {
    throw new BadCursor();
  }
  throw new BadCursor();
}

/** Takes what is wanted until a page is full, and counts what else there is as far as is looked. */
async function collect(
  house: Parts,
  waiting: AsyncGenerator<Waiting>,
  isWanted: (item: Item) => Promise<boolean>,
): Promise<InboxOfKinds> {
  const tasks: InboxTask[] = [];
  const kinds = new Map<string, InboxTask>();
  const groups = new Map<string, Counted>();
  const now = house.clock.now();
  let [looked, count, overdue, isMore] = [0, 0, 0, false];
  let before: string | undefined;
  let next: string | undefined;
  for await (const { item, place } of waiting) {
    if (looked++ === lookedAt) {
      isMore = true;
      next ??= before;
      break;
    }
    if (await isWanted(item)) {
      const isFull = tasks.length === shownAtOnce;
      const isNew = !kinds.has(await kindOfItem(house, item));
      const task = isFull && !isNew ? undefined : await shownOf(house, item);
      if (task && isNew) kinds.set(kindOf(task), task);
      if (task && !isFull) tasks.push(task);
      if (isFull) next ??= before;
      // Of those that are not shown it is not known whether they are hidden.
      if (isFull && (await mayBeHidden(house, item))) isMore = true;
      else if (isFull || task) {
        const isLate = urgencyOf(item, now) === "overdue";
        count++;
        if (isLate) overdue++;
        countIn(
          groups,
          { callId: await callIdOf(house, item), kind: await kindOfItem(house, item) },
          item,
          isLate,
        );
      }
    }
    before = place;
  }
  return {
    tasks,
    count,
    overdue,
    isMore,
    kinds,
    groups: [...groups.values()],
    ...(next === undefined ? {} : { next }),
  };
}

interface Counted extends InboxGroup {
  count: number;
  overdue: number;
}

/** Items come by their deadlines, so the first of a group tells by when it begins to be late. */
function countIn(
  groups: Map<string, Counted>,
  { callId, kind }: Pick<InboxGroup, "callId" | "kind">,
  { dueAt }: Item,
  isLate: boolean,
): void {
  const place = `${callId} ${kind}`;
  const first = typeof dueAt === "string" ? dueAt : undefined;
  const known = groups.get(place) ?? { callId, kind, count: 0, overdue: 0, first };
  groups.set(place, known);
  known.count++;
  if (isLate) known.overdue++;
}

/** Whoever may not answer is neither shown the task nor told that there is one; the staff of the house always may. */
async function mayBeHidden(house: Pick<House, "table">, item: Item): Promise<boolean> {
  const { conflict } = await processOf(await processIn(house, item));
  return conflict !== undefined && !houseRoles.includes(String(item.role));
}

async function shownOf(house: Pick<House, "table">, item: Item): Promise<InboxTask | undefined> {
  const process = await processIn(house, item);
  const task = { ...taskToday(await processOf(process), taskItem.parse(item)), process };
  const loaded = (await mayBeHidden(house, item)) ? await loadCase(house, task.pk) : undefined;
  return loaded && conflictOf(loaded, task) ? undefined : task;
}
