import * as z from "zod";
import { applicantIn, principalIn } from "../blocks/people.ts";
import { plainReport, reportReview } from "../blocks/report.ts";
import { sharedRows } from "../blocks/sharing.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Language, Person } from "../kernel/case-file.ts";
import { certificate } from "../kernel/certificate.ts";
import { printDay } from "../kernel/facts/print.ts";
import { findTown, seatOf } from "../kernel/facts/towns.ts";
import type { Role } from "../kernel/roles.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type InternBid, internBid, placement } from "./bid.ts";
import { hostAcceptance, hostEvaluation, hostFollowUp, hostingPlan } from "./forms.ts";
import { internshipCall, internshipsOf } from "./internship-call.ts";
import { daysOfStay, labelIn } from "./place.ts";
import { placeIn, stayOf } from "./stay.ts";

const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  schoolCode: z.string().optional(),
  school: z.string(),
  municipality: z.string(),
  town: z.string(),
  rural: z.boolean().optional(),
  experienceYears: z.number().int(),
  principalName: z.string(),
  principalEmail: z.string(),
  shares: z.string(),
  places: z.array(z.string()),
});

/** The call asks for so many years of experience; nobody need be bothered for whoever has fewer. */
export const weighExperience = (file: CaseFile): StepResult<"enough" | "tooFew"> => ({
  outcome:
    applied.parse(file.application).experienceYears >= internshipsOf(file).minimumYears ? "enough" : "tooFew",
});

/** Brings the intern to the matching. */
export function enterMatching(file: CaseFile): StepResult<"entered"> {
  const { fullName, school, municipality, town, experienceYears, shares, places } = applied.parse(
    file.application,
  );
  const found = findTown("LT", town, { municipality });
  const at = found.outcome === "found" ? found.town : seatOf(municipality);
  const bid: InternBid = {
    name: fullName,
    school,
    municipality,
    ...(at ? { at: { latitude: at.latitude, longitude: at.longitude } } : {}),
    years: experienceYears,
    shares,
    wishes: places,
    lost: [],
  };
  return { outcome: "entered", bid };
}

/** The place is lost: the host declined, or it fell away. The matching looks for another among the wishes. */
export function loosePlace(file: CaseFile): StepResult<"loose"> {
  const before = internBid.parse(file.entry?.bid);
  const place = placeIn(file)?.id;
  return {
    outcome: "loose",
    bid: { ...before, lost: place === undefined ? before.lost : [...before.lost, place] },
    tell: [
      { role: "applicant", template: "placeLost" },
      // A school that has declined knows.
      ...(hasAccepted(file) ? [{ role: "host" as const, template: "hostReleased" }] : []),
    ],
  };
}

const hasAccepted = (file: CaseFile): boolean => {
  const said = file.answers
    .filter(({ form }) => form === hostAcceptance.id || form === hostFollowUp.id)
    .toSorted((a, b) => a.visit - b.visit)
    .at(-1)?.outcome;
  return said === "accepted" || said === "otherDays";
};

/** What the hosting plan becomes: a place in the register, with the intern as its contact. */
export function givePlace(file: CaseFile): StepResult<"given"> {
  const answer = latestAnswer(file, hostingPlan);
  if (!answer) throw new Error(`${file.ref}: no hosting plan`);
  const { organises: _organises, ...place } = answer.values;
  const { fullName, email, schoolCode, school, municipality, town, rural } = applied.parse(file.application);
  const known = {
    ...(schoolCode === undefined ? {} : { schoolCode }),
    ...(rural === undefined ? {} : { rural }),
  };
  return {
    outcome: "given",
    gives: {
      callId: internshipsOf(file).parent.callId,
      process: "national-internship-place",
      application: { fullName, email, ...known, school, municipality, town, ...place },
    },
  };
}

/** Certifies the days that the host confirmed, of whoever has shared something too [programme, section 2: the intern teaches]. */
export function issueCertificate(file: CaseFile): StepResult<"issued" | "noSession"> {
  const { daysMissed = 0, sessionHeld } = latestAnswer(file, hostEvaluation)?.values ?? {};
  if (sessionHeld !== true) return { outcome: "noSession" };
  const { school, town, starts, ends } = stayOf(file);
  const days = Math.max(0, daysOfStay(stayOf(file)).length - daysMissed);
  const says = {
    holder: applied.parse(file.application).fullName,
    institution: school,
    town,
    starts,
    ends,
    days,
    hours: days * internshipsOf(file).hoursPerDay,
  };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}

/** What the intern made to teach with, for the library, once the report is accepted. */
export const materialsOf = (file: CaseFile) =>
  latestAnswer(file, reportReview)?.outcome === "accepted"
    ? sharedRows(latestAnswer(file, plainReport), applied.parse(file.application).fullName)
    : [];

/** Who stands behind each role of an intern's case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "principal":
      return principalIn(file);
    case "host":
      return placeIn(file)?.contact;
    case "coordinator":
    case "agency":
      return staffOf(role, file);
    default:
      return undefined;
  }
}

/** What the words of an intern's road may name; the wishes with what came of each, in the words of the process. */
export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  const place = placeIn(file);
  const { places = [], minimumYears = "–" } = internshipCall.safeParse(file.call).data ?? {};
  const outcomes = (placement.safeParse(file.entry?.decision).data?.wishes ?? []).map(
    ({ place: id, outcome }) => {
      const wanted = places.find((candidate) => candidate.id === id);
      return `${wanted ? labelIn(wanted, language) : "–"}: ${explained[language][outcome]}`;
    },
  );
  return {
    hostSaid: latestAnswer(file, hostAcceptance)?.outcome ?? "silent",
    minimumYears,
    wishes: outcomes.join("\n"),
    host: place?.school ?? "",
    method: place?.method ?? "",
    town: place?.town ?? "",
    from: place ? printDay(place.starts, language) : "",
    to: place ? printDay(place.ends, language) : "",
  };
}

const explained = {
  lt: {
    matched: "ši vieta skirta jums",
    others: "visas vietas gavo stažuotojai, kurie priimančiosios mokyklos eilėje aukščiau",
    excluded:
      "jums ši vieta negalima: dėl interesų konflikto, mokyklos atsakymo arba todėl, kad vietos nebėra",
    unneeded: "neprireikė, nes skirta pirmiau nurodyta vieta",
  },
  en: {
    matched: "this place is yours",
    others: "all its places went to interns who stand higher in the host’s order",
    excluded: "you cannot come here: a conflict of interest, the school’s answer, or the place is no more",
    unneeded: "not needed, because you have a place that you named before it",
  },
} as const;
