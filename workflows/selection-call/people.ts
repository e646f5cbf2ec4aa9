import * as z from "zod";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/process.ts";

const contact = z.object({ name: z.string(), email: z.string(), language: z.enum(["lt", "en"]) });
const staffed = z.object({ staff: z.record(z.string(), contact) });

/** A call has staff only; its applicants stand behind their own cases. */
export const people = (role: Role, file: CaseFile): Person | undefined =>
  staffed.parse(file.call).staff[role];
