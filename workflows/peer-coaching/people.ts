import * as z from "zod";
import { applicantIn, principalIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";

const applied = z.object({ fullName: z.string(), email: z.string() });

/** The candidate, who is the coach. */
export function coachOf(file: CaseFile): Person {
  const { fullName, email } = applied.parse(file.application);
  return { name: fullName, email, language: file.language };
}

/** Who stands behind each role of a coach's case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  switch (role) {
    case "applicant":
    case "coach":
      return applicantIn(file);
    case "principal":
      return principalIn(file);
    default:
      return staffOf(role, file);
  }
}
