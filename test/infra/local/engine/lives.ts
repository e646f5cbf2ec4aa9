import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, openEngine } from "../../../../infra/local/engine/engine.ts";
import { newYear } from "./stage.ts";
import { type Story, storyOf } from "./story.ts";

/** A function gives the same for the same payload: it may be called again after a restart. */
export type Functions = Readonly<Record<string, (payload: unknown) => unknown>>;

/** What is played: one execution, and what those answer whose tokens it waits for. */
export interface Play {
  readonly definition: Record<string, unknown>;
  readonly input?: unknown;
  readonly functions?: Functions;
  /** The answer to a token given out for this question; `undefined` lets the time limit pass. */
  readonly answer?: (question: string) => unknown;
}

/**
 * Plays to the end, but breaks off at the given moments and goes on from a copy of the journal as it stands there:
 * what a killed process leaves behind. A moment is a step of the outside: a function is called or returns, an answer
 * is sent, time moves. Gives the story and the number of moments of the last life.
 */
export async function playBroken(
  play: Play,
  cuts: readonly number[],
): Promise<{ story: Story; moments: number; lives: number }> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-lives-"));
  try {
    const desk = new Map<string, string>();
    let now = newYear;
    for (let life = 0; ; life += 1) {
      const file = join(folder, `${life}.journal`);
      const one = new Life({ play, file, now, desk, cut: cuts[life] ?? Number.POSITIVE_INFINITY });
      const story = await one.live(join(folder, `${life + 1}.journal`));
      if (story !== undefined) return { story, moments: one.moments, lives: life + 1 };
      now = one.now;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface LifeParts {
  readonly play: Play;
  readonly file: string;
  readonly now: number;
  /** Tokens and what they ask; a person's letter-box outlives the engine. */
  readonly desk: Map<string, string>;
  /** The moment at which this life ends. */
  readonly cut: number;
}

const never = new Promise<never>(() => {});

/** An engine from one start to its end. */
class Life {
  moments = 0;
  now: number;
  readonly #parts: LifeParts;
  readonly #engine: Engine;
  readonly #cutOff = Promise.withResolvers<undefined>();
  #copy = "";

  constructor(parts: LifeParts) {
    this.#parts = parts;
    this.now = parts.now;
    this.#engine = openEngine({
      journal: parts.file,
      clock: { now: () => this.now },
      invoke: (name, payload) => this.#invoke(name, payload),
    });
  }

  /** The story when the play has ended, `undefined` when it was cut off; then `copy` is the journal of that moment. */
  async live(copy: string): Promise<Story | undefined> {
    this.#copy = copy;
    return Promise.race([this.#play(), this.#cutOff.promise]);
  }

  async #play(): Promise<Story> {
    const { definition, input = {} } = this.#parts.play;
    await this.#moment();
    this.#engine.createStateMachine("played", definition);
    const arn =
      this.#engine.listExecutions()[0]?.executionArn ??
      this.#engine.startExecution("played", "one", input).executionArn;
    await this.#moment();
    for (;;) {
      await this.#engine.settled();
      await this.#moment();
      if (this.#engine.describeExecution(arn).status !== "RUNNING") break;
      if (await this.#answer()) continue;
      const next = this.#engine.nextTimer();
      if (next === undefined) throw new Error("it waits for something that never comes");
      this.now = Math.max(this.now, next);
      await this.#moment();
      this.#engine.fireDue();
      // A reader makes the engine commit before anything follows from the timers.
      this.#engine.listExecutions();
      await this.#moment();
    }
    const story = storyOf(this.#engine, arn);
    await this.#engine.close();
    return story;
  }

  async #invoke(name: string, payload: unknown): Promise<unknown> {
    await this.#moment();
    if (name === "Desk") this.#ask(payload);
    const result = name === "Desk" ? {} : this.#parts.play.functions?.[name]?.(payload);
    await this.#moment();
    return result;
  }

  #ask(payload: unknown): void {
    if (typeof payload !== "object" || payload === null || !("token" in payload)) return;
    const question = "question" in payload ? String(payload.question) : "";
    this.#parts.desk.set(String(payload.token), question);
  }

  /** Sends all answers that are known. Whoever answered before the cut does not know whether he was heard. */
  async #answer(): Promise<boolean> {
    let sent = false;
    for (const [token, question] of [...this.#parts.desk]) {
      const answer = this.#parts.play.answer?.(question);
      if (answer !== undefined) {
        sent = this.#send(token, answer) || sent;
        await this.#moment();
      }
      this.#parts.desk.delete(token);
    }
    return sent;
  }

  #send(token: string, answer: unknown): boolean {
    try {
      this.#engine.sendTaskSuccess(token, answer);
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === "TaskTimedOut") return false;
      throw error;
    }
  }

  /** Here a life may end: the journal is copied as it stands, and nothing of this life goes on. */
  async #moment(): Promise<void> {
    this.moments += 1;
    if (this.moments <= this.#parts.cut) return;
    if (this.moments === this.#parts.cut + 1) {
      for (const part of ["", "-wal"]) {
        if (existsSync(this.#parts.file + part)) copyFileSync(this.#parts.file + part, this.#copy + part);
      }
      this.#cutOff.resolve(undefined);
    }
    await never;
  }
}
