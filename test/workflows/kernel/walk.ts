import { type Engine, openEngine } from "../../../infra/local/engine/engine.ts";
import type { Path } from "../../../workflows/kernel/paths.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { deployed } from "./machine-stage.ts";
import { type Asked, asked, Script } from "./script.ts";

/** What the machine did on one path. */
export interface Walked {
  /** How the execution stands at last. */
  readonly status: string;
  /** The states of the process that the machine entered, in order; a reminder enters no state anew. */
  readonly states: readonly string[];
  /** The status that the case ended with. */
  readonly ended: string | undefined;
  /** What a function was called for though the path is elsewhere. */
  readonly astray: readonly string[];
}

/** What a path says that the machine should do. */
export const expected = (process: Process, path: Path): Walked => {
  const end = process.states[path.end];
  return {
    status: "SUCCEEDED",
    states: [...path.passages.map(({ state }) => state), path.end],
    ended: end?.kind === "end" ? end.status : undefined,
    astray: [],
  };
};

/**
 * Walks paths all at once on the compiled machine of their process, in virtual time from 2027 on. In place of people
 * and rules stands the path: who is asked answers as it says, and where it says `expired` nobody does until time is up.
 */
export async function walk(process: Process, paths: readonly Path[]): Promise<readonly Walked[]> {
  const time = { now: Date.UTC(2027, 0, 1) };
  const walkers = paths.map((path) => new Walker(new Script(process, path)));
  const engine = openEngine({
    journal: ":memory:",
    clock: { now: () => time.now },
    random: () => 0.5,
    invoke: async (name, payload) => {
      const call = asked.parse(payload);
      return walkers[Number(call.ref)]?.called(name, call, time.now);
    },
  });
  engine.createStateMachine(process.id, deployed(process));
  const arns = walkers.map(({ script }, index) => {
    const input = { ref: String(index), from: process.start, visit: 0, ...script.beginning(time.now) };
    return engine.startExecution(process.id, String(index), input).executionArn;
  });
  for (;;) {
    await engine.settled();
    const spoken = walkers.map((walker) => walker.speak(engine));
    if (spoken.some(Boolean)) continue;
    const next = engine.nextTimer();
    if (next === undefined || !walkers.some((walker) => walker.isOnTheWay)) break;
    time.now = Math.max(time.now, next);
    engine.fireDue();
  }
  const walked = walkers.map(({ ended, astray }, index) => {
    const arn = arns[index] ?? "";
    return {
      status: engine.describeExecution(arn).status,
      states: statesEntered(process, engine, arn),
      ended,
      astray,
    };
  });
  await engine.close();
  return walked;
}

class Walker {
  readonly script: Script;
  readonly astray: string[] = [];
  ended: string | undefined;
  #sayings: ((engine: Engine) => void)[] = [];

  constructor(script: Script) {
    this.script = script;
  }

  /** An execution that fails has no timers left but its own limit, so it is on its way until time is over. */
  get isOnTheWay(): boolean {
    return this.ended === undefined && this.astray.length === 0;
  }

  /** One of the functions of the machine. */
  called(name: string, call: Asked, now: number): unknown {
    if (name === "EndCase") {
      this.ended = call.status;
      return {};
    }
    if (this.script.path.passages[call.visit]?.state !== call.state) {
      this.astray.push(`${name} for ${call.state} at visit ${call.visit}`);
    }
    if (name !== "OpenTask") return this.script.result(call, now);
    // There is one reminder, so nobody is reminded twice.
    if (call.arm !== 0 && call.arm !== 1) this.astray.push(`arm ${call.arm} of ${call.state}`);
    this.#hear(call, now);
    return {};
  }

  #hear(call: Asked, now: number): void {
    const word = this.script.wordTo(call, now);
    const { token = "" } = call;
    if (word === "silence") return;
    this.#sayings.push(
      "answer" in word
        ? (engine) => engine.sendTaskSuccess(token, word.answer)
        : (engine) => engine.sendTaskFailure(token, { error: word.interruption }),
    );
  }

  /** Says what there is to say; was there anything? */
  speak(engine: Engine): boolean {
    const sayings = this.#sayings;
    this.#sayings = [];
    for (const say of sayings) say(engine);
    return sayings.length > 0;
  }
}

function statesEntered(process: Process, engine: Engine, arn: string): string[] {
  const entered = engine.getExecutionHistory(arn).flatMap(({ stateEnteredEventDetails: details }) => {
    const isNamed = typeof details === "object" && details !== null && "name" in details;
    return isNamed ? [String(details.name)] : [];
  });
  return entered.filter(
    (name, index) => Object.hasOwn(process.states, name) && entered[index - 1] !== `${name} late`,
  );
}
