import type { LoadedCase } from "../cases/load.ts";
import { executionOf, positionOf } from "../cases/road/restart.ts";
import type { Head } from "../store/items.ts";
import { headKey, pendingSince } from "../store/keys.ts";
import type { Parts } from "./standing.ts";

/** As whom it stands among those who took a road up again. */
export const reconciler = { name: "kelias reconcile", email: "" };

/**
 * Takes the road of a case or a call up again where the table says that it stands: whatever ran before is stopped, and the sweeper starts
 * the next execution. Said again it is done once; `moved` when somebody else moved it meanwhile.
 */
export async function startAnew(parts: Parts, loaded: LoadedCase): Promise<"takenUp" | "moved"> {
  const { table, machines, clock } = parts;
  const { head, tasks } = loaded;
  const { toStart: planned } = head;
  const isBegun = planned !== undefined && tasks.some(({ visit }) => visit >= planned.visit);
  const toStart = planned && !isBegun ? planned : positionOf(loaded);
  await machines.stop(head.process, executionOf(head));
  const at = clock.now();
  const { outcome } = await table.change(headKey(head.pk), {
    set: {
      toStart,
      generation: await freeGeneration(parts, head),
      restarts: [...(head.restarts ?? []), { at, from: toStart.from, by: reconciler }],
      ...pendingSince(head.pk, at),
    },
    remove: ["attempts", "takeUp"],
    when: { generation: { is: head.generation } },
  });
  return outcome === "changed" ? "takenUp" : "moved";
}

/** The next generation whose execution has a name of its own: a machine that went on without the table may have used some. */
async function freeGeneration({ machines }: Parts, head: Head): Promise<number> {
  let { generation } = head;
  do generation++;
  while ((await machines.standing(head.process, executionOf({ ...head, generation }))) !== "unknown");
  return generation;
}
