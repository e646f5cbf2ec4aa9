import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { copyDatabase } from "./copy.ts";
import { DatabaseError, databaseErrorOf } from "./errors.ts";
import { closeFile, openFile } from "./open.ts";
import { leaveMark, type OpenMark } from "./open-mark.ts";
import { wholeFolder } from "./schema.ts";

export interface DatabaseOptions {
  /**
   * What every committed change survives: a power cut (SQLite's synchronous=FULL), or only the death of the process
   * (NORMAL), after which a power cut may take the last commits back, never a part of one; or `nothing`, for what is begun anew when
   * it was cut off: all of it is committed when it is closed. Without effect in memory.
   */
  readonly survives: "nothing" | "process" | "powerCut";
  /** What is deleted is written over at once; `wipe` leaves nothing of it anywhere in the files. */
  readonly forgets?: boolean;
}

/**
 * The one database of the embedded default, SQLite with a write-ahead log: a file that one process holds, or
 * ":memory:". The table and the engine's journal share its connection and so its transactions: after a crash they
 * agree.
 *
 * Changes are committed in groups: those of one turn of the event loop share a transaction and wait for the disk
 * together. Whoever is to be told of a change waits for `committed`, and so does whoever has read what is not
 * committed yet. When a group fails, all that was changed in it is taken back and everybody who waits is told.
 *
 * @throws DatabaseError when the file is in use, not writable, damaged, no database, or of another version
 */
export class Database {
  readonly #path: string;
  readonly #sqlite: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  /** Whether anything is to be there after the process was killed, and so is committed turn by turn. */
  readonly #lasts: boolean;
  readonly #mark: OpenMark | undefined;
  #isDamaged = false;
  #onDamage: ((damage: DatabaseError) => void) | undefined;
  readonly #onTakenBack: (() => void)[] = [];
  #group: PromiseWithResolvers<void> | undefined;

  constructor(path: string, { survives, forgets = false }: DatabaseOptions) {
    this.#path = path;
    const isInMemory = path === ":memory:";
    this.#lasts = !isInMemory && survives !== "nothing";
    this.#sqlite = openFile(path, synchronousFor[survives]);
    if (forgets) this.#sqlite.exec("PRAGMA secure_delete = ON");
    this.#begin = this.#sqlite.prepare("BEGIN IMMEDIATE");
    this.#commit = this.#sqlite.prepare("COMMIT");
    this.#mark = isInMemory ? undefined : leaveMark(path);
    if (!isInMemory && !this.#lasts) this.#begin.run();
  }

  prepare(sql: string): StatementSync {
    return this.#sqlite.prepare(sql);
  }

  /** All rows of a statement that is run once. */
  rows(sql: string, ...values: readonly SQLInputValue[]): Record<string, unknown>[] {
    return this.read(() => this.#sqlite.prepare(sql).all(...values));
  }

  /** Runs statements that read. Throws a `DatabaseError` when what they read is damaged, or no JSON where all is JSON. */
  read<Result>(make: () => Result): Result {
    try {
      return make();
    } catch (error) {
      const isGarbled = error instanceof SyntaxError;
      throw this.#toldOf(isGarbled ? new DatabaseError("damaged", this.#path, { cause: error }) : error);
    }
  }

  /** Calls the listener once, when something that is read is found to be damaged from now on. */
  onDamage(listener: (damage: DatabaseError) => void): void {
    this.#onDamage = listener;
  }

  /** Calls the listener when what was changed is not there any more. */
  onTakenBack(listener: () => void): void {
    this.#onTakenBack.push(listener);
  }

  /** Runs statements as part of the turn's transaction. */
  change<Result>(make: () => Result): Result {
    const isFirst = this.#lasts && !this.#sqlite.isTransaction;
    const result = this.#run(make);
    if (isFirst) setImmediate(() => this.#commitTurn());
    return result;
  }

  /** Runs statements and commits them at once, with whatever else was changed in this turn. */
  changeAtOnce<Result>(make: () => Result): Result {
    const result = this.#run(make);
    this.commit();
    return result;
  }

  /** Resolves when every change until now is durable, and rejects when those that were not have been taken back. */
  committed(): Promise<void> {
    if (!this.isChanging) return committedAlready;
    this.#group ??= Promise.withResolvers();
    return this.#group.promise;
  }

  /** Whether there are changes that are not committed yet. */
  get isChanging(): boolean {
    return this.#lasts && this.#sqlite.isTransaction;
  }

  /** Commits what was changed in this turn. */
  commit(): void {
    if (this.isChanging) this.#commitAll();
  }

  #betweenTransactions(make: () => void): void {
    const isOpen = this.#sqlite.isTransaction;
    if (isOpen) this.#commitAll();
    make();
    if (isOpen && !this.#lasts) this.#begin.run();
  }

  #commitAll(): void {
    try {
      this.#commit.run();
    } catch (error) {
      throw this.#takeBack(error);
    }
    this.#mark?.grown();
    const group = this.#group;
    this.#group = undefined;
    group?.resolve();
  }

  /** Notes, in the file itself, that every other file of its folder is there by now. */
  markWhole(): void {
    this.#betweenTransactions(() => {
      this.#sqlite.exec(`PRAGMA application_id = ${wholeFolder}; PRAGMA wal_checkpoint(FULL)`);
    });
  }

  get isWhole(): boolean {
    return Number(this.#sqlite.prepare("PRAGMA application_id").get()?.application_id) === wholeFolder;
  }

  /**
   * Copies all of it to a new file while it is used; what is changed meanwhile is in the copy too. `onCopied` hears of pages.
   *
   * @throws DatabaseError when the copy cannot be written
   */
  async copyTo(path: string, onCopied: (done: number, total: number) => void): Promise<void> {
    this.commit();
    try {
      await copyDatabase(this.#sqlite, path, onCopied);
    } catch (error) {
      throw databaseErrorOf(path, error);
    }
  }

  /**
   * Writes the file anew without what was deleted, and empties the log: neither free pages, gaps of pages nor old frames hold it. It
   * takes as long as copying what is left, and nobody else is served meanwhile.
   */
  wipe(): void {
    this.#betweenTransactions(() => {
      this.#sqlite.exec("VACUUM");
      this.#sqlite.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
  }

  get isOpen(): boolean {
    return this.#sqlite.isOpen;
  }

  close(): void {
    if (!this.isOpen) return;
    if (this.#sqlite.isTransaction) this.#commitAll();
    this.#mark?.clear();
    if (this.#isDamaged) this.#sqlite.close();
    else closeFile(this.#sqlite);
  }

  #run<Result>(make: () => Result): Result {
    try {
      if (this.#lasts && !this.#sqlite.isTransaction) this.#begin.run();
      return make();
    } catch (error) {
      throw this.#takeBack(error);
    }
  }

  #commitTurn(): void {
    try {
      if (this.isOpen) this.commit();
    } catch {
      // Whoever waited for the group has been told.
    }
  }

  #takeBack(error: unknown): unknown {
    const told = this.#toldOf(error);
    if (this.isChanging) this.#sqlite.exec("ROLLBACK");
    for (const listener of this.#onTakenBack) listener();
    const group = this.#group;
    this.#group = undefined;
    group?.reject(told);
    return told;
  }

  #toldOf(error: unknown): unknown {
    const told = databaseErrorOf(this.#path, error);
    if (told instanceof DatabaseError && told.trouble === "damaged" && !this.#isDamaged) {
      this.#isDamaged = true;
      this.#onDamage?.(told);
    }
    return told;
  }
}

const synchronousFor = { powerCut: "FULL", process: "NORMAL", nothing: "OFF" } as const;

const committedAlready = Promise.resolve();
