import { nameToday, stateNamed } from "../../workflows/kernel/moved.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { statusToday } from "../cases/road/today.ts";
import type { Messages } from "./messages.ts";

/**
 * Where a case is, in a few words, for lists: what is being asked, the pause it stands in, or how it ended. A state
 * that a machine only passes through is told as the beginning; where several states ask the same, each has its own words.
 */
export function stageIn(process: Process, words: Messages, stored: string, ended: boolean): string {
  if (ended) return words.say(`status.${statusToday(process, stored)}`);
  const state = stateNamed(process, stored);
  const name = nameToday(process, stored);
  switch (state?.kind) {
    case "ask":
    case "each":
      return words.maybe(`stage.${name}`) ?? words.say(`${state.form.id}.title`);
    case "all":
      return words.maybe(`stage.${name}`) ?? words.say(`${Object.values(state.parts)[0]?.form.id}.title`);
    case "await":
    case "until":
      return words.say(`stage.${name}`);
    default:
      return words.say("stage.submitted");
  }
}
