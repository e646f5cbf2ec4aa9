import * as z from "zod";
import { comparedMoments } from "../../workflows/kernel/comparing.ts";
import type { Key } from "../adapters/table.ts";
import { instant, keyed, pendable } from "./item-parts.ts";

const moment = z.enum(comparedMoments);

/** When a case is asked how its form was, and when it was; not whether anybody answered. */
export const askingKey = (ref: string): Key => ({ pk: ref, sk: "asking" });
/** The same of somebody who was at an event: under the seats of its case. */
export const seatAskingKey = (pk: string, registration: string): Key => ({
  pk,
  sk: `asking#${registration}`,
});
/** What the code of their answer is made from: of a case its identifier, of whoever has none their registration as well. */
export const askedAs = ({
  pk,
  registration,
}: {
  readonly pk: string;
  readonly registration?: string | undefined;
}): string => (registration === undefined ? pk : `${pk}#${registration}`);
export const askingItem = z.object({
  ...keyed,
  ...pendable,
  /** Whoever was at an event is asked under their registration: they have no case. */
  registration: z.string().optional(),
  endedAt: instant,
  /** At which of its visits the case has ended. */
  visit: z.number(),
  months: z.number(),
  /** What is to be asked next; nothing when both moments are over. */
  next: moment.optional(),
  /** In which round it is asked, from when that has begun. */
  round: z.string().optional(),
  /** When it was asked what, and in which round. */
  asked: z.partialRecord(moment, z.object({ at: instant, round: z.string() })).default({}),
});
export type Asking = z.infer<typeof askingItem>;

/** A round of questions: pending until it is closed. */
export const roundsPartition = "compared-rounds";
export const roundKey = (round: string): Key => ({ pk: roundsPartition, sk: `round#${round}` });
export const roundItem = z.object({ ...keyed, ...pendable, round: z.string() });
export type Round = z.infer<typeof roundItem>;

/** What a round asked of the cases of a call at a moment, and, from its close on, how often each value was given. */
export const placesOfRound = (round: string): string => `compared#${round}`;
const placePrefix = "place#";
export const comparedPlaceKey = (round: string, callId: string, of: string): Key => ({
  pk: placesOfRound(round),
  sk: `${placePrefix}${callId}#${of}`,
});

const count = z.number().int().nonnegative();
const counts = z.tuple([count, count, count, count]);
export const comparedPlaceItem = z.object({
  ...keyed,
  round: z.string(),
  callId: z.string(),
  moment,
  /** The form under which it is counted. */
  form: z.string(),
  asked: count.optional(),
  answered: count.optional(),
  counts: z.record(z.string(), counts).optional(),
});
export type ComparedPlace = z.infer<typeof comparedPlaceItem>;
