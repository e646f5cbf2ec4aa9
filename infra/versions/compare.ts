import { nameToday } from "../../workflows/kernel/moved.ts";
import type { Process } from "../../workflows/kernel/process.ts";

/** How many cases (or calls) stand in a state of a process by the name that their machine or the table has for it. */
export interface Standing {
  readonly process: string;
  readonly state: string;
  readonly cases: number;
  /** To which states they can still come, this one with them; what is not known of is none. */
  readonly ahead?: Iterable<string>;
  /** The states that the process had in the release by which they run, where that is known. */
  readonly release?: ReadonlySet<string>;
}

/** Cases that would be stranded by the definitions of today. */
export interface Stranded {
  readonly process: string;
  /** What is no state any more; without it there is no such process. */
  readonly state?: string;
  readonly cases: number;
  /** Do they stand there, or can they only still come there? */
  readonly standThere: boolean;
  /** What must be written where. */
  readonly line?: string;
}

/**
 * Compares what runs with what is defined: a state that is neither a state of today nor forwarded strands whoever stands in it or
 * comes to it.
 */
export function strandedBy(
  processes: ReadonlyMap<string, Process>,
  running: Iterable<Standing>,
): readonly Stranded[] {
  const found = new Map<string, Stranded>();
  const add = (one: Stranded): void => {
    const key = `${one.process} ${one.state ?? ""} ${one.standThere}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, cases: known.cases + one.cases } : one);
  };
  for (const { process: id, state, cases, ahead = [], release } of running) {
    const process = processes.get(id);
    if (!process) {
      add({ process: id, cases, standThere: true });
      continue;
    }
    for (const name of new Set([state, ...ahead]))
      if (isGone(process, name))
        add({
          process: id,
          state: name,
          cases,
          standThere: name === state,
          line: lineFor(process, name, release),
        });
  }
  return [...found.values()].filter(
    (one) => one.standThere || !found.has(`${one.process} ${one.state ?? ""} true`),
  );
}

/** Is this neither a state nor forwarded to one? */
export const isGone = (process: Process, name: string): boolean =>
  !Object.hasOwn(process.states, nameToday(process, name));

/** Where one state alone is new since that release, it is most likely the one that has taken its place. */
function lineFor({ states }: Process, name: string, release: ReadonlySet<string> | undefined): string {
  const added = release ? Object.keys(states).filter((state) => !release.has(state)) : [];
  const to = added.length === 1 ? added[0] : "<the state where these cases go on>";
  return `moved: { ${name}: "${to}" }`;
}

/** One sentence for each, with what must be written. */
export function sentenceOn({ process, state, cases, standThere, line }: Stranded): string {
  const many = cases === 1 ? "1 case" : `${cases} cases`;
  if (state === undefined)
    return `${process}: ${many} of it still run, and there is no such process any more; it must stay until they have ended.`;
  const what = standThere
    ? `${many} ${cases === 1 ? "stands" : "stand"} in "${state}"`
    : `${many} can still come to "${state}"`;
  return `${process}: ${what}, which is no state any more; write into its process: ${line}`;
}
