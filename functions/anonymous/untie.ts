import { randomBytes, randomInt } from "node:crypto";
import type { Place } from "../../workflows/kernel/heard.ts";
import type { Item, Key } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { answersOf, campaignKey, copiedKey, makingKey, slipsOf } from "../store/answer-items.ts";
import { inBatches, slipsIn } from "./slips.ts";

type Parts = Pick<House, "answers">;

/**
 * Cuts the answers of a call loose from their codes, for good: each gets a fresh random key, in random order; slips and key are
 * deleted, and what was deleted is wiped. It may be done again at any point.
 */
export async function untie(house: Parts, callId: string, places: readonly Place[]): Promise<void> {
  const { answers } = house;
  for (const place of places) await untieGroup(house, callId, place);
  await answers.delete(campaignKey(callId));
  for (const place of places) {
    await answers.delete(makingKey(callId, place));
    await answers.delete(copiedKey(callId, place));
  }
  await answers.wipe();
}

async function untieGroup({ answers }: Parts, callId: string, place: Place): Promise<void> {
  const [slips, target] = [slipsOf(callId, place), answersOf(callId, place)];
  const isCopied = (await answers.get(copiedKey(callId, place))) !== undefined;
  const keys: { readonly pk: string; readonly sk: string }[] = [];
  const copies: (Item & Key)[] = [];
  for await (const { pk, sk, school, group, values, pseudonym } of slipsIn(answers, slips)) {
    keys.push({ pk, sk });
    const paired = pseudonym === undefined ? {} : { pseudonym };
    if (values)
      copies.push({
        pk: target,
        sk: randomBytes(16).toString("base64url"),
        ...{ school, group, values, ...paired },
      });
  }
  // Whoever was done before has no slips left; a copy that was not finished is begun anew.
  if (keys.length === 0) return;
  if (!isCopied) {
    for (const { pk, sk } of await answers.query(target))
      await answers.delete({ pk: String(pk), sk: String(sk) });
    await inBatches(shuffled(copies), (copy) => answers.put(copy));
    await answers.put({ ...copiedKey(callId, place) });
  }
  await inBatches(keys, (key) => answers.delete(key));
}

/** In an order that nobody knows (Fisher and Yates, by the system's random source). */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const mixed = [...all];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a, b] = [mixed[last], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[last], mixed[other]] = [b, a];
  }
  return mixed;
}
