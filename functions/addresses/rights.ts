import type { ClientRight } from "../store/client-item.ts";
import type { staffRoles } from "../store/staff-items.ts";

/** The roles of staff that a right may ask for. */
export type StaffRole = (typeof staffRoles)[number];

/**
 * Who may come to an address. `link`: whoever has its secret, which the page looks at; a draft's is its identifier, and 'mailbox'
 * is known by a mail alone. `signedIn`: an applicant with a session, who sees what is theirs. `staff`: who works for the call that the address names (or its case or task
 * does), by one of the roles; `every` call where it names none.
 */
export type Right =
  | { readonly who: "anyone" }
  | {
      readonly who: "link";
      readonly to:
        | "task"
        | "case"
        | "mailbox"
        | "draft"
        | "pass"
        | "registration"
        | "desk"
        | "slip"
        | "visitor"
        | "group";
    }
  | { readonly who: "signedIn" }
  /** A program with a key that has this right; its page looks whether the key is for the call. */
  | { readonly who: "client"; readonly right: ClientRight }
  | {
      readonly who: "staff";
      readonly of: "every" | "call" | "case" | "task";
      readonly roles: readonly StaffRole[];
    };

export const anyone: Right = { who: "anyone" };
export const signedIn: Right = { who: "signedIn" };
export const link = (to: Extract<Right, { who: "link" }>["to"]): Right => ({ who: "link", to });
export const program = (right: ClientRight): Right => ({ who: "client", right });

/** Whoever decides something in a call; an auditor reads what they decide, and says a word where the process has one for auditors. */
export const deciding = ["coordinator", "commission", "agency", "finance", "appeals"] as const;
/** Whoever may come into the console at all. */
export const reading = [...deciding, "auditor"] as const;

/** Staff with one of these roles; with none named, whoever may read. */
const staffOf =
  (of: Extract<Right, { who: "staff" }>["of"]) =>
  (...roles: readonly StaffRole[]): Right => ({
    who: "staff",
    of,
    roles: roles.length > 0 ? roles : reading,
  });
export const ofCall = staffOf("call");
export const ofCase = staffOf("case");
export const ofTask = staffOf("task");
export const staff = staffOf("every");
