import * as z from "zod";

/** What the call notes on what a case brings, whatever its process lets it bring. Instants in UTC. */
const notes = {
  /** Set when an offered or accepted share was given back before the case itself is over. */
  freedAt: z.string().optional(),
  /** By a rubric, what each review gave for each criterion. */
  criteria: z.array(z.record(z.string(), z.number())).optional(),
  /** The score that the reviews gave, where the coordinator has adopted other rules or another score since. */
  reviewed: z.number().int().optional(),
  /** When an appeal gave the case another score. */
  rescoredAt: z.string().optional(),
};

/** The shape of what the cases of a process bring to the selection. A score, where there is one, is called `score` (kernel/score). */
export const bidOf = <S extends z.ZodRawShape>(shape: S) => z.object({ ...shape, ...notes });

/** What every case brings, as far as the machinery of a selection itself looks at it. */
export interface Brought extends z.infer<z.ZodObject<typeof notes>> {
  readonly score?: number | undefined;
}
