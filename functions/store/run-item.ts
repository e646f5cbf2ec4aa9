import * as z from "zod";
import { instant, keyed, pendable, staffName } from "./item-parts.ts";

const account = z.object({ name: z.string(), iban: z.string() });

/** One payment of a run, as it was when the run was prepared; each is an item of its own, in the order of the cases. */
export const runTransfer = z.object({
  ...keyed,
  /** What the bank tells it by; at most 35 characters, another one after each answer to the case's question. */
  id: z.string(),
  ref: z.string(),
  /** The state of the case that asks for it. */
  state: z.string(),
  /** What that state was called before. */
  calledBefore: z.array(z.string()).optional(),
  to: account,
  cents: z.number(),
  about: z.string(),
  /** Its case no longer asked for it when the run was approved. */
  leftOut: z.boolean().optional(),
  /** Why the bank returned it. */
  returned: z.string().optional(),
  /** Its case has its answer. */
  settled: z.boolean().optional(),
});
export type RunTransfer = z.infer<typeof runTransfer>;

/** In which run a question for a payment is; in none when it is 0. */
export const payingItem = z.object({ ...keyed, run: z.number() });

/**
 * What is still to be done to the payments of a run, page by page: `prepare` takes them in, `approve` looks whether they are still
 * asked for, `release` lets those go that are not paid.
 */
const work = z.object({
  kind: z.enum(["prepare", "approve", "release"]),
  /** Which payments are taken in; without it all that wait. */
  chosen: z.array(z.string()).optional(),
  /** Where it goes on. */
  after: z.string().optional(),
  /** How many payments are behind it, and what those that are paid come to. EUR cents. */
  done: z.number(),
  count: z.number(),
  cents: z.number(),
});
export type RunWork = z.infer<typeof work>;

/** Prepared runs stand together beside the tasks of inboxes until finance decides: who that is, each call says when it is asked. */
export const preparedInbox = "runs#prepared";

/** Payments of a call that are prepared, approved and marked together. */
export const runItem = z.object({
  ...keyed,
  ...pendable,
  callId: z.string(),
  number: z.number(),
  status: z.enum(["preparing", "prepared", "sentBack", "approving", "approved", "marked"]),
  payer: account,
  /** How many payments it has, how many of them are made, and what those come to. EUR cents. */
  transfers: z.number(),
  count: z.number(),
  cents: z.number(),
  work: work.optional(),
  /** Goes up with each page of work. */
  workStep: z.number().default(0),
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
  /** Why the bank returned payments, as far as it was said together with that; by the identifier of the payment. */
  returned: z.record(z.string(), z.string()).default({}),
  /** How far the cases have had their answers, and whether one of them has to be tried again. */
  settledTo: z.string().optional(),
  hasLater: z.boolean().optional(),
  /** When the last payment's case had its answer. */
  settledAt: instant.optional(),
});
export type Run = z.infer<typeof runItem>;
