import {
  type Engine,
  type EngineOptions,
  type EventDescription,
  openEngine,
} from "../../../../infra/local/engine/engine.ts";

/** A function of the machine under test. */
export type Handler = (payload: unknown, call: { state: string; execution: string }) => unknown;

export interface StageOptions extends Omit<Partial<EngineOptions>, "clock" | "invoke"> {
  readonly functions?: Readonly<Record<string, Handler>>;
  /** Where the clock stands; the first instant of 2027 (UTC) when absent. */
  readonly now?: number;
}

export const newYear = Date.UTC(2027, 0, 1);

/** An engine with functions and a clock that stands still until it is moved. */
export class Stage {
  readonly engine: Engine;
  readonly calls: { readonly name: string; readonly payload: unknown; readonly at: number }[] = [];
  now: number;

  constructor({ functions = {}, now = newYear, ...options }: StageOptions = {}) {
    this.now = now;
    this.engine = openEngine({
      journal: ":memory:",
      ...options,
      clock: { now: () => this.now },
      invoke: async (name, payload, { executionName, stateName }) => {
        this.calls.push({ name, payload, at: this.now });
        const handler = functions[name];
        if (handler === undefined) throw new Error(`no function ${name}`);
        return handler(payload, { state: stateName, execution: executionName });
      },
    });
  }

  /** Starts an execution named "one" of a machine of these fields. Gives its ARN. */
  start(definition: Readonly<Record<string, unknown>>, input: unknown = {}, name = "one"): string {
    this.engine.createStateMachine("machine", machine(definition));
    return this.engine.startExecution("machine", name, input).executionArn;
  }

  /** Moves the clock and lets happen what follows. */
  async pass(millis: number): Promise<void> {
    await this.engine.settled();
    const until = this.now + millis;
    for (;;) {
      const next = this.engine.nextTimer();
      if (next === undefined || next > until) break;
      this.now = Math.max(this.now, next);
      this.engine.fireDue();
      await this.engine.settled();
    }
    this.now = until;
  }

  /** Runs an execution to its end, from timer to timer. */
  async run(definition: Readonly<Record<string, unknown>>, input: unknown = {}): Promise<Result> {
    return this.finish(this.start(definition, input));
  }

  async finish(arn: string): Promise<Result> {
    await this.engine.settled();
    while (this.engine.describeExecution(arn).status === "RUNNING") {
      const next = this.engine.nextTimer();
      if (next === undefined) throw new Error("it waits for something that never comes");
      await this.pass(next - this.now);
    }
    return this.result(arn);
  }

  result(arn: string): Result {
    const { status, output, error, cause } = this.engine.describeExecution(arn);
    return {
      status,
      ...(output === undefined ? {} : { output: JSON.parse(output) }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  }

  /** The types of the events of an execution, in order. */
  types(arn: string): string[] {
    return this.engine.getExecutionHistory(arn).map((event) => event.type);
  }

  events(arn: string, type: string): EventDescription[] {
    return this.engine.getExecutionHistory(arn).filter((event) => event.type === type);
  }
}

export interface Result {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: string;
}

export const second = 1000;
export const day = 24 * 60 * 60 * second;

/** A definition in JSONata that begins with its first state, unless it says otherwise. */
export function machine(definition: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { States = {} } = definition;
  return { QueryLanguage: "JSONata", StartAt: Object.keys(States ?? {})[0], ...definition };
}

/** A Task that calls a function with a payload and gives what it returns. */
export const call = (
  name: string,
  payload: unknown,
  more: Readonly<Record<string, unknown>> = { End: true },
) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: payload },
  Output: "{% $states.result.Payload %}",
  ...more,
});

/** A Task that hands its token to a function and waits for the answer. */
export const ask = (name: string, more: Readonly<Record<string, unknown>> = { End: true }) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName: name, Payload: { token: "{% $states.context.Task.Token %}" } },
  ...more,
});

/** Keeps the tokens that a machine hands out, oldest first. */
export function tokenDesk(): { readonly tokens: string[]; readonly handler: Handler; last(): string } {
  const tokens: string[] = [];
  return {
    tokens,
    handler: (payload) => {
      if (typeof payload === "object" && payload !== null && "token" in payload)
        tokens.push(String(payload.token));
      return {};
    },
    last: () => tokens.at(-1) ?? "no token was handed out",
  };
}

/** An error with a name, as a function throws it. */
export function named(name: string, message = "as planned"): Error {
  return Object.assign(new Error(message), { name });
}

/** Numbers in [0, 1), the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
