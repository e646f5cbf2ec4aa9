import * as z from "zod";
import { linking } from "../../workflows/kernel/link.ts";
import { seatWork } from "../../workflows/kernel/seats.ts";
import { clocks, instant, keyed } from "./item-parts.ts";

const tells = z.array(z.object({ role: z.string(), template: z.string() }));
const data = z.record(z.string(), z.unknown());
const word = z.object({ name: z.string(), values: data });

/** What a step found out and when, as it is kept: a `StepResult` of `workflows/kernel`. */
export const plan = z.object({
  now: instant,
  /** For a call's step: up to which nudge it had looked at the cases. */
  looked: z.number().optional(),
  /** Who said the word that led to it, if anybody did: an e-mail address. */
  saidBy: z.string(),
  /** Of a call: when its machine wakes from what comes next. */
  clocks: clocks.optional(),
  result: z.object({
    outcome: z.string(),
    record: z.object({ id: z.string(), data: z.unknown() }).optional(),
    document: z.object({ name: z.string(), data: z.unknown() }).optional(),
    tell: tells.optional(),
    parts: z.array(z.string()).optional(),
    certificate: z.unknown().optional(),
    revokes: z.object({ category: z.string(), reason: z.string(), by: z.string() }).optional(),
    funds: z.object({ from: z.string(), to: z.string() }).optional(),
    bid: z.unknown().optional(),
    opens: z.object({ id: z.string(), applicationProcess: z.string(), data }).optional(),
    gives: z.object({ callId: z.string(), process: z.string(), application: data }).optional(),
    seats: seatWork.optional(),
    links: z.array(linking).optional(),
    takes: z.array(linking.pick({ kind: true, to: true })).optional(),
    invites: z.array(z.object({ id: z.string(), application: data })).optional(),
    unties: z.literal(true).optional(),
    everybody: word.optional(),
    decisions: z
      .array(
        z.object({
          ref: z.string(),
          callId: z.string().optional(),
          decision: z.unknown().optional(),
          bid: z.unknown().optional(),
          signal: z.string().optional(),
          isQueued: z.literal(true).optional(),
          interrupt: word.optional(),
          tell: z.string().optional(),
        }),
      )
      .optional(),
  }),
});
export type Plan = z.infer<typeof plan>;
export type PlannedDecision = NonNullable<Plan["result"]["decisions"]>[number];

/** The first item of a plan. What is larger than one item may be is compressed and lies in pieces beside it. */
export const planItem = z.object({
  ...keyed,
  /** The plan as JSON. */
  text: z.string().optional(),
  /** Of which try the pieces are, and how many. */
  pieces: z.object({ of: z.string(), count: z.number() }).optional(),
});
export const pieceItem = z.object({ ...keyed, text: z.string() });
