import { mainRoad } from "../../workflows/kernel/main-road.ts";
import type { LoadedCase } from "../cases/load.ts";
import { stateNow } from "../cases/road/show-state.ts";
import type { Task } from "../store/items.ts";

/** One stop on the way of a case through its process. */
export interface WayStop {
  readonly kind: "passed" | "here" | "ahead";
  /** The name of a state; of a word that broke in; or what stands at the very ends of the way. */
  readonly of:
    | { readonly what: "state"; readonly name: string }
    | { readonly what: "word"; readonly name: string }
    | { readonly what: "ended"; readonly status: string }
    | { readonly what: "submitted" };
  /** When the case came here. UTC instant. */
  readonly at?: string;
  /** Who was or is asked here. */
  readonly tasks: readonly Task[];
  /** The road that is meant does not lead here: the case was turned off it. */
  readonly isAside: boolean;
}

/** The way of a case, from the application to an end: what it passed, where it is, and what is meant to come. */
export function wayOf(loaded: LoadedCase, now: string): readonly WayStop[] {
  const { process, file, entry, tasks } = loaded;
  const first = tasks.toSorted((a, b) => a.visit - b.visit)[0]?.state;
  const start = first === process.givenStart ? process.givenStart : process.start;
  const meant = new Set(mainRoad(process, start));
  const visited = visits(tasks);
  const stops = visited.map((asked): WayStop => {
    const [{ state: name, openedAt: at }] = asked;
    return { kind: "passed", of: { what: "state", name }, at, tasks: asked, isAside: !meant.has(name) };
  });
  const words = file.interruptions.map(
    ({ name, at }): WayStop => ({
      kind: "passed",
      of: { what: "word", name },
      at,
      tasks: [],
      isAside: true,
    }),
  );
  const passed = [...stops, ...words].toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
  const sent = { of: { what: "submitted" as const }, at: file.submittedAt, tasks: [], isAside: false };
  if (entry?.ended) {
    const end = { what: "ended" as const, status: entry.state };
    const at = entry.endedAt === undefined ? {} : { at: entry.endedAt };
    return [
      { ...sent, kind: "passed" },
      ...passed,
      { kind: "here", of: end, ...at, tasks: [], isAside: false },
    ];
  }
  const here = stateNow(loaded, now);
  const latest = stops.at(-1);
  if (!latest || here === "submitted") {
    return [{ ...sent, kind: "here" }, ...passed, ...ahead(process, mainRoad(process, start), meant)];
  }
  const isLatest = latest.of.what === "state" && latest.of.name === here;
  const stand: WayStop = isLatest
    ? { ...latest, kind: "here" }
    : { kind: "here", of: { what: "state", name: here }, tasks: [], isAside: !meant.has(here) };
  const behind = passed.filter((stop) => !(isLatest && stop === latest));
  return [
    { ...sent, kind: "passed" },
    ...behind,
    stand,
    ...ahead(process, mainRoad(process, here).slice(1), meant),
  ];
}

type Several = readonly [Task, ...Task[]];

/** The questions and waits of a case, those of one visit together, in order. */
function visits(tasks: readonly Task[]): readonly Several[] {
  const found = new Map<string, Several>();
  for (const task of tasks.toSorted((a, b) => a.visit - b.visit || (a.sk < b.sk ? -1 : 1))) {
    const key = `${task.visit} ${task.state}`;
    const known = found.get(key);
    found.set(key, known ? [...known, task] : [task]);
  }
  return [...found.values()];
}

/** What is still to come; what the system does by itself on the way is no stop. */
function ahead(
  process: LoadedCase["process"],
  names: readonly string[],
  meant: ReadonlySet<string>,
): readonly WayStop[] {
  return names
    .filter((name) => process.states[name]?.kind !== "step")
    .map((name) => ({
      kind: "ahead",
      of: { what: "state", name },
      tasks: [],
      isAside: !meant.has(name),
    }));
}
