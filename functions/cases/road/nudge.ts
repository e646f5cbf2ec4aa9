import type { House } from "../../house.ts";
import { nudgeItem } from "../../store/items.ts";
import { idOf, nudgeKey, pendingSince } from "../../store/keys.ts";

/**
 * Says to a call's machine that one of its cases moved. Many nudges are one: the machine looks at all cases when it
 * wakes, so nothing depends on how many there were or in which order.
 */
export async function nudgeCall(house: Pick<House, "table" | "clock">, callId: string): Promise<void> {
  const key = nudgeKey(callId);
  await house.table.change(key, {
    set: pendingSince(key.pk, house.clock.now()),
    add: { version: 1 },
  });
}

/** Up to which nudge a call's step will have looked: what comes later asks for another look. */
export async function lookedAt(house: Pick<House, "table">, ref: string): Promise<number | undefined> {
  const item = await house.table.get(nudgeKey(idOf(ref)));
  return item && nudgeItem.parse(item).version;
}

/** Remembers up to which nudge a call's step has looked. */
export async function endLook(house: Pick<House, "table">, ref: string, looked: number): Promise<void> {
  await house.table.change(nudgeKey(idOf(ref)), { set: { looked } });
}

/** A case may have moved while the call's machine was busy: what it has not looked at yet is told again. */
export async function renewNudge(house: Pick<House, "table" | "clock">, ref: string): Promise<void> {
  const key = nudgeKey(idOf(ref));
  const item = await house.table.get(key);
  if (!item) return;
  const { version, looked } = nudgeItem.parse(item);
  if (version === looked) return;
  await house.table.change(key, {
    set: pendingSince(ref, house.clock.now()),
    when: { version: { is: version } },
  });
}
