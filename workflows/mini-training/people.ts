import * as z from "zod";
import { delivererOf } from "../blocks/deliverer.ts";
import { staffOf } from "../blocks/staffed.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";

const applied = z.object({ fullName: z.string(), email: z.string() });

/** Who stands behind each role of a school's case. */
export function people(role: Role, file: CaseFile): Person | undefined {
  switch (role) {
    case "applicant": {
      const { fullName, email } = applied.parse(file.application);
      return { name: fullName, email, language: file.language };
    }
    case "trainer":
      return delivererOf(file);
    default:
      return staffOf(role, file);
  }
}
