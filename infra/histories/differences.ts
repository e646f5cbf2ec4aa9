import { nameToday, stateNamed } from "../../workflows/kernel/moved.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { formsOf, type History } from "./history.ts";

/**
 * What of a process today would strand a case that began by a history, or be missing in what is stored of it; each fault is one sentence
 * that names what to write. No fault are new states, names that are forwarded, other words, ways and outcomes that came since,
 * fields that were taken out, and new ones that may stay empty: those are understood (decision 0043).
 */
export const faultsSince = (history: History, process: Process): readonly string[] =>
  [...stateFaults(history, process), ...wordFaults(history, process), ...formFaults(history, process)].map(
    (fault) => `${process.id}, since ${history.release}: ${fault}`,
  );

function stateFaults(history: History, process: Process): string[] {
  const added = Object.keys(process.states).filter((name) => !Object.hasOwn(history.states, name));
  return Object.entries(history.states).flatMap(([name, was]) => {
    const state = stateNamed(process, name);
    if (!state) {
      const to = added.length === 1 ? added[0] : "<the state where its cases go on>";
      return [`there is no state "${name}" any more; write moved: { ${name}: "${to}" }`];
    }
    if (state.kind !== was.kind && nameToday(process, name) === name)
      return [
        `"${name}" was ${was.kind} and is ${state.kind}; give it another name and write moved: { ${name}: "…" }`,
      ];
    if (state.kind !== "await" || was.kind !== "await") return [];
    return Object.keys(was.ways)
      .filter((way) => !Object.hasOwn(state.on, way))
      .map((way) => `"${name}" does not know the signal "${way}" any more; its cases wait for it`);
  });
}

const wordFaults = (history: History, process: Process): string[] =>
  [...new Set(Object.values(history.states).flatMap(({ words }) => words))]
    .filter((word) => !Object.hasOwn(process.interruptions, word))
    .map((word) => `the word "${word}" is gone; cases in which it was said cannot be read`);

function formFaults(history: History, process: Process): string[] {
  const today = formsOf(process);
  return Object.entries(history.forms).flatMap(([id, was]) => {
    const form = today[id];
    if (!form) return [];
    const outcomes = was.outcomes.filter((outcome) => !form.outcomes.includes(outcome));
    const isNewlyRequired = Object.entries(form.fields).filter(
      ([name, holds]) => holds.endsWith(" required") && was.fields[name] !== holds,
    );
    const other = Object.entries(was.fields).filter(
      ([name, held]) => form.fields[name] !== undefined && kindIn(form.fields[name]) !== kindIn(held),
    );
    return [
      ...outcomes.map(
        (outcome) =>
          `form "${id}" has no outcome "${outcome}" any more, and answers that say it are stored; keep it, or give the form another name`,
      ),
      ...isNewlyRequired
        .filter(([name]) => !other.some(([known]) => known === name))
        .map(
          ([name]) =>
            `form "${id}" must have "${name}", which answers from before do not have; let it be optional, or give the form another name`,
        ),
      ...other.map(
        ([name, held]) =>
          `form "${id}" held ${kindIn(held)} in "${name}" and holds ${kindIn(form.fields[name] ?? "")}; give the field another name`,
      ),
    ];
  });
}

const kindIn = (holds: string): string => holds.split(" ")[0] ?? "";
