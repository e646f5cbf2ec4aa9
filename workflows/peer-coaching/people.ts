import * as z from "zod";
import { staffOf } from "../blocks/staffed.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";

const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  principalName: z.string(),
  principalEmail: z.string(),
});

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
      return coachOf(file);
    case "principal": {
      const { principalName, principalEmail } = applied.parse(file.application);
      return { name: principalName, email: principalEmail, language: "lt" };
    }
    default:
      return staffOf(role, file);
  }
}
