import * as z from "zod";
import { instant, keyed, pendable, staffName } from "./item-parts.ts";

const account = z.object({ name: z.string(), iban: z.string() });

/** One payment of a run, as it was when the run was prepared. */
const runTransfer = z.object({
  /** What the bank tells it by; at most 35 characters, another one after each answer to the case's question. */
  id: z.string(),
  ref: z.string(),
  /** The state of the case that asks for it. */
  state: z.string(),
  to: account,
  cents: z.number(),
  about: z.string(),
  /** Its case no longer asked for it when the run was approved. */
  leftOut: z.boolean().optional(),
  /** Why the bank returned it. */
  returned: z.string().optional(),
});
export type RunTransfer = z.infer<typeof runTransfer>;

/** Payments of a call that are prepared, approved and marked together. */
export const runItem = z.object({
  ...keyed,
  ...pendable,
  callId: z.string(),
  number: z.number(),
  status: z.enum(["prepared", "sentBack", "approved", "marked"]),
  payer: account,
  transfers: z.array(runTransfer),
  preparedAt: instant,
  preparedBy: staffName,
  /** For whom they stood in, and who had put them there, where they did: e-mail addresses, lower case. */
  preparedFor: z.array(z.string()).optional(),
  /** When and by whom it was approved or sent back. */
  decidedAt: instant.optional(),
  decidedBy: staffName.optional(),
  /** Why it was sent back. */
  reason: z.string().optional(),
  /** The day on which the bank is asked to pay. */
  payOn: z.string().optional(),
  markedAt: instant.optional(),
  markedBy: staffName.optional(),
  /** The day on which the bank paid. */
  paidOn: z.string().optional(),
  /** When the last payment's case had its answer. */
  settledAt: instant.optional(),
});
export type Run = z.infer<typeof runItem>;
