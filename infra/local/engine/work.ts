import { DatabaseError } from "../database/errors.ts";
import { type Execution, executionArn } from "./execution.ts";
import type { FailedExecution, InvokeFunction } from "./interface.ts";
import { advance } from "./interpreter.ts";
import { Json } from "./json.ts";
import type { Caller, Runtime } from "./runtime.ts";
import { errorOfThrown, type StateError } from "./state-error.ts";
import { functionReturned } from "./states/task.ts";

interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
}

/** So many moves are made before the rest of the process gets a turn. */
const movesPerTurn = 512;

/**
 * The loop: frames that can go on do so, one after the other; then the journal is committed, once for all of them;
 * only then are functions called. It sleeps while everything waits for timers, tokens or functions.
 */
export class Work {
  readonly #runtime: Runtime;
  readonly #invoke: InvokeFunction;
  readonly #onFailure: (failed: FailedExecution) => Promise<void>;
  readonly #concurrency: number;
  #isAwake = false;
  #isClosing = false;
  #inFlight = 0;
  #failure: { readonly error: unknown } | undefined;
  /** Those who wait for everything to rest, and those who wait for the next commit. */
  #waiting: Waiter[] = [];
  #committing: Waiter[] = [];

  constructor(
    runtime: Runtime,
    invoke: InvokeFunction,
    onFailure: (failed: FailedExecution) => Promise<void>,
    concurrency: number,
  ) {
    this.#runtime = runtime;
    this.#invoke = invoke;
    this.#onFailure = onFailure;
    this.#concurrency = concurrency;
  }

  /** To be called whenever something may have become able to go on. */
  wake(): void {
    if (this.#isAwake) return;
    this.#isAwake = true;
    setImmediate(() => void this.#run());
  }

  /**
   * Makes what has happened so far durable. When the disk takes no more nothing goes on and whoever waits is told; what
   * has happened is kept and committed at a later call.
   *
   * @throws DatabaseError, or the error that broke the engine, from then on at every call
   */
  commit(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
    try {
      this.#runtime.ledger.commit();
      for (const { resolve } of this.#committing.splice(0)) resolve();
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** When what has happened so far is durable, in one commit with whatever else happens in this turn. */
  committed(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.error);
    if (this.#runtime.ledger.isEmpty) return Promise.resolve();
    const committed = new Promise<void>((resolve, reject) => this.#committing.push({ resolve, reject }));
    this.wake();
    return committed;
  }

  /** When nothing can go on by itself and the journal knows it all. Rejects when the journal takes no more. */
  settled(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure.error);
    const settled = new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.wake();
    return settled;
  }

  /** Calls no more functions, and ends when those on their way have returned and the journal has their answers. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#failure === undefined) await this.settled();
  }

  async #run(): Promise<void> {
    try {
      await this.#turn();
    } catch (error) {
      this.#isAwake = false;
      this.#fail(error);
      return;
    }
    this.#isAwake = false;
    if (this.#hasMore()) this.wake();
    else if (this.#inFlight === 0) this.#rest();
  }

  async #turn(): Promise<void> {
    const { ready } = this.#runtime;
    // With one call at a time its answer always finds everything else at rest: the order is the same every time.
    const moves = this.#concurrency === 1 ? Number.POSITIVE_INFINITY : movesPerTurn;
    for (let made = 0; made < ready.length && made < moves; made += 1) {
      const frame = ready[made];
      if (frame === undefined) break;
      frame.isQueued = false;
      await advance(this.#runtime, frame);
      if (made === moves - 1 || made === ready.length - 1) {
        ready.splice(0, made + 1);
        break;
      }
    }
    this.commit();
    this.#call();
    for (const execution of this.#runtime.failed.splice(0)) void this.#tellOf(execution);
  }

  /** Whoever takes a failure in is waited for as a function is; what they cannot take in they find by themselves. */
  async #tellOf({ machine, name, input }: Execution): Promise<void> {
    this.#inFlight += 1;
    await this.#onFailure({
      executionArn: executionArn(machine.name, name),
      name,
      input: input.text,
    }).catch(() => undefined);
    this.#inFlight -= 1;
    this.wake();
  }

  #hasMore(): boolean {
    if (this.#runtime.ready.length > 0 || !this.#runtime.ledger.isEmpty) return true;
    return !this.#isClosing && this.#runtime.calls.length > 0 && this.#inFlight < this.#concurrency;
  }

  #call(): void {
    if (this.#isClosing) return;
    const { calls } = this.#runtime;
    let taken = 0;
    for (const caller of calls) {
      if (this.#inFlight >= this.#concurrency) break;
      taken += 1;
      if (isAwaited(caller)) void this.#send(caller);
    }
    calls.splice(0, taken);
  }

  async #send(caller: Caller): Promise<void> {
    const { frame, call } = caller;
    this.#inFlight += 1;
    const context = { executionName: frame.execution.name, stateName: frame.state.name };
    let outcome: Json | StateError;
    try {
      const payload: unknown = JSON.parse(call.payload.text);
      outcome = Json.ofForeign(await this.#invoke(call.functionName, payload, context));
    } catch (thrown) {
      outcome = errorOfThrown(thrown);
    }
    this.#inFlight -= 1;
    if (this.#failure !== undefined) return;
    functionReturned(this.#runtime, frame, call, outcome);
    this.wake();
  }

  #rest(): void {
    const waiting = this.#waiting.splice(0);
    for (const { resolve } of waiting) resolve();
  }

  /** Whoever waits is told. After anything but a full disk nothing can be trusted, so nothing ever goes on. */
  #fail(error: unknown): void {
    if (!(error instanceof DatabaseError && error.trouble === "full")) this.#failure ??= { error };
    const waiting = [...this.#waiting.splice(0), ...this.#committing.splice(0)];
    for (const { reject } of waiting) reject(error);
  }
}

const isAwaited = ({ frame, call }: Caller): boolean =>
  frame.phase.kind === "calling" && frame.phase.call === call;
