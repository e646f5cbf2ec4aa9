import { review } from "../../workflows/blocks/review/forms.ts";
import { harshness } from "../../workflows/blocks/review/harshness.ts";
import { pointsOf, unassigned } from "../../workflows/blocks/review/panel.ts";
import { type Reviewer, reviewRules } from "../../workflows/blocks/review/rules.ts";
import { latestRecord } from "../../workflows/kernel/case-file.ts";
import type { House } from "../house.ts";
import { refOfCall } from "../store/keys.ts";
import { type LoadedCase, loadCase } from "./load.ts";

/** What one reviewer of a call has been asked and has done. */
export interface ReviewerWork {
  readonly name: string;
  readonly email: string;
  readonly limit?: number;
  readonly open: number;
  readonly reviewed: number;
  readonly conflicts: number;
  readonly silent: number;
  /** In points above or below the others who reviewed the same applications; `over` how many of those. */
  readonly against?: { readonly difference: number; readonly over: number };
}

export interface Reviewing {
  readonly reviewers: readonly ReviewerWork[];
  /** The cases for which nobody can be asked, with why. */
  readonly unassigned: readonly { readonly loaded: LoadedCase; readonly why: readonly Obstacle[] }[];
  /** The cases that reviewers look at, for whoever has to know what of them is hidden. */
  readonly cases: readonly LoadedCase[];
}
type Obstacle = ReturnType<(typeof unassigned)["schema"]["parse"]>[number];

/** How the reviews of a call are shared out; `undefined` for a call without reviews. */
export async function reviewingOf(
  house: Pick<House, "table">,
  callId: string,
  refs: readonly string[],
): Promise<Reviewing | undefined> {
  const call = await loadCase(house, refOfCall(callId));
  const rules = reviewRules.safeParse(call?.file.call);
  if (!rules.success) return undefined;
  const cases: LoadedCase[] = [];
  const atOnce = 25;
  for (let from = 0; from < refs.length; from += atOnce) {
    const some = await Promise.all(refs.slice(from, from + atOnce).map((ref) => loadCase(house, ref)));
    cases.push(...some.filter((loaded) => loaded !== undefined));
  }
  const given = cases.flatMap(({ file, head }) =>
    file.answers
      .filter(({ form, outcome }) => form === review.id && outcome === "scored")
      .map(({ by, values }) => ({
        ref: head.pk,
        reviewer: by.toLowerCase(),
        points: pointsOf(values, rules.data),
      })),
  );
  const against = harshness(given);
  const people = new Map<string, Pick<Reviewer, "name" | "email" | "limit">>(
    [...askedIn(cases), ...rules.data.reviewers].map((known) => [known.email.toLowerCase(), known]),
  );
  return {
    reviewers: [...people.values()]
      .map((person) => workOf(person, cases, against))
      .toSorted((a, b) => a.name.localeCompare(b.name, "lt")),
    unassigned: cases
      .filter(({ entry }) => entry?.state === "appointment" && !entry.ended)
      .map((loaded) => ({ loaded, why: latestRecord(loaded.file, unassigned) ?? [] })),
    cases,
  };
}

const reviewsOf = (cases: readonly LoadedCase[]) =>
  cases.flatMap(({ tasks }) => tasks.filter(({ form }) => form === review.id));

/** Also who was appointed for one case and is not among the call's reviewers. */
const askedIn = (cases: readonly LoadedCase[]) =>
  reviewsOf(cases).flatMap(({ assignee }) => (assignee ? [assignee] : []));

function workOf(
  { name, email, limit }: Pick<Reviewer, "name" | "email" | "limit">,
  cases: readonly LoadedCase[],
  against: ReturnType<typeof harshness>,
): ReviewerWork {
  const own = reviewsOf(cases).filter(
    ({ assignee }) => assignee?.email.toLowerCase() === email.toLowerCase(),
  );
  const found = against.get(email.toLowerCase());
  const count = (of: (task: (typeof own)[number]) => boolean) => own.filter(of).length;
  return {
    name,
    email,
    ...(limit === undefined ? {} : { limit }),
    open: count(({ status }) => status === "open"),
    reviewed: count(({ outcome }) => outcome === "scored"),
    conflicts: count(({ outcome }) => outcome === "conflict"),
    silent: count(({ status }) => status === "expired"),
    ...(found ? { against: found } : {}),
  };
}
