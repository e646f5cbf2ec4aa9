import * as z from "zod";
import given from "./plan.json" with { type: "json" };

/**
 * What the programme plans, each with its source. Shipped is what sources say of the real project; where none says anything there is no
 * plan. A programme puts its own there (docs/data.md).
 */
const shape = z.object({
  /** How many people take part in a form, by the process's name. */
  forms: z.record(z.string(), z.object({ participants: z.number().int().positive(), source: z.string() })),
  budget: z.object({ cents: z.number().int().positive(), source: z.string() }).optional(),
});

export const plan = shape.parse(given);
