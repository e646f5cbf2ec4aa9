import * as z from "zod";
import type { Panel, Reviews } from "../../../workflows/kernel/reviews.ts";
import { loadCall } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { withheldIn } from "../../reading/nameless.ts";
import { entryItem, type Head } from "../../store/items.ts";
import { refOfCall } from "../../store/keys.ts";
import { type LoadedCase, loadCase, processOfCases } from "../load.ts";
import { type GivenReview, harshness } from "./harshness.ts";

const count = z.number();

/** What one reviewer of a call has been asked and has done. */
const reviewerWork = z.object({
  name: z.string(),
  email: z.string(),
  limit: count.optional(),
  open: count,
  reviewed: count,
  conflicts: count,
  silent: count,
  /** In points above or below the others who reviewed the same applications; `over` how many of those. */
  against: z.object({ difference: z.number(), over: count }).optional(),
});
export type ReviewerWork = z.infer<typeof reviewerWork>;

const obstructed = { name: z.string(), email: z.string(), why: z.string() };

/** How the reviews of a call are shared out. Of cases some are named, and how many there are. */
export const reviewing = z.object({
  reviewers: z.array(reviewerWork),
  /** The cases for which nobody can be asked, with why. */
  unassigned: z.object({
    count,
    some: z.array(z.object({ ref: z.string(), why: z.array(z.object(obstructed)) })),
  }),
  /** The cases with attachments that would tell reviewers who applies: the fields of those. */
  attached: z.object({ count, some: z.array(z.object({ ref: z.string(), fields: z.array(z.string()) })) }),
  /** The process of the cases; none while there is none of them. */
  process: z.string().optional(),
});
export type Reviewing = z.infer<typeof reviewing>;

/** So many cases are read side by side. */
const atOnce = 25;
/** So many cases are named of each kind. */
const mostNamed = 100;

/** Looks through the reviews of a call, some cases at a time; `undefined` for a call without reviews. */
export async function reviewingOf(
  house: Pick<House, "table">,
  callId: string,
): Promise<Reviewing | undefined> {
  const call = await loadCall(house, callId);
  const reviewed = call && (await reviewsOf(call));
  if (!reviewed) return undefined;
  const { reviews, panel } = reviewed;
  const people = new Map<string, ReviewerWork>();
  const known = (person: Pick<ReviewerWork, "name" | "email" | "limit">): ReviewerWork => {
    const key = person.email.toLowerCase();
    const { name, email, limit } = person;
    const fresh = { open: 0, reviewed: 0, conflicts: 0, silent: 0 };
    const work = people.get(key) ?? { name, email, ...(limit === undefined ? {} : { limit }), ...fresh };
    people.set(key, work);
    return work;
  };
  const given: GivenReview[] = [];
  const found: Pick<Reviewing, "unassigned" | "attached"> & { process?: string } = {
    unassigned: { count: 0, some: [] },
    attached: { count: 0, some: [] },
  };
  for (const person of panel.reviewers) known(person);
  for await (const loaded of casesIn(house, callId)) {
    found.process ??= loaded.process.id;
    given.push(...reviewsIn(loaded, reviewed));
    // Also who was appointed for one case and is not among the call's reviewers.
    for (const task of loaded.tasks.filter(({ form }) => form === reviews.form.id)) {
      if (!task.assignee) continue;
      const work = known(task.assignee);
      if (task.status === "open") work.open++;
      if (task.status === "expired") work.silent++;
      if (task.outcome === reviews.given) work.reviewed++;
      if (task.outcome === reviews.handedBack) work.conflicts++;
    }
    if (loaded.entry?.state === reviews.short && !loaded.entry.ended)
      add(found.unassigned, { ref: loaded.head.pk, why: [...reviews.unassigned(loaded.file)] });
    const fields = attachedIn(loaded);
    if (fields.length > 0) add(found.attached, { ref: loaded.head.pk, fields });
  }
  const against = harshness(given);
  return {
    ...found,
    reviewers: [...people]
      .map(([key, work]) => ({ ...work, ...toldOf(against.get(key)) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "lt")),
  };
}

const toldOf = (against: ReviewerWork["against"]) => (against ? { against } : {});

function add<Named>(found: { count: number; some: Named[] }, one: Named): void {
  found.count++;
  if (found.some.length < mostNamed) found.some.push(one);
}

interface Reviewed {
  readonly reviews: Reviews;
  readonly panel: Panel;
}

/** How the cases of a call are reviewed; `undefined` where nobody reviews them. */
export async function reviewsOf(call: Head): Promise<Reviewed | undefined> {
  const reviews = (await processOfCases(call))?.reviews;
  const panel = reviews?.panel(call.data ?? {});
  return reviews && panel && { reviews, panel };
}

const reviewsIn = ({ file, head }: LoadedCase, { reviews, panel }: Reviewed): GivenReview[] =>
  file.answers
    .filter(({ form, outcome }) => form === reviews.form.id && outcome === reviews.given)
    .map(({ by, values }) => ({ ref: head.pk, reviewer: by.toLowerCase(), points: panel.points(values) }));

/** The files of the application that would tell who applies, and of which there is no copy that does not. */
const attachedIn = ({ process, file }: LoadedCase): readonly string[] =>
  process.application ? withheldIn(process.application, file.application) : [];

async function* casesIn(house: Pick<House, "table">, callId: string): AsyncGenerator<LoadedCase> {
  let after: string | undefined;
  do {
    const { items, next } = await house.table.page(refOfCall(callId), {
      prefix: "entry#",
      limit: atOnce,
      after,
    });
    const refs = items.map((item) => entryItem.parse(item).ref);
    const some = await Promise.all(refs.map((ref) => loadCase(house, ref)));
    yield* some.filter((loaded) => loaded !== undefined);
    after = next;
  } while (after !== undefined);
}
