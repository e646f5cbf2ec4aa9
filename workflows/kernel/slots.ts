import { Temporal } from "temporal-polyfill";
import type { CaseFile } from "./case-file.ts";
import { compareByCodePoint } from "./code-point.ts";
import { vilniusInstant } from "./facts/calendar.ts";
import { iso } from "./facts/instants.ts";
import { printAppointment } from "./facts/print.ts";
import type { Fields, Listed } from "./field.ts";
import type { Slot } from "./slot.ts";
import type { Due } from "./states.ts";

/**
 * Times that others take meanwhile [processes.md, S; decision 88]: each has one place, and whoever books without choosing gets the
 * earliest of those wanted.
 */

/** How the slots of a call are read. */
export interface Slots {
  /** All that are offered to a case, also those that are taken. */
  readonly offered: (file: Pick<CaseFile, "call">) => readonly Slot[];
  /** So many hours before it begins a slot can still be booked, and moved. */
  readonly bookUntilHours: (file: CaseFile) => number;
  /** The instant from which these hours are counted where it is not the present one. */
  readonly asOf?: Due;
}

/** What somebody wants who does not choose: of whom, anybody where it is not said, and on which local day at the earliest. */
export interface Wish {
  readonly by?: string | undefined;
  readonly notBefore?: string | undefined;
}

/** What tells a slot from every other of its call. */
export const slotName = ({ starts, by }: Slot): string => `${starts} ${by}`;

/** The question of a form that is answered with a slot; `undefined` where there is none. */
export const slotField = (fields: Fields): string | undefined =>
  Object.keys(fields).find((name) => fields[name]?.takesSlot);

/** Can a slot still be booked or given back? The minute in which so many hours are left counts to its end. */
export function isInTime({ starts }: Slot, hours: number, now: string): boolean {
  const last = vilniusInstant(starts).subtract({ minutes: Math.round(hours * 60) });
  const minute = Temporal.Instant.from(now).round({ smallestUnit: "minute", roundingMode: "floor" });
  return Temporal.Instant.compare(minute, last) <= 0;
}

/** The earliest of some slots that fits a wish; of equal starts by the name of who offers. */
function earliest(slots: readonly Slot[], { by, notBefore = "" }: Wish): Slot | undefined {
  const [first] = slots
    .filter((slot) => (by === undefined || slot.by === by) && slot.starts.slice(0, 10) >= notBefore)
    .toSorted(inOrder);
  return first;
}

const inOrder = (a: Slot, b: Slot): number =>
  compareByCodePoint(a.starts, b.starts) || compareByCodePoint(a.by, b.by);

/** All slots of a call in order; those that are no longer offered, and held nevertheless, among them. */
export function slotsWith(
  slots: Slots,
  file: Pick<CaseFile, "call">,
  held: readonly Slot[],
): readonly Slot[] {
  const all = new Map(
    [...slots.offered(file), ...held].map(({ starts, by }) => [slotName({ starts, by }), { starts, by }]),
  );
  return [...all.values()].toSorted(inOrder);
}

/** The slots that a case can book now; all that are offered where nobody has looked how they stand. */
function freeSlots(slots: Slots, file: CaseFile): readonly Slot[] {
  const offered = slots.offered(file).toSorted(inOrder);
  const { slots: seen } = file;
  if (!seen) return offered;
  const now = slots.asOf?.(file, seen.now) ?? seen.now;
  return offered.filter(
    (slot) => !Object.hasOwn(seen.taken, slotName(slot)) && isInTime(slot, slots.bookUntilHours(file), now),
  );
}

/** The same as options of a question. */
export const slotsListed = (slots: Slots, file: CaseFile): readonly Listed[] =>
  freeSlots(slots, file).map((slot) => ({
    value: slotName(slot),
    label: slotTold(slot),
  }));

/** When it is and with whom, as people read it. */
export const slotPrinted = ({ starts, by }: Slot, language: "lt" | "en"): string =>
  `${printAppointment(vilniusInstant(starts), language)}, ${language === "lt" ? "laukia" : "with"} ${by}`;

/** The same for whoever reads in either language. */
export const slotTold = (slot: Slot) => ({
  lt: slotPrinted(slot, "lt"),
  en: slotPrinted(slot, "en"),
});

/** The slot that somebody gets who books now without choosing [S]. */
export const earliestFor = (slots: Slots, file: CaseFile, wish: Wish): Slot | undefined =>
  earliest(freeSlots(slots, file), wish);

/** The slot of that name, as the call offers it. */
export const slotCalled = (slots: Slots, file: CaseFile, name: string | undefined): Slot | undefined =>
  slots.offered(file).find((slot) => slotName(slot) === name);

/** The slot of that name where the case has it, or can have it: nobody else took it meanwhile. */
export function heldBy(slots: Slots, file: CaseFile, name: string | undefined): Slot | undefined {
  const slot = slotCalled(slots, file, name);
  const holder = slot && file.slots?.taken[slotName(slot)];
  return holder === undefined || holder === file.ref ? slot : undefined;
}

/** Until when a slot can be given back for another one: the last second of the last minute. */
export const moveCloses = ({ starts }: Slot, hours: number): string =>
  iso(
    vilniusInstant(starts)
      .subtract({ minutes: Math.round(hours * 60) })
      .add({ seconds: 59 }),
  );

/** The same where hours are counted from another instant than the present one: what is in time by that is in time. */
export function movesUntil(slots: Slots, file: CaseFile, slot: Slot, now: string): string {
  const hours = slots.bookUntilHours(file);
  const end = moveCloses(slot, hours);
  return isInTime(slot, hours, slots.asOf?.(file, now) ?? now) && end < now ? now : end;
}

/** Rule S by itself: bookings and moves in the order in which they count, by whatever tells their lines apart. */
export function openBook(offered: readonly Slot[], bookUntilHours: number) {
  const taken = new Set<string>();
  const held = new Map<string, { readonly slot: Slot; readonly address: string; moved: boolean }>();
  const take = (wish: Wish, now: string): Slot | undefined => {
    const free = offered.filter((slot) => !taken.has(slotName(slot)) && isInTime(slot, bookUntilHours, now));
    const slot = earliest(free, wish);
    if (slot) taken.add(slotName(slot));
    return slot;
  };
  return {
    /** Whoever has a slot under the same address books no second one. */
    book: (line: string, address: string, wish: Wish, now: string): "booked" | "duplicate" | "noSlot" => {
      if ([...held.values()].some((booking) => booking.address === address)) return "duplicate";
      const slot = take(wish, now);
      if (!slot) return "noSlot";
      held.set(line, { slot, address, moved: false });
      return "booked";
    },
    /** Once, in time before the own slot, which counts as taken; with none free the old one stays. */
    move: (line: string, wish: Wish, now: string): void => {
      const own = held.get(line);
      if (!own || own.moved || !isInTime(own.slot, bookUntilHours, now)) return;
      const slot = take(wish, now);
      if (!slot) return;
      taken.delete(slotName(own.slot));
      held.set(line, { ...own, slot, moved: true });
    },
    slotOf: (line: string): Slot | undefined => held.get(line)?.slot,
    isTaken: (slot: Slot): boolean => taken.has(slotName(slot)),
  };
}
