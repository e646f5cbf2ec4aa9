import * as z from "zod";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import { contact, knownContact } from "../kernel/contact.ts";
import type { Role } from "../kernel/roles.ts";

/** Who works on a call that pays somebody; an auditor reads everything of it, and says what its process lets it say. */
export const payingStaff = z.strictObject({
  coordinator: contact,
  agency: contact,
  finance: contact,
  auditor: contact.optional(),
});

const staffed = z.object({ staff: z.record(z.string(), knownContact) });

/** Who stands behind a role of a call: its staff, where it says so; applicants stand behind their own cases. */
export const staffOf = (role: Role, { call }: Pick<CaseFile, "call">): Person | undefined =>
  staffed.safeParse(call).data?.staff[role];
