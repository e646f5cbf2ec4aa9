import * as z from "zod";
import { callsPartition, loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { isSealed, staffIdOf } from "../links.ts";
import { type EntryItem, entryItem, type Head, headItem, type Task, taskItem } from "../store/items.ts";
import { headKey, refOfCall } from "../store/keys.ts";
import { standInsNow, standsInFor } from "./absences.ts";
import { conflictOf } from "./find-task.ts";
import { loadCase } from "./load.ts";

export interface StaffMember {
  readonly name: string;
  readonly email: string;
  readonly language: "lt" | "en";
  /** Colleagues who are away and for whom this one stands in today: e-mail addresses, lower case. */
  readonly standsInFor?: readonly string[];
}

/** What the link in a digest, and after it the cookie, says. */
export interface StaffPass {
  readonly id: string;
  /** Epoch seconds. */
  readonly until: number;
  readonly secret: string;
}

const staffed = z.object({
  staff: z.record(
    z.string(),
    z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) }),
  ),
});

const cookieName = "kelias-staff";

/** The roles that one of the staff has in a call, by e-mail address, with those of colleagues who are away. */
export function rolesIn(call: Pick<Head, "data">, member: StaffMember): ReadonlySet<string> {
  const read = staffed.safeParse(call.data);
  const roles = Object.entries(read.success ? read.data.staff : {});
  return new Set(roles.filter(([, person]) => actsAs(person, member)).map(([role]) => role));
}

/** The calls that one of the staff coordinates. */
export async function callsOfCoordinator(
  house: Pick<House, "table">,
  member: StaffMember,
): Promise<readonly Head[]> {
  const calls = await house.table.query(callsPartition);
  const heads = await Promise.all(calls.map((item) => loadCall(house, String(item.sk))));
  return heads
    .filter((head) => head !== undefined)
    .filter((head) => rolesIn(head, member).has("coordinator"));
}

/** Two of the staff are one person when their addresses are one. */
export const isSamePerson = (a: { readonly email: string }, b: { readonly email: string }): boolean =>
  a.email.toLowerCase() === b.email.toLowerCase();

/** Is it this member of the staff, or a colleague for whom they stand in today? */
export const actsAs = (person: { readonly email: string }, member: StaffMember): boolean =>
  isSamePerson(person, member) || (member.standsInFor ?? []).includes(person.email.toLowerCase());

/** Everyone who works for any call, once each. */
export async function allStaff(house: Pick<House, "table">): Promise<readonly StaffMember[]> {
  const calls = await house.table.query(callsPartition);
  const heads = await Promise.all(calls.map((item) => loadCall(house, String(item.sk))));
  const members = heads.flatMap((head) => {
    const read = staffed.safeParse(head?.data);
    return read.success ? Object.values(read.data.staff) : [];
  });
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
  return member && { ...member, standsInFor: await standsInFor(house, member.email) };
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
  const people = [email.toLowerCase(), ...(await standsInFor(house, email))];
  const items = (await Promise.all(people.map((person) => house.table.index("inbox", person)))).flat();
  const open = items
    .flatMap((item) => (String(item.sk).startsWith("task#") ? [taskItem.parse(item)] : []))
    .filter((task) => task.status === "open");
  const hidden = await Promise.all(open.map((task) => isHidden(house, task)));
  return open
    .filter((_, index) => !hidden[index])
    .toSorted((a, b) => ((a.dueAt ?? "9") < (b.dueAt ?? "9") ? -1 : 1));
}

/** What the morning's mail tells somebody of; nothing while they are away, since a colleague is told instead. */
export async function digestOf(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<readonly Task[]> {
  const isAway = (await standInsNow(house)).has(email.toLowerCase());
  return isAway ? [] : inboxOf(house, email);
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
