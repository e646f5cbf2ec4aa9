import type { Signer } from "../cases/people/sign-several.ts";
import type { UiKey } from "../reading/ui.ts";
import type { Task } from "../store/items.ts";
import type { Answer } from "../web/answers.ts";
import type { View } from "../web/view.ts";
import type { Visit } from "../web/visit.ts";

/** Where whoever signs finds what: staff in the console, guests under what is theirs. */
interface SigningPlaces {
  readonly list: string;
  readonly together: string;
  /** Where they came from, and what that is called. */
  readonly from: { readonly href: string; readonly label: UiKey };
  /** The page of a case, for whom it has one. */
  readonly caseOf: (ref: string) => string | undefined;
  /** A paper of a task, by its name with the ending. */
  readonly documentOf: (task: Task, name: string) => string;
}

/** A visit of somebody who signs several papers by one code. */
export interface SigningVisit extends Visit {
  readonly view: View;
  readonly signer: Signer;
  readonly places: SigningPlaces;
}

export type SigningWork = (visit: SigningVisit) => Promise<Answer>;
