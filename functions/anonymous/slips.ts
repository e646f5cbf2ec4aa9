import { createHmac, randomBytes } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import {
  type AskedAnonymously,
  beyondScale,
  type CodesFor,
  type RatedItem,
} from "../../workflows/kernel/anonymous.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { Place } from "../../workflows/kernel/heard.ts";
import type { Answers } from "../adapters/answers.ts";
import type { House } from "../house.ts";
import {
  campaignItem,
  campaignKey,
  makingItem,
  makingKey,
  type Slip,
  slipItem,
  slipsOf,
} from "../store/answer-items.ts";
import { pseudonymIn } from "./pseudonyms.ts";

type Parts = Pick<House, "answers">;

/** So many items are written or read at once. */
const atOnce = 50;

/** What stands for a code in the table; from it alone nobody finds the code, nor whether a slip's was used. */
const standInOf = (key: string, code: string): string =>
  createHmac("sha256", Buffer.from(key, "base64url")).update(code).digest("hex");

/** The key of a call's codes; `undefined` before the first are made, and after the close for good. */
async function keyOf({ answers }: Parts, callId: string): Promise<string | undefined> {
  const item = await answers.get(campaignKey(callId));
  return item && campaignItem.parse(item).key;
}

async function keyMadeOf(house: Parts, callId: string): Promise<string> {
  const known = await keyOf(house, callId);
  if (known !== undefined) return known;
  await house.answers.put(
    { ...campaignKey(callId), key: randomBytes(32).toString("base64url") },
    { ifAbsent: true },
  );
  const made = await keyOf(house, callId);
  if (made === undefined) throw new Error(`${callId}: the key of its codes is gone`);
  return made;
}

/** How often the codes of a group were made: 0 before the first time. */
export async function makingOf({ answers }: Parts, callId: string, place: Place): Promise<number> {
  const item = await answers.get(makingKey(callId, place));
  return item ? makingItem.parse(item).number : 0;
}

/**
 * Makes the codes of a group, for the only time that anybody sees them. Whoever makes them again loses those that nobody has used, and
 * gets as many anew; `number` is how often they were made as far as the page knew that asked, so that two clicks make one sheet.
 */
export async function makeCodes(
  house: Parts,
  callId: string,
  place: CodesFor,
  number: number,
): Promise<readonly string[] | "elsewhere"> {
  const { answers } = house;
  const key = await keyMadeOf(house, callId);
  const made = makingKey(callId, place);
  const claimed =
    number === 0
      ? (await answers.put({ ...made, number: 1 }, { ifAbsent: true })) === "stored"
      : (await answers.change(made, { set: { number: number + 1 }, when: { number: { is: number } } }))
          .outcome === "changed";
  if (!claimed) return "elsewhere";
  let used = 0;
  const unused: Slip[] = [];
  for await (const slip of slipsIn(answers, slipsOf(callId, place)))
    if (slip.values) used += 1;
    else unused.push(slip);
  await inBatches(unused, ({ pk, sk }) => answers.delete({ pk, sk }));
  // 128 bits each. Stored in the order of what stands for them, so that where they lie says nothing of the sheet.
  const codes = Array.from({ length: Math.max(0, place.codes - used) }, () =>
    randomBytes(16).toString("base64url"),
  );
  const { school, group } = place;
  const slips = codes.map((code) => ({
    pk: slipsOf(callId, place),
    sk: standInOf(key, code),
    school,
    group,
  }));
  await inBatches(
    slips.toSorted((a, b) => (a.sk < b.sk ? -1 : 1)),
    (slip) => answers.put(slip),
  );
  return codes;
}

/** One slip whose code is known to whoever asks for it; asked again it is the same. */
export async function issueSlip(house: Parts, callId: string, place: Place, code: string): Promise<void> {
  const key = await keyMadeOf(house, callId);
  const { school, group } = place;
  await house.answers.put(
    { pk: slipsOf(callId, place), sk: standInOf(key, code), school, group },
    { ifAbsent: true },
  );
}

/** By what somebody comes who answers: the call, the group, and the code of their slip. */
export interface SlipAt extends Place {
  readonly callId: string;
  readonly code: string;
}

export type SlipFound = "unused" | "used" | "unknown" | "closed" | "early";

/** How a slip stands. After the close nothing is known of any, so that all are told the same. */
export async function findSlip(
  house: Parts & Pick<House, "clock">,
  asked: AskedAnonymously,
  at: SlipAt,
): Promise<SlipFound> {
  return (await lookedUp(house, asked, at)).found;
}

async function lookedUp(
  house: Parts & Pick<House, "clock">,
  { opensAt, closesAt }: Pick<AskedAnonymously, "opensAt" | "closesAt">,
  { callId, code, ...place }: SlipAt,
): Promise<{ readonly found: SlipFound; readonly key?: { readonly pk: string; readonly sk: string } }> {
  const now = house.clock.now();
  if (isOver(closesAt, now)) return { found: "closed" };
  if (now < opensAt) return { found: "early" };
  const secret = await keyOf(house, callId);
  if (secret === undefined) return { found: "unknown" };
  const key = { pk: slipsOf(callId, place), sk: standInOf(secret, code) };
  const item = await house.answers.get(key);
  if (!item) return { found: "unknown" };
  return { found: slipItem.parse(item).values ? "used" : "unused", key };
}

export type Given =
  | "accepted"
  | Exclude<SlipFound, "unused">
  | { readonly beyond: readonly string[]; readonly isPseudonymWrong: boolean };

/** Takes an answer: one conditional write, so that what is sent twice is one. Of when it came only the day is kept. */
export async function giveAnswer(
  house: Parts & Pick<House, "clock">,
  asked: AskedAnonymously,
  at: SlipAt,
  said: Readonly<Record<string, string>>,
  typed = "",
): Promise<Given> {
  const { found, key } = await lookedUp(house, asked, at);
  if (found !== "unused" || !key) return found === "unused" ? "unknown" : found;
  const beyond = beyondScale(asked.items, said);
  const pseudonym = asked.isPaired ? pseudonymIn(typed) : undefined;
  const isPseudonymWrong = asked.isPaired === true && pseudonym === undefined;
  if (beyond.length > 0 || isPseudonymWrong) return { beyond, isPseudonymWrong };
  const day = localDay(Temporal.Instant.from(house.clock.now())).toString();
  const written = await house.answers.change(key, {
    set: { day, values: valuesOf(asked.items, said), ...(pseudonym === undefined ? {} : { pseudonym }) },
    when: { school: "present", values: "absent" },
  });
  return written.outcome === "changed" ? "accepted" : "used";
}

/** Without what was left blank. */
const valuesOf = (
  items: readonly RatedItem[],
  said: Readonly<Record<string, string>>,
): Record<string, number> =>
  Object.fromEntries(items.flatMap(({ id }) => ((said[id] ?? "") === "" ? [] : [[id, Number(said[id])]])));

/** The slips of a group, read some at a time. */
export async function* slipsIn(answers: Answers, pk: string): AsyncGenerator<Slip> {
  let after: string | undefined;
  do {
    const { items, next } = await answers.page(pk, { limit: 1000, after });
    for (const item of items) yield slipItem.parse(item);
    after = next;
  } while (after !== undefined);
}

/** Does something with each, some at once. */
export async function inBatches<T>(all: readonly T[], make: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += atOnce)
    await Promise.all(all.slice(from, from + atOnce).map(make));
}
