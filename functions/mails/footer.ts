import type { Process } from "../../workflows/kernel/process.ts";
import { houseRoles } from "../../workflows/kernel/roles.ts";
import type { MailWords } from "./mail-words.ts";

/** Who reads a mail, as far as it explains why it came; `somebody` asked for it by an address, and is nobody whom we know. */
export type Reader =
  | "applicant"
  | "invited"
  | "principal"
  | "reviewer"
  | "commission"
  | "staff"
  | "guest"
  | "somebody";

/** Roles of processes besides these, a host or a mentor, are told which role it is that somebody has written their address down for. */
export function readerIn(role: string): Reader {
  switch (role) {
    case "applicant":
    case "principal":
    case "reviewer":
    case "commission":
      return role;
    default:
      return houseRoles.includes(role) ? "staff" : "guest";
  }
}

/** The same of a case: who was invited has applied for nothing. */
export const readerOf = (role: string, { application }: Pick<Process, "application">): Reader =>
  role === "applicant" && !application ? "invited" : readerIn(role);

/** What stands at the foot of every mail: whose it is, and why its reader got it. `role`: what the process calls the reader. */
export const footerFor = (reader: Reader, frame: MailWords, role?: string): string =>
  frame.say("footer", {
    why:
      reader === "guest" && role !== undefined
        ? frame.say("footer.guest.role", { role: role.toLocaleLowerCase(frame.language) })
        : frame.say(`footer.${reader}`),
  });
