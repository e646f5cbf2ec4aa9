import { Temporal } from "temporal-polyfill";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import type { Calendar } from "../kernel/calendar.ts";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import type { Diary } from "../kernel/diary.ts";
import { endOfDay, localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { isOver } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { placeOfEntry } from "./bid.ts";
import { diaryPage, hostAcceptance, hostEvaluation, hostFollowUp } from "./forms.ts";
import { internshipCall, internshipsOf } from "./internship-call.ts";
import { daysOfStay, type HostPlace, staysFrom } from "./place.ts";

/** The place that the intern has, on the days that were agreed with its host; `undefined` while there is none. */
export function placeIn(file: CaseFile): HostPlace | undefined {
  const id = file.entry && placeOfEntry(file.entry);
  const place = internshipCall.safeParse(file.call).data?.places.find((one) => one.id === id);
  return place && { ...place, ...otherDays(file) };
}

/** Days other than those of the place, where its host proposed them; they hold for that place alone. */
function otherDays(file: CaseFile): Partial<Pick<HostPlace, "starts" | "ends">> {
  const settled = answersTo(file, hostFollowUp).at(-1);
  const asked = answersTo(file, hostAcceptance).at(-1)?.visit ?? -1;
  const lost = latestInterruption(file, "placeLost")?.visit ?? -1;
  if (settled?.outcome !== "otherDays" || settled.visit <= Math.max(asked, lost)) return {};
  const { starts, ends } = settled.values;
  return starts === undefined || ends === undefined ? {} : { starts, ends };
}

/** The place of a case that stands where it must have one. Throws where it has none. */
export function stayOf(file: CaseFile): HostPlace {
  const place = placeIn(file);
  if (!place) throw new Error(`${file.ref}: no place`);
  return place;
}

export const stayBegins: Due = (file) => staysFrom(stayOf(file));

const endOf = (day: string): string => iso(endOfDay(Temporal.PlainDate.from(day)));

/** Nine in the morning of the next day, or of the day after the stay. */
export const nextMorning: Due = (_file, now) =>
  iso(vilniusInstant(`${localDay(Temporal.Instant.from(now)).add({ days: 1 })}T09:00`));

/**
 * A look at the diary: at the beginning of the stay its address is told, and each morning whoever left out the last
 * working day is reminded of it.
 */
export function lookAtDiary(file: CaseFile, now: string): StepResult<"going" | "over"> {
  const place = stayOf(file);
  const days = daysOfStay(place);
  const past = days.filter((day) => isOver(endOf(day), now));
  const last = past.at(-1);
  const isWritten = last === undefined || file.diary.some(({ day }) => day === last);
  const yesterday = localDay(Temporal.Instant.from(now)).subtract({ days: 1 }).toString();
  const isFirst = last === undefined;
  return {
    outcome: isOver(endOf(place.ends), now) ? "over" : "going",
    tell: isFirst
      ? [{ role: "applicant", template: "diaryOpens" }]
      : !isWritten && last === yesterday
        ? [{ role: "applicant", template: "diaryMissing" }]
        : [],
  };
}

export const diary: Diary = {
  form: diaryPage,
  days: (file) => (placeIn(file) ? daysOfStay(stayOf(file)) : []),
  during: ["staying", "evaluation", "evaluationFollowUp", "awaitingSession", "hostingPlan", "report"],
};

/** The day on which the session is made up, at its end. */
export const sessionDay: Due = (file, now) => {
  const day = latestAnswer(file, hostEvaluation)?.values.sessionOn;
  return day === undefined ? now : endOf(day);
};

/** So many days after the stay; whoever has less than ten gets ten. */
export const reportCloses: Due = (file, now) => {
  const last = Temporal.PlainDate.from(stayOf(file).ends).add({ days: internshipsOf(file).reportDays });
  const soonest = localDay(Temporal.Instant.from(now)).add({ days: 10 });
  return iso(endOfDay(Temporal.PlainDate.compare(last, soonest) > 0 ? last : soonest));
};

const everything = ["stay"] as const;

export const calendar: Calendar = {
  events: (file) => {
    const place = placeIn(file);
    if (!place) return [];
    const { starts, ends, school, town } = place;
    return [{ name: "stay", when: { from: starts, to: ends }, place: `${school}, ${town}`, sequence: 0 }];
  },
  brings: { "plan.task": ["stay"], "planAgreement.task": ["stay"] },
  takesBack: {
    placeLost: everything,
    hostReleased: everything,
    withdrawn: everything,
    cancelled: everything,
    lapsed: everything,
  },
};
