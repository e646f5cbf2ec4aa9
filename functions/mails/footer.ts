import { houseRoles } from "../../workflows/kernel/roles.ts";
import type { MailWords } from "./mail-words.ts";

/** Who reads a mail, as far as it explains why it came; `somebody` asked for it by an address, and is nobody whom we know. */
export type Reader = "applicant" | "principal" | "reviewer" | "commission" | "staff" | "guest" | "somebody";

/** Roles of processes besides these, a host or a mentor, are asked for one answer, or told of one case. */
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

/** What stands at the foot of every mail: whose it is, and why its reader got it. */
export const footerFor = (reader: Reader, frame: MailWords): string =>
  frame.say("footer", { why: frame.say(`footer.${reader}`) });
