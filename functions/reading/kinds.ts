import { everyProcess } from "../../workflows/catalogue.ts";
import { applicantOf } from "../../workflows/kernel/applicant.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Family } from "../../workflows/kernel/family.ts";
import { mainRoad } from "../../workflows/kernel/main-road.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { isKind } from "../../workflows/kernel/words.ts";
import type { Messages } from "./messages.ts";
import { wordsOf } from "./process-words.ts";

/** A kind of professional development as the public reads of it. */
export interface Kind {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly who: string;
  readonly lasts: string;
  readonly applicant: "person" | "organisation";
  readonly family: Family | undefined;
  /** What people do on the way, in the order of the main road, each said once. */
  readonly road: readonly string[];
}

/** Every kind, in the order of the catalogue. */
export async function kindsIn(language: Language): Promise<readonly Kind[]> {
  const all = (await everyProcess()).filter(isKind);
  return Promise.all(all.map(async (process) => kindOf(process, await wordsOf(process.id, { language }))));
}

/** What people do in each process, by its id, for lists of calls: a call that a case has opened has a sign, too. */
export const familiesOfAll = async (): Promise<ReadonlyMap<string, Family | undefined>> =>
  new Map((await everyProcess()).map(({ id, family }) => [id, family]));

function kindOf(process: Process, words: Messages): Kind {
  return {
    id: process.id,
    name: words.say("name"),
    about: words.say("kind.about"),
    who: words.say("kind.who"),
    lasts: words.say("kind.lasts"),
    applicant: applicantOf(process).is,
    family: process.family,
    road: roadIn(process, words),
  };
}

/** The stops that somebody acts at or waits for, as lists of cases call them; the sentence of an end says how it ends. */
export function roadIn(process: Process, words: Messages): readonly string[] {
  const stops = mainRoad(process).flatMap((name) => {
    const state = process.states[name];
    switch (state?.kind) {
      case "ask":
      case "each":
        return words.maybe(`stage.${name}`) ?? words.maybe(`${state.form.id}.title`) ?? [];
      case "all":
        return (
          words.maybe(`stage.${name}`) ?? words.maybe(`${Object.values(state.parts)[0]?.form.id}.title`) ?? []
        );
      case "await":
      case "until":
        return words.maybe(`stage.${name}`) ?? [];
      case "end":
        return words.maybe(`status.${state.status}`) ?? [];
      default:
        return [];
    }
  });
  return [...new Set(stops)];
}
