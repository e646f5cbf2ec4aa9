import * as z from "zod";
import { appealDecider } from "../blocks/appeal.ts";
import { journey } from "../blocks/journey.ts";
import { participantOf } from "../blocks/participant.ts";
import { panel } from "../blocks/review/panel.ts";
import { staffOf } from "../blocks/staffed.ts";
import { type CaseFile, latestRecord, type Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";
import { foreignInternshipCall } from "./call.ts";
import { decisionOn } from "./selection.ts";

const applied = z.object({
  principalName: z.string(),
  principalEmail: z.string(),
});

/** Who stands behind each role of a case. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  const call = () => foreignInternshipCall.parse(file.call);
  switch (role) {
    case "applicant": {
      const { fullName, email } = participantOf(file);
      return { name: fullName, email, language: file.language };
    }
    case "principal": {
      const { principalName, principalEmail } = applied.parse(file.application);
      return { name: principalName, email: principalEmail, language: "lt" };
    }
    case "reviewer":
      return latestRecord(file, panel)?.find((reviewer) => reviewer.part === part);
    case "host":
      return latestRecord(file, journey)?.contact ?? call().hosts[countryOf(file) ?? ""]?.contact;
    case "appeals": {
      const { coordinator, commission, agency } = call().staff;
      const reviewers = latestRecord(file, panel) ?? [];
      const involved = [coordinator, commission, ...reviewers].map(({ email }) => email);
      return appealDecider(file, involved) ?? agency;
    }
    default:
      return staffOf(role, file);
  }
}

/** The country of the place that the case was offered. */
export const countryOf = (file: CaseFile): string | undefined => decisionOn(file)?.share;
