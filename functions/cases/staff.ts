import { allCalls, loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { isSealed, staffIdOf } from "../links.ts";
import { type EntryItem, entryItem, type Head, headItem, type Task, taskItem } from "../store/items.ts";
import { headKey, isCall, refOfCall } from "../store/keys.ts";
import { standInsNow } from "./absences.ts";
import { conflictOf } from "./find-task.ts";
import { loadCase } from "./load.ts";
import { rolesWith, type StandIn, staffIn, standsIn } from "./standing-in.ts";

export interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly language: "lt" | "en";
  /** For whom this one was named to stand in today; what it counts for, each call says. */
  readonly standIns?: readonly StandIn[];
}

/** What the link in a digest, and after it the cookie, says. */
export interface StaffPass {
  readonly id: string;
  /** Epoch seconds. */
  readonly until: number;
  readonly secret: string;
}

const cookieName = "kelias-staff";

/** The roles that one of the staff has in a call, by e-mail address, with those of colleagues who are away. */
export const rolesIn = (call: Pick<Head, "data">, member: StaffMember): ReadonlySet<string> =>
  rolesWith(call, member.email, member.standIns ?? []);

/** The calls that one of the staff coordinates. */
export async function callsOfCoordinator(
  house: Pick<House, "table">,
  member: StaffMember,
): Promise<readonly Head[]> {
  return (await allCalls(house)).filter((head) => rolesIn(head, member).has("coordinator"));
}

/** Two of the staff are one person when their addresses are one. */
export const isSamePerson = (a: { readonly email: string }, b: { readonly email: string }): boolean =>
  a.email.toLowerCase() === b.email.toLowerCase();

/** Is it this member of the staff, or a colleague for whom they stand in today in what the call asks of this role? */
export const actsAs = (
  call: Pick<Head, "data">,
  person: { readonly email: string },
  role: string,
  member: StaffMember,
): boolean =>
  isSamePerson(person, member) ||
  standsIn(call, { absent: person.email, role }, member.email, member.standIns ?? []);

/** Everyone who works for any call, once each. */
export async function allStaff(house: Pick<House, "table">): Promise<readonly StaffMember[]> {
  const members = (await allCalls(house)).flatMap((head) => [...staffIn(head).values()]);
  return [...new Map(members.map((member) => [member.email.toLowerCase(), member])).values()];
}

/** Who stands behind a pass; `undefined` when it is forged, over, or of somebody who left. */
export async function staffBehind(
  house: Pick<House, "table" | "config" | "clock">,
  pass: StaffPass,
): Promise<StaffMember | undefined> {
  const { linkSecret } = house.config;
  if (!isSealed(pass.secret, linkSecret, "staff", pass.id, String(pass.until))) return undefined;
  if (Date.parse(house.clock.now()) / 1000 > pass.until) return undefined;
  const member = (await allStaff(house)).find((known) => staffIdOf(linkSecret, known.email) === pass.id);
  return member && { ...member, standIns: await standInsNow(house, { substitute: member.email }) };
}

/** The cookie that keeps a staff member in the console until the link's own end. */
export const staffCookie = (pass: StaffPass): { readonly name: string; readonly value: string } => ({
  name: cookieName,
  value: `${pass.id}.${pass.until}.${pass.secret}`,
});

/** The staff member of a request, by its cookies (`name=value` each). */
export async function staffOf(
  house: Pick<House, "table" | "config" | "clock">,
  cookies: readonly string[],
): Promise<StaffMember | undefined> {
  const cookie = cookies.find((candidate) => candidate.startsWith(`${cookieName}=`));
  const [id, until, secret] = cookie?.slice(cookieName.length + 1).split(".") ?? [];
  if (!id || !until || !secret) return undefined;
  return staffBehind(house, { id, until: Number(until), secret });
}

/** The open tasks of one of the staff and of the colleagues for whom they stand in today, the most urgent first. */
export async function inboxOf(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<readonly Task[]> {
  const all = await standInsNow(house, { substitute: email });
  const own = await openTasksOf(house, email);
  const theirs = (
    await Promise.all(
      all.map(async (one) => {
        const tasks = await openTasksOf(house, one.absent);
        return withStandIn(house, tasks, email, all);
      }),
    )
  ).flat();
  const open = [...own, ...theirs];
  const hidden = await Promise.all(open.map((task) => isHidden(house, task)));
  return open
    .filter((_, index) => !hidden[index])
    .toSorted((a, b) => ((a.dueAt ?? "9") < (b.dueAt ?? "9") ? -1 : 1));
}

async function openTasksOf({ table }: Pick<House, "table">, email: string): Promise<readonly Task[]> {
  const items = await table.index("inbox", email.toLowerCase());
  return items
    .flatMap((item) => (String(item.sk).startsWith("task#") ? [taskItem.parse(item)] : []))
    .filter((task) => task.status === "open");
}

/** The tasks in which the substitute stands in for their person, as each task's call says. */
async function withStandIn(
  house: Pick<House, "table">,
  tasks: readonly Task[],
  substitute: string,
  all: readonly StandIn[],
): Promise<readonly Task[]> {
  const calls = await Promise.all(tasks.map((task) => callOfTask(house, task)));
  return tasks.filter((task, index) => {
    const call = calls[index];
    const absent = task.assignee?.email;
    return call && absent && standsIn(call, { absent, role: task.role ?? "" }, substitute, all);
  });
}

/** The call that a task belongs to, its own or its case's. */
async function callOfTask(
  { table }: Pick<House, "table">,
  { pk }: Pick<Task, "pk">,
): Promise<Head | undefined> {
  const item = await table.get(headKey(pk));
  const head = item && headItem.parse(item);
  return head && !isCall(pk) ? loadCall({ table }, head.callId) : head;
}

/** What the morning's mail tells somebody of; while they are away, only what no colleague is told of instead. */
export async function digestOf(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<readonly Task[]> {
  const all = await standInsNow(house, { absent: email });
  if (all.length === 0) return inboxOf(house, email);
  const own = await openTasksOf(house, email);
  const taken = await Promise.all(
    all.map(async ({ substitute }) =>
      withStandIn(house, own, substitute, await standInsNow(house, { substitute })),
    ),
  );
  const isTaken = new Set(taken.flat().map(({ pk, sk }) => `${pk} ${sk}`));
  return own.filter(({ pk, sk }) => !isTaken.has(`${pk} ${sk}`));
}

/** Whoever may not answer is neither shown the task nor told that there is one; only reviewers have such tasks. */
async function isHidden(house: Pick<House, "table">, task: Task): Promise<boolean> {
  const loaded = task.role === "reviewer" ? await loadCase(house, task.pk) : undefined;
  return loaded !== undefined && conflictOf(loaded, task) !== undefined;
}

export interface ListedCase extends EntryItem {
  readonly applicantName: string;
  readonly school: string;
  readonly municipality: string;
}

/** All cases of a call with the names that staff know them by. */
export async function casesOf(house: Pick<House, "table">, callId: string): Promise<readonly ListedCase[]> {
  const entries = (await house.table.query(refOfCall(callId), "entry#")).map((item) => entryItem.parse(item));
  const said = (value: unknown) => (typeof value === "string" ? value : "");
  return Promise.all(
    entries.map(async (entry) => {
      const head = await house.table.get(headKey(entry.ref));
      const application = head ? headItem.parse(head).application : undefined;
      return {
        ...entry,
        applicantName: said(application?.fullName),
        school: said(application?.school),
        municipality: said(application?.municipality),
      };
    }),
  );
}
