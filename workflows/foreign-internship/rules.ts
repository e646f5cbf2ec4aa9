import * as z from "zod";
import { scored, weighReviews } from "../blocks/review.ts";
import type { Bid } from "../blocks/selection.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/process.ts";
import { defineRecord } from "../kernel/record.ts";
import { owedCents } from "./ledger.ts";
import { highestGrants } from "./money.ts";

const applied = z.object({
  fullName: z.string(),
  travelledBefore: z.boolean(),
  rural: z.boolean(),
  countries: z.array(z.string()),
});

/** Weighs the reviews; a case with a score brings it to the ranking with all that a tie is broken by. */
export function weighForRanking(file: CaseFile): StepResult<"scored" | "more"> {
  const weighed = weighReviews(file);
  if (weighed.outcome === "more") return weighed;
  const { score } = scored.schema.parse(weighed.record?.data);
  const { fullName, travelledBefore, rural, countries } = applied.parse(file.application);
  const cents = highestGrants(file, countries);
  const brought: Bid = {
    score,
    applicant: fullName,
    travelledBefore,
    rural,
    submittedAt: file.submittedAt,
    preferences: countries,
    ...(cents ? { cents } : {}),
  };
  return { ...weighed, bid: brought };
}

/** The certificate's number; the document itself is made from the record. */
const certificate = defineRecord("certificate", z.object({ number: z.string(), issuedAt: z.string() }));

/**
 * A number that says year and case, the same each time it is worked out. Whoever went first may still owe what was paid
 * in advance; the certificate does not wait for it.
 */
export function issueCertificate(file: CaseFile, now: string): StepResult<"issued" | "owing"> {
  const known = latestRecord(file, certificate);
  const number = `KEL-${now.slice(0, 4)}-${file.ref.slice(file.ref.indexOf("#") + 1, -12).toUpperCase()}`;
  const outcome = owedCents(file) > 0 ? "owing" : "issued";
  return { outcome, record: { id: certificate.id, data: known ?? { number, issuedAt: now } } };
}
