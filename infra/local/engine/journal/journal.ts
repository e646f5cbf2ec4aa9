import { DatabaseSync, type StatementSync } from "node:sqlite";
import type { Status } from "../execution.ts";
import { JournalFromNewerVersion, journalErrorOf } from "./errors.ts";
import { framesPerExecution, journalVersion, schema } from "./schema.ts";

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

/** The durable side of the engine: one SQLite file that one process holds. */
export class Journal {
  readonly database: DatabaseSync;
  readonly #insertExecution: StatementSync;
  readonly #finishExecution: StatementSync;
  readonly #putFrame: StatementSync;
  readonly #removeFrame: StatementSync;
  readonly #removeFrames: StatementSync;
  readonly #insertHistory: StatementSync;

  /** @throws JournalError when the file is locked, not writable, no journal, or from a newer version */
  constructor(path: string) {
    this.database = open(path);
    const prepare = (sql: string): StatementSync => this.database.prepare(sql);
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

  /** Writes a batch, all or nothing. A killed process loses nothing that was committed. */
  commit(batch: Batch): void {
    this.database.exec("BEGIN");
    try {
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
      this.database.exec("COMMIT");
    } catch (error) {
      if (this.database.isTransaction) this.database.exec("ROLLBACK");
      throw error;
    }
  }

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  close(): void {
    this.database.close();
  }
}

const rowOf = (execution: number, own: number): number => execution * framesPerExecution + own;

/**
 * Write-ahead log with synchronous=NORMAL: a commit survives the end of the process at any moment; only a power
 * failure can take the last commits back (never a part of one). The exclusive lock keeps a second process out.
 */
function open(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path);
    try {
      database.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL");
      database.exec(
        "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000; PRAGMA temp_store = MEMORY",
      );
      const found = Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
      if (found > journalVersion) throw new JournalFromNewerVersion(path, found, journalVersion);
      database.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${journalVersion}; COMMIT`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw journalErrorOf(path, error);
  }
}
