import type { CaseFile } from "./case-file.ts";
import type { Form } from "./form.ts";
import type { State } from "./states.ts";

/** Somebody who reviews cases of a call, and how many of them at most. */
export interface Reviewer {
  readonly name: string;
  readonly email: string;
  readonly limit?: number | undefined;
}

/** How the reviews of one call are made. */
export interface Panel {
  readonly reviewers: readonly Reviewer[];
  /** The points of one review, from 0 to 100, from what was answered. */
  readonly points: (values: Readonly<Record<string, unknown>>) => number;
}

/** One criterion that reviewers score by: its weight in per cent, and the best score; the worst is 0. */
export interface Criterion {
  readonly title: Readonly<Record<"lt" | "en", string>>;
  readonly weight: number;
  readonly best: number;
}

/** The same with what each reviewer gave. */
export interface ScoredCriterion extends Criterion {
  readonly scores: readonly number[];
}

/** What the reviews of a case came to: its score in the unit of kernel/score, the points of each, and by which criteria, if any. */
export interface Weighed {
  readonly score: number;
  readonly reviews: readonly number[];
  readonly criteria: readonly ScoredCriterion[];
}

/** Why somebody cannot be asked for a review: one of the process's `obstacles`. */
export interface Obstructed {
  readonly name: string;
  readonly email: string;
  readonly why: string;
}

/** How the cases of a process are reviewed, for whoever shows or counts it. */
export interface Reviews<S extends string = string> {
  /** What each reviewer answers. */
  readonly form: Form;
  /** The outcomes with which a review is given, and with which it is handed back for a conflict of interest. */
  readonly given: string;
  readonly handedBack: string;
  /** The field that the applicant reads with the decision, without the reviewer's name. */
  readonly toApplicant: string;
  /** The field that those read who decide on the ranking, and the applicant never. */
  readonly toCommission: string;
  /** Where a case stands while somebody has to be named, because nobody can be asked. */
  readonly short: S;
  /** Why somebody may not be asked; the words say each as `obstacle.<name>`. */
  readonly obstacles: readonly string[];
  /** `undefined` for a call whose cases nobody reviews. */
  readonly panel: (call: Readonly<Record<string, unknown>>) => Panel | undefined;
  /** By which criteria reviewers score, in the order of the call; none where a review is one score for all of it. */
  readonly criteria: (call: Readonly<Record<string, unknown>>) => readonly Criterion[];
  /** `undefined` before the reviews are weighed. */
  readonly weighed: (file: CaseFile) => Weighed | undefined;
  /** Those whom nobody could ask when reviewers were looked for last; none where enough were found. */
  readonly unassigned: (file: CaseFile) => readonly Obstructed[];
}

/** Pages and figures find reviews by these names; what a process says of them is compared with what it asks. */
export function faultsOfReviews({
  reviews,
  states,
}: {
  readonly reviews?: Reviews;
  readonly states: Readonly<Record<string, State<string>>>;
}): readonly string[] {
  if (!reviews) return [];
  const { form, given, handedBack, toApplicant, toCommission, short } = reviews;
  const isAsked = Object.values(states).some(
    (state) => (state.kind === "ask" || state.kind === "each") && state.form.id === form.id,
  );
  return [
    ...(isAsked ? [] : [`reviews: no state asks for ${form.id}`]),
    ...(Object.hasOwn(states, short) ? [] : [`reviews: no state is called ${short}`]),
    ...[given, handedBack].flatMap((name) =>
      form.outcomes.includes(name) ? [] : [`reviews: ${form.id} cannot end as ${name}`],
    ),
    ...[...new Set([toApplicant, toCommission])].flatMap((name) =>
      Object.hasOwn(form.fields, name) ? [] : [`reviews: ${form.id} does not ask for ${name}`],
    ),
  ];
}
