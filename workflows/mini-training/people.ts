import * as z from "zod";
import { delivererOf } from "../blocks/deliverer.ts";
import { type CaseFile, callOf, type Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";
import { miniTrainingCall } from "./call.ts";

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
    case "coordinator":
    case "agency":
    case "finance":
      return callOf(file, miniTrainingCall).staff[role];
    default:
      return undefined;
  }
}
