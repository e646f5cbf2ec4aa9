import type { History } from "../../infra/histories/history.ts";
import { days } from "../../workflows/kernel/duration.ts";
import { defineForm, type Form } from "../../workflows/kernel/form.ts";
import { nameToday } from "../../workflows/kernel/moved.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { type Asking, type State, waysOf } from "../../workflows/kernel/states.ts";

/** A road of a history, and the case (or call) that goes it. */
export type Road = History["roads"][number] & { readonly ref: string };

const someone = { name: "Rasa", email: "rasa@agency.example", language: "lt" as const };
const inThreeDays = (_: unknown, now: string) => new Date(Date.parse(now) + 3 * 86_400_000).toISOString();
const twoPeople = ["r1", "r2"];

/**
 * A process in which rules and people are what roads say: its states, ways and names are as they are, but a step finds what the road of its
 * case says, every deadline is a few days off, and everybody is the same person.
 */
export function scripted(
  process: Process,
  roads: ReadonlyMap<string, Road>,
  /** On which visit of its road a case is. */
  visits: ReadonlyMap<string, number>,
): Process {
  const { id, application, call, start, givenStart, states, interruptions, moved, books, words } = process;
  return {
    id,
    ...(application ? { application } : {}),
    ...(call ? { call } : {}),
    start,
    ...(givenStart === undefined ? {} : { givenStart }),
    ...(moved ? { moved } : {}),
    books,
    words,
    states: Object.fromEntries(
      Object.entries<State<string>>(states).map(([name, state]) => [
        name,
        plainly(process, name, state, { roads, visits }),
      ]),
    ),
    interruptions: Object.fromEntries(
      Object.entries(interruptions).map(([word, { by, during, to, form }]) => [
        word,
        { by, during, to, form: saying(form) },
      ]),
    ),
    people: () => someone,
  };
}

/** Nothing needs to be said beside how it ends. */
const saying = ({ id, outcomes }: Form): Form => defineForm({ id, outcomes, fields: {} });

/** Whatever else is said of a question may be a rule, which counts on what a road does not bring. */
const asking = ({ role, form }: Asking): Asking => ({
  role,
  form: saying(form),
  within: days(5),
  remind: [days(2)],
});

function plainly(
  process: Process,
  name: string,
  state: State<string>,
  {
    roads,
    visits,
  }: { readonly roads: ReadonlyMap<string, Road>; readonly visits: ReadonlyMap<string, number> },
): State<string> {
  switch (state.kind) {
    case "ask":
      return { kind: "ask", on: state.on, ...asking(state), tell: [] };
    case "each":
      return {
        kind: "each",
        next: state.next,
        ...asking(state),
        ...(state.most === undefined ? {} : { most: state.most }),
      };
    case "all":
      return {
        ...state,
        parts: Object.fromEntries(Object.entries(state.parts).map(([part, one]) => [part, asking(one)])),
      };
    case "until":
      return { ...state, instant: inThreeDays };
    case "await":
      return { ...state, tell: [], ...(state.instant ? { instant: inThreeDays } : {}) };
    case "end":
      return { ...state, tell: [] };
    case "step":
      return {
        kind: "step",
        on: state.on,
        tells: [],
        run: ({ ref }) => ({
          outcome: wayOf(process, roads.get(ref), name, visits.get(ref) ?? 0),
          // What a step of that name keeps is read by a schema; this one has found nothing.
          record: { id: "history", data: {} },
          parts: twoPeople,
        }),
      };
  }
}

/** What the road says in a state on a visit; where the road is elsewhere, the shortest way to an end. */
export function wayOf(process: Process, road: Road | undefined, state: string, visit: number): string {
  const passage = road?.passages[visit - 1];
  const isThere = passage !== undefined && nameToday(process, passage.state) === state;
  return isThere ? passage.way : (wayHome(process).get(state) ?? "expired");
}

/** By which way the nearest end is reached from each state. */
function wayHome({ states }: Process): ReadonlyMap<string, string> {
  const all = Object.entries<State<string>>(states);
  const near = new Set(all.filter(([, { kind }]) => kind === "end").map(([name]) => name));
  const ways = new Map<string, string>();
  for (const end of near)
    for (const [name, state] of all)
      for (const [way, to] of Object.entries(waysOf(state)))
        if (to === end && !near.has(name)) {
          ways.set(name, way);
          near.add(name);
        }
  return ways;
}
