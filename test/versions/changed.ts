import type { Process } from "../../workflows/kernel/process.ts";
import type { State } from "../../workflows/kernel/states.ts";

type States = Readonly<Record<string, State<string>>>;

/** A process as it could be after a release: a state of it has another name, everywhere, and a line that says so or none. */
export function renamed(process: Process, from: string, to: string, moved = { [from]: to }): Process {
  const name = (state: string): string => (state === from ? to : state);
  const under = <Said>(said: Readonly<Record<string, Said>>): Readonly<Record<string, Said>> =>
    Object.fromEntries(Object.entries(said).map(([state, one]) => [name(state), one]));
  const { money } = process;
  return {
    ...process,
    start: name(process.start),
    moved,
    states: Object.fromEntries(
      Object.entries(process.states as States).map(([state, one]) => [name(state), leading(one, name)]),
    ),
    interruptions: Object.fromEntries(
      Object.entries(process.interruptions).map(([word, said]) => [
        word,
        { ...said, to: name(said.to), during: said.during.map(name) },
      ]),
    ),
    ...(money ? { money: { ...money, pays: under(money.pays), recovers: under(money.recovers ?? {}) } } : {}),
    words: {
      lt: async () => wordsUnder(await process.words.lt(), name),
      en: async () => wordsUnder(await process.words.en(), name),
    },
  };
}

/** A state with its ways under other names. */
export function leading(state: State<string>, name: (state: string) => string): State<string> {
  switch (state.kind) {
    case "ask":
    case "step":
    case "await":
      return {
        ...state,
        on: Object.fromEntries(Object.entries(state.on).map(([way, to]) => [way, name(to)])),
      };
    case "each":
    case "all":
    case "until":
      return { ...state, next: name(state.next) };
    case "end":
      return state;
  }
}

/** The process with some of its states put right, and others beside them. */
export const withStates = (
  process: Process,
  change: (states: States) => States,
  moved: Readonly<Record<string, string>> = {},
): Process => ({ ...process, moved, states: change(process.states) });

/** Words of a state stand under `task.<state>.…`, `stage.<state>` and the like. */
const wordsUnder = (words: Readonly<Record<string, string>>, name: (state: string) => string) =>
  Object.fromEntries(
    Object.entries(words).map(([key, word]) => {
      const [subject = "", state, ...rest] = key.split(".");
      return [state === undefined ? key : [subject, name(state), ...rest].join("."), word];
    }),
  );
