import type { Process } from "./process.ts";
import { type Each, type State, waysOf } from "./states.ts";

/** One state of a path and the way that leads on from it: an outcome, `expired`, `next`, or an interruption. */
export interface Passage {
  readonly state: string;
  readonly way: string;
  /** What each part of a gathering says, by the name of its part: an outcome of its form, or `expired`. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A road through a process, from its start to one of its ends. */
export interface Path {
  readonly passages: readonly Passage[];
  /** The name of the state at which it ends. */
  readonly end: string;
}

interface Way {
  readonly state: string;
  readonly way: string;
  readonly to: string;
}

/** A step names the people of an `each` only when the case is there; in paths there are always two. */
const twoPeople = ["r1", "r2"];

/**
 * The paths from the start to each end, in four families, each without repetition and in a stable order. A way is what a
 * state can end with; an interruption is one more way of each state that it breaks in on.
 *
 * - Roads: all paths that come to no state twice and on which nobody breaks in.
 * - Interruptions: for each state and each word that may break in there: the shortest road to it, the word, and then
 *   every way to go on that comes to no state twice, until the road ends or is back among the states of the roads; from
 *   there the shortest one. They are not combined with one another: so their number is a sum and not a product.
 * - Rounds: each circle in which nobody breaks in gone round once from where it is first met, then along it again to each
 *   of its states and out by each way that leaves it; before and after it the shortest road. Not combined either.
 * - Gatherings: for each state that asks several people at once, everything that they can say together, by the
 *   shortest road. In the other families each of them says the first outcome of the form.
 *
 * Together they take every way of every state and come to every end.
 */
export function pathsOf(process: Process<string>): Path[] {
  const calm = graphOf(process, []);
  const graph = graphOf(process, Object.entries(process.interruptions));
  const spell = (ways: readonly Way[]): Path => ({
    passages: ways.map(({ state, way }) => passage(process, state, way)),
    end: ways.at(-1)?.to ?? process.start,
  });
  const paths = [
    ...roads(calm, process.start),
    ...interrupted(calm, graph, process.start),
    ...rounds(calm, shortestFrom(graph, process.start)),
  ].map(spell);
  return unlike([...paths, ...gatherings(process, graph, calm)]);
}

/** The ways out of each state by its name; ends have none. */
type Graph = ReadonlyMap<string, readonly Way[]>;

function graphOf(
  process: Process<string>,
  interruptions: readonly (readonly [string, { readonly during: readonly string[]; readonly to: string }])[],
): Graph {
  return new Map(
    Object.entries<State<string>>(process.states).map(([state, definition]) => [
      state,
      [
        ...Object.entries(waysOf(definition)).map(([way, to]) => ({ state, way, to })),
        ...interruptions
          .filter(([, { during }]) => during.includes(state))
          .map(([way, { to }]) => ({ state, way, to })),
      ],
    ]),
  );
}

/** All roads from a state that come to no state twice, until an end or one of the states at which to stop. */
function* roads(
  graph: Graph,
  from: string,
  stops: ReadonlySet<string> = new Set(),
  before: readonly Way[] = [],
): Generator<readonly Way[]> {
  const ways = stops.has(from) ? [] : (graph.get(from) ?? []);
  if (ways.length === 0) yield before;
  for (const way of ways) {
    if (way.to === from || before.some(({ state }) => state === way.to)) continue;
    yield* roads(graph, way.to, stops, [...before, way]);
  }
}

function* interrupted(calm: Graph, graph: Graph, start: string): Generator<readonly Way[]> {
  const there = shortestFrom(graph, start);
  const home = shortestToEnd(calm);
  const onRoads = new Set(shortestFrom(calm, start).keys());
  for (const [state, ways] of graph) {
    const before = there.get(state);
    const words = ways.filter((way) => !calm.get(state)?.some((known) => known.way === way.way));
    for (const word of before ? words : []) {
      for (const after of roads(calm, word.to, onRoads)) {
        const last = after.at(-1)?.to ?? word.to;
        yield [...(before ?? []), word, ...after, ...(home.get(last) ?? [])];
      }
    }
  }
}

function* rounds(graph: Graph, there: ReadonlyMap<string, readonly Way[]>): Generator<readonly Way[]> {
  const home = shortestToEnd(graph);
  for (const circle of circles(graph)) {
    const round = fromFirstMet(circle, there);
    const first = round[0];
    if (!first) continue;
    for (const [index, { state, way: onward }] of round.entries()) {
      for (const out of graph.get(state) ?? []) {
        const leaves = out.way !== onward && !round.some((other) => other.state === out.to);
        const onwardHome = home.get(out.to);
        if (!leaves || !onwardHome) continue;
        yield [...(there.get(first.state) ?? []), ...round, ...round.slice(0, index), out, ...onwardHome];
      }
    }
  }
}

/** All circles that come to no state twice, each once. */
function* circles(graph: Graph): Generator<readonly Way[]> {
  const order = new Map([...graph.keys()].map((state, index) => [state, index]));
  const place = (state: string): number => order.get(state) ?? 0;
  function* walk(from: string, first: string, before: readonly Way[]): Generator<readonly Way[]> {
    for (const way of graph.get(from) ?? []) {
      if (way.to === first) yield [...before, way];
      // A circle is found from the earliest of its states only.
      else if (
        place(way.to) > place(first) &&
        !before.some(({ state }) => state === way.to) &&
        way.to !== from
      )
        yield* walk(way.to, first, [...before, way]);
    }
  }
  for (const state of graph.keys()) yield* walk(state, state, []);
}

/** A circle, turned to begin at the state that is nearest to the start. */
function fromFirstMet(circle: readonly Way[], there: ReadonlyMap<string, readonly Way[]>): readonly Way[] {
  const distance = (way: Way): number => there.get(way.state)?.length ?? Number.POSITIVE_INFINITY;
  const nearest = Math.min(...circle.map(distance));
  const first = circle.findIndex((way) => distance(way) === nearest);
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** The shortest road from `start` to each state; of several equally short ones the first in the order of ways. */
function shortestFrom(graph: Graph, start: string): ReadonlyMap<string, readonly Way[]> {
  const reached = new Map<string, readonly Way[]>([[start, []]]);
  for (const [state, road] of reached) {
    for (const way of graph.get(state) ?? []) if (!reached.has(way.to)) reached.set(way.to, [...road, way]);
  }
  return reached;
}

/** The shortest road from each state to an end. */
function shortestToEnd(graph: Graph): ReadonlyMap<string, readonly Way[]> {
  const ends = [...graph].filter(([, ways]) => ways.length === 0).map(([state]) => state);
  const reached = new Map<string, readonly Way[]>(ends.map((state) => [state, []]));
  const ways = [...graph.values()].flat();
  for (const [state, road] of reached) {
    for (const way of ways) {
      if (way.to === state && !reached.has(way.state)) reached.set(way.state, [way, ...road]);
    }
  }
  return reached;
}

function* gatherings(process: Process<string>, graph: Graph, calm: Graph): Generator<Path> {
  const there = shortestFrom(graph, process.start);
  const home = shortestToEnd(calm);
  for (const [name, state] of Object.entries<State<string>>(process.states)) {
    if (state.kind !== "each" && state.kind !== "all") continue;
    const onward = (home.get(state.next) ?? []).map((way) => passage(process, way.state, way.way));
    const before = (there.get(name) ?? []).map((way) => passage(process, way.state, way.way));
    const end = home.get(state.next)?.at(-1)?.to ?? state.next;
    for (const parts of together(saidBy(state))) {
      yield { passages: [...before, { state: name, way: "next", parts }, ...onward], end };
    }
  }
}

/** What each part of a gathering can say, the first outcome of its form first. */
function saidBy(state: Each<string> | Extract<State<string>, { kind: "all" }>) {
  if (state.kind === "each")
    return twoPeople.map((part) => [part, [...state.form.outcomes, "expired"]] as const);
  return Object.entries(state.parts).map(
    ([part, asking]) => [part, [...asking.form.outcomes, "expired"]] as const,
  );
}

/** Every choice of one word for each part. */
function together(
  said: readonly (readonly [string, readonly string[]])[],
): Readonly<Record<string, string>>[] {
  return said.reduce<Readonly<Record<string, string>>[]>(
    (all, [part, words]) => all.flatMap((one) => words.map((word) => ({ ...one, [part]: word }))),
    [{}],
  );
}

function passage(process: Process<string>, state: string, way: string): Passage {
  const definition = process.states[state];
  if (way !== "next" || (definition?.kind !== "each" && definition?.kind !== "all")) return { state, way };
  return { state, way, parts: together(saidBy(definition))[0] ?? {} };
}

function unlike(paths: readonly Path[]): Path[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
