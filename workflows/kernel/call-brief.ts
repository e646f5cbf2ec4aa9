import type * as z from "zod";
import type { Rows, Told } from "./told.ts";

type Call = Readonly<Record<string, unknown>>;

/** The parts in which a call's page tells what somebody must know before they apply, in this order. */
export const briefParts = ["pays", "conditions", "criteria", "timetable"] as const;
export type BriefPart = (typeof briefParts)[number];

/**
 * What a call's page says, besides what was written about the call, to whoever thinks of applying: what is paid, on which conditions, how
 * it is decided who gets it, and when what happens. Each fact stands under its name, `brief.<fact>`, and is left out where a call does not
 * say it.
 */
export interface Brief extends Readonly<Partial<Record<BriefPart, Rows<Call>>>> {
  /** Sentences that its facts may be told in, `brief.<sentence>`. */
  readonly sentences?: readonly string[];
}

/** Facts that are told from what a call has set; none of them where it does not say all that they are told from. */
export const factsOf = <Known>(
  known: z.ZodType<Known>,
  facts: Readonly<Record<string, (call: Known) => Told | undefined>>,
): Rows<Call> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      (call: Call) => {
        const read = known.safeParse(call);
        return read.success ? fact(read.data) : undefined;
      },
    ]),
  );

/** What blocks say of a call, and what its process says besides, part by part. */
export const briefFrom = (...briefs: readonly Brief[]): Brief => ({
  ...Object.fromEntries(
    briefParts.map((part) => [part, Object.assign({}, ...briefs.map((brief) => brief[part] ?? {}))]),
  ),
  sentences: [...new Set(briefs.flatMap(({ sentences = [] }) => sentences))],
});

/** The words that a process needs for what its calls' pages say. */
export const wordsOfBrief = (brief: Brief): readonly string[] =>
  [
    ...new Set([...briefParts.flatMap((part) => Object.keys(brief[part] ?? {})), ...(brief.sentences ?? [])]),
  ].map((word) => `brief.${word}`);

/** What a call's page says it is, for whom, and how long it takes: as of its kind, where the kind is no more than its calls. */
export const callIntro = ["about", "who", "lasts"] as const;
