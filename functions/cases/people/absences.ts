import type { Person } from "../../../workflows/kernel/case-file.ts";
import { dayAt } from "../../../workflows/kernel/facts/ends.ts";
import { choice, date } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../../../workflows/kernel/form.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import type { Head } from "../../store/items.ts";
import { absenceKey, absencesPartition } from "../../store/keys.ts";
import { type Absence, type AbsenceItem, absenceItem } from "../../store/staff-items.ts";
import type { StaffMember } from "./staff-member.ts";
import { ownRoles, type StandIn, staffIn, standsIn } from "./standing-in.ts";

/** Who is away from when to when (local days, both with them), and who stands in. */
export const absenceForm = defineForm({
  id: "absence",
  outcomes: ["noted"],
  fields: {
    person: choice({ options: { from: "absent" } }),
    from: date({}),
    to: date({}),
    substitute: choice({ options: { from: "staff" } }),
  },
  check: ({ from, to, person, substitute }) => [
    ...(to < from ? [{ field: "to", problem: "outOfOrder" as const }] : []),
    ...(person === substitute ? [{ field: "substitute", problem: "sameAsOwn" as const }] : []),
  ],
});

type Parts = Pick<House, "table" | "clock">;

/** Every absence that was noted, by person. */
export const absencesIn = async ({ table }: Pick<House, "table">): Promise<readonly AbsenceItem[]> =>
  (await table.query(absencesPartition)).map((item) => absenceItem.parse(item));

const today = ({ clock }: Pick<House, "clock">): string => dayAt(clock.now());

const covers = ({ from, to, endedAt }: Absence, day: string): boolean =>
  endedAt === undefined && from <= day && day <= to;

/** The absence of somebody that is going on now. */
const absenceNow = (known: AbsenceItem | undefined, day: string): Absence | undefined =>
  known?.periods.find((period) => covers(period, day));

/** Who is named today to stand in, for one who is away or by one who is named; what it counts for, each call says. */
export async function standInsNow(
  house: Parts,
  of: { readonly absent: string } | { readonly substitute: string },
): Promise<readonly StandIn[]> {
  const day = today(house);
  const all = (await absencesIn(house)).flatMap((known): StandIn[] => {
    const period = absenceNow(known, day);
    return period ? [standInOf(known, period)] : [];
  });
  return all.filter((one) =>
    "absent" in of ? one.absent === of.absent.toLowerCase() : one.substitute === of.substitute.toLowerCase(),
  );
}

const standInOf = ({ person }: Pick<AbsenceItem, "person">, { substitute, notedBy }: Absence): StandIn => ({
  absent: person.email.toLowerCase(),
  substitute: substitute.email.toLowerCase(),
  notedBy: notedBy.toLowerCase(),
});

/** Who is named to stand in today for somebody, with all for whom that one is named. */
export async function standInNow(
  house: Parts,
  absent: string,
): Promise<{ readonly person: Absence["substitute"]; readonly all: readonly StandIn[] } | undefined> {
  const day = today(house);
  const known = (await absencesIn(house)).find(({ person }) => isSame(person.email, absent));
  const period = absenceNow(known, day);
  if (!period) return undefined;
  return {
    person: period.substitute,
    all: await standInsNow(house, { substitute: period.substitute.email }),
  };
}

/** Whose absences somebody may write down: their own, and those of the staff of the calls that they coordinate themselves. */
export function mayNoteFor(
  calls: readonly Head[],
  member: StaffMember,
): readonly { readonly email: string }[] {
  const own = calls.filter((call) => ownRoles(call, member.email).has("coordinator"));
  return [member, ...own.flatMap((call) => [...staffIn(call).values()])];
}

export type Noted =
  | { readonly outcome: "noted"; readonly period: Absence; readonly calls: readonly Head[] }
  | { readonly outcome: "notTheirs" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

interface Wanted {
  readonly person: StaffMember;
  readonly substitute: StaffMember;
  readonly from: string;
  readonly to: string;
}

/**
 * Notes an absence. It is refused where it lies in the past or over another of the same person, and where who stands in is
 * away too, or could do so in none of the calls (`calls`: all that there are): tasks must come to somebody.
 */
export async function noteAbsence(
  house: Pick<House, "table" | "clock" | "config">,
  { person, substitute, from, to }: Wanted,
  by: StaffMember,
  calls: readonly Head[],
): Promise<Noted> {
  if (!mayNoteFor(calls, by).some(({ email }) => isSame(email, person.email)))
    return { outcome: "notTheirs" };
  const known = await absencesIn(house);
  const key = absenceKey(addressIdOf(house.config.linkSecret, person.email));
  const own = known.find(({ sk }) => sk === key.sk);
  const others = known.find(({ sk }) => sk === addressIdOf(house.config.linkSecret, substitute.email));
  const overlaps = (item: AbsenceItem | undefined) =>
    item?.periods.some((period) => period.endedAt === undefined && period.from <= to && from <= period.to);
  const again = own?.periods.find(
    (one) =>
      one.endedAt === undefined &&
      one.from === from &&
      one.to === to &&
      isSame(one.substitute.email, substitute.email) &&
      isSame(one.notedBy, by.email),
  );
  // Whoever notes it again, because nobody told them that it is noted, has noted it, and whom it concerns is told once.
  if (again)
    return { outcome: "noted", period: again, calls: callsWith(calls, standInOf({ person }, again)) };
  const { name, email, language } = person;
  const period: Absence = {
    from,
    to,
    substitute: { name: substitute.name, email: substitute.email, language: substitute.language },
    notedAt: house.clock.now(),
    notedBy: by.email,
  };
  const counting = callsWith(calls, standInOf({ person }, period));
  const errors: FieldError[] = [
    ...(to < today(house) ? [{ field: "to", problem: "past" as const }] : []),
    ...(overlaps(own) ? [{ field: "from", problem: "overlaps" as const }] : []),
    ...(overlaps(others) ? [{ field: "substitute", problem: "isAway" as const }] : []),
    ...(counting.length === 0 ? [{ field: "substitute", problem: "cannotStandIn" as const }] : []),
  ];
  if (errors.length > 0) return { outcome: "invalid", errors };
  const { outcome } = await house.table.change(key, {
    set: { person: { name, email, language }, periods: [...(own?.periods ?? []), period] },
    add: { version: 1 },
    when: { version: own ? { is: own.version } : "absent" },
  });
  return outcome === "changed"
    ? { outcome: "noted", period, calls: counting }
    : { outcome: "invalid", errors: [{ field: "from", problem: "overlaps" }] };
}

/** The calls in which somebody stands in with some role. */
const callsWith = (calls: readonly Head[], one: StandIn): readonly Head[] =>
  calls.filter((call) =>
    [...ownRoles(call, one.absent)].some((role) =>
      standsIn(call, { absent: one.absent, role }, one.substitute, [one]),
    ),
  );

export type Ended =
  | { readonly outcome: "ended"; readonly person: Person; readonly period: Absence }
  | { readonly outcome: "notTheirs" | "none" };

/**
 * Who was away is back: what is still open comes to them again. They say so themselves, or whoever may note their absence.
 * Said twice it is said once.
 */
export async function endAbsence(
  house: Pick<House, "table" | "clock">,
  { person: id, from }: { readonly person: string; readonly from: string },
  by: StaffMember,
  calls: readonly Head[],
): Promise<Ended> {
  const item = await house.table.get(absenceKey(id));
  if (!item) return { outcome: "none" };
  const { person, periods, version } = absenceItem.parse(item);
  if (!mayNoteFor(calls, by).some(({ email }) => isSame(email, person.email)))
    return { outcome: "notTheirs" };
  const period = periods.find((one) => one.from === from && one.endedAt === undefined);
  if (!period) {
    const over = periods.findLast((one) => one.from === from);
    return over ? { outcome: "ended", person, period: over } : { outcome: "none" };
  }
  const endedAt = house.clock.now();
  const { outcome } = await house.table.change(absenceKey(id), {
    set: { periods: periods.map((one) => (one === period ? { ...one, endedAt } : one)) },
    add: { version: 1 },
    when: { version: { is: version } },
  });
  return outcome === "changed" ? { outcome: "ended", person, period } : { outcome: "none" };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
