import { Temporal } from "temporal-polyfill";
import { appealDecider, appealRules } from "../blocks/appeal.ts";
import { applicantIn, principalIn } from "../blocks/people.ts";
import { panel } from "../blocks/review/panel.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord, type Person } from "../kernel/case-file.ts";
import { workingDays } from "../kernel/duration.ts";
import { deadline } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Role, RoleSaid } from "../kernel/roles.ts";
import type { Due } from "../kernel/states.ts";
import { assignment } from "./forms.ts";
import { clientsOf, correctedIn } from "./standing.ts";

/**
 * A school for which somebody works, on trial or once they are accredited. What another thinks of them it is not shown: each was told
 * that the coordinator alone reads its mark.
 */
export const client: RoleSaid = {
  comes: "link",
  sees: { person: true, application: "shown", answersOf: [], score: false },
  isWrittenDown: true,
};

/** Within so many working days a revocation can be appealed against, where the call says nothing. */
const appealDaysUnsaid = 10;

export const revocationAppealCloses: Due = (file, now) => {
  const { appealDays = appealDaysUnsaid } = appealRules.parse(file.call);
  const since = latestInterruption(file, "revoked")?.at ?? now;
  return iso(deadline(workingDays(appealDays), Temporal.Instant.from(since)));
};

/** Who stands behind each role of a case; `part` is one of the schools that somebody names for a renewal. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  switch (role) {
    case "applicant": {
      const applicant = applicantIn(file);
      return applicant && { ...applicant, name: correctedIn(file)?.fullName ?? applicant.name };
    }
    case "principal":
      return principalIn(file);
    case "reviewer":
      return latestRecord(file, panel)?.find((reviewer) => reviewer.part === part);
    case "client": {
      const said = part === undefined ? latestAnswer(file, assignment)?.values : clientsOf(file).get(part);
      return said && { name: said.contactName, email: said.contactEmail, language: "lt" };
    }
    case "appeals": {
      const involved = ["coordinator", "agency"].flatMap((one) => staffOf(one, file)?.email ?? []);
      return appealDecider(file, involved) ?? staffOf("commission", file);
    }
    default:
      return staffOf(role, file);
  }
}
