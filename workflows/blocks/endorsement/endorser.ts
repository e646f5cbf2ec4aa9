import type { Book } from "../../kernel/book.ts";
import { days, type Span, workingDays } from "../../kernel/duration.ts";
import type { Fields } from "../../kernel/field.ts";
import type { Form } from "../../kernel/form.ts";
import type { Role } from "../../kernel/roles.ts";
import { endorsement, founderEndorsement } from "./forms.ts";
import { founderWords, principalWords } from "./words.ts";

/** Who endorses an application: what they are asked, how long they have, and the book in which all of it is told. */
export interface Endorser<R extends Role = Role> {
  readonly role: R;
  readonly form: Form<Fields, "endorsed" | "refused">;
  /** What the coordinator is asked in the place of one who stays silent, where more than the decision and why. */
  readonly inPlace?: Form<Fields, "endorsed" | "refused">;
  readonly within: Span;
  readonly remind: readonly Span[];
  readonly words: Book;
}

/** The head of the applicant's school. */
export const byPrincipal: Endorser<"principal"> = {
  role: "principal",
  form: endorsement,
  within: days(7),
  remind: [days(3), days(6)],
  words: principalWords,
};

/** The founder, where a school itself applies [processes, C3 and section 6]. */
export const byFounder: Endorser<"founder"> = {
  role: "founder",
  form: founderEndorsement,
  within: workingDays(10),
  remind: [workingDays(4), workingDays(8)],
  words: founderWords,
};
