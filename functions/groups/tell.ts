import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { markFigures } from "../lines/figures.ts";
import { keepLine } from "../lines/keep.ts";
import { queueMail } from "../mails/queue.ts";
import type { Group } from "../store/group-item.ts";
import { groupKey } from "../store/keys.ts";
import { letGo } from "./arrange.ts";

/**
 * Orders the mails that a group's changes call for. Each mail's key says the group and which move or news it is about, so
 * it is ordered once however often this is done. Whoever no longer travels at all was told so by the own road.
 */
export async function tellGroup(house: House, group: Group): Promise<"told" | "later"> {
  let hasLater = false;
  for (const ref of group.refs)
    await tellCase(house, group, ref).catch((error: unknown) => {
      hasLater = true;
      house.log("K303", { ref, what: "group", error: error instanceof Error ? error.name : "unknown" });
    });
  if (hasLater) return "later";
  const { outcome } = await house.table.change(groupKey(group.callId, group.number), {
    remove: ["pending", "pendingAt", "attempts"],
    when: { version: { is: group.version } },
  });
  return outcome === "changed" ? "told" : "later";
}

async function tellCase(house: House, group: Group, ref: string): Promise<void> {
  if (group.dissolvedAt !== undefined) await letGo(house, group, ref);
  // Whose tickets they are may change what a line says, and nothing of the case itself has changed then.
  const kept = await keepLine(house, ref);
  if (kept.outcome === "kept") await markFigures(house, kept.callId);
  const loaded = await loadCase(house, ref);
  const entry = loaded?.entry;
  if (!loaded || !entry || loaded.process.groups?.destination(loaded.file) === undefined) return;
  const to = loaded.process.people("applicant", loaded.file);
  if (!to) return;
  const order = (template: string, round: number) =>
    queueMail(
      house,
      { ref, visit: group.number, template, role: "applicant", to, round, isPaced: true },
      loaded,
    );
  const { groupMoves = 0, groupNews = 0, groupLeft } = entry;
  if (entry.group === group.number) {
    await order("groupJoined", groupMoves);
    if (group.news > groupNews) await order("groupChanged", group.news);
  } else if (entry.group === undefined && groupLeft === group.number) {
    await order("groupLeft", groupMoves);
  }
}
