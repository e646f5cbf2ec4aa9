import type { Machine, Scope, State } from "./definition/machine.ts";
import type { HistoryEvent } from "./history-event.ts";
import type { Json } from "./json.ts";
import type { StateError } from "./state-error.ts";
import type { Timer } from "./timers.ts";

export type Status = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

/** A machine on its way. Only running ones are kept in memory. */
export interface Execution {
  /** The number of its row in the journal. */
  readonly id: number;
  readonly name: string;
  readonly machine: Machine;
  readonly input: Json;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  status: Status;
  /** The number of the last event of its history. */
  events: number;
  /** State entries and retries, as AWS counts (and bills) transitions. */
  transitions: number;
  /** So many of them the journal knows of. */
  storedTransitions: number;
  /** Events that are not in the journal yet. */
  readonly unwritten: HistoryEvent[];
  readonly frames: Map<number, Frame>;
  nextFrame: number;
  /** When it ends with a time-out. */
  deadline: Timer<TimerSubject> | undefined;
}

/** One scope on its way: the machine itself, a branch, an item. It is in one state at a time. */
export interface Frame {
  /** Unique in its execution; 0 is the machine itself. */
  readonly id: number;
  readonly execution: Execution;
  readonly scope: Scope;
  readonly parent: Frame | undefined;
  /** Which branch or item of the parent's state. */
  readonly index: number;
  readonly variables: Map<string, Json>;
  state: State;
  input: Json;
  enteredAt: number;
  enteredEvent: number;
  /** The event that the next one of this frame follows. */
  lastEvent: number;
  /** Attempts used up, for each retrier of the state. */
  attempts: number[];
  retryCount: number;
  phase: Phase;
  isQueued: boolean;
  /** Whether the journal has a row of it. */
  isStored: boolean;
}

/** The item of a distributed Map is an execution of its own to the service. */
export const isOwnExecution = ({ parent }: Frame): boolean =>
  parent?.state.type === "Map" && parent.state.isDistributed;

/** How far a frame is with its state. */
export type Phase =
  | { readonly kind: "entered" }
  | { readonly kind: "calling"; readonly call: Call }
  | { readonly kind: "waiting"; readonly timer: Timer<TimerSubject> }
  | { readonly kind: "retrying"; readonly timer: Timer<TimerSubject> }
  | { readonly kind: "gathering"; readonly gathering: Gathering }
  | { readonly kind: "answered"; readonly outcome: Outcome }
  | { readonly kind: "done"; readonly output: Json }
  | { readonly kind: "gone" };

type Outcome =
  | { readonly kind: "result"; readonly result: Json }
  | { readonly kind: "error"; readonly error: StateError };

/** A function that is being called for a Task, and the answer that is awaited. */
export interface Call {
  readonly functionName: string;
  readonly payload: Json;
  /** Set when the answer comes with this token and not from the function. */
  readonly token: string | undefined;
  /** The function has returned; only the token's answer is awaited. */
  hasReturned: boolean;
  timeout: Timer<TimerSubject> | undefined;
  heartbeat: Timer<TimerSubject> | undefined;
  readonly heartbeatMillis: number | undefined;
}

/** Branches or items that a Parallel or Map waits for. */
export interface Gathering {
  /** The items of a Map, in order. */
  readonly items: Json | undefined;
  readonly size: number;
  /** How many may be on their way at once. */
  readonly limit: number;
  /** By index; the ones begun so far. */
  readonly children: Frame[];
  running: number;
}

export type TimerSubject =
  | { readonly kind: "deadline"; readonly execution: Execution }
  | { readonly kind: "wait" | "retry" | "timeout" | "heartbeat"; readonly frame: Frame };

const account = "arn:aws:states:local:000000000000";

export const machineArn = (machine: string): string => `${account}:stateMachine:${machine}`;
export const executionArn = (machine: string, name: string): string =>
  `${account}:execution:${machine}:${name}`;

export const machineNameOf = (arn: string): string | undefined => /:stateMachine:([^:]+)$/.exec(arn)?.[1];
export function executionNameOf(arn: string): { machine: string; name: string } | undefined {
  const [, machine, name] = /:execution:([^:]+):([^:]+)$/.exec(arn) ?? [];
  return machine === undefined || name === undefined ? undefined : { machine, name };
}

/** A frame at the start of its scope, not yet entered. */
export function newFrame(execution: Execution, scope: Scope, input: Json, parent?: Frame, index = 0): Frame {
  const frame: Frame = {
    id: execution.nextFrame,
    execution,
    scope,
    parent,
    index,
    variables: new Map(),
    state: scope.startAt,
    input,
    enteredAt: 0,
    enteredEvent: 0,
    lastEvent: 0,
    attempts: [],
    retryCount: 0,
    phase: { kind: "entered" },
    isQueued: false,
    isStored: false,
  };
  execution.nextFrame += 1;
  execution.frames.set(frame.id, frame);
  return frame;
}
