import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { drawn } from "../blocks/lot.ts";
import { applicantIn } from "../blocks/people.ts";
import type { Duty } from "../blocks/series/duty.ts";
import { dutyOf } from "../blocks/series/duty.ts";
import { saysToReturn } from "../blocks/settlement.ts";
import { sharedRows } from "../blocks/sharing.ts";
import { staffOf } from "../blocks/staffed.ts";
import type { Anonymous } from "../kernel/anonymous.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord, type Person } from "../kernel/case-file.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt } from "../kernel/facts/ends.ts";
import { findMunicipality } from "../kernel/facts/gazetteer.ts";
import { iso } from "../kernel/facts/instants.ts";
import { registers } from "../kernel/open.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Role, RoleSaid } from "../kernel/roles.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import type { Says } from "../kernel/told.ts";
import { bidIn, type Decided, decidedIn, type Offer, partsOfCall, rulesOf, type Wish } from "./call.ts";
import * as forms from "./forms.ts";
import { appliedIn, saidIn } from "./forms.ts";

const asked = { person: true, application: "butAccount", score: false } as const;
/** Judges a creator by what they offer; who it was is told nobody outside. */
const assessor: RoleSaid = { comes: "link", sees: { ...asked, answersOf: [] }, isSecret: true };
/** Works with the school whose case it is; so do the school's teacher, and the keeper of the place where they meet. */
const beside: RoleSaid = {
  comes: "link",
  sees: { ...asked, answersOf: ["applicant", "creator", "venue", "teacher"] },
  readBy: ["applicant", "creator", "finance"],
  isWrittenDown: true,
};
export const roles = { assessor, creator: beside, venue: beside, teacher: beside } as const;

const inLithuanian = (name: string, email: string): Person => ({ name, email, language: "lt" });

/** Two of the call's assessors, drawn by the case, who are not the creator. */
function assessorOf(file: CaseFile, part: string | undefined): Person | undefined {
  const own = applicantIn(file)?.email.toLowerCase();
  const { assessors = [] } = partsOfCall(file.call).rules ?? {};
  const all = assessors.filter(({ email }) => email.toLowerCase() !== own);
  const found = all[(drawn(file.ref) + (part === "second" ? 1 : 0)) % Math.max(1, all.length)];
  return found && { ...found, language: found.language ?? "lt" };
}

export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  const planned = latestAnswer(file, forms.plan)?.values;
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "assessor":
      return assessorOf(file, part);
    case "creator":
      return decidedIn(file)?.creator?.contact;
    case "venue":
      return planned?.venueEmail === undefined
        ? undefined
        : inLithuanian(planned.venueKeeper ?? "", planned.venueEmail);
    case "teacher":
      return planned && inLithuanian(planned.teacherName, planned.teacherEmail);
    default:
      return staffOf(role, file);
  }
}

/** Creators are assessed before the coordinator decides. */
export const tellKind = (file: CaseFile): StepResult<"creates" | "wishes"> => ({
  outcome: appliedIn(file).kind,
});

export const goOnToApproval = (): StepResult<"assessed"> => ({ outcome: "assessed" });

/** A municipality by its own name, however a list or somebody has written it. */
const nameOf = (said: string): string => findMunicipality(said)?.name ?? said;

/** Who was approved is there to be paired. */
export function enterPool(file: CaseFile): StepResult<"pool" | "waits"> {
  const { kind, fullName, email, fields, order, ...said } = appliedIn(file);
  const both = { fields, order: order.map(({ name }) => name) };
  if (kind === "creates") {
    const { creator: name = fullName, capacity } = said;
    const municipalities = said.municipalities.map(nameOf);
    const contact = { name: fullName, email, language: file.language };
    return {
      outcome: "pool",
      bid: { kind, name, contact, municipalities, capacity, ...both } satisfies Offer,
    };
  }
  const { school: name = "", rural, pupils, sessions } = said;
  const municipality = nameOf(said.municipality);
  const bid = { kind, name, municipality, rural, pupils, sessions, ...both } satisfies Wish;
  return { outcome: "waits", bid };
}

/** What the call has decided meanwhile. */
export function turn(file: CaseFile): StepResult<Exclude<Decided["kind"], "kept">> {
  const { kind = "waiting" } = decidedIn(file) ?? {};
  return { outcome: kind === "kept" ? "waiting" : kind };
}

/** Both have until the end of the day on which `acceptDays` are over [7.6]. */
export const acceptDue: Due = (file, now) =>
  iso(vilniusInstant(`${dayAfter(dayAt(decidedIn(file)?.on ?? now), rulesOf(file).acceptDays)}T23:59:59`));

/** Both have answered, or time is up: a pair is agreed at once, and of any other the call decides in the morning [7.6]. */
export function weighConsent(file: CaseFile): StepResult<"agreed" | "unsettled"> {
  const { on = "" } = decidedIn(file) ?? {};
  const given = answersTo(file, forms.consent).filter(({ at }) => at >= on);
  const of = (part: string) => given.findLast((one) => one.part === part)?.outcome;
  const said = { on, school: of("school"), creator: of("creator") };
  const own = bidIn(file);
  if (own?.kind !== "wishes") throw new Error(`${file.ref}: no school was asked`);
  const isAgreed = said.school === "accepted" && said.creator === "accepted";
  return { outcome: isAgreed ? "agreed" : "unsettled", bid: { ...own, said } satisfies Wish };
}

export const weighVenue = (file: CaseFile): StepResult<"venue" | "none"> => ({
  outcome: latestAnswer(file, forms.plan)?.values.venueName === undefined ? "none" : "venue",
});

/** The sessions of the plan that holds. */
export const sessionsOf = (file: CaseFile): readonly Duty[] =>
  (latestAnswer(file, forms.plan)?.values.days ?? []).map(({ on }, index) => ({
    number: String(index + 1),
    on,
  }));

/** Sessions that were held: as the teacher says, or where no teacher does, as the creator does. What was to come when it was broken off was not. */
export function heldIn(file: CaseFile): number {
  const begun = file.records.filter(({ step }) => step === "duty").map(({ visit }) => visit);
  const within = (from: number, index: number) => (one: { readonly visit: number }) =>
    one.visit > from && one.visit < (begun[index + 1] ?? Number.POSITIVE_INFINITY);
  return begun.filter((from, index) => {
    const is = within(from, index);
    const [confirmed] = answersTo(file, forms.sessionConfirmation).filter(is);
    const [written] = answersTo(file, forms.sessionDiary).filter(is);
    return (confirmed ?? written)?.outcome === "held";
  }).length;
}

/** Until when pupils may answer: so many days after the last session. */
const surveyed = defineRecord("surveyed", z.object({ opensAt: z.string(), closesAt: z.string() }));

export function beginSurvey(file: CaseFile, now: string): StepResult<"begun"> {
  const last = dayAfter(dayAt(now), rulesOf(file).feedbackDays);
  const closesAt = iso(vilniusInstant(`${last}T23:59:59`));
  return { outcome: "begun", record: { id: surveyed.id, data: { opensAt: now, closesAt } } };
}

const closing = (file: CaseFile, now: string): string => latestRecord(file, surveyed)?.closesAt ?? now;
/** A second after the last instant, and when no answer is under way any more. */
export const surveyEnds: Due = (file, now) =>
  iso(Temporal.Instant.from(closing(file, now)).add({ seconds: 1 }));
export const surveyOver: Due = (file, now) =>
  iso(Temporal.Instant.from(closing(file, now)).add({ minutes: 1, seconds: 1 }));

export const closeSurvey = (): StepResult<"untied"> => ({ outcome: "untied", unties: true });

/** How many pupils answered, and how many of them would like to go on. */
const heard = defineRecord("feedback", z.object({ answered: z.number(), positive: z.number() }));

export function countFeedback(file: CaseFile): StepResult<"missed" | "held"> {
  const answers = file.heard?.answers ?? [];
  const positive = answers.filter(({ values }) => (values.again ?? 0) >= 3).length;
  return {
    outcome: heldIn(file) < appliedIn(file).sessions ? "missed" : "held",
    record: { id: heard.id, data: { answered: answers.length, positive } },
  };
}

/** Half up; nothing where too few have answered, or nobody [7.9]. */
export function feedbackPercent(file: CaseFile): number | undefined {
  const { answered, positive } = latestRecord(file, heard) ?? { answered: 0, positive: 0 };
  if (answered === 0 || answered < rulesOf(file).feedbackMinimum) return undefined;
  return Math.floor((200 * positive + answered) / (2 * answered));
}

const scale = { from: 1, to: 4 } as const;
/** Pupils are asked by slips, and nobody knows by whom which was filled in. */
export const anonymous: Anonymous = {
  of: "case",
  asked: (file) => {
    const times = latestRecord(file, surveyed);
    return (
      times && {
        ...times,
        title: { lt: "Kūrybinė partnerystė: ką manai?", en: "Creative partnership: what do you think?" },
        items: [
          {
            id: "liked",
            ...scale,
            text: { lt: "Ar tau patiko šie užsiėmimai?", en: "Did you like these sessions?" },
          },
          {
            id: "learned",
            ...scale,
            text: { lt: "Ar išmokai ko nors naujo?", en: "Did you learn anything new?" },
          },
          {
            id: "again",
            ...scale,
            text: { lt: "Ar norėtum tokių užsiėmimų dar?", en: "Would you like more of them?" },
          },
        ],
        ends: { from: { lt: "visai ne", en: "not at all" }, to: { lt: "labai", en: "very much" } },
      }
    );
  },
  places: () => [pupils],
  codesOf: (file) =>
    isSurveyed(file) ? [{ ...pupils, codes: latestAnswer(file, forms.plan)?.values.participants ?? 0 }] : [],
};
export const pupils = { school: "school", group: "pupils" } as const;
const isSurveyed = (file: CaseFile): boolean =>
  file.entry?.state === "feedback" && latestRecord(file, surveyed) !== undefined;

/** So many days both have for what they have made [7.10]. */
export const resultDue: Due = (file, now) =>
  iso(vilniusInstant(`${dayAfter(dayAt(now), rulesOf(file).resultDays)}T23:59:59`));

const isShared = (file: CaseFile): boolean => latestAnswer(file, forms.result) !== undefined;

/** How the road ends. */
export const leadTo = (file: CaseFile): StepResult<"completed" | "unshared" | "stopped"> => ({
  outcome: latestInterruption(file, "stopped") ? "stopped" : isShared(file) ? "completed" : "unshared",
});

/** What the library has of it: under the names of both. */
export const publicationOf = (file: CaseFile) =>
  sharedRows(
    latestAnswer(file, forms.result),
    [saidIn(file).school, decidedIn(file)?.creator?.name].filter((one) => one !== undefined).join(", "),
  );

/** Creators and schools in the pool, so that each side knows whom it may name. */
const pool = (kind: "creates" | "wishes") =>
  registers({
    states: ["open"],
    facts: ["fields", "municipalities"],
    rows: (file) => {
      const own = file.entry?.ended ? undefined : bidIn(file);
      if (own?.kind !== kind || decidedIn(file)) return [];
      const where = own.kind === "creates" ? own.municipalities : [own.municipality];
      return [
        {
          name: own.kind,
          holder: own.name,
          state: "open",
          facts: { fields: own.fields.join(", "), municipalities: where.join(", ") },
          from: dayAt(file.submittedAt),
          consent: true,
        },
      ];
    },
  });
export const pools = { creators: pool("creates"), wishes: pool("wishes") };

const dash = "–";
/** What the words may name. */
export function says(file: CaseFile): Says {
  const { school = dash, creator = saidIn(file).fullName ?? dash } = saidIn(file);
  const planned = latestAnswer(file, forms.plan)?.values;
  const survey = latestRecord(file, surveyed);
  return {
    school,
    creator: decidedIn(file)?.creator?.name ?? creator,
    place: planned?.venueName ?? planned?.place ?? dash,
    until: survey ? { at: survey.closesAt } : dash,
    session: file.records.some(({ step }) => step === "duty") ? dutyOf(file, "session").number : dash,
    held: heldIn(file),
    partnerships: decidedIn(file)?.partnerships ?? 0,
    ...saysToReturn(file),
  };
}
