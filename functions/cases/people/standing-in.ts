import * as z from "zod";
import { knownContact } from "../../../workflows/kernel/contact.ts";

/** Who stands in for whom, and who wrote it down: e-mail addresses, lower case. */
export interface StandIn {
  readonly absent: string;
  readonly substitute: string;
  readonly notedBy: string;
}

/** A call, as far as its staff is asked for. */
interface Staffed {
  readonly data?: unknown;
}

const staffed = z.object({ staff: z.record(z.string(), knownContact) });

/** The staff of a call, by role. */
export function staffIn({ data }: Staffed): ReadonlyMap<string, z.infer<typeof staffed>["staff"][string]> {
  const read = staffed.safeParse(data);
  return new Map(read.success ? Object.entries(read.data.staff) : []);
}

/** The roles that somebody has in a call by name, whoever is away. */
export const ownRoles = (call: Staffed, email: string): ReadonlySet<string> =>
  new Set([...staffIn(call)].filter(([, known]) => isSame(known.email, email)).map(([role]) => role));

/**
 * Who prepares (the coordinator) does not approve, and nobody audits what they had a part in (segregation of duties), so these roles
 * never meet in one person by standing in.
 */
const approving: ReadonlySet<string> = new Set(["commission", "finance", "appeals"]);
const areApart = (a: string, b: string): boolean =>
  (a === "coordinator" && approving.has(b)) ||
  (b === "coordinator" && approving.has(a)) ||
  (a !== b && (a === "auditor" || b === "auditor"));

const fits = (role: string, has: ReadonlySet<string>): boolean =>
  [...has].every((other) => !areApart(role, other));

/**
 * For whom of those who are away somebody stands in within a call: both work for it, and whoever wrote it down is who is
 * away, or coordinates the call and does not stand in by that. An auditor stands in for nobody, and nobody for an auditor.
 */
export function absentFor(call: Staffed, substitute: string, all: readonly StandIn[]): readonly StandIn[] {
  const own = ownRoles(call, substitute);
  if (own.size === 0 || own.has("auditor")) return [];
  return all.filter(
    (one) =>
      isSame(one.substitute, substitute) &&
      [...ownRoles(call, one.absent)].some((role) => fits(role, own)) &&
      (isSame(one.notedBy, one.absent) ||
        (!isSame(one.notedBy, substitute) && ownRoles(call, one.notedBy).has("coordinator"))),
  );
}

/** The roles that somebody has in a call, with those of colleagues for whom they stand in; what prepares goes before what approves. */
export function rolesWith(call: Staffed, email: string, all: readonly StandIn[]): ReadonlySet<string> {
  const roles = new Set(ownRoles(call, email));
  const theirs = absentFor(call, email, all).flatMap(({ absent }) => [...ownRoles(call, absent)]);
  for (const role of theirs.toSorted((a, b) => Number(approving.has(a)) - Number(approving.has(b))))
    if (fits(role, roles)) roles.add(role);
  return roles;
}

/** Does somebody stand in for who is away, in what is asked of this role within a call? */
export function standsIn(
  call: Staffed,
  { absent, role }: { readonly absent: string; readonly role: string },
  substitute: string,
  all: readonly StandIn[],
): boolean {
  const isFor = absentFor(call, substitute, all).some((one) => isSame(one.absent, absent));
  return isFor && fits(role, rolesWith(call, substitute, all));
}

/** May somebody be given what is asked of this role within a call: do they work for it, and not on the other side? */
export function mayTakeOver(call: Staffed, role: string, email: string): boolean {
  const own = ownRoles(call, email);
  return own.size > 0 && !own.has("auditor") && fits(role, own);
}

/** Everybody behind a deed: who did it, for whom they stood in, and who had put them there; lower case. */
export const behind = (call: Staffed, email: string, all: readonly StandIn[]): ReadonlySet<string> =>
  new Set(
    [email, ...absentFor(call, email, all).flatMap(({ absent, notedBy }) => [absent, notedBy])].map((one) =>
      one.toLowerCase(),
    ),
  );

/** Is one of those behind an earlier deed (e-mail addresses, lower case) also behind what this member of the staff does? */
export function isBehindToo(
  call: Staffed,
  earlier: readonly string[],
  { email, standIns = [] }: { readonly email: string; readonly standIns?: readonly StandIn[] | undefined },
): boolean {
  const behindMember = behind(call, email, standIns);
  return earlier.some((one) => behindMember.has(one.toLowerCase()));
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
