import * as z from "zod";
import type { CaseDecision } from "../../kernel/case-decision.ts";
import { type CaseFile, type Language, latestInterruption } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { printTime } from "../../kernel/facts/print.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { joiner, type Membership, membership, seat } from "./joining.ts";
import { beginsAt, endsAt, type Meeting } from "./meetings.ts";
import { groupOf, held, heldIn, meetingsOf, members, planned } from "./terms.ts";

const entriesOf = (file: CaseFile): readonly Entry[] => file.entries ?? [];
const membershipOf = (entry: Entry): Membership | undefined => membership.safeParse(entry.decision).data;

/** Those who have a place and are still there. */
const joinedOf = (file: CaseFile): readonly Entry[] =>
  entriesOf(file).filter((entry) => !entry.ended && membershipOf(entry)?.kind === "joined");

/** What was said last on a form of that name; a process has its own, which asks at least for what is read here. */
const saidOn = (file: CaseFile, form: string): Readonly<Record<string, unknown>> | undefined =>
  file.answers.findLast((answer) => answer.form === form)?.values;

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
  return { outcome: "unchanged", ...(heldIn(file).length === 0 ? seating(file) : {}) };
}

function seating(file: CaseFile): Pick<StepResult<string>, "decisions" | "record"> {
  const { capacity } = groupOf(file);
  const { seated, waiting } = seat(entriesOf(file), capacity);
  const meetings = meetingsOf(file);
  const fresh = seated.filter((entry) => membershipOf(entry)?.kind !== "joined");
  return {
    record: {
      id: members.id,
      data: { members: seated.map(({ ref, bid }) => ({ ref, ...joiner.parse(bid) })) },
    },
    decisions: [
      ...fresh.map(
        ({ ref }): CaseDecision => ({
          ref,
          decision: { kind: "joined", meetings: [...meetings] } satisfies Partial<Membership>,
          signal: "joined",
          ...(meetings.length > 0 ? { tell: "meetingsPlanned" } : {}),
        }),
      ),
      ...waiting.map(({ ref, decision }, index): CaseDecision => {
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

const plan = z.object({ at: z.string(), place: z.string() }).catchall(z.unknown());

/** The leader has named days (`day1`, `day2` …), the usual hour and place, and where a day has another hour that one (`at1` …); everybody gets them into the calendar. */
export function planMeetings(file: CaseFile): StepResult<"planned"> {
  const { at, place, ...said } = plan.parse(saidOn(file, "meetingPlan"));
  const days = Object.entries(said).flatMap(([name, day]) => {
    if (!/^day\d+$/.test(name) || typeof day !== "string") return [];
    const own = said[name.replace("day", "at")];
    return [{ day, at: typeof own === "string" ? own : at }];
  });
  const meetings = days
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, at }, index): Meeting => ({ number: index + 1, day, at, place, moved: 0 }));
  return tellMeetings(file, meetings, "planned", "meetingsPlanned");
}

const moved = z.object({ day: z.string(), at: z.string() });

/** The meeting that was to be held gets another day and hour; calendars take the change. */
export function moveMeeting(file: CaseFile): StepResult<"moved"> {
  return moveNext(file, moved.parse(saidOn(file, "attendance")));
}

/** The same before the meeting, when the coordinator says so for the group. */
export const moveAhead = (file: CaseFile): StepResult<"moved"> =>
  moveNext(file, moved.parse(latestInterruption(file, "meetingMoved")?.values));

function moveNext(file: CaseFile, { day, at }: z.infer<typeof moved>): StepResult<"moved"> {
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
const nextOf = (file: CaseFile): Meeting | undefined => meetingsOf(file)[heldIn(file).length];

/** When the next meeting is over, and its leader can say who was there. */
export const nextMeetingEnds: Due = (file, now) => {
  const next = nextOf(file);
  return next ? endsAt(next, groupOf(file).hours) : now;
};

/** What the words of a group's machine may name: the meeting that is to be held or was held last. */
export function saysOfMeetings(file: CaseFile, language: Language): Readonly<Record<string, string>> {
  const next = nextOf(file);
  return {
    meeting: next
      ? `${language === "lt" ? "Nr." : "No"} ${next.number}, ${printTime(beginsAt(next), language)}`
      : "–",
  };
}

const met = z.object({ present: z.array(z.string()), themes: z.array(z.string()).default([]) });

/** Notes who was there; who was is asked to confirm it, who was not is told. */
export function countMeeting(file: CaseFile): StepResult<"next" | "last"> {
  const { present, themes } = met.parse(saidOn(file, "attendance"));
  const number = heldIn(file).length + 1;
  return {
    outcome: number < meetingsOf(file).length ? "next" : "last",
    record: { id: held.id, data: { number, present, themes } },
    decisions: joinedOf(file).map((entry): CaseDecision => {
      const before = membershipOf(entry);
      const was = present.includes(entry.ref);
      const attended = [...(before?.attended ?? []), ...(was ? [number] : [])];
      return {
        ref: entry.ref,
        decision: { ...before, held: number, attended },
        signal: was ? "met" : "missed",
        isQueued: true,
      };
    }),
  };
}

const closed = z.object({ madeUp: z.array(z.string()).default([]) });

/**
 * The meetings are over: each participant's own road goes on, with what was made up counted; who still waited for a place
 * waits no longer.
 */
export function finishMeetings(file: CaseFile): StepResult<"finished"> {
  const { madeUp } = closed.parse(saidOn(file, "closing") ?? {});
  const all = meetingsOf(file).map(({ number }) => number);
  return {
    outcome: "finished",
    decisions: entriesOf(file)
      .filter(({ ended }) => !ended)
      .map((entry): CaseDecision => {
        const own = membershipOf(entry);
        if (own?.kind !== "joined") return { ref: entry.ref, signal: "closed", isQueued: true };
        const decision = madeUp.includes(entry.ref) ? { ...own, attended: all } : own;
        return { ref: entry.ref, decision, signal: "over", isQueued: true };
      }),
  };
}

/** Those who took part, whether their road is over or not. */
export const tookPart = (file: CaseFile): readonly Entry[] =>
  entriesOf(file).filter((entry) => membershipOf(entry)?.kind === "joined");

const reasoned = z.object({ reason: z.string() });

/** The group falls away: all that was joined ends with it, and the case that opened it hears of it. */
export function callOff(file: CaseFile): StepResult<"told"> {
  const why = latestInterruption(file, "calledOff")?.values ?? saidOn(file, "tooFew");
  const { reason } = reasoned.parse(why);
  const { parent } = groupOf(file);
  return {
    outcome: "told",
    everybody: { name: "cancelled", values: { reason } },
    decisions: [{ ref: parent.ref, callId: parent.callId, signal: "calledOff" }],
  };
}

/** Tells the case that opened the group that its meetings were held, with what it may know of them. */
export const tellParent = (
  file: CaseFile,
  facts: Readonly<Record<string, string | number | undefined>> = {},
): Pick<StepResult<string>, "decisions"> => {
  const { parent } = groupOf(file);
  const decision = { kind: "finished", meetings: heldIn(file).length, ...facts };
  return { decisions: [{ ref: parent.ref, callId: parent.callId, decision, signal: "finished" }] };
};
