import * as z from "zod";
import type { Passage, Path } from "../../../workflows/kernel/paths.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { isWide } from "../../../workflows/kernel/states.ts";

/** What a machine hands to its functions. */
export const asked = z.object({
  ref: z.string(),
  state: z.string(),
  visit: z.number(),
  arm: z.number().optional(),
  part: z.string().optional(),
  number: z.number().optional(),
  due: z.string().optional(),
  token: z.string().optional(),
  status: z.string().optional(),
  handOver: z.boolean().optional(),
  counts: z.boolean().optional(),
});
export type Asked = z.infer<typeof asked>;

/** What people and rules tell the machine about the state that comes next. */
export interface Onward {
  readonly outcome: string;
  readonly at: Readonly<Record<string, readonly string[]>>;
  /** Who is asked of several; of many, how many. */
  readonly parts: readonly string[] | number;
}

export type Word = { readonly interruption: string } | { readonly answer: Onward } | "silence";

/** Two people are asked even where an interruption comes before either of them has said a word. */
const brokenOffBefore = { r1: "", r2: "" };

const day = 24 * 60 * 60 * 1000;

/** A path, read as the script of everybody whom the machine meets on it. */
export class Script {
  readonly #process: Process;
  readonly path: Path;
  readonly #brokenOff = new Set<number>();

  constructor(process: Process, path: Path) {
    this.#process = process;
    this.path = path;
  }

  /** What somebody who is asked says to this arm of the task: on each second visit only once reminded. */
  wordTo(call: Asked, now: number): Word {
    const { visit, arm, state, number } = call;
    const passage = this.path.passages[visit];
    const way = this.#wayOf(passage, this.#partOf(call));
    const isAmongMany = isWide(this.#process.states[state]);
    const isBeside = isAmongMany && number === undefined;
    const isReminded = visit % 2 === 1 && this.#reminds(state) && !isBeside;
    if (way === "expired" || way === "next" || arm !== (isReminded ? 1 : 0)) return "silence";
    const breaksIn = Object.hasOwn(this.#process.interruptions, way);
    // What breaks in on many is heard by the wait beside them, and by none of them.
    if (isAmongMany && breaksIn !== isBeside) return "silence";
    if (!breaksIn) return { answer: this.#onward(visit, way, now) };
    // One word breaks off a gathering, whichever of its tasks hears it.
    if (this.#brokenOff.has(visit)) return "silence";
    this.#brokenOff.add(visit);
    return { interruption: way };
  }

  /** What a step finds, and how a task ends that nobody answered. */
  result(call: Asked, now: number): Onward {
    return this.#onward(call.visit, this.#wayOf(this.path.passages[call.visit], this.#partOf(call)), now);
  }

  #partOf({ visit, part, number }: Asked): string | undefined {
    return number === undefined ? part : this.#people(visit)[number - 1];
  }

  /** The clocks and people of the first state. */
  beginning(now: number): Omit<Onward, "outcome"> {
    return { at: this.#clocks(this.#stateAt(0), now), parts: this.#parts(0) };
  }

  #onward(visit: number, outcome: string, now: number): Onward {
    return { outcome, at: this.#clocks(this.#stateAt(visit + 1), now), parts: this.#parts(visit + 1) };
  }

  #stateAt(visit: number): string {
    return this.path.passages[visit]?.state ?? this.path.end;
  }

  #wayOf(passage: Passage | undefined, part: string | undefined): string {
    if (passage?.way === "next" && part !== undefined) return passage.parts?.[part] ?? "expired";
    return passage?.way ?? "expired";
  }

  #parts(visit: number): Onward["parts"] {
    const people = this.#people(visit);
    return isWide(this.#process.states[this.#stateAt(visit)]) ? people.length : people;
  }

  #people(visit: number): readonly string[] {
    const passage = this.path.passages[visit];
    return passage && this.#process.states[passage.state]?.kind === "each"
      ? Object.keys(passage.parts ?? brokenOffBefore)
      : [];
  }

  #reminds(state: string): boolean {
    const kind = this.#process.states[state]?.kind;
    return kind === "ask" || kind === "each" || kind === "all";
  }

  /** A reminder after a day, the end after two; pauses last three, and tell the clocks of what follows them. */
  #clocks(name: string, now: number): Onward["at"] {
    const iso = (days: number): string => new Date(now + days * day).toISOString();
    const state = this.#process.states[name];
    switch (state?.kind) {
      case "ask":
      case "each":
      case "all":
        return { [name]: [iso(1), iso(2)] };
      case "await":
        return state.instant ? { [name]: [iso(3)] } : {};
      case "until":
        return { [name]: [iso(3)], ...this.#clocks(state.next, now + 3 * day) };
      default:
        return {};
    }
  }
}
