import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { appealDecider } from "../blocks/appeal.ts";
import { journey } from "../blocks/journey.ts";
import { participant, participantOf } from "../blocks/participant.ts";
import { applicantIn, principalIn } from "../blocks/people.ts";
import { panel, scored, weighReviews } from "../blocks/review/panel.ts";
import { sharedRows } from "../blocks/sharing.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, callOf, latestRecord, type Person } from "../kernel/case-file.ts";
import { type Certified, certificate } from "../kernel/certificate.ts";
import type { Role } from "../kernel/roles.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { foreignInternshipCall } from "./call.ts";
import { attendance, dissemination } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { owedCents } from "./ledger.ts";
import { highestGrants } from "./money.ts";
import { type Bid, countryOf } from "./selection.ts";

const hostsOf = ({ call }: Pick<CaseFile, "call">) => foreignInternshipCall.safeParse(call).data?.hosts;

/** Who stands behind each role of a case. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  switch (role) {
    case "applicant": {
      const { fullName, email } = latestRecord(file, participant) ?? {};
      return fullName && email ? { name: fullName, email, language: file.language } : applicantIn(file);
    }
    case "principal":
      return principalIn(file);
    case "reviewer":
      return latestRecord(file, panel)?.find((reviewer) => reviewer.part === part);
    case "host":
      return latestRecord(file, journey)?.contact ?? hostsOf(file)?.[countryOf(file) ?? ""]?.contact;
    case "appeals": {
      const rankers = ["coordinator", "commission"].flatMap((one) => staffOf(one, file) ?? []);
      const involved = [...rankers, ...(latestRecord(file, panel) ?? [])].map(({ email }) => email);
      return appealDecider(file, involved) ?? staffOf("agency", file);
    }
    default:
      return staffOf(role, file);
  }
}

const applied = z.object({
  fullName: z.string(),
  travelledBefore: z.boolean(),
  /** Of a school that stands in no list nobody knows it, until the coordinator puts it in. */
  rural: z.boolean().default(false),
  countries: z.array(z.string()),
});

/** Weighs the reviews; a case with a score brings it to the ranking with all that a tie is broken by. */
export function weighForRanking(file: CaseFile): StepResult<"scored" | "more"> {
  const weighed = weighReviews(file);
  if (weighed.outcome === "more") return weighed;
  const { score, criteria } = scored.schema.parse(weighed.record?.data);
  const { fullName, travelledBefore, rural, countries } = applied.parse(file.application);
  const cents = highestGrants(file, countries);
  const brought: Bid = {
    score,
    applicant: fullName,
    travelledBefore,
    rural,
    submittedAt: file.submittedAt,
    preferences: countries,
    ...(criteria ? { criteria } : {}),
    ...(cents ? { cents } : {}),
  };
  return { ...weighed, bid: brought };
}

/**
 * Certifies whoever took part, by the days that the host confirmed; certified again, it says the same. Whoever went
 * first may still owe what was paid in advance; the certificate does not wait for it.
 */
export function issueCertificate(file: CaseFile): StepResult<"issued" | "owing"> {
  const says = latestRecord(file, certificate) ?? whatWasDone(file);
  const outcome = owedCents(file) > 0 ? "owing" : "issued";
  return { outcome, record: { id: certificate.id, data: says }, certificate: says };
}

const certifying = z.object({ hoursPerDay: z.number().optional() });

function whatWasDone(file: CaseFile): Certified {
  const { institution, town, country, starts, ends } = hostOf(file);
  const missed = latestAnswer(file, attendance)?.values.daysMissed ?? 0;
  const days = Math.max(0, Temporal.PlainDate.from(starts).until(ends).days + 1 - missed);
  const { hoursPerDay } = callOf(file, certifying);
  const hours = hoursPerDay === undefined ? {} : { hours: days * hoursPerDay };
  const holder = participantOf(file).fullName;
  return { holder, institution, town, country, starts, ends, days, ...hours };
}

/** What whoever took part wrote of it, for the library. */
export const publicationOf = (file: CaseFile) =>
  sharedRows(latestAnswer(file, dissemination), participantOf(file).fullName);
