import { type Execution, executionArn, type Frame, type Status } from "../execution.ts";
import { encodeFrame } from "./frame-record.ts";
import { encodeHistory } from "./history-record.ts";
import type { Batch, FinishedRow, FrameRow, HistoryRow, Journal, StartedRow } from "./journal.ts";

export interface Ending {
  readonly status: Status;
  readonly stopped: number;
  readonly output?: string;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/**
 * Gathers what changes until it is committed, many executions in one transaction. Of a frame that went through
 * ten states since the last commit only the last is written; its history keeps them all.
 */
export class Ledger {
  readonly #journal: Journal;
  #started: StartedRow[] = [];
  #finished: FinishedRow[] = [];
  #removed: Batch["removedFrames"][number][] = [];
  readonly #frames = new Set<Frame>();
  readonly #executions = new Set<Execution>();
  readonly #ended = new Set<string>();
  /** What was gathered and is not committed: more than one when the disk was full. */
  #uncommitted: Batch[] = [];

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  started(execution: Execution, row: StartedRow): void {
    this.#started.push(row);
    this.#executions.add(execution);
  }

  changed(frame: Frame): void {
    this.#frames.add(frame);
    this.#executions.add(frame.execution);
  }

  removed(frame: Frame): void {
    this.#frames.delete(frame);
    if (frame.isStored) this.#removed.push({ execution: frame.execution.id, frame: frame.id });
  }

  finished(execution: Execution, ending: Ending): void {
    const { output = null, error = null, cause = null, ...rest } = ending;
    this.#finished.push({
      id: execution.id,
      transitions: execution.transitions,
      output,
      error,
      cause,
      ...rest,
    });
    this.#executions.add(execution);
    this.#ended.add(executionArn(execution.machine.name, execution.name));
  }

  /** Whether an execution has ended that the journal does not know as ended yet. */
  hasFinished(arn: string): boolean {
    return this.#ended.has(arn);
  }

  get isEmpty(): boolean {
    return this.#executions.size === 0 && this.#uncommitted.length === 0;
  }

  /**
   * Makes all that was gathered durable.
   *
   * @throws DatabaseError when nothing of it is; it stays gathered and may be committed later
   */
  commit(): void {
    if (this.isEmpty) return;
    if (this.#executions.size > 0) this.#uncommitted.push(this.#gathered());
    this.#journal.commit(this.#uncommitted);
    this.#uncommitted = [];
    this.#ended.clear();
  }

  #gathered(): Batch {
    const batch = {
      started: this.#started,
      finished: this.#finished,
      frames: this.#frameRows(),
      removedFrames: this.#removed,
      history: this.#historyRows(),
    };
    this.#started = [];
    this.#finished = [];
    this.#removed = [];
    this.#frames.clear();
    this.#executions.clear();
    return batch;
  }

  #frameRows(): FrameRow[] {
    const rows: FrameRow[] = [];
    for (const frame of this.#frames) {
      if (frame.execution.status !== "RUNNING" || frame.phase.kind === "gone") continue;
      frame.isStored = true;
      rows.push({ execution: frame.execution.id, frame: frame.id, record: encodeFrame(frame) });
    }
    return rows;
  }

  #historyRows(): HistoryRow[] {
    const rows: HistoryRow[] = [];
    for (const execution of this.#executions) {
      const events = execution.unwritten.splice(0);
      // An attempt is counted when it begins, a moment before the first event that tells of it.
      if (events.length === 0 && execution.transitions === execution.storedTransitions) continue;
      execution.storedTransitions = execution.transitions;
      rows.push({
        execution: execution.id,
        transitions: execution.transitions,
        events: encodeHistory(events, execution.events),
      });
    }
    return rows;
  }
}
