import type { StatementSync } from "node:sqlite";
import type { Database } from "../../database/database.ts";
import { framesPerExecution } from "../../database/schema.ts";
import type { Status } from "../execution.ts";

/** All changes that become durable together. */
export interface Batch {
  readonly started: readonly StartedRow[];
  readonly finished: readonly FinishedRow[];
  readonly frames: readonly FrameRow[];
  readonly removedFrames: readonly { readonly execution: number; readonly frame: number }[];
  readonly history: readonly HistoryRow[];
}

export interface StartedRow {
  readonly id: number;
  readonly machineName: string;
  readonly name: string;
  readonly machine: number;
  readonly input: string;
  readonly started: number;
  readonly deadline: number;
  readonly deadlineSequence: number;
}

export interface FinishedRow {
  readonly id: number;
  readonly status: Status;
  readonly stopped: number;
  readonly transitions: number;
  readonly output: string | null;
  readonly error: string | null;
  readonly cause: string | null;
}

export interface FrameRow {
  readonly execution: number;
  readonly frame: number;
  readonly record: string;
}

export interface HistoryRow {
  readonly execution: number;
  /** State entries and retries up to here. */
  readonly transitions: number;
  readonly events: string;
}

/** The durable side of the engine, in the database that it shares with the table. */
export class Journal {
  readonly #database: Database;
  readonly #insertExecution: StatementSync;
  readonly #finishExecution: StatementSync;
  readonly #putFrame: StatementSync;
  readonly #removeFrame: StatementSync;
  readonly #removeFrames: StatementSync;
  readonly #insertHistory: StatementSync;

  constructor(database: Database) {
    this.#database = database;
    const prepare = (sql: string): StatementSync => database.prepare(sql);
    this.#insertExecution = prepare(
      "INSERT INTO execution (id, machine_name, name, machine, input, started, deadline, deadline_sequence, status, transitions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', 0)",
    );
    this.#finishExecution = prepare(
      "UPDATE execution SET status = ?, stopped = ?, transitions = ?, output = ?, error = ?, cause = ? WHERE id = ?",
    );
    this.#putFrame = prepare("INSERT OR REPLACE INTO frame (id, record) VALUES (?, ?)");
    this.#removeFrame = prepare("DELETE FROM frame WHERE id = ?");
    this.#removeFrames = prepare("DELETE FROM frame WHERE id >= ? AND id < ?");
    this.#insertHistory = prepare("INSERT INTO history (execution, transitions, events) VALUES (?, ?, ?)");
  }

  /**
   * Commits batches, all or nothing, together with what the table has not committed yet.
   *
   * @throws DatabaseError when nothing of them was written
   */
  commit(batches: readonly Batch[]): void {
    this.#database.changeAtOnce(() => {
      for (const batch of batches) this.#write(batch);
    });
  }

  #write(batch: Batch): void {
    for (const row of batch.started) {
      this.#insertExecution.run(
        row.id,
        row.machineName,
        row.name,
        row.machine,
        row.input,
        row.started,
        row.deadline,
        row.deadlineSequence,
      );
    }
    for (const row of batch.frames) this.#putFrame.run(rowOf(row.execution, row.frame), row.record);
    for (const row of batch.removedFrames) this.#removeFrame.run(rowOf(row.execution, row.frame));
    for (const row of batch.history) {
      this.#insertHistory.run(row.execution, row.transitions, row.events);
    }
    for (const row of batch.finished) {
      const { status, stopped, transitions, output, error, cause, id } = row;
      this.#finishExecution.run(status, stopped, transitions, output, error, cause, id);
      this.#removeFrames.run(rowOf(id, 0), rowOf(id + 1, 0));
    }
  }
}

const rowOf = (execution: number, own: number): number => execution * framesPerExecution + own;
