import * as z from "zod";

/** The reasons of a decision, as they were when it was made known. Scores in the unit of kernel/score. */
const explanation = z.object({
  score: z.number().int().optional(),
  /** In points. */
  minimumScore: z.number().optional(),
  /** How many reached the minimum, and how many were ranked in all. */
  inOrder: z.number().int(),
  applied: z.number().int(),
  /** The last of each share that the applicant asked for who got it, where anybody did. */
  lastFilled: z.record(
    z.string(),
    z.object({ position: z.number().int(), score: z.number().int().optional() }),
  ),
  reservePosition: z.number().int().optional(),
});
export type Explained = z.infer<typeof explanation>;

/** What was decided and made known, whatever is shared out. Instants in UTC, amounts EUR cents. */
const shape = {
  /** Place in the order of those who reached the minimum score, from 1. */
  position: z.number().int().optional(),
  kind: z.enum(["offered", "reserve", "rejected"]),
  /** Where money is shared out: what is offered. */
  cents: z.number().int().nonnegative().optional(),
  /** Where money is shared out: less than was asked for. */
  isPartial: z.literal(true).optional(),
  /** The key that decided against the neighbour above: why this place and not a better one. */
  decidedBy: z.string().optional(),
  madeAt: z.string().optional(),
  expiresAt: z.string().optional(),
  /** The case whose freed place this is. */
  promotedFrom: z.string().optional(),
  /** When the place in the ranking was made known. */
  toldAt: z.string().optional(),
  /** The rescored bid that this decision answers to. */
  rescoredAt: z.string().optional(),
  why: explanation.optional(),
  /** The place on the reserve list that was last told, after the first. */
  reserveTold: z.number().int().optional(),
  /** A place above the quota that an appeal has won. */
  added: z.boolean().optional(),
  /** What was dealt out besides once no offer was open any more, such as where somebody practises. */
  dealt: z.string().optional(),
};

type Stored = z.infer<z.ZodObject<typeof shape>>;

/** What the ranking, its approval and the reserve list have decided about a case; `share` is which of what is shared out. */
export interface Decision extends Stored {
  readonly share?: string | undefined;
}

/** Reads and writes decisions that call the share by a name of their process, such as `country`. */
export function decisionsAs(named: string) {
  const stored = z.object(shape);
  const share = z.object({ [named]: z.string().optional() });
  return {
    /** `undefined` where nothing of the kind is stored. */
    read(data: unknown): Decision | undefined {
      const found = stored.safeParse(data).data;
      if (!found) return undefined;
      const told = share.safeParse(data).data?.[named];
      return told === undefined ? found : { ...found, share: told };
    },
    /** Which share it is stands behind the kind, as people read it. */
    write: ({ share: told, ...made }: Decision): Readonly<Record<string, unknown>> =>
      told === undefined
        ? made
        : Object.fromEntries(
            Object.entries(made).flatMap(([name, value]) => [
              [name, value],
              ...(name === "kind" ? [[named, told]] : []),
            ]),
          ),
  };
}
