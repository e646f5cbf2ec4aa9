import { nameToday } from "../../../workflows/kernel/moved.ts";
import { waysOf } from "../../../workflows/kernel/states.ts";
import type { House } from "../../house.ts";
import type { Head, RecordItem, Task } from "../../store/items.ts";
import { headKey, idOf, pendingSince } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";
import { isBreakingIn } from "./interrupt.ts";
import { partsOf } from "./onward.ts";

type Position = NonNullable<Head["toStart"]>;

/** The name of the execution that drives a case or a call now. */
export const executionOf = ({ pk, generation }: Pick<Head, "pk" | "generation">): string =>
  `${idOf(pk)}-${generation}`;

/** Where the road of a case goes on, by what is stored of it: in the state that its machine stood in or was coming to. */
export function positionOf(loaded: LoadedCase): Position {
  const { process, head, tasks, records } = loaded;
  const said = head.interruptions.at(-1);
  if (said && isBreakingIn(loaded) && head.heard === head.interrupted) {
    const to = process.interruptions[said.name]?.to;
    const isDone = records.some(({ visit, state }) => visit > said.visit && state === to);
    if (to !== undefined && !isDone) return { from: to, visit: said.visit + 1 };
  }
  const visit = Math.max(-1, ...tasks.map((task) => task.visit), ...records.map((record) => record.visit));
  const record = records.find((one) => one.visit === visit);
  if (record) return after(loaded, record);
  const asked = tasks.filter((task) => task.visit === visit);
  const [first] = asked;
  if (!first) return { from: startOf(loaded), visit: 1 };
  const stands = asked.some(({ status, pending }) => status === "open" || pending !== undefined);
  if (stands) return { from: first.state, visit, ...partsOf(loaded) };
  return { from: wayOn(loaded, first), visit: visit + 1 };
}

function after(loaded: LoadedCase, { state, outcome, visit }: RecordItem): Position {
  const definition = loaded.process.states[state];
  const from = definition ? waysOf(definition)[outcome] : undefined;
  if (from === undefined) throw new Error(`${loaded.head.pk}: ${state} does not lead anywhere by ${outcome}`);
  return { from, visit: visit + 1, ...partsOf(loaded) };
}

/** An answer that nobody can give any more led where its machine said. */
function wayOn({ process, head }: LoadedCase, { state, status, outcome, machine }: Task): string {
  const definition = process.states[state];
  const ways = definition ? waysOf(definition) : {};
  const way = status === "answered" ? (outcome ?? "") : "expired";
  const to = ways.next ?? ways[way] ?? machine?.ways[way]?.[0];
  if (to === undefined) throw new Error(`${head.pk}: ${state} does not lead anywhere`);
  return nameToday(process, to);
}

/** A case that another one gave rise to was never sent by anybody, so nobody was told that it came. */
const startOf = ({ process, mails }: LoadedCase): string =>
  process.givenStart !== undefined && !mails.some(({ template }) => template === "received")
    ? process.givenStart
    : process.start;

export type Restarted = { readonly outcome: "restarted" | "running" | "over" };

/**
 * Takes the road of a case or a call up again whose execution has broken down, in the next execution: the sweeper starts it.
 * Nothing happens while an execution runs or is about to, so it is done once however often it is asked for.
 */
export async function restart(
  house: Pick<House, "table" | "engine" | "clock" | "log">,
  loaded: LoadedCase,
  by: { readonly name: string; readonly email: string },
): Promise<Restarted> {
  const { head, entry } = loaded;
  if (entry?.ended || head.endedAt) return { outcome: "over" };
  if (head.toStart || (await house.engine.isRunning(head.process, executionOf(head)))) {
    return { outcome: "running" };
  }
  const at = house.clock.now();
  const toStart = positionOf(loaded);
  const restarts = [...(head.restarts ?? []), { at, from: toStart.from, by }];
  const { outcome } = await house.table.change(headKey(head.pk), {
    set: { toStart, restarts, ...pendingSince(head.pk, at) },
    add: { generation: 1 },
    remove: ["attempts", "takeUp"],
    when: { generation: { is: head.generation } },
  });
  if (outcome === "refused") return { outcome: "running" };
  house.log("K207", { ref: head.pk, state: toStart.from });
  return { outcome: "restarted" };
}
