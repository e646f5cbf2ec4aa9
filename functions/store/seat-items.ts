import * as z from "zod";
import { seatStands, seatTerms } from "../../workflows/kernel/seats.ts";
import type { Item } from "../adapters/table.ts";
import { instant, keyed, language, pendable, values } from "./item-parts.ts";

/** No offer runs out before: later than every instant. */
export const never = "9999";

/** A mail to all who stand somewhere, of which so many were written that it goes on after a key; each is one for a round. */
const telling = z.object({
  template: z.string(),
  /** `standing`: whoever has a seat, is offered one or waits. */
  to: z.enum(["standing", "waiting", "registered", "inside"]),
  round: z.number(),
  after: z.string().optional(),
  /** It is not due before. */
  waitsUntil: instant.optional(),
});
export type Telling = z.infer<typeof telling>;

/** How the seats of a case stand. */
const countItem = z.object({
  ...keyed,
  ...pendable,
  sk: z.literal("count"),
  /** The process and the call of the case. */
  process: z.string(),
  callId: z.string(),
  terms: seatTerms,
  /** Stands in `terms`, too: here the table compares with it. */
  capacity: z.number(),
  /** Seats and open offers. */
  taken: z.number(),
  waiting: z.number(),
  /** The number with which whoever came last came. */
  last: z.number(),
  /** Nobody waits with a lower number. */
  firstWaiting: z.number(),
  /** When the next offer runs out; `9999` where none is open. */
  runsOutAt: instant,
  /** Goes up with every write but those of who comes. */
  version: z.number(),
  /** Mails of which each is to go to many: from where on, by template. */
  telling: z.array(telling).readonly().default([]),
  closedAt: instant.optional(),
  /** It never takes place. */
  isCalledOff: z.literal(true).optional(),
});

/** What is half done: it stands in the count from the write that counts it until the registration says the same. */
const comingMark = z
  .string()
  .transform((said) => said.split(" "))
  .pipe(z.tuple([instant, z.enum(["seat", "line"]), z.string(), z.string()]))
  .transform(([at, to, id, key]) => ({ id, at, isSeated: to === "seat", key }));
/** As it stands in the count: with fifty who come at once it is read and written with fifty of them, and a map each took most of the time. */
export const comingText = ({ at, isSeated, id, key }: Marks["coming"]): string =>
  [at, isSeated ? "seat" : "line", id, key].join(" ");
const ownMark = z.object({ id: z.string(), number: z.number(), at: instant });
const offerMark = z.object({
  id: z.string(),
  number: z.number(),
  at: instant,
  until: instant,
  isTold: z.boolean(),
});

interface Marks {
  /** Somebody has come, and is counted but not stored yet: under an identifier of this coming. */
  readonly coming: z.infer<typeof comingMark>;
  /** Somebody cancels. */
  readonly leaving: z.infer<typeof ownMark>;
  /** Somebody who waited has claimed a seat. */
  readonly claiming: z.infer<typeof ownMark>;
  /** A seat is offered, and kept until it runs out. */
  readonly offer: z.infer<typeof offerMark>;
}
export type MarkKind = keyof Marks;
export type Mark<K extends MarkKind> = Marks[K] & { readonly name: string };

/** The attribute of the count in which it stands. `of`: the number of the registration, or what a coming is known by. */
export const markName = (kind: string, of: string | number): string => `${kind}:${of}`;

export type SeatCount = z.infer<typeof countItem> & { readonly [K in MarkKind]: readonly Mark<K>[] };

/** The count with what is half done in it. */
export function readCount(item: Item): SeatCount {
  const marks = Object.keys(item).filter((name) => name.includes(":"));
  const marked = <T>(kind: MarkKind, shape: z.ZodType<T>): (T & { readonly name: string })[] =>
    marks.filter((name) => name.startsWith(`${kind}:`)).map((name) => ({ ...shape.parse(item[name]), name }));
  return {
    ...countItem.parse(item),
    coming: marked("coming", comingMark),
    leaving: marked("leaving", ownMark),
    claiming: marked("claiming", ownMark),
    offer: marked("offer", offerMark),
  };
}

/** Somebody who registered; one an address. */
export const registrationItem = z.object({
  ...keyed,
  /** By which they are in line; 0 for the place of one who came and was never stored. */
  number: z.number(),
  /** Under what their coming was counted. */
  coming: z.string(),
  stand: z.enum(seatStands),
  /** Where it stood before it was cancelled. */
  was: z.enum(seatStands).optional(),
  name: z.string(),
  email: z.string(),
  language,
  values,
  cameAt: instant,
  seatAt: instant.optional(),
  offeredUntil: instant.optional(),
  checkedInAt: instant.optional(),
  /** At which meetings they were, by their place among them; of what meets once `checkedInAt` says it. */
  met: z.array(z.number().int()).readonly().optional(),
  /** How many these are: the table compares with it. */
  metCount: z.number().int().optional(),
  /** They want to be told of calls. */
  wantsToHear: z.literal(true).optional(),
  /** They came without having registered. */
  isWalkIn: z.literal(true).optional(),
  /** How often somebody gave up storing a coming of this address. */
  fenced: z.number().optional(),
});
export type Registration = z.infer<typeof registrationItem>;

/** The place of somebody who waits. */
export const waitingItem = z.object({ ...keyed, number: z.number(), id: z.string(), at: instant });

/** What was said afterwards by some of those who were there: how often each option, the texts, and that somebody has said something. */
export const saidItem = z.looseObject(keyed);
