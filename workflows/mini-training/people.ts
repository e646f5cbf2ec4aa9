import { delivererOf } from "../blocks/deliverer.ts";
import { applicantIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";

/** Who stands behind each role of a school's case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "trainer":
      return delivererOf(file);
    default:
      return staffOf(role, file);
  }
}
