import { randomBytes } from "node:crypto";
import * as z from "zod";
import type { Language } from "../../workflows/kernel/case-file.ts";
import { closedTo, isInLastHours, stillStands } from "../../workflows/kernel/seats.ts";
import { registrationIdOf } from "../links.ts";
import { earlierRegistrationKey, pendingSince, registrationKey, seatCountKey } from "../store/keys.ts";
import {
  comingText,
  markName,
  type Registration,
  readCount,
  registrationItem,
  type SeatCount,
} from "../store/seat-items.ts";
import { type Parts, staleFrom } from "./count.ts";
import { takeOut } from "./done.ts";
import { countBack, registrationOf, settled, welcome } from "./settle.ts";

/** Who registers, with what the form asks besides. */
export interface Comer {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly values: Readonly<Record<string, unknown>>;
  readonly wantsToHear?: true;
}

/** They stand at the door and have not registered: there is nothing to wait for, and an address need not be known. */
interface AtDoor {
  /** What they are known by. */
  readonly as: string;
  readonly noted: { readonly isWalkIn: true; readonly checkedInAt: string } & Pick<
    Registration,
    "met" | "metCount"
  >;
}

export type Came =
  | { readonly outcome: "registered" | "waiting"; readonly id: string; readonly registration: Registration }
  | { readonly outcome: "duplicate" | "early" | "late" | "noEvent" };

/**
 * Gives somebody a seat, or a place at the end of the list, at once [8.2]: one conditional write of the count, which many may do at one
 * time, then the registration. What a kill leaves between the two stands in the count.
 */
export async function come(house: Parts, pk: string, comer: Comer): Promise<Came>;
export async function come(
  house: Parts,
  pk: string,
  comer: Comer,
  door: AtDoor,
): Promise<Came | { readonly outcome: "full" }>;
export async function come(
  house: Parts,
  pk: string,
  comer: Comer,
  door?: AtDoor,
): Promise<Came | { readonly outcome: "full" }> {
  const as = door?.as ?? comer.email;
  const id = registrationIdOf(house.config.linkSecret, pk, as);
  for (;;) {
    const now = house.clock.now();
    const { count, before } = await found(house, pk, id, now);
    if (!count) return { outcome: "noEvent" };
    const why = count.closedAt !== undefined ? "late" : door ? undefined : closedTo(count.terms, now);
    if (why) return { outcome: why };
    if (before && stillStands(before.stand)) return { outcome: "duplicate" };
    const coming = { id, at: now, key: newKey(), isSeated: hasSeat(count, now) };
    if (door && !coming.isSeated) return { outcome: "full" };
    const number = await countComing(house, count, coming);
    if (number === undefined) continue;
    const registration: Registration = {
      ...registrationKey(pk, id),
      ...comer,
      number,
      coming: coming.key,
      stand: coming.isSeated ? "registered" : "waiting",
      cameAt: now,
      ...(coming.isSeated ? { seatAt: now } : {}),
      ...door?.noted,
    };
    if (!(await store(house, before, registration))) {
      await takeBack(house, pk, coming);
      continue;
    }
    await welcome(house, registration);
    await takeOut(house, pk, nameOf(coming));
    return { outcome: coming.isSeated ? "registered" : "waiting", id, registration };
  }
}

interface Coming {
  readonly id: string;
  readonly at: string;
  readonly key: string;
  readonly isSeated: boolean;
}

const nameOf = ({ key }: Coming): string => markName("coming", key);

/** The count is read and written with the marks of all who come at this moment, so they are short. */
const newKey = (): string => randomBytes(9).toString("base64url");

interface Found {
  readonly count: SeatCount | undefined;
  readonly before: Registration | undefined;
}

/** The count with what was due by now done, and what the address has. What others are storing at this moment is theirs. */
async function found(house: Parts, pk: string, id: string, now: string): Promise<Found> {
  const [counted, known] = await house.table.getMany([seatCountKey(pk), registrationKey(pk, id)]);
  const count = counted && readCount(counted);
  const isDue = count && (count.runsOutAt <= now || count.coming.some(({ at }) => staleFrom(at) <= now));
  return isDue
    ? { count: await settled(house, pk), before: await registrationOf(house, pk, id) }
    : { count, before: known && registrationItem.parse(known) };
}

const hasSeat = ({ taken, capacity, waiting, terms }: SeatCount, now: string): boolean =>
  taken < capacity && (waiting === 0 || isInLastHours(terms, now));

const numbered = z.object({ last: z.number() });

/** Counts somebody who comes, if things still are as they were read in what matters; the number with which they came. */
async function countComing(
  { table }: Pick<Parts, "table">,
  count: SeatCount,
  coming: Coming,
): Promise<number | undefined> {
  const { pk, capacity, terms, taken, pendingAt } = count;
  const { at, isSeated } = coming;
  const waits = taken >= capacity ? { taken: { atLeast: capacity } } : { waiting: { atLeast: 1 } };
  const looksAt = staleFrom(at);
  const changed = await table.change(seatCountKey(pk), {
    set: {
      [nameOf(coming)]: comingText(coming),
      ...(pendingAt !== undefined && pendingAt <= looksAt ? {} : pendingSince(pk, looksAt)),
    },
    add: { last: 1, ...(isSeated ? { taken: 1 } : { waiting: 1 }) },
    when: {
      capacity: { is: capacity },
      runsOutAt: { atLeast: at },
      closedAt: "absent",
      ...(isSeated
        ? { taken: { below: capacity }, ...(isInLastHours(terms, at) ? {} : { waiting: { is: 0 } }) }
        : waits),
    },
  });
  // Nothing else of it is needed, and with fifty at once it is long.
  return changed.outcome === "changed" ? numbered.parse(changed.item).last : undefined;
}

/** Writes a registration where none of its address stands; what it had before is kept. */
async function store(
  { table }: Pick<Parts, "table">,
  before: Registration | undefined,
  registration: Registration,
): Promise<boolean> {
  if (!before) return (await table.put(registration, { ifAbsent: true })) === "stored";
  if (before.number > 0)
    await table.put({ ...before, ...earlierRegistrationKey(before.pk, before.number) }, { ifAbsent: true });
  const { pk, sk, ...set } = registration;
  const { outcome } = await table.change(
    { pk, sk },
    {
      set,
      remove: [
        "was",
        "offeredUntil",
        "seatAt",
        "checkedInAt",
        "met",
        "metCount",
        "isWalkIn",
        "wantsToHear",
      ].filter((name) => !Object.hasOwn(set, name)),
      when: {
        number: { is: before.number },
        stand: { is: before.stand },
        fenced: before.fenced === undefined ? "absent" : { is: before.fenced },
      },
    },
  );
  return outcome === "changed";
}

/** Somebody else registered with the address at this moment. */
async function takeBack(house: Parts, pk: string, coming: Coming): Promise<void> {
  const name = nameOf(coming);
  for (;;) {
    const count = await settled(house, pk);
    if (!count?.coming.some((one) => one.name === name)) return;
    if (await countBack(house, count, { ...coming, name })) return;
  }
}
