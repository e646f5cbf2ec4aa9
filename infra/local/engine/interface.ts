import type { Database } from "../database/database.ts";
import type { Status } from "./execution.ts";
import type { StateError } from "./state-error.ts";

/**
 * Calls a function. What it throws is the task's error: `error.name` is what Retry and Catch see.
 * `payload` is the function's own copy.
 */
export type InvokeFunction = (
  functionName: string,
  payload: unknown,
  context: { readonly executionName: string; readonly stateName: string },
) => Promise<unknown>;

/** An execution that has failed; `input` is JSON text. */
export interface FailedExecution {
  readonly executionArn: string;
  readonly name: string;
  readonly input: string;
}

export interface EngineOptions {
  /** The database of the journal, which its owner closes; or a file of its own, or ":memory:". */
  readonly journal: Database | string;
  /** Epoch milliseconds. The engine has no other time. */
  readonly clock: { now(): number };
  readonly invoke: InvokeFunction;
  /** Chance for jitter, `$random`, `$uuid` and tokens, in [0, 1). With it two runs are alike to the last token. */
  readonly random?: () => number;
  /** Hears of each execution that fails once the journal has it; not of one whose failure a kill came before it could be told. */
  readonly onFailure?: (failed: FailedExecution) => Promise<void>;
  /** Functions on their way at once; 50 when absent. With 1 the order of everything is the same every time. */
  readonly concurrency?: number;
}

/** An execution as DescribeExecution shows it; `input` and `output` are JSON text. */
export interface Description {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: Status;
  readonly startDate: Date;
  readonly stopDate?: Date;
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** An event as GetExecutionHistory shows it, with the details of its type beside these. */
export interface EventDescription {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: Date;
  readonly type: string;
  readonly [details: string]: unknown;
}

export interface NamedDefinition {
  readonly name: string;
  readonly definition: unknown;
}

export interface Engine {
  /**
   * Makes a machine known, or a new version of it when its definition has changed; running executions keep theirs.
   * @throws InvalidDefinition naming the state and the field
   */
  createStateMachine(name: string, definition: unknown): void;
  /**
   * The same for many at once, each of which is read when it first runs: for definitions that tests have read.
   * @throws InvalidName
   */
  knowStateMachines(machines: Iterable<NamedDefinition>): void;
  /**
   * `machine`: name or ARN. The same name and input again while it runs is the same execution.
   * @throws ExecutionAlreadyExists, StateMachineDoesNotExist, InvalidName, InvalidExecutionInput
   */
  startExecution(machine: string, name: string, input: unknown): { executionArn: string; startDate: Date };
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut (answered before, timed out or over), InvalidOutput */
  sendTaskSuccess(token: string, output: unknown): void;
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut */
  sendTaskFailure(token: string, failure: StateError): void;
  /** @throws InvalidToken, TaskDoesNotExist, TaskTimedOut */
  sendTaskHeartbeat(token: string): void;
  /** Stopping what has ended changes nothing. @throws ExecutionDoesNotExist */
  stopExecution(arn: string, reason?: StateError): { stopDate: Date };
  /** @throws ExecutionDoesNotExist */
  describeExecution(arn: string): Description;
  /** Oldest event first. @throws ExecutionDoesNotExist */
  getExecutionHistory(arn: string): EventDescription[];
  /** Newest first. */
  listExecutions(machine?: string, status?: Status): Description[];
  /** State entries and retries so far. @throws ExecutionDoesNotExist */
  transitions(arn: string): number;
  /** When the next timer is due (epoch milliseconds); time limits of executions count too. */
  nextTimer(): number | undefined;
  /** Fires all timers that are due, in order. What follows from it happens until `settled()`. */
  fireDue(): void;
  /**
   * Makes a call whose answer comes a moment later, when the journal has it in one commit with others: many callers
   * at once wait for the disk together. Called plainly, each method commits before it returns.
   */
  grouped<Answer>(call: (engine: Engine) => Answer): Promise<Answer>;
  /** When everything waits for timers or tokens, and the journal knows it. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
