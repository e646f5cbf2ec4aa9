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
  | "visitor"
  | "guest"
  | "somebody";

/** Roles of processes besides these, a host or a mentor, are told which role it is that somebody has written their address down for. */
export function readerIn(role: string): Reader {
  switch (role) {
    case "applicant":
    case "principal":
    case "reviewer":
    case "commission":
    case "visitor":
      return role;
    case "member":
      return "commission";
    default:
      return houseRoles.includes(role) ? "staff" : "guest";
  }
}

/** The same of a case: who was invited has applied for nothing. */
export const readerOf = (role: string, { application }: Pick<Process, "application">): Reader =>
  role === "applicant" && !application ? "invited" : readerIn(role);

/**
 * What stands at the foot of every mail: whose it is, why its reader got it, and that nobody waits for a reply, where nobody does.
 * `role`: what the process calls the reader.
 */
export const footerFor = (
  reader: Reader,
  frame: MailWords,
  { role, answer = "none" }: { readonly role?: string | undefined; readonly answer?: "asked" | "none" } = {},
): string =>
  frame.say(answer === "asked" ? "footer.asks" : "footer", {
    why:
      reader === "guest" && role !== undefined
        ? frame.say("footer.guest.role", { role: role.toLocaleLowerCase(frame.language) })
        : frame.say(`footer.${reader}`),
  });
