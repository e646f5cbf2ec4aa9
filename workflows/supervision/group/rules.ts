import * as z from "zod";
import { joiner, type Membership, membership, seat } from "../../blocks/joining.ts";
import { endsAt, type Meeting } from "../../blocks/meetings.ts";
import { withoutSmall } from "../../blocks/small-counts.ts";
import {
  type CaseFile,
  type Entry,
  latestAnswer,
  latestInterruption,
  latestRecord,
} from "../../kernel/case-file.ts";
import type { Decision, Due, StepResult } from "../../kernel/process.ts";
import { groupOf, held, members, planned } from "../terms.ts";
import { attendance, closing, meetingPlan, tooFew } from "./forms.ts";

const entriesOf = (file: CaseFile): readonly Entry[] => file.entries ?? [];
const membershipOf = (entry: Entry): Membership | undefined => membership.safeParse(entry.decision).data;
const joinedOf = (file: CaseFile): readonly Entry[] =>
  entriesOf(file).filter((entry) => !entry.ended && membershipOf(entry)?.kind === "joined");
const meetingsOf = (file: CaseFile): readonly Meeting[] => latestRecord(file, planned)?.meetings ?? [];
const heldOf = (file: CaseFile) =>
  file.records.filter(({ step }) => step === held.id).map(({ data }) => held.schema.parse(data));

/** Are enough there? Who joined first has a place. */
export function formGroup(file: CaseFile): StepResult<"formed" | "tooFew"> {
  const { capacity, minimum } = groupOf(file);
  return seat(entriesOf(file), capacity).seated.length < minimum ? { outcome: "tooFew" } : formAnyway(file);
}

/** Gives the places to who came first; the others wait. */
export function formAnyway(file: CaseFile): StepResult<"formed"> {
  return { outcome: "formed", ...seating(file) };
}

/** Before the first meeting a freed place goes to who has waited longest; later nobody could be at all meetings. */
export function reseat(file: CaseFile): StepResult<"unchanged"> {
  return { outcome: "unchanged", ...(heldOf(file).length === 0 ? seating(file) : {}) };
}

function seating(file: CaseFile): Pick<StepResult<string>, "decisions" | "record"> {
  const { capacity } = groupOf(file);
  const { seated, waiting } = seat(entriesOf(file), capacity);
  const meetings = meetingsOf(file);
  const fresh = seated.filter((entry) => membershipOf(entry)?.kind !== "joined");
  return {
    record: {
      id: members.id,
      data: {
        members: seated.map(({ ref, bid }) => ({ ref, ...joiner.parse(bid) })),
      },
    },
    decisions: [
      ...fresh.map(
        ({ ref }): Decision => ({
          ref,
          decision: { kind: "joined", meetings: [...meetings] } satisfies Partial<Membership>,
          signal: "joined",
          ...(meetings.length > 0 ? { tell: "meetingsPlanned" } : {}),
        }),
      ),
      ...waiting.map(({ ref, decision }, index): Decision => {
        const isNew = membership.safeParse(decision).data?.kind !== "waiting";
        return {
          ref,
          decision: { kind: "waiting", position: index + 1 } satisfies Partial<Membership>,
          ...(isNew ? { signal: "waiting" } : {}),
        };
      }),
    ],
  };
}

/** The leader has named days, hour and place; everybody gets them into the calendar. */
export function planMeetings(file: CaseFile): StepResult<"planned"> {
  const said = latestAnswer(file, meetingPlan)?.values;
  if (!said) throw new Error(`${file.ref}: no meetings were planned`);
  const { at, place, ...days } = said;
  const meetings = Object.values(days).map(
    (day, index): Meeting => ({ number: index + 1, day, at, place, moved: 0 }),
  );
  return tellMeetings(file, meetings, "planned", "meetingsPlanned");
}

/** The meeting that was to be held gets another day and hour; calendars take the change. */
export function moveMeeting(file: CaseFile): StepResult<"moved"> {
  const said = latestAnswer(file, attendance)?.values;
  const { day, at } = said ?? {};
  if (day === undefined || at === undefined) throw new Error(`${file.ref}: no other day was named`);
  const next = nextOf(file);
  const meetings = meetingsOf(file).map((met) =>
    met.number === next?.number ? { ...met, day, at, moved: met.moved + 1 } : met,
  );
  return tellMeetings(file, meetings, "moved", "meetingMoved");
}

function tellMeetings<O extends string>(
  file: CaseFile,
  meetings: readonly Meeting[],
  outcome: O,
  tell: string,
): StepResult<O> {
  return {
    outcome,
    record: { id: planned.id, data: { meetings } },
    decisions: joinedOf(file).map((entry) => ({
      ref: entry.ref,
      decision: { ...membershipOf(entry), meetings },
      tell,
    })),
  };
}

/** The next meeting that has not been held. */
const nextOf = (file: CaseFile): Meeting | undefined => meetingsOf(file)[heldOf(file).length];

/** When the next meeting is over, and its leader can say who was there. */
export const nextMeetingEnds: Due = (file, now) => {
  const next = nextOf(file);
  return next ? endsAt(next, groupOf(file).hours) : now;
};

/** Notes who was there; who was is asked to confirm it, who was not is told. */
export function countMeeting(file: CaseFile): StepResult<"next" | "last"> {
  const said = latestAnswer(file, attendance)?.values;
  const number = heldOf(file).length + 1;
  const present = said?.present ?? [];
  const decisions = joinedOf(file).map((entry): Decision => {
    const before = membershipOf(entry);
    const was = present.includes(entry.ref);
    return {
      ref: entry.ref,
      decision: {
        ...before,
        held: number,
        attended: [...(before?.attended ?? []), ...(was ? [number] : [])],
      },
      signal: was ? "met" : "missed",
    };
  });
  return {
    outcome: number < meetingsOf(file).length ? "next" : "last",
    record: { id: held.id, data: { number, present, themes: said?.themes ?? [] } },
    decisions,
  };
}

/** The meetings are over: each participant's own road goes on; who still waited for a place waits no longer. */
export function finishMeetings(file: CaseFile): StepResult<"finished"> {
  const madeUp = latestAnswer(file, closing)?.values.madeUp ?? [];
  const all = meetingsOf(file).map(({ number }) => number);
  return {
    outcome: "finished",
    decisions: entriesOf(file)
      .filter(({ ended }) => !ended)
      .map((entry): Decision => {
        const own = membershipOf(entry);
        return own?.kind === "joined"
          ? {
              ref: entry.ref,
              decision: madeUp.includes(entry.ref) ? { ...own, attended: all } : own,
              signal: "over",
            }
          : { ref: entry.ref, signal: "closed" };
      }),
  };
}

const implemented = z.object({ implementation: z.enum(["done", "partly", "notYet"]) });

/** What the school learns: counts only, none under five, and nothing of anybody. */
export function summarise(file: CaseFile): StepResult<"summarised"> {
  const said = entriesOf(file).flatMap(({ bid }) => implemented.safeParse(bid).data ?? []);
  const count = (how: string) => said.filter(({ implementation }) => implementation === how).length;
  const [done, partly, notYet] = withoutSmall([count("done"), count("partly"), count("notYet")]);
  const [took] = withoutSmall([
    entriesOf(file).filter((entry) => membershipOf(entry)?.kind === "joined").length,
  ]);
  const { parent } = groupOf(file);
  return {
    outcome: "summarised",
    decisions: [
      {
        ref: parent.ref,
        callId: parent.callId,
        decision: { kind: "finished", meetings: heldOf(file).length, took, done, partly, notYet },
        signal: "finished",
      },
    ],
  };
}

const reasoned = z.object({ reason: z.string() });

/** The group falls away: all that was joined ends with it, and the school hears of it. */
export function callOff(file: CaseFile): StepResult<"told"> {
  const why = latestInterruption(file, "calledOff")?.values ?? latestAnswer(file, tooFew)?.values;
  const { reason } = reasoned.parse(why);
  const { parent } = groupOf(file);
  return {
    outcome: "told",
    decisions: [
      ...entriesOf(file)
        .filter(({ ended }) => !ended)
        .map(({ ref }): Decision => ({ ref, interrupt: { name: "cancelled", values: { reason } } })),
      { ref: parent.ref, callId: parent.callId, signal: "calledOff" },
    ],
  };
}
