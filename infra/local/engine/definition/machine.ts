import type { Template } from "../expressions/template.ts";
import type { Retrier } from "../retry.ts";

/** A state machine that this engine can run, read from its definition. */
export interface Machine {
  readonly name: string;
  readonly top: Scope;
  readonly timeoutSeconds?: number;
}

/** One `States` field with variables of its own: the machine itself, a Parallel branch, what a Map does per item. */
export interface Scope {
  readonly startAt: State;
  readonly states: ReadonlyMap<string, State>;
}

export interface Assignment {
  readonly variable: string;
  readonly value: Template;
}

/** What a state leaves behind when it ends one way: its output (its input, when absent) and new variables. */
export interface Leaving {
  readonly output?: Template;
  readonly assign: readonly Assignment[];
}

interface Named {
  readonly name: string;
}

/** Absent `next`: the scope ends here. */
interface Onward extends Named, Leaving {
  readonly next?: string;
}

export interface Catcher extends Leaving {
  readonly errorEquals: readonly string[];
  readonly next: string;
}

export interface Guarded {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface TaskState extends Onward, Guarded {
  readonly type: "Task";
  /** `invoke`: the service integration with FunctionName and Payload; `function`: the function's own ARN or name. */
  readonly resource:
    | { readonly kind: "invoke"; readonly waitsForToken: boolean }
    | { readonly kind: "function"; readonly arn: string };
  readonly arguments?: Template;
  readonly timeoutSeconds?: Template;
  readonly heartbeatSeconds?: Template;
}

export interface PassState extends Onward {
  readonly type: "Pass";
}

export interface WaitState extends Onward {
  readonly type: "Wait";
  readonly until: { readonly kind: "seconds" | "timestamp"; readonly value: Template };
}

export interface ChoiceRule extends Leaving {
  readonly condition: Template;
  readonly field: string;
  readonly next: string;
}

export interface ChoiceState extends Named, Leaving {
  readonly type: "Choice";
  readonly rules: readonly ChoiceRule[];
  readonly default?: string;
}

export interface SucceedState extends Named {
  readonly type: "Succeed";
  readonly output?: Template;
}

export interface FailState extends Named {
  readonly type: "Fail";
  readonly error?: Template;
  readonly cause?: Template;
}

export interface ParallelState extends Onward, Guarded {
  readonly type: "Parallel";
  readonly arguments?: Template;
  readonly branches: readonly Scope[];
}

export interface MapState extends Onward, Guarded {
  readonly type: "Map";
  /** Distributed: each item is on its own, with a history of its own, and sees no variable from around it. */
  readonly isDistributed: boolean;
  readonly items?: Template;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Template;
  readonly processor: Scope;
}

type GuardedState = TaskState | ParallelState | MapState;

export type State = GuardedState | PassState | WaitState | ChoiceState | SucceedState | FailState;
