import * as z from "zod";
import { bookingOf } from "../blocks/booking.ts";
import { offerRoad } from "../blocks/offer.ts";
import { applicantIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import { compareByCodePoint } from "../kernel/code-point.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Role, RoleSaid } from "../kernel/roles.ts";
import { storedScore } from "../kernel/score.ts";
import { bidOf } from "../kernel/selection/bid.ts";
import type { Decision } from "../kernel/selection/decision.ts";
import { byName, earliest, highest } from "../kernel/selection/keys.ts";
import { places, selects, type Terms } from "../kernel/selection/selection.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type Call, callIn, partsOfCall, slots } from "./call.ts";
import { appliedIn, interview, placement, work } from "./forms.ts";

/** An applicant's subject and the first of the municipalities that count. */
const wishesOf = (wants: readonly string[], { choices }: Pick<Call, "choices">) => wants.slice(0, choices);

/** Diploma and need, from what the call says [12.1]. */
export function weighDiploma(file: CaseFile): StepResult<"eligible" | "ineligible" | "noNeed"> {
  const { diploma, credits, subject, wants } = appliedIn(file);
  const { minimumCredits, need, ...call } = callIn(file);
  if (!diploma || credits < minimumCredits) return { outcome: "ineligible" };
  const wished = wishesOf(wants, call);
  const isNeeded = need.some(
    (one) => one.subject === subject && one.vacancies > 0 && wished.includes(one.municipality),
  );
  return { outcome: isNeeded ? "eligible" : "noNeed" };
}

/** The interview is booked among the times of the call [12.2]; whoever interviews is asked when it is over: an hour after it began. */
export const appointment = bookingOf(slots, { hours: 1 });
export const { slotOf } = appointment;

/** Interviews somebody, and says afterwards what they think. */
export const interviewer: RoleSaid = {
  comes: "link",
  sees: { person: true, application: "butAccount", answersOf: [], score: false },
  isWrittenDown: true,
};
/** Where somebody studies. */
export const university: RoleSaid = {
  comes: "link",
  sees: { person: true, application: "butAccount", answersOf: ["university", "coordinator"], score: false },
  readBy: ["applicant", "finance"],
  isWrittenDown: true,
};
/** Where somebody works. */
export const school: RoleSaid = {
  comes: "link",
  sees: { person: true, application: "nothing", answersOf: [], sinceAsked: true, score: false },
  readBy: ["applicant"],
  isWrittenDown: true,
};

/** The schools that were named for a year, by the name of their part. */
export const schoolsOf = (file: CaseFile) =>
  new Map((latestAnswer(file, work)?.values.schools ?? []).map((one, index) => [`s${index + 1}`, one]));

/** The one whose time it is, and whoever stands next in the call's list. */
function interviewerOf(file: CaseFile, part: string | undefined): Person | undefined {
  const { interviewers = [] } = partsOfCall(file);
  const first = interviewers.findIndex(({ name }) => name === slotOf(file)?.by);
  return interviewers[
    part === "second" ? (first + 1) % Math.max(1, interviewers.length) : Math.max(0, first)
  ];
}

export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  const contactOf = (said: { contactName: string; contactEmail: string } | undefined): Person | undefined =>
    said && { name: said.contactName, email: said.contactEmail, language: "lt" };
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "interviewer":
      return interviewerOf(file, part);
    case "university":
      return contactOf(latestAnswer(file, placement)?.values);
    case "school":
      return contactOf(schoolsOf(file).get(part ?? ""));
    default:
      return staffOf(role, file);
  }
}

/** What an applicant brings to the ranking. The score in the unit of kernel/score. */
const bid = bidOf({
  score: z.number().int(),
  applicant: z.string(),
  submittedAt: z.string(),
  subject: z.string(),
  wants: z.array(z.string()),
  elsewhere: z.boolean(),
});
export type Bid = z.infer<typeof bid>;

/** What both have given, as one score: six marks of at most two decimals make whole units. */
const scored = defineRecord("interviewed", z.object({ score: z.number().int() }));

/** Two who interviewed score by three criteria each; the mean of all six counts [12.2]. */
export function weighInterview(file: CaseFile): StepResult<"scored" | "noShow" | "missing"> {
  const since = appointment.settledIn(file);
  const given = answersTo(file, interview).filter(({ visit }) => visit > since);
  if (given.some(({ outcome }) => outcome === "noShow")) return { outcome: "noShow" };
  const marks = ["first", "second"].flatMap((part) => {
    const { subject, pupils, motivation } = given.findLast((one) => one.part === part)?.values ?? {};
    return [subject, pupils, motivation].flatMap((mark) => (mark === undefined ? [] : [mark]));
  });
  if (marks.length < 6) return { outcome: "missing" };
  const score = storedScore(marks.reduce((sum, mark) => sum + Math.round(mark * 100), 0));
  const { fullName, subject, wants, elsewhere } = appliedIn(file);
  const brought: Bid = {
    ...{ score, applicant: fullName, submittedAt: file.submittedAt, subject, elsewhere },
    wants: wishesOf(wants, callIn(file)),
  };
  return { outcome: "scored", record: { id: scored.id, data: { score } }, bid: brought };
}

/** Of a subject there are as many places as the call says, and at most as many as are needed [12.3]. */
export function vacantIn({ need, places: most }: Pick<Call, "need" | "places">): Terms["places"] {
  const vacant = (subject: string) =>
    need.reduce((sum, one) => (one.subject === subject ? sum + one.vacancies : sum), 0);
  return Object.fromEntries(
    Object.entries(most).map(([subject, count]) => [subject, Math.min(count, vacant(subject))]),
  );
}

function terms(said: Readonly<Record<string, unknown>>): Terms {
  const call = callIn({ call: said });
  const { closesAt, minimumScore, offerDays, lastOfferDate } = call;
  return { closesAt, minimumScore, offerDays, lastOfferDate, places: vacantIn(call) };
}

/** Places go by score over all subjects, each of the own subject; then practice schools along the same order. */
export const selection = selects<Bid>({
  bid,
  order: [
    highest("score", "score", ({ score }) => score),
    earliest("submittedAt", ({ submittedAt }) => submittedAt),
    byName("applicant", ({ applicant }) => applicant),
  ],
  award: places({ named: "subject", list: "subjects", wants: ({ subject }) => [subject] }),
  terms,
  weighing: "weighing",
  offers: { ...offerRoad, givenBack: ["declined", "withdrawn", "cancelled"] },
  handsOn: "mornings",
  deals: (taken, said) => practiceSchools(taken, callIn({ call: said }).need),
  publishes: ["score", "submittedAt", "subject", "wants", "elsewhere"],
});

/** What the call has decided about a case. */
export const decisionOn = ({ entry }: Pick<CaseFile, "entry">): Decision | undefined =>
  selection.decisionIn(entry?.decision);

/**
 * Where each of those who accepted practises, along the order: first whoever finds a vacancy among the own wishes; then those left are
 * each offered the municipality with most vacancies of the subject, which whoever goes elsewhere takes [12.4].
 */
function practiceSchools(
  taken: readonly { readonly ref: string; readonly bid: Pick<Bid, "subject" | "wants" | "elsewhere"> }[],
  need: Call["need"],
): ReadonlyMap<string, string> {
  const dealt = new Map<string, string>();
  const left = need.map((one) => ({ ...one }));
  const take = (ref: string, vacancy: (typeof left)[number] | undefined) => {
    if (!vacancy) return;
    vacancy.vacancies -= 1;
    dealt.set(ref, vacancy.municipality);
  };
  const free = (subject: string) => left.filter((one) => one.subject === subject && one.vacancies > 0);
  for (const {
    ref,
    bid: { subject, wants },
  } of taken) {
    const open = free(subject);
    const wish = wants.find((municipality) => open.some((one) => one.municipality === municipality));
    take(
      ref,
      open.find((one) => one.municipality === wish),
    );
  }
  for (const {
    ref,
    bid: { subject, elsewhere },
  } of taken) {
    if (dealt.has(ref) || !elsewhere) continue;
    const [most] = free(subject).toSorted(
      (a, b) => b.vacancies - a.vacancies || compareByCodePoint(a.municipality, b.municipality),
    );
    take(ref, most);
  }
  return dealt;
}
