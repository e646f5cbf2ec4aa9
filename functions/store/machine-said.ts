import * as z from "zod";

/** What a machine said of itself in a state, by workflows/kernel/said.ts; what a later version says besides is left out. */
export const machineSaid = z.object({
  version: z.number().min(1),
  /** The name of its execution. */
  execution: z.string(),
  /** What the state was when the machine began. */
  kind: z.enum(["ask", "each", "all", "await", "until", "step", "end"]),
  /** Where each way leads in it, with the states that time alone leads to from there. */
  ways: z.record(z.string(), z.array(z.string())),
  /** The words that may break in there. */
  words: z.array(z.string()),
});
export type MachineSaid = z.infer<typeof machineSaid>;
