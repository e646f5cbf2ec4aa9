import type { House } from "../house.ts";
import { nudgeKey, pendingSince } from "../store/keys.ts";

/**
 * Says to a call's machine that one of its cases moved. Many nudges are one: the machine looks at all cases when it
 * wakes, so nothing depends on how many there were or in which order.
 */
export async function nudgeCall(house: Pick<House, "table" | "clock">, callId: string): Promise<void> {
  const key = nudgeKey(callId);
  await house.table.change(key, {
    set: { unseen: true, ...pendingSince(key.pk, house.clock.now()) },
    add: { version: 1 },
  });
}
