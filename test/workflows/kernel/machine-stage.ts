import { compile, machineFunctions } from "../../../workflows/kernel/compile.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { day, newYear, Stage } from "../../infra/local/engine/stage.ts";
import { type Asked, asked } from "./script.ts";

type Clocks = Readonly<Record<string, readonly number[]>>;
interface Found {
  readonly outcome: string;
  readonly parts?: readonly string[] | number;
}
type Answers = Readonly<Record<string, Found>>;

interface Beginning {
  /** What a function returns instead of its usual word. */
  readonly answers?: Answers;
  /** Whom an `each` at the beginning asks; of many, how many. */
  readonly parts?: readonly string[] | number;
  /** Where an execution takes over from another; the start of the process when absent. */
  readonly from?: string;
  readonly visit?: number;
}

/** One case on the compiled machine of a process, with a clock that the test moves. */
export class MachineStage {
  readonly #stage: Stage;
  readonly #clocks: Clocks;
  #arn = "";

  private constructor(clocks: Clocks, answers: Answers) {
    this.#clocks = clocks;
    const functions = Object.fromEntries(
      machineFunctions.map((name) => [
        name,
        () => ({ at: this.#at(), parts: [], ...(answers[name] ?? defaults[name]) }),
      ]),
    );
    this.#stage = new Stage({ functions, random: () => 0.5 });
  }

  /** Starts case 1. `clocks`: by state, days from when the case comes there. */
  static async open(
    process: Process,
    clocks: Clocks,
    { answers = {}, parts = [], from = process.start, visit = 0 }: Beginning = {},
  ): Promise<MachineStage> {
    const stage = new MachineStage(clocks, answers);
    const input = { ref: "case#1", from, visit, at: stage.#at(), parts };
    stage.#arn = stage.#stage.start(deployed(process), input);
    await stage.#stage.engine.settled();
    return stage;
  }

  #at(): Readonly<Record<string, readonly string[]>> {
    const iso = (days: number): string => new Date(this.#stage.now + days * day).toISOString();
    return Object.fromEntries(Object.entries(this.#clocks).map(([state, days]) => [state, days.map(iso)]));
  }

  /** The instant so many days after the start, ISO, UTC. */
  instant(days: number): string {
    return new Date(newYear + days * day).toISOString();
  }

  /** What a function was called with, oldest first; fields that were not given are absent. */
  calls(name: string): Asked[] {
    return this.#stage.calls.filter((call) => call.name === name).map(({ payload }) => asked.parse(payload));
  }

  /** The latest token; of one of several by the name of the part, of one of many by the number. */
  tokenOf(whose?: string | number): string {
    const opened = this.calls("OpenTask").filter(
      ({ part, number }) => whose === undefined || part === whose || number === whose,
    );
    return opened.at(-1)?.token ?? "no token was handed out";
  }

  /** Answers the latest arm of the open task. */
  async answer({ outcome }: { readonly outcome: string }, whose?: string | number): Promise<void> {
    this.send(this.tokenOf(whose), { outcome });
    await this.#stage.engine.settled();
  }

  /** @throws TaskTimedOut when the token is dead */
  send(token: string, { outcome }: { readonly outcome: string }): void {
    this.#stage.engine.sendTaskSuccess(token, { outcome, at: this.#at() });
  }

  async interrupt(error: string, part?: string): Promise<void> {
    await this.interruptBy(this.tokenOf(part), error);
  }

  async interruptBy(token: string, error: string): Promise<void> {
    this.#stage.engine.sendTaskFailure(token, { error });
    await this.#stage.engine.settled();
  }

  async pass(days: number): Promise<void> {
    await this.#stage.pass(days * day);
  }

  status(): string {
    return this.#stage.result(this.#arn).status;
  }

  /** How many events the history has. */
  events(): number {
    return this.#stage.types(this.#arn).length;
  }

  /** Characters of the longest input, output or variables in the history. */
  largestPayload(): number {
    const events = this.#stage.engine.getExecutionHistory(this.#arn);
    return Math.max(
      ...events.map((event) => JSON.stringify(event).replaceAll(/\d{4}-\d\d-\S+Z|\d+/g, "").length),
    );
  }

  /** The status that the case ended with. */
  ended(): string | undefined {
    return this.calls("EndCase").at(-1)?.status;
  }
}

const defaults: Answers = { ExpireTask: { outcome: "expired" }, RunStep: { outcome: "weighed" } };

/** The machine of a process, with its functions by their own names. */
export function deployed(process: Process): Readonly<Record<string, unknown>> {
  const text = machineFunctions.reduce(
    (written, name) => written.replaceAll(`\${${name}}`, name),
    JSON.stringify(compile(process)),
  );
  return JSON.parse(text);
}
