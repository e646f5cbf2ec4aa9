import {
  type Call,
  type Execution,
  executionArn,
  type Frame,
  type Phase,
  type TimerSubject,
} from "./execution.ts";
import { record } from "./history.ts";
import type { Details } from "./history-event.ts";
import type { Ending, Ledger } from "./journal/ledger.ts";
import { type Timer, Timers } from "./timers.ts";
import type { Tokens } from "./tokens.ts";

export interface Caller {
  readonly frame: Frame;
  readonly call: Call;
}

export interface RuntimeParts {
  readonly clock: { now(): number };
  readonly random: () => number;
  readonly tokens: Tokens;
  readonly ledger: Ledger;
}

/** What is on its way, and the few moves that keep memory, timers, tokens and journal in step. */
export class Runtime {
  readonly timers = new Timers<TimerSubject>();
  readonly executions = new Map<string, Execution>();
  readonly tokens: Tokens;
  readonly random: () => number;
  readonly ledger: Ledger;
  /** Frames that can go on, in the order in which they became able to. */
  readonly ready: Frame[] = [];
  /** Functions that are to be called once the journal knows. */
  readonly calls: Caller[] = [];
  /** Executions that have failed, of which nobody outside was told. */
  readonly failed: Execution[] = [];
  readonly #clock: { now(): number };

  constructor(parts: RuntimeParts) {
    this.#clock = parts.clock;
    this.random = parts.random;
    this.tokens = parts.tokens;
    this.ledger = parts.ledger;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#clock.now();
  }

  startTimer(millis: number, subject: TimerSubject): Timer<TimerSubject> {
    return this.timers.start(this.now() + millis, subject);
  }

  /** The only way in which a frame's phase changes: what belonged to the old one ends. */
  setPhase(frame: Frame, phase: Phase): void {
    this.#release(frame.phase);
    frame.phase = phase;
    this.changed(frame);
    if (phase.kind === "entered" || phase.kind === "answered" || phase.kind === "gathering")
      this.enqueue(frame);
    if (phase.kind === "calling") {
      if (phase.call.token !== undefined) this.tokens.await(phase.call.token, frame);
      if (!phase.call.hasReturned) this.calls.push({ frame, call: phase.call });
    }
  }

  changed(frame: Frame): void {
    this.ledger.changed(frame);
  }

  enqueue(frame: Frame): void {
    if (frame.isQueued) return;
    frame.isQueued = true;
    this.ready.push(frame);
  }

  /** Takes a frame and all below it out of the execution: timers end, tokens die, answers go unheard. */
  remove(frame: Frame): void {
    const { phase } = frame;
    if (phase.kind === "gone") return;
    this.#release(phase);
    frame.phase = { kind: "gone" };
    frame.execution.frames.delete(frame.id);
    this.ledger.removed(frame);
    if (phase.kind === "gathering") this.removeAll(phase.gathering.children);
  }

  removeAll(frames: readonly Frame[]): void {
    for (const frame of frames) this.remove(frame);
  }

  /** Ends an execution. */
  finish(
    execution: Execution,
    ending: Ending,
    event: { type: string; details: Details; previous: number },
  ): void {
    if (execution.status !== "RUNNING") return;
    execution.status = ending.status;
    record(execution, event.previous, ending.stopped, event.type, event.details);
    for (const frame of [...execution.frames.values()]) {
      this.#release(frame.phase);
      frame.phase = { kind: "gone" };
    }
    execution.frames.clear();
    if (execution.deadline !== undefined) this.timers.cancel(execution.deadline);
    this.executions.delete(executionArn(execution.machine.name, execution.name));
    this.ledger.finished(execution, ending);
    if (ending.status === "FAILED") this.failed.push(execution);
  }

  #release(phase: Phase): void {
    if (phase.kind === "waiting" || phase.kind === "retrying") this.timers.cancel(phase.timer);
    if (phase.kind !== "calling") return;
    const { token, timeout, heartbeat } = phase.call;
    if (token !== undefined) this.tokens.revoke(token);
    if (timeout !== undefined) this.timers.cancel(timeout);
    if (heartbeat !== undefined) this.timers.cancel(heartbeat);
  }
}
