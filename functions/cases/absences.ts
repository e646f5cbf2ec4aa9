import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/facts/calendar.ts";
import { choice, date } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../../workflows/kernel/form.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { absenceKey, absencesPartition } from "../store/keys.ts";
import { type Absence, type AbsenceItem, absenceItem } from "../store/staff-items.ts";
import type { StaffMember } from "./staff.ts";

/** Who is away from when to when (local days, both with them), and who stands in. */
export const absenceForm = defineForm({
  id: "absence",
  outcomes: ["noted"],
  fields: {
    person: choice({ options: { from: "staff" } }),
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

const today = ({ clock }: Pick<House, "clock">): string =>
  localDay(Temporal.Instant.from(clock.now())).toString();

const covers = ({ from, to, endedAt }: Absence, day: string): boolean =>
  endedAt === undefined && from <= day && day <= to;

/** The absence of somebody that is going on now. */
const absenceNow = (known: AbsenceItem | undefined, day: string): Absence | undefined =>
  known?.periods.find((period) => covers(period, day));

/** Who stands in today for whom, by the e-mail address (lower case) of who is away. */
export async function standInsNow(house: Parts): Promise<ReadonlyMap<string, Absence["substitute"]>> {
  const day = today(house);
  return new Map(
    (await absencesIn(house)).flatMap((known) => {
      const period = absenceNow(known, day);
      return period ? [[known.person.email.toLowerCase(), period.substitute] as const] : [];
    }),
  );
}

/** For whom somebody stands in today: e-mail addresses, lower case. */
export const standsInFor = async (house: Parts, email: string): Promise<readonly string[]> =>
  [...(await standInsNow(house))]
    .filter(([, substitute]) => substitute.email.toLowerCase() === email.toLowerCase())
    .map(([person]) => person);

export type Noted =
  | { readonly outcome: "noted" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

interface Wanted {
  readonly person: StaffMember;
  readonly substitute: StaffMember;
  readonly from: string;
  readonly to: string;
}

/**
 * Notes an absence. It is refused where it lies in the past or over another of the same person, and where who stands in is
 * away too: tasks must come to somebody.
 */
export async function noteAbsence(
  house: Pick<House, "table" | "clock" | "config">,
  { person, substitute, from, to }: Wanted,
  by: StaffMember,
): Promise<Noted> {
  const known = await absencesIn(house);
  const key = absenceKey(addressIdOf(house.config.linkSecret, person.email));
  const own = known.find(({ sk }) => sk === key.sk);
  const others = known.find(({ sk }) => sk === addressIdOf(house.config.linkSecret, substitute.email));
  const overlaps = (item: AbsenceItem | undefined) =>
    item?.periods.some((period) => period.endedAt === undefined && period.from <= to && from <= period.to);
  const errors: FieldError[] = [
    ...(to < today(house) ? [{ field: "to", problem: "past" as const }] : []),
    ...(overlaps(own) ? [{ field: "from", problem: "overlaps" as const }] : []),
    ...(overlaps(others) ? [{ field: "substitute", problem: "isAway" as const }] : []),
  ];
  if (errors.length > 0) return { outcome: "invalid", errors };
  const { name, email, language } = person;
  const period: Absence = {
    from,
    to,
    substitute: { name: substitute.name, email: substitute.email, language: substitute.language },
    notedAt: house.clock.now(),
    notedBy: by.email,
  };
  const { outcome } = await house.table.change(key, {
    set: { person: { name, email, language }, periods: [...(own?.periods ?? []), period] },
    add: { version: 1 },
    when: { version: own ? { is: own.version } : "absent" },
  });
  return outcome === "changed"
    ? { outcome: "noted" }
    : { outcome: "invalid", errors: [{ field: "from", problem: "overlaps" }] };
}

/** Who was away is back: what is still open comes to them again. Said twice it is said once. */
export async function endAbsence(
  house: Pick<House, "table" | "clock">,
  person: string,
  from: string,
): Promise<void> {
  const item = await house.table.get(absenceKey(person));
  if (!item) return;
  const { periods, version } = absenceItem.parse(item);
  const endedAt = house.clock.now();
  await house.table.change(absenceKey(person), {
    set: {
      periods: periods.map((period) =>
        period.from === from && period.endedAt === undefined ? { ...period, endedAt } : period,
      ),
    },
    add: { version: 1 },
    when: { version: { is: version } },
  });
}
