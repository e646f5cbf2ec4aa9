import { randomBytes, randomUUID } from "node:crypto";
import { Database } from "../database/database.ts";
import * as errors from "./errors.ts";
import {
  type Execution,
  executionArn,
  executionNameOf,
  type Frame,
  machineArn,
  machineNameOf,
  newFrame,
  type Status,
} from "./execution.ts";
import { Expressions } from "./expressions/expression.ts";
import { record } from "./history.ts";
import type { Description, Engine, EngineOptions, EventDescription, NamedDefinition } from "./interface.ts";
import { fire } from "./interpreter.ts";
import { Archive, type ExecutionRow } from "./journal/archive.ts";
import { Journal } from "./journal/journal.ts";
import { Ledger } from "./journal/ledger.ts";
import { Json } from "./json.ts";
import { isName, Machines } from "./machines.ts";
import { restore } from "./restore.ts";
import { Runtime } from "./runtime.ts";
import type { StateError } from "./state-error.ts";
import { answerTask } from "./states/task.ts";
import { enter } from "./states/transition.ts";
import { Tokens } from "./tokens.ts";
import { Work } from "./work.ts";

export type * from "./interface.ts";

/** The service ends an execution after a year. */
const longestExecutionMillis = 365 * 24 * 60 * 60 * 1000;

/**
 * Opens the engine on its journal; what was on its way goes on.
 *
 * @throws DatabaseError when its database cannot be opened or contradicts itself
 */
export function openEngine(options: EngineOptions): Engine {
  return new EmbeddedEngine(options);
}

class EmbeddedEngine implements Engine {
  readonly #database: Database;
  readonly #isOwnDatabase: boolean;
  readonly #archive: Archive;
  readonly #machines: Machines;
  readonly #runtime: Runtime;
  readonly #work: Work;
  #lastExecution: number;
  #isGrouping = false;

  constructor({ journal, clock, invoke, onFailure, random, concurrency = 50 }: EngineOptions) {
    this.#isOwnDatabase = typeof journal === "string";
    this.#database = typeof journal === "string" ? new Database(journal, { survives: "process" }) : journal;
    this.#archive = new Archive(this.#database);
    const chance = random ?? Math.random;
    const secret = () => (random === undefined ? randomBytes(32).toString("hex") : digits(random, 64));
    const expressions = new Expressions({
      now: () => clock.now(),
      random: chance,
      uuid: () => (random === undefined ? randomUUID() : uuidOf(random)),
    });
    this.#runtime = new Runtime({
      clock,
      random: chance,
      tokens: new Tokens(this.#archive.setting("secret", secret)),
      ledger: new Ledger(new Journal(this.#database)),
    });
    this.#machines = new Machines(this.#archive, expressions);
    this.#lastExecution = this.#archive.lastExecutionId();
    this.#work = new Work(this.#runtime, invoke, onFailure ?? (async () => {}), concurrency);
    restore(this.#runtime, this.#archive, (version) => this.#machines.version(version));
    this.#work.wake();
  }

  createStateMachine(name: string, definition: unknown): void {
    this.#machines.create(name, definition, this.#runtime.now());
  }

  knowStateMachines(machines: Iterable<NamedDefinition>): void {
    this.#machines.know(machines, this.#runtime.now());
  }

  startExecution(
    machineName: string,
    name: string,
    input: unknown,
  ): { executionArn: string; startDate: Date } {
    const { id: version, machine } = this.#machines.latest(machineName);
    if (!isName(name)) throw new errors.InvalidName(name);
    const given = Json.ofForeign(input);
    if (given.isTooLarge) throw new errors.InvalidExecutionInput("the input is larger than 262144 bytes");
    const arn = executionArn(machine.name, name);
    const running = this.#runtime.executions.get(arn);
    if (running !== undefined && running.input.text === given.text) {
      this.#accepted();
      return { executionArn: arn, startDate: new Date(running.startedAt) };
    }
    const isKnown = running !== undefined || this.#runtime.ledger.hasFinished(arn);
    if (isKnown || this.#archive.execution(machine.name, name) !== undefined) {
      throw new errors.ExecutionAlreadyExists(arn);
    }
    this.#lastExecution += 1;
    const startedAt = this.#runtime.now();
    const execution: Execution = {
      id: this.#lastExecution,
      name,
      machine,
      input: given,
      startedAt,
      status: "RUNNING",
      events: 0,
      transitions: 0,
      storedTransitions: 0,
      unwritten: [],
      frames: new Map(),
      nextFrame: 0,
      deadline: undefined,
    };
    this.#begin(execution, version);
    return { executionArn: arn, startDate: new Date(startedAt) };
  }

  #begin(execution: Execution, version: number): void {
    const { machine, name, input, startedAt } = execution;
    const limit = (machine.timeoutSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    const deadline = this.#runtime.startTimer(Math.min(limit, longestExecutionMillis), {
      kind: "deadline",
      execution,
    });
    execution.deadline = deadline;
    this.#runtime.executions.set(executionArn(machine.name, name), execution);
    this.#runtime.ledger.started(execution, {
      id: execution.id,
      machineName: machine.name,
      name,
      machine: version,
      input: input.text,
      started: startedAt,
      deadline: deadline.due,
      deadlineSequence: deadline.sequence,
    });
    record(execution, 0, startedAt, "ExecutionStarted", { input });
    enter(this.#runtime, newFrame(execution, machine.top, input), machine.top.startAt, input);
    this.#accepted();
  }

  sendTaskSuccess(token: string, output: unknown): void {
    const frame = this.#frameOf(token);
    const given = Json.ofForeign(output);
    if (given.isTooLarge) throw new errors.InvalidOutput("the output is larger than 262144 bytes");
    answerTask(this.#runtime, frame, given);
    this.#accepted();
  }

  sendTaskFailure(token: string, { error, cause }: StateError): void {
    answerTask(this.#runtime, this.#frameOf(token), {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    this.#accepted();
  }

  sendTaskHeartbeat(token: string): void {
    const frame = this.#frameOf(token);
    if (frame.phase.kind !== "calling") return;
    const { call } = frame.phase;
    if (call.heartbeat === undefined || call.heartbeatMillis === undefined) return;
    this.#runtime.timers.cancel(call.heartbeat);
    call.heartbeat = this.#runtime.startTimer(call.heartbeatMillis, { kind: "heartbeat", frame });
    this.#runtime.changed(frame);
    this.#accepted();
  }

  stopExecution(arn: string, { error, cause }: StateError = {}): { stopDate: Date } {
    const execution = this.#runtime.executions.get(arn);
    if (execution === undefined)
      return { stopDate: this.describeExecution(arn).stopDate ?? new Date(this.#runtime.now()) };
    const stopped = this.#runtime.now();
    const details = {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
    this.#runtime.finish(
      execution,
      { status: "ABORTED", stopped, error, cause },
      { type: "ExecutionAborted", details, previous: 0 },
    );
    this.#accepted();
    return { stopDate: new Date(stopped) };
  }

  describeExecution(arn: string): Description {
    return describe(this.#row(arn));
  }

  getExecutionHistory(arn: string): EventDescription[] {
    return this.#archive.history(this.#row(arn).id);
  }

  listExecutions(machine?: string, status?: Status): Description[] {
    this.#work.commit();
    const name = machine === undefined ? undefined : (machineNameOf(machine) ?? machine);
    return this.#archive.executions(name, status).map(describe);
  }

  transitions(arn: string): number {
    return this.#runtime.executions.get(arn)?.transitions ?? this.#row(arn).transitions;
  }

  nextTimer(): number | undefined {
    return this.#runtime.timers.earliest();
  }

  fireDue(): void {
    const now = this.#runtime.now();
    for (;;) {
      const timer = this.#runtime.timers.takeDue(now);
      if (timer === undefined) break;
      fire(this.#runtime, timer.subject);
    }
    this.#work.wake();
  }

  async grouped<Answer>(call: (engine: Engine) => Answer): Promise<Answer> {
    this.#isGrouping = true;
    try {
      return call(this);
    } finally {
      this.#isGrouping = false;
      await this.#work.committed();
    }
  }

  settled(): Promise<void> {
    return this.#work.settled();
  }

  async close(): Promise<void> {
    if (!this.#database.isOpen) return;
    try {
      await this.#work.close();
    } finally {
      if (this.#isOwnDatabase) this.#database.close();
    }
  }

  /** What a caller is told must be in the journal before he is. */
  #accepted(): void {
    if (!this.#isGrouping) this.#work.commit();
    this.#work.wake();
  }

  #frameOf(token: string): Frame {
    const frame = this.#runtime.tokens.frameOf(token);
    if (frame !== undefined) return frame;
    const origin = this.#runtime.tokens.originOf(token);
    if (origin === "malformed") throw new errors.InvalidToken();
    throw origin === "ours" ? new errors.TaskTimedOut() : new errors.TaskDoesNotExist();
  }

  #row(arn: string): ExecutionRow {
    this.#work.commit();
    const named = executionNameOf(arn);
    if (named === undefined) throw new errors.InvalidArn(arn);
    const row = this.#archive.execution(named.machine, named.name);
    if (row === undefined) throw new errors.ExecutionDoesNotExist(arn);
    return row;
  }
}

const describe = (row: ExecutionRow): Description => ({
  executionArn: executionArn(row.machine_name, row.name),
  stateMachineArn: machineArn(row.machine_name),
  name: row.name,
  status: row.status,
  startDate: new Date(row.started),
  input: row.input,
  ...(row.stopped === null ? {} : { stopDate: new Date(row.stopped) }),
  ...(row.output === null ? {} : { output: row.output }),
  ...(row.error === null ? {} : { error: row.error }),
  ...(row.cause === null ? {} : { cause: row.cause }),
});

const digits = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");

/** A version 4 UUID out of the given chance. */
function uuidOf(random: () => number): string {
  const hex = digits(random, 31);
  const variant = "89ab"[Math.floor(random() * 4)] ?? "8";
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${variant}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}
