import type { Key } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { type FindingItem, findingItem } from "../store/finding-item.ts";
import { idOf } from "../store/keys.ts";

/** After so many tries it is said that it did not work. */
const mostTries = 4;

/** Finds out what was asked of a call, and keeps it; what was asked anew meanwhile is found out after it. */
export async function findOut(house: House, key: Key): Promise<"done" | "again"> {
  const stored = await house.table.get(key);
  if (!stored) return "done";
  const item = findingItem.parse(stored);
  const at = house.clock.now();
  const found = await attempt(house, item);
  const kept = await house.table.change(key, {
    set: { ...found, at, of: item.said },
    remove: ["pending", "pendingAt", "attempts"],
    when: { askedAt: { is: item.askedAt } },
  });
  if (kept.outcome === "changed") return "done";
  await house.table.change(key, {
    set: { pendingAt: house.clock.now() },
    remove: ["attempts"],
    when: { pending: "present" },
  });
  return "again";
}

/** Throws while there are tries left, so that it is tried again a little later. */
async function attempt(
  house: House,
  item: FindingItem,
): Promise<{ readonly found: unknown } | { readonly failed: true }> {
  try {
    return { found: await lookThrough(house, item) };
  } catch (error) {
    if ((item.attempts ?? 0) + 1 < mostTries) throw error;
    return { failed: true };
  }
}

async function lookThrough(house: House, { pk, kind, said }: FindingItem): Promise<unknown> {
  const callId = idOf(pk);
  switch (kind) {
    case "audit":
      return (await import("../audit/audited.ts")).auditedCall(house, callId);
    case "reviewers":
      return (await import("../cases/people/reviewing.ts")).reviewingOf(house, callId);
    case "silent":
      return (await import("../cases/road/silent.ts")).silentRefs(house, callId);
    case "trial":
      return (await import("./trial.ts")).comparedIn(house, callId, said);
  }
}
