import { isOver } from "../../../workflows/kernel/facts/ends.ts";
import { reading } from "../../addresses/rights.ts";
import { allCalls } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { isSealed, staffIdOf } from "../../links.ts";
import { staffSignedIn } from "../../sign-in/session.ts";
import { registeredStaff } from "../../staff/register.ts";
import type { Head } from "../../store/items.ts";
import { standInsNow } from "./absences.ts";
import type { StaffMember } from "./staff-member.ts";
import { rolesWith, staffIn, standsIn } from "./standing-in.ts";

/** What the link in a digest says. */
export interface StaffPass {
  readonly id: string;
  /** Epoch seconds. */
  readonly until: number;
  readonly secret: string;
}

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

/** Everyone who works for any call or is in the register of staff, once each. */
export async function allStaff(house: Pick<House, "table">): Promise<readonly StaffMember[]> {
  const [calls, register] = await Promise.all([allCalls(house), registeredStaff(house)]);
  const members = [...calls.flatMap((head) => [...staffIn(head).values()]), ...register];
  return [...new Map(members.map((member) => [member.email.toLowerCase(), member])).values()];
}

/** The roles that somebody has in some call, or whatever calls there are. */
export async function rolesAnywhere(
  house: Pick<House, "table">,
  member: StaffMember,
): Promise<ReadonlySet<string>> {
  const inCalls = (await allCalls(house)).flatMap((head) => [...rolesIn(head, member)]);
  return new Set([...inCalls, ...(member.roles ?? [])]);
}

/** Who stands behind a pass; `undefined` when it is forged, over, or of somebody who left. */
export async function staffBehind(
  house: Pick<House, "table" | "config" | "clock">,
  pass: StaffPass,
): Promise<StaffMember | undefined> {
  const { linkSecret } = house.config;
  if (!isSealed(pass.secret, linkSecret, "enter", pass.id, String(pass.until))) return undefined;
  if (isOver(new Date(pass.until * 1000).toISOString(), house.clock.now())) return undefined;
  return (await allStaff(house)).find((known) => staffIdOf(linkSecret, known.email) === pass.id);
}

/** Who of the staff has an e-mail address, and for whom they stand in today. */
export async function memberAt(
  house: Pick<House, "table" | "clock">,
  email: string,
): Promise<StaffMember | undefined> {
  const member = (await allStaff(house)).find((known) => isSamePerson(known, { email }));
  return member && { ...member, standIns: await standInsNow(house, { substitute: email }) };
}

/** Has somebody a part in a call, or in all, for which there is the console? Whoever leads a group has not. */
export async function worksInConsole(house: Pick<House, "table" | "clock">, email: string): Promise<boolean> {
  const member = await memberAt(house, email);
  const roles = member ? await rolesAnywhere(house, member) : new Set<string>();
  return reading.some((role) => roles.has(role));
}

/** The staff member of a request, by its cookies (`name=value` each). */
export async function staffOf(
  house: Pick<House, "table" | "config" | "clock">,
  cookies: readonly string[],
): Promise<StaffMember | undefined> {
  const known = await staffSignedIn(house, cookies);
  return known && memberAt(house, known.email);
}
