import * as z from "zod";
import type { Place } from "../../workflows/kernel/heard.ts";
import type { Key } from "../adapters/table.ts";

/** Items of the table of anonymous answers; who writes and reads them stands in docs/data.md. */

/** The key of a call's codes: while it is there, a code can be found from its slip. */
export const campaignKey = (callId: string): Key => ({ pk: `campaign#${callId}`, sk: "key" });
export const campaignItem = z.object({ key: z.string() });

/** Which making of a group's codes counts. */
export const makingKey = (callId: string, { school, group }: Place): Key => ({
  pk: `campaign#${callId}`,
  sk: `made#${school}#${group}`,
});
export const makingItem = z.object({ number: z.number() });

/** That all answers of a group are copied, and its slips are to go. */
export const copiedKey = (callId: string, { school, group }: Place): Key => ({
  pk: `campaign#${callId}`,
  sk: `copied#${school}#${group}`,
});

/** The slips of a group, each under what stands for its code; one that was used holds the answer. */
export const slipsOf = (callId: string, { school, group }: Place): string =>
  `slips#${callId}#${school}#${group}`;
/** The answers of a group after the close, each under a key of its own that nothing leads to. */
export const answersOf = (callId: string, { school, group }: Place): string =>
  `answers#${callId}#${school}#${group}`;

const values = z.record(z.string(), z.number());
export const slipItem = z.object({
  pk: z.string(),
  sk: z.string(),
  school: z.string(),
  group: z.string(),
  /** Local day, with the values: both when it was used. */
  day: z.string().optional(),
  values: values.optional(),
  /** Of a study, with the values. */
  pseudonym: z.string().optional(),
});
export type Slip = z.infer<typeof slipItem>;
export const answerItem = z.object({
  ...{ school: z.string(), group: z.string(), values },
  pseudonym: z.string().optional(),
});
