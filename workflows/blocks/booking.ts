import * as z from "zod";
import { latestAnswer } from "../kernel/answers.ts";
import { spokenAs } from "../kernel/book.ts";
import type { Calendar } from "../kernel/calendar.ts";
import { type CaseFile, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import { slot } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Slot } from "../kernel/slot.ts";
import { heldBy, movesUntil, type Slots, slotCalled, slotName, slotsListed } from "../kernel/slots.ts";
import { ask, awaiting, type Due, step } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { soon } from "./asking.ts";
import { blockWords } from "./words.ts";

/** The slot that a case has, by its name. */
const booked = defineRecord("booked", z.object({ slot: z.string() }));
const settled = (held: Slot) => ({
  record: { id: booked.id, data: { slot: slotName(held) } },
  books: [held],
});

const moves = z.object({ slot: z.string() });

/**
 * Whoever applies books a time of the call's [processes.md, S] in `booking`; the road waits for it in `bookedWaiting`, where it can be
 * moved once, and goes on at `next` when it is over, so many hours after it began; at `none` where no time fits, or nobody answers.
 */
export function bookingOf(slots: Slots, { hours = 0 }: { readonly hours?: number } = {}) {
  const given = (file: CaseFile) => ({ lists: { slots: slotsListed(slots, file) } });
  const booking = defineForm({
    id: "booking",
    words: blockWords,
    outcomes: ["booked", "none"],
    oneClick: ["none"],
    given,
    fields: { slot: slot({ for: ["booked"] }) },
  });
  const slotMove = defineForm({
    id: "slotMove",
    words: blockWords,
    outcomes: ["moved"],
    given,
    fields: { slot: slot({}) },
  });
  const slotOf = (file: CaseFile): Slot | undefined =>
    slotCalled(slots, file, latestRecord(file, booked)?.slot);

  /** The time that was chosen is the case's, unless somebody else got it while the road stood still. */
  function settle(file: CaseFile): StepResult<"held" | "taken"> {
    const held = heldBy(slots, file, latestAnswer(file, booking)?.values.slot);
    return held ? { outcome: "held", ...settled(held) } : { outcome: "taken", books: [] };
  }

  /** The other one, too; where somebody else got it, the one so far stays. */
  function settleMove(file: CaseFile): StepResult<"settled"> {
    const held = heldBy(slots, file, moves.parse(latestInterruption(file, "moved")?.values).slot);
    if (held) return { outcome: "settled", ...settled(held) };
    const own = slotOf(file);
    return {
      outcome: "settled",
      books: own ? [own] : [],
      tell: [{ role: "applicant", template: "notMoved" }],
    };
  }

  const ends: Due = (file, now) => {
    const own = slotOf(file);
    return own ? iso(vilniusInstant(own.starts).add({ hours })) : now;
  };
  const closes: Due = (file, now) => {
    const own = slotOf(file);
    return own ? movesUntil(slots, file, own, now) : now;
  };
  /** As long as it is held; an hour where the process says nothing. One that was moved takes the place of the other. */
  const calendar: Calendar = {
    events: (file) => {
      const own = slotOf(file);
      if (!own) return [];
      const [begins, times] = [
        vilniusInstant(own.starts),
        file.records.filter(({ step }) => step === booked.id),
      ];
      const when = { begins: iso(begins), ends: iso(begins.add({ hours: hours || 1 })) };
      return [{ name: "appointment", when, sequence: times.length - 1 }];
    },
    brings: { booked: ["appointment"] },
    takesBack: { withdrawn: ["appointment"], cancelled: ["appointment"] },
  };
  return {
    form: booking,
    slotOf,
    calendar,
    /** The visit of the road at which the time was settled last: what was said of it came later. */
    settledIn: ({ records }: Pick<CaseFile, "records">): number =>
      records.findLast(({ step }) => step === booked.id)?.visit ?? 0,
    states: <const Next extends string, const None extends string>({
      next,
      none,
    }: {
      readonly next: Next;
      readonly none: None;
    }) =>
      ({
        booking: ask("applicant", booking, {
          ...soon,
          on: { booked: "settlingBooking", none, expired: none },
        }),
        settlingBooking: spokenAs(
          "settlingBooking",
          blockWords,
          step(settle, { held: "bookedWaiting", taken: "booking" }, { sees: "slots" }),
        ),
        bookedWaiting: spokenAs(
          "bookedWaiting",
          blockWords,
          awaiting({ expired: next }, { instant: ends, tell: [{ role: "applicant", template: "booked" }] }),
        ),
        moving: spokenAs(
          "moving",
          blockWords,
          step(settleMove, { settled: "bookedWaiting" }, { sees: "slots", tells: ["notMoved"] }),
        ),
      }) as const,
    word: {
      by: "applicant",
      form: slotMove,
      to: "moving",
      during: ["bookedWaiting"],
      until: closes,
      untilCalled: "move",
      once: true,
    } as const,
  };
}
