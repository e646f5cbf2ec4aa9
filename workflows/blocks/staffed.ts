import * as z from "zod";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";

const contact = z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) });
const staffed = z.object({ staff: z.record(z.string(), contact) });

/** Who stands behind a role of a call: its staff; applicants stand behind their own cases. */
export const staffOf = (role: Role, { call }: CaseFile): Person | undefined =>
  staffed.parse(call).staff[role];
