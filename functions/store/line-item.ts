import * as z from "zod";
import { instant, keyed } from "./item-parts.ts";
import { openRow } from "./open-item.ts";
import { standing } from "./standing.ts";

const cents = z.number().int();

const others = {
  granted: cents,
  recovered: cents,
  toPay: cents,
  toRecover: cents,
  committed: cents,
};
const paid = z.object({ ...others, paid: z.record(z.string(), cents) });
/** Before a process could name its payments there were these three. */
const paidBefore = z
  .object({ ...others, advance: cents, balance: cents, fee: cents })
  .transform(({ advance, balance, fee, ...rest }) => ({
    ...rest,
    paid: Object.fromEntries(Object.entries({ advance, balance, fee }).filter(([, sum]) => sum > 0)),
  }));

/** What the postings of a case come to, as workflows/kernel/ledger.ts sums them. EUR cents. */
export const sums = z.union([paid, paidBefore]);

/** A state in which a case stood because somebody was asked or something was waited for; without `to` it still does. */
const stay = z.object({ state: z.string(), from: instant, to: instant.optional() });

/** What lists, filters, numbers and exports need of a case, without the case. Money in EUR cents. */
export const line = z.object({
  ref: z.string(),
  callId: z.string(),
  process: z.string(),
  name: z.string(),
  /** The applicant's e-mail address, lower case; of lines that are older than this it is not known. */
  email: z.string().default(""),
  school: z.string(),
  municipality: z.string(),
  /** As what the applicant works; empty where nobody said so, or nobody was asked. */
  post: z.string().default(""),
  submittedAt: instant,
  /** The local day of that. */
  day: z.string(),
  /** The state in which it stands, or the status with which it ended. */
  state: z.string(),
  ended: z.boolean(),
  endedAt: instant.optional(),
  stays: z.array(stay),
  /** What is asked next by a deadline: until when, in which state and of whom. */
  due: z.object({ at: instant, state: z.string(), role: z.string().optional() }).optional(),
  sums,
  /** The states in which finance is asked to pay for it now, and has not. */
  asked: z.array(z.string()),
  /** Whether it can have money at all. */
  isFunded: z.boolean(),
  /** Its place in the order of its call, where that has been made. */
  ranked: standing.extend({ position: z.number().int() }).optional(),
  /** Of a call that makes an order: it has no place there, or none yet. */
  isUnranked: z.literal(true).optional(),
  /** What was said in the questionnaires before and after. */
  questioned: z
    .object({ recommends: z.boolean(), changes: z.record(z.string(), z.number().int()).optional() })
    .optional(),
  /** What moved of its money, and on which local day. */
  moved: z
    .array(z.object({ day: z.string(), what: z.enum(["promised", "paid", "recovered"]), cents }))
    .default([]),
  /** Whether its school is rural, where a list says so. */
  rural: z.boolean().optional(),
  /** Pupils' achievement before and after, averages in per cent. */
  achieved: z.object({ before: z.number(), after: z.number(), pupils: z.number() }).optional(),
  /** Whether what came of it was used a year later, once that was asked. */
  usedLater: z.boolean().optional(),
  /** The number of the group that it travels with. */
  group: z.number().optional(),
  /** Where and when it travels, by code of the country and local days, and whether its grant does not fit its tickets. */
  goes: z
    .object({
      country: z.string(),
      institution: z.string(),
      starts: z.string(),
      ends: z.string(),
      isOutdated: z.boolean(),
    })
    .optional(),
  /** What everybody may see of it. */
  open: z.array(openRow).optional(),
});
export type Line = z.infer<typeof line>;
export type Stay = z.infer<typeof stay>;

/** What everybody may see of a call itself, beside what its cases show. */
const callLine = line.pick({ ref: true, callId: true, process: true }).extend({ open: z.array(openRow) });
export type CallLine = z.infer<typeof callLine>;

const kept = {
  /** How its keys are made; those of another making are made anew. */
  making: z.number(),
  /** Goes up with each change. */
  version: z.number(),
  /** Entries of the lists that are still to be written or taken away after a change, as `pk` and `sk`. */
  unsettled: z.array(z.tuple([z.string(), z.string()])).optional(),
};

/** A line as it is kept. */
export const lineItem = z.object({ ...keyed, line, ...kept });
export const callLineItem = z.object({ ...keyed, line: callLine, ...kept });
const keptItem = z.object(kept);
export type KeptLine<L> = z.infer<typeof keptItem> & { readonly line: L };

/** What of a line is public, whether of a case or of a call. */
export const openOfLine = z.object({
  line: line.pick({ ref: true, callId: true, process: true, open: true }),
});
