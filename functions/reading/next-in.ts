import type { LoadedCase } from "../cases/load.ts";
import { isBreakingIn } from "../cases/road/interrupt.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { parametersOf } from "./case-words.ts";
import type { Messages } from "./messages.ts";

/** Where the case is, what happens next and by when, in one sentence to its applicant. */
export function nextIn(loaded: LoadedCase, words: Messages, now: string): string {
  const { entry, head, process } = loaded;
  const parameters = parametersOf(loaded, words);
  if (entry?.ended) return words.say(`status.${entry.state}`, parameters);
  const latest = head.interruptions.at(-1);
  if (latest && isBreakingIn(loaded)) return words.say(`interruption.${latest.name}.said`, parameters);
  const state = stateNow(loaded, now);
  return words.say(`state.${process.states[state]?.kind === "step" ? "submitted" : state}`, parameters);
}
