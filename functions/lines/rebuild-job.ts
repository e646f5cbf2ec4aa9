import * as z from "zod";
import { allCalls } from "../calls/calls.ts";
import type { LoadedCase } from "../cases/load.ts";
import { moveFromGone } from "../cases/road/move-over.ts";
import type { House } from "../house.ts";
import { keyed, pendable } from "../store/item-parts.ts";
import { idOf, jobsPartition, rebuildKey } from "../store/keys.ts";
import { place, rebuild } from "./rebuild.ts";

type Parts = Pick<House, "table" | "clock">;

/** That everything that is kept of a call is being made anew, and how far that has come. */
const rebuildItem = z.object({ ...keyed, ...pendable, place: place.optional() });

/** Stands for every call. */
const every = "*";

/**
 * Notes that everything that is kept of a call (or of every one: `*`) is to be made anew. What is under way already goes on.
 * `unknownCall` where there is none of that identifier.
 */
export async function askForRebuild(
  house: Parts,
  callId: string,
): Promise<{ readonly outcome: "asked" } | { readonly outcome: "unknownCall" }> {
  const known = (await allCalls(house)).map(({ pk }) => idOf(pk));
  if (callId !== every && !known.includes(callId)) return { outcome: "unknownCall" };
  for (const id of callId === every ? known : [callId])
    await house.table.change(rebuildKey(id), {
      set: { pending: jobsPartition, pendingAt: house.clock.now() },
      when: { pending: "absent" },
    });
  return { outcome: "asked" };
}

/** Goes on making anew for as long as there is time; `again` when there was too little. */
export async function goOnRebuilding(
  house: Parts & Pick<House, "log">,
  callId: string,
  pace: { readonly isOver: () => boolean; readonly turn: () => Promise<void> },
): Promise<"done" | "again"> {
  const key = rebuildKey(callId);
  const item = await house.table.get(key);
  const from = item && rebuildItem.parse(item).place;
  // A case that waits in a state which was taken out since goes on from there.
  const look = (loaded: LoadedCase) => moveFromGone(house, loaded);
  const reached = await rebuild(house, callId, { ...pace, from, look });
  if (reached === undefined) {
    await house.table.delete(key);
    return "done";
  }
  await house.table.change(key, {
    set: { place: reached, pendingAt: house.clock.now() },
    remove: ["attempts"],
    when: { pending: "present" },
  });
  return "again";
}
