import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { iso } from "../../workflows/kernel/facts/instants.ts";
import type { Slot, SlotsSeen } from "../../workflows/kernel/slot.ts";
import { slotName } from "../../workflows/kernel/slots.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { slotKey, slotsOf } from "../store/keys.ts";
import { slotItem } from "../store/slot-item.ts";

/** Slots of a call: one item each, written where nobody has it (decision 88). */

type Parts = Pick<House, "table" | "clock">;
type Whose = { readonly callId: string; readonly ref: string };

/** Whoever claims a slot has it for so long; the step behind the question settles it. */
const claimMinutes = 10;

/** Names are told apart by a digest: what stands in keys names nobody. */
const keyOf = (callId: string, { starts, by }: Slot) =>
  slotKey(callId, starts, createHash("sha256").update(by).digest("base64url").slice(0, 22));

/** A case with how the slots of its call stand now. */
export async function withSlots<L extends Pick<LoadedCase, "file" | "process">>(
  { table, clock }: Pick<House, "table" | "clock">,
  loaded: L,
): Promise<L> {
  if (!loaded.process.slots) return loaded;
  const now = clock.now();
  const held = await slotsHeld({ table, clock }, loaded.file.callId);
  const taken = held.map(({ ref, ...slot }) => [slotName(slot), ref] as const);
  const slots: SlotsSeen = { now, taken: Object.fromEntries(taken) };
  return { ...loaded, file: { ...loaded.file, slots } };
}

/** The slots of a call that somebody has now, each with the case; `isClaimed`: it is chosen, and not settled yet. */
export async function slotsHeld({ table, clock }: Parts, callId: string) {
  const now = clock.now();
  const items = (await table.query(slotsOf(callId))).map((item) => slotItem.parse(item));
  return items.flatMap(({ starts, by, ref, until }) =>
    ref === undefined || isRunOut(until, now) ? [] : [{ starts, by, ref, isClaimed: until !== undefined }],
  );
}

const isRunOut = (until: string | undefined, now: string): boolean => until !== undefined && until <= now;

/** Takes a slot for a case until it is settled: one conditional write, refused where another case has it. */
export async function claimSlot(house: Parts, whose: Whose, slot: Slot): Promise<"claimed" | "taken"> {
  const until = Temporal.Instant.from(house.clock.now()).add({ minutes: claimMinutes });
  return take(house, whose, slot, { until: iso(until) });
}

/** The slots that a case has from now on, and no others. `taken`: another case has one of them by now. */
export async function settleSlots(
  house: Parts,
  whose: Whose,
  slots: readonly Slot[],
): Promise<"settled" | "taken"> {
  for (const slot of slots) if ((await take(house, whose, slot, {})) === "taken") return "taken";
  const kept = new Set(slots.map(slotName));
  await giveBack(house, whose, (slot) => !kept.has(slotName(slot)));
  return "settled";
}

/** A case that ends gives back what has not begun. */
export const giveBackSlots = (house: Parts, whose: Whose, hasBegun: (slot: Slot) => boolean) =>
  giveBack(house, whose, (slot) => !hasBegun(slot));

async function giveBack(house: Parts, { callId, ref }: Whose, which: (slot: Slot) => boolean): Promise<void> {
  const own = (await house.table.query(slotsOf(callId)))
    .map((item) => slotItem.parse(item))
    .filter((item) => item.ref === ref && which(item));
  for (const slot of own)
    await house.table.change(keyOf(callId, slot), {
      remove: ["ref", "until"],
      add: { version: 1 },
      when: { ref: { is: ref } },
    });
}

/** Writes a slot where nobody has it; where somebody seems to, the item says whether it is the case itself, or a claim that ran out. */
async function take(
  house: Parts,
  { callId, ref }: Whose,
  slot: Slot,
  { until }: { readonly until?: string },
): Promise<"claimed" | "taken"> {
  const key = keyOf(callId, slot);
  const change = {
    set: { ...slot, ref, ...(until === undefined ? {} : { until }) },
    ...(until === undefined ? { remove: ["until"] } : {}),
    add: { version: 1 },
  };
  const first = await house.table.change(key, { ...change, when: { ref: "absent" } });
  if (first.outcome === "changed") return "claimed";
  const known = slotItem.parse(await house.table.get(key));
  // What is settled already needs no claim.
  if (known.ref === ref && known.until === undefined) return "claimed";
  if (known.ref !== ref && known.ref !== undefined && !isRunOut(known.until, house.clock.now()))
    return "taken";
  const again = await house.table.change(key, { ...change, when: { version: { is: known.version } } });
  return again.outcome === "changed"
    ? "claimed"
    : take(house, { callId, ref }, slot, until === undefined ? {} : { until });
}
