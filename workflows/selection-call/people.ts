import { staffOf } from "../blocks/staffed.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import type { Role } from "../kernel/roles.ts";
import { approverOf, membersOf } from "./commission.ts";

/** A call has its staff and its commission; its applicants stand behind their own cases. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  if (role === "member") return membersOf(file).find((member) => member.part === part);
  return (role === "commission" ? approverOf(file) : undefined) ?? staffOf(role, file);
}
