import * as z from "zod";
import { machineSaid } from "../store/machine-said.ts";

/**
 * With what every machine calls a function, whichever version of what it says of itself it has (workflows/kernel/said.ts): those of
 * version 0, which began before there were versions, say nothing.
 */
export const called = z.object({
  ref: z.string(),
  state: z.string(),
  visit: z.number(),
  machine: machineSaid.optional(),
});
