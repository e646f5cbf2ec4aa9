import * as z from "zod";
import type { CaseFile, Person } from "../../kernel/case-file.ts";
import type { Role } from "../../kernel/process.ts";

const applied = z.object({ fullName: z.string(), email: z.string() });
const contact = z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) });
const staffed = z.object({ staff: z.record(z.string(), contact) });

/** The participant, and those whom the group has. */
export function people(role: Role, file: CaseFile): Person | undefined {
  if (role !== "applicant") return staffed.parse(file.call).staff[role];
  const { fullName, email } = applied.parse(file.application);
  return { name: fullName, email, language: file.language };
}
