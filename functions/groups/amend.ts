import type { StaffMember } from "../cases/people/staff-member.ts";
import { isAmong, noteInterruption } from "../cases/road/interrupt.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import type { Refused } from "./arrange.ts";
import { mayArrange } from "./groups.ts";
import { type Member, membersAmong } from "./members.ts";

/** Did this member have the grants of all these cases worked out anew just so? Whoever says so again has said it. */
export async function wasAmended(
  house: Pick<House, "table" | "clock">,
  call: Head,
  by: StaffMember,
  refs: readonly string[],
  reason: string,
): Promise<boolean> {
  const members = await membersAmong(house, refs);
  const isSaid = ({ loaded }: Member): boolean => {
    const amendment = loaded.process.groups?.amendment;
    if (!amendment || loaded.head.callId !== call.callId) return false;
    const word = { name: amendment.word, by: by.email };
    return isAmong(loaded.head.interruptions.slice(-1), loaded, word, amendment.says(loaded.file, reason));
  };
  return refs.length > 0 && members.length === refs.length && members.every(isSaid);
}

/**
 * Has grants worked out anew that do not fit their tickets any more, each by its process's own word for changed plans.
 * The words are noted and passed on by the sweeper, however many they are; said twice, each is noted once.
 */
export async function amendGrants(
  house: Pick<House, "table" | "clock" | "log">,
  call: Head,
  by: StaffMember,
  members: readonly Member[],
  reason: string,
): Promise<{ readonly outcome: "amended" } | Refused> {
  if (!mayArrange(call, by)) return { outcome: "notTheirs" };
  if (members.length === 0) return { outcome: "nobodyChosen" };
  for (const { loaded } of members) {
    const amendment = loaded.process.groups?.amendment;
    if (!amendment) continue;
    const word = { name: amendment.word, by: by.email };
    const { outcome } = await noteInterruption(house, loaded, word, amendment.says(loaded.file, reason));
    if (outcome === "invalid") throw new Error(`${loaded.head.pk}: ${amendment.word} is not said so`);
  }
  return { outcome: "amended" };
}
