import * as z from "zod";
import { type CaseFile, type Language, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Slot } from "../kernel/slot.ts";
import { earliestFor, moveCloses, type Slots, slotName, slotPrinted } from "../kernel/slots.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { rulesOf } from "./call.ts";

/** A time of somebody who consults, in an event of theirs. */
interface Consultation extends Slot {
  readonly consultant: string;
  readonly event: string;
}

/** What the call offers. Who is there for two at one time has two slots, told apart by a number. */
export function offeredIn(file: Pick<CaseFile, "call">): readonly Consultation[] {
  const { slots = [] } = rulesOf(file);
  return slots.map(({ heldOn, heldFrom, consultant, event = "" }, index) => {
    const isSame = (other: (typeof slots)[number]) =>
      other.consultant === consultant && other.heldOn === heldOn && other.heldFrom === heldFrom;
    const before = slots.slice(0, index).filter(isSame).length;
    const by = before === 0 ? consultant : `${consultant} (${before + 1})`;
    return { starts: `${heldOn}T${heldFrom}`, by, consultant, event };
  });
}

export const slots: Slots = { offered: offeredIn, bookUntilHours: (file) => rulesOf(file).bookUntilHours };

const wished = z.object({
  email: z.string(),
  wants: z.string().optional(),
  notBefore: z.iso.date().optional(),
});

/** The slot that somebody has; nothing before they booked. */
const booked = defineRecord("booked", z.object({ starts: z.string(), by: z.string() }));
export const bookedIn = (file: CaseFile): Slot | undefined => latestRecord(file, booked);

/** When it is and with whom, as people read it. */
export function consultationPrinted(file: CaseFile, language: Language): string {
  const slot = bookedIn(file);
  const offered = slot && offeredIn(file).find(({ starts, by }) => starts === slot.starts && by === slot.by);
  return offered ? slotPrinted({ starts: offered.starts, by: offered.consultant }, language) : "–";
}

/**
 * What an address has one of in a call: it is taken as a time is, by one conditional write, so that of two bookings that come at once
 * one is a duplicate. It began before everything, so whoever had their consultation keeps it.
 */
const ownPlace = (file: CaseFile): Slot => ({
  starts: "0001-01-01T00:00",
  by: wished.parse(file.application).email.toLowerCase(),
});

/** Does another booking of the address stand [S]? */
function isDuplicate(file: CaseFile): boolean {
  const holder = file.slots?.taken[slotName(ownPlace(file))];
  return holder !== undefined && holder !== file.ref;
}

/** The earliest slot of whom somebody wants, not before a day; of several who are called so, the first. */
function earliestOf(file: CaseFile, notBefore: string | undefined): Slot | undefined {
  const { wants } = wished.parse(file.application);
  if (wants === undefined || wants === "any") return earliestFor(slots, file, { notBefore });
  const those = new Set(offeredIn(file).flatMap(({ consultant, by }) => (consultant === wants ? [by] : [])));
  return [...those]
    .flatMap((by) => earliestFor(slots, file, { by, notBefore }) ?? [])
    .toSorted((a, b) => (a.starts === b.starts ? 0 : a.starts < b.starts ? -1 : 1))[0];
}

/** Books the earliest free slot of those wanted; an address has one booking. */
export function bookSlot(file: CaseFile): StepResult<"booked" | "noSlot" | "duplicate"> {
  if (isDuplicate(file)) return { outcome: "duplicate" };
  const { notBefore } = wished.parse(file.application);
  const slot = earliestOf(file, notBefore);
  return slot ? { outcome: "booked", ...take(file, slot) } : { outcome: "noSlot", books: [] };
}

const moved = z.object({ notBefore: z.iso.date().optional() });

/** Books another slot in place of the own one, which stays where none is free. */
export function moveSlot(file: CaseFile): StepResult<"moved" | "stays"> {
  const { notBefore } = moved.parse(latestInterruption(file, "moved")?.values ?? {});
  const slot = earliestOf(file, notBefore);
  return slot ? { outcome: "moved", ...take(file, slot) } : { outcome: "stays" };
}

const take = (file: CaseFile, { starts, by }: Slot) => ({
  record: { id: booked.id, data: { starts, by } },
  books: [ownPlace(file), { starts, by }],
});

/** Until when the booking can be moved. */
export const moveEnds: Due = (file, now) => {
  const slot = bookedIn(file);
  return slot ? moveCloses(slot, rulesOf(file).bookUntilHours) : now;
};

/** When somebody is consulted: the minute in which it begins is over, in which a call may still let it be moved. */
export const slotStarts: Due = (file, now) => {
  const slot = bookedIn(file);
  return slot ? moveCloses(slot, 0) : now;
};
