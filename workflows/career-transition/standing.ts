import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Registration } from "../kernel/open.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { callIn } from "./call.ts";
import { accreditation, feedback, renewal, renewalReview, revocationAppeal } from "./forms.ts";
import { applied, roleOf } from "./rules.ts";

/** For how long somebody is accredited, in which state, and how often it was renewed [processes.md, 13.5]. */

const states = ["active", "conditional"] as const;

/** One time of an accreditation: local days, both with it. */
const time = defineRecord(
  "time",
  z.object({ from: z.iso.date(), until: z.iso.date(), state: z.enum(states) }),
);
type Time = z.infer<typeof time.schema>;

/** What is to come after the time that runs. */
const decided = defineRecord(
  "decided",
  z.object({ next: z.enum([...states, "leave", "stopped", "lapsed"]), wasBelow: z.boolean() }),
);

const timesOf = ({ records }: Pick<CaseFile, "records">): readonly Time[] =>
  records.flatMap(({ step, data }) => (step === time.id ? [time.schema.parse(data)] : []));

/** How many times have begun. */
export const timesBegun = (file: Pick<CaseFile, "records">): number => timesOf(file).length;

const decisionsOf = ({ records }: Pick<CaseFile, "records">) =>
  records.flatMap(({ step, data }) => (step === decided.id ? [decided.schema.parse(data)] : []));

/** The time that runs. Throws before the first. */
function timeOf(file: CaseFile): Time {
  const latest = timesOf(file).at(-1);
  if (!latest) throw new Error(`${file.ref}: nobody was accredited`);
  return latest;
}

/** On which day somebody was accredited. */
export const accreditedOn = (file: CaseFile): string | undefined =>
  latestAnswer(file, accreditation)?.values.accreditedOn;

/** Renewals that were granted; a leave is none. */
export const renewalsOf = (file: CaseFile): number => {
  const begun = decisionsOf(file).slice(0, Math.max(0, timesOf(file).length - 1));
  return begun.filter(({ next }) => next !== "leave").length;
};

/**
 * The next time begins with the day after the one before. The k-th ends on the day before the same day k times as many months after
 * the accreditation, or before that month's last day where it has none: always counted from that day, so that a short month shortens
 * no other.
 */
export function beginTime(file: CaseFile): StepResult<"begun" | "stopped" | "lapsed"> {
  const accredited = accreditedOn(file);
  if (accredited === undefined) throw new Error(`${file.ref}: nobody was accredited`);
  const before = timesOf(file);
  const last = before.at(-1);
  const next = last ? (decisionsOf(file).at(-1)?.next ?? "lapsed") : "active";
  if (next === "stopped" || next === "lapsed") return { outcome: next };
  const months = callIn(file).validMonths * (before.length + 1);
  const until = Temporal.PlainDate.from(accredited).add({ months }).subtract({ days: 1 }).toString();
  const from = last ? dayAfter(last.until) : accredited;
  const state = next === "leave" ? (last?.state ?? "active") : next;
  return { outcome: "begun", record: { id: time.id, data: { from, until, state } } };
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** So long before a time ends whoever is accredited is asked what they did in it. */
const askedBefore = 60;

/** A renewal is asked for two months before the time ends, and not before it has begun. */
export const renewalOpens: Due = (file) => {
  const { from, until } = timeOf(file);
  const early = Temporal.PlainDate.from(until).subtract({ days: askedBefore }).toString();
  const [, later] = [early, from].toSorted();
  return iso(vilniusInstant(`${later}T09:00`));
};

/** It can be sent as long as the time runs; whose accreditation was written down late has a month all the same. */
export const renewalCloses: Due = (file, now) => {
  const month = Temporal.PlainDate.from(dayAt(now)).add({ days: 30 }).toString();
  const [, later] = [timeOf(file).until, month].toSorted();
  return iso(vilniusInstant(`${later}T23:59:59`));
};

/** The first instant after the time that runs. */
export const timeEnds: Due = (file) => iso(vilniusInstant(dayAfter(timeOf(file).until)));

/** The schools that somebody names for the time that ends, by the name of their part. */
export const clientsOf = (file: CaseFile) =>
  new Map(
    (latestAnswer(file, renewal)?.values.clients ?? []).map((client, index) => [`c${index + 1}`, client]),
  );

/** Asks each school that was named. */
export function askClients(file: CaseFile): StepResult<"asked" | "nobody"> {
  const parts = [...clientsOf(file).keys()];
  return parts.length > 0 ? { outcome: "asked", parts } : { outcome: "nobody" };
}

/** The marks of the schools that have answered about the time that ends. */
export function marksOf(file: CaseFile): readonly number[] {
  const asked = answersTo(file, renewal).at(-1)?.visit ?? 0;
  return answersTo(file, feedback).flatMap(({ visit, values }) => (visit > asked ? [values.mark] : []));
}

export const countMarks = (_file: CaseFile): StepResult<"counted"> => ({ outcome: "counted" });

/** Is it as much as the call asks? The mean of the schools is looked at only when there are enough of them. */
function isEnough(file: CaseFile): boolean {
  const need = callIn(file).renewal;
  const { hours = 0, mean } = latestAnswer(file, renewalReview)?.values ?? {};
  const marks = marksOf(file).map(hundredths);
  const isLookedAt = marks.length >= need.raters && (marks.length > 0 || mean !== undefined);
  // Sums are compared, and no quotient: a mean of thirds would be one that no number holds.
  const [sum, count] =
    mean === undefined
      ? [marks.reduce((total, mark) => total + mark, 0), marks.length]
      : [hundredths(mean), 1];
  return hours >= need.hours && (!isLookedAt || sum >= hundredths(need.feedback) * count);
}

const hundredths = (value: number): number => Math.round(value * 100);

/** What comes of what was said for the time that ends. It holds from the day after it. */
export function decideRenewal(file: CaseFile): StepResult<"decided"> {
  const before = decisionsOf(file);
  const wasBelow = before.at(-1)?.wasBelow ?? false;
  const said = sayingNow(file);
  switch (said) {
    case "leave": {
      const isSecond = before.some(({ next }) => next === "leave");
      return decision(isSecond ? "lapsed" : "leave", wasBelow);
    }
    case "stopped":
    case "lapsed":
      return decision(said, wasBelow);
    case "reviewed":
      if (isEnough(file)) return decision("active", false);
      return decision(wasBelow ? "lapsed" : "conditional", true);
  }
}

/** What is told of it at once; of an end there is another mail when it comes. */
const tellings = {
  active: "renewed",
  conditional: "renewedConditionally",
  leave: "prolonged",
  stopped: "runsOut",
  lapsed: "runsOut",
} as const;
export const tellingsOfRenewal = [...new Set(Object.values(tellings))];

const decision = (next: keyof typeof tellings, wasBelow: boolean): StepResult<"decided"> => ({
  outcome: "decided",
  record: { id: decided.id, data: { next, wasBelow } },
  tell: [{ role: "applicant", template: tellings[next] }],
});

/** Since which visit of the case the time runs that ends next. */
export const timeBegan = ({ records }: Pick<CaseFile, "records">): number =>
  records.findLast(({ step }) => step === time.id)?.visit ?? 0;

/** What was said since the time that ends has begun. */
function sayingNow(file: CaseFile): "leave" | "stopped" | "lapsed" | "reviewed" {
  const begun = timeBegan(file);
  const said = answersTo(file, renewal).findLast(({ visit }) => visit > begun);
  const reviewed = answersTo(file, renewalReview).findLast(({ visit }) => visit > begun);
  if (!said) return "lapsed";
  if (said.outcome === "stop") return "stopped";
  if (said.outcome === "leave") return "leave";
  // Who was asked once more and stayed silent has said nothing.
  return reviewed && reviewed.visit > said.visit && reviewed.outcome === "confirmed" ? "reviewed" : "lapsed";
}

/** Goes on where a time stood that a word has broken in on: what was decided about it holds. */
export const resume = (file: CaseFile): StepResult<"open" | "decided"> => ({
  outcome: decisionsOf(file).length < timesOf(file).length ? "open" : "decided",
});

/** Nobody has upheld an appeal, or nobody appealed: the certificate goes with the accreditation. */
export function takeBack(file: CaseFile): StepResult<"takenBack"> {
  const said = latestInterruption(file, "revoked");
  const { reason } = revoked.parse(said?.values);
  return { outcome: "takenBack", revokes: { category: "misuse", reason, by: said?.by ?? "" } };
}
const revoked = z.object({ reason: z.string() });

/** The last day of an accreditation that was ended before its time: of whoever stopped that day, of a revocation the day before. */
function cutOn(file: CaseFile): string | undefined {
  const stopped = latestInterruption(file, "stopped");
  if (stopped) return dayAt(stopped.at);
  const ended = latestInterruption(file, "revoked") ?? latestInterruption(file, "cancelled");
  const appealed = latestAnswer(file, revocationAppeal);
  if (!ended || (appealed?.outcome === "upheld" && appealed.at > ended.at)) return undefined;
  return Temporal.PlainDate.from(dayAt(ended.at)).subtract({ days: 1 }).toString();
}

/** Until when somebody is accredited, as far as is known. */
export function accreditedUntil(file: CaseFile): string | undefined {
  const until = timesOf(file).at(-1)?.until;
  const cut = cutOn(file);
  return until !== undefined && cut !== undefined && cut < until ? cut : until;
}

/** The line of the register as it was on a local day: nobody is named who did not agree to it. */
export function stoodOn(file: CaseFile, day: string) {
  const [row] = registeredAs(file);
  const time = timesOf(file).find(({ from, until }) => from <= day && day <= until);
  if (!row || !time || (row.until !== undefined && day > row.until)) return undefined;
  const { from, facts, holder, consent } = row;
  return { from, role: facts.role, state: time.state, name: consent ? holder : undefined };
}

/** What whoever is accredited has put right of what they are called. */
export const correctedIn = (file: CaseFile) => {
  const said = latestInterruption(file, "corrected")?.values;
  return said && correctedOf(said);
};
export const holderOf = (file: CaseFile) => correctedIn(file) ?? applied.parse(file.application);
const corrected = z.object({ fullName: z.string(), municipality: z.string() });
const correctedOf = (said: unknown) => corrected.parse(said);

/** The line of the register. */
export function registeredAs(
  file: CaseFile,
): readonly Registration<Time["state"], "role" | "municipality">[] {
  const from = accreditedOn(file);
  const running = timesOf(file).at(-1);
  if (from === undefined || !running) return [];
  const { fullName, municipality } = holderOf(file);
  return [
    {
      name: "accreditation",
      holder: fullName,
      state: running.state,
      facts: { role: roleOf(file) ?? "", municipality },
      from,
      until: accreditedUntil(file),
      consent: applied.parse(file.application).listed,
    },
  ];
}
