import type { StatementSync } from "node:sqlite";
import * as z from "zod";
import type { Database } from "../../database/database.ts";
import { framesPerExecution } from "../../database/schema.ts";
import type { EventDescription } from "../interface.ts";
import { decodeHistory, lastEventOf } from "./history-record.ts";

const executionRow = z.object({
  id: z.number(),
  machine_name: z.string(),
  name: z.string(),
  machine: z.number(),
  input: z.string(),
  started: z.number(),
  deadline: z.number(),
  deadline_sequence: z.number(),
  status: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]),
  stopped: z.number().nullable(),
  output: z.string().nullable(),
  error: z.string().nullable(),
  cause: z.string().nullable(),
  transitions: z.number(),
});
export type ExecutionRow = z.infer<typeof executionRow>;

const machineRow = z.object({
  id: z.number(),
  name: z.string(),
  definition: z.string(),
  created: z.number(),
});
export type MachineRow = z.infer<typeof machineRow>;
export type Definition = Pick<MachineRow, "name" | "definition">;

const frameRow = z.object({ id: z.number(), record: z.string() });
const historyRow = z.object({ transitions: z.number(), events: z.string() });

const machineRows = z.array(machineRow);
const executionRows = z.array(executionRow);
const frameRows = z.array(frameRow);
const historyRows = z.array(historyRow);

/** What is read back from a journal. */
export class Archive {
  readonly #database: Database;
  readonly #byName: StatementSync;
  readonly #history: StatementSync;
  readonly #lastHistory: StatementSync;

  constructor(database: Database) {
    this.#database = database;
    const prepare = (sql: string): StatementSync => database.prepare(sql);
    this.#byName = prepare("SELECT * FROM execution WHERE machine_name = ? AND name = ?");
    this.#history = prepare("SELECT * FROM history WHERE execution = ? ORDER BY id");
    this.#lastHistory = prepare("SELECT * FROM history WHERE execution = ? ORDER BY id DESC LIMIT 1");
  }

  /** A setting, made and kept the first time it is asked for. */
  setting(name: string, make: () => string): string {
    const [found] = this.#database.rows("SELECT value FROM setting WHERE name = ?", name);
    if (typeof found?.value === "string") return found.value;
    const value = make();
    this.#database.changeAtOnce(() =>
      this.#database.rows("INSERT INTO setting (name, value) VALUES (?, ?)", name, value),
    );
    return value;
  }

  /** Every version of every machine, oldest first. */
  machines(): MachineRow[] {
    return machineRows.parse(this.#database.rows("SELECT * FROM machine ORDER BY id"));
  }

  /** Adds versions of machines, all or none, each with its id. */
  addMachines<Added extends Definition>(
    added: readonly Added[],
    created: number,
  ): (Added & { id: number })[] {
    const insert = "INSERT INTO machine (name, definition, created) VALUES (?, ?, ?) RETURNING id";
    return this.#database.changeAtOnce(() =>
      added.map((machine) => {
        const [row] = this.#database.rows(insert, machine.name, machine.definition, created);
        return { ...machine, id: Number(row?.id) };
      }),
    );
  }

  lastExecutionId(): number {
    return Number(this.#database.rows("SELECT max(id) AS id FROM execution")[0]?.id ?? 0);
  }

  execution(machine: string, name: string): ExecutionRow | undefined {
    const row = this.#database.read(() => this.#byName.get(machine, name));
    return row === undefined ? undefined : executionRow.parse(row);
  }

  /** Those that have frames: every running execution has at least its own. */
  running(): ExecutionRow[] {
    const sql = `SELECT * FROM execution WHERE id IN (SELECT DISTINCT id / ${framesPerExecution} FROM frame) ORDER BY id`;
    return executionRows.parse(this.#database.rows(sql));
  }

  /** Newest first, as the service lists them. */
  executions(machine: string | undefined, status: string | undefined): ExecutionRow[] {
    const sql =
      "SELECT * FROM execution WHERE (?1 IS NULL OR machine_name = ?1) AND (?2 IS NULL OR status = ?2) ORDER BY started DESC, id DESC";
    return executionRows.parse(this.#database.rows(sql, machine ?? null, status ?? null));
  }

  /** The frames of all running executions, parents before their children. */
  frames(): { execution: number; frame: number; record: string }[] {
    const rows = frameRows.parse(this.#database.rows("SELECT * FROM frame ORDER BY id"));
    return rows.map(({ id, record }) => ({
      execution: Math.floor(id / framesPerExecution),
      frame: id % framesPerExecution,
      record,
    }));
  }

  history(execution: number): EventDescription[] {
    return historyRows
      .parse(this.#database.read(() => this.#history.all(execution)))
      .flatMap((row) => decodeHistory(row.events));
  }

  /** How far the history of an execution has come. */
  progress(execution: number): { events: number; transitions: number } {
    const found = this.#database.read(() => this.#lastHistory.get(execution));
    if (found === undefined) return { events: 0, transitions: 0 };
    const { events, transitions } = historyRow.parse(found);
    return { events: lastEventOf(events), transitions };
  }
}
