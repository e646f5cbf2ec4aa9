import { passes } from "../../../workflows/kernel/retry.ts";
import type { House } from "../../house.ts";
import { isServiceFault } from "../../middleware/service-fault.ts";
import type { Head } from "../../store/items.ts";
import { headKey, nothingPending, pendingSince } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { hasEnded } from "./interrupt.ts";
import { executionOf, restart } from "./restart.ts";
import { awaitsInterruption, isOwed } from "./start.ts";

/**
 * So many minutes after an execution has failed its road is taken up again, later each time that nothing came of it; each tries for
 * ten hours by itself. What fails once more is the coordinator's.
 */
const minutesBetween = [10, 60, 240, 720, 1440];

/** Who takes up what nobody has asked for: a restart by a person bears an address. */
const product = { name: "Kelias", email: "" } as const;

type Parts = Pick<House, "table" | "engine" | "clock" | "log">;

/**
 * Plans that the road of a case or a call is taken up again whose execution has failed (its name says which), if it failed by what
 * passes. A defect, and what went wrong too often, is left to people. The same word twice plans once.
 */
export async function planTakingUp(
  house: Parts,
  ref: string,
  execution: string,
): Promise<"planned" | "left"> {
  const loaded = await loadCase(house, ref);
  if (!loaded || hasEnded(loaded)) return "left";
  const { head } = loaded;
  if (executionOf(head) !== execution || head.toStart || head.takeUp) return "left";
  const minutes = minutesBetween[takenUpInVain(loaded)];
  const error = await house.engine.failureOf(head.process, execution);
  if (minutes === undefined || error === undefined || !passes(error)) return "left";
  const at = new Date(Date.parse(house.clock.now()) + minutes * 60_000).toISOString();
  const { outcome } = await house.table.change(headKey(ref), {
    set: { takeUp: { at }, ...pendingSince(ref, at) },
    remove: ["attempts"],
    when: { generation: { is: head.generation }, takeUp: "absent" },
  });
  return outcome === "changed" ? "planned" : "left";
}

/** Takes a road up again that was planned to be; where that cannot be, a person sees it. */
export async function takeUp(house: Parts, { pk, takeUp: plan }: Head): Promise<"done" | "waits"> {
  if (plan && house.clock.now() < plan.at) return "waits";
  const loaded = await loadCase(house, pk);
  if (!loaded?.head.takeUp) return "done";
  if ((await restartOrLeave(house, loaded)) !== "restarted") await forget(house, loaded.head);
  return "done";
}

/** A definition that knows the case's state no more is a defect: trying again changes nothing. */
async function restartOrLeave(house: Parts, loaded: LoadedCase): Promise<"restarted" | "left"> {
  try {
    const { outcome } = await restart(house, loaded, product);
    return outcome === "restarted" ? outcome : "left";
  } catch (error) {
    if (!(error instanceof Error) || (await isServiceFault(error))) throw error;
    house.log("K208", { ref: loaded.head.pk, error: error.name });
    return "left";
  }
}

async function forget({ table }: Pick<House, "table">, head: Head): Promise<void> {
  const hasMore = head.toStart !== undefined || awaitsInterruption(head) || isOwed(head);
  await table.change(headKey(head.pk), {
    remove: ["takeUp", ...(hasMore ? [] : nothingPending)],
    when: { generation: { is: head.generation }, interrupted: { is: head.interrupted } },
  });
}

/** How often it was taken up by itself since something last happened on the road. */
function takenUpInVain({ head, tasks, records }: LoadedCase): number {
  const happened = [
    ...tasks.map(({ openedAt, closedAt }) => closedAt ?? openedAt),
    ...records.map(({ at }) => at),
  ];
  const latest = happened.toSorted().at(-1) ?? "";
  return (head.restarts ?? []).filter(({ at, by }) => by.email === product.email && at > latest).length;
}
