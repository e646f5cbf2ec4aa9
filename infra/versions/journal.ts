import * as z from "zod";
import type { Table } from "../../functions/adapters/table.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Database } from "../local/database/database.ts";
import { framesPerExecution } from "../local/database/schema.ts";
import { isGone, type Stranded, strandedBy } from "./compare.ts";
import { readDefinition, stateOf } from "./definition.ts";
import { toBeStarted } from "./to-be-started.ts";

const version = z.object({ id: z.number(), name: z.string(), definition: z.string() });
const stands = z.object({ state: z.string(), cases: z.number() });

/**
 * What would be stranded in a data folder by the definitions of today. Of machines of which every state is known it asks no more than
 * their definitions; only where one is not it counts where the executions stand, and reads what is still to be started.
 */
export async function strandedIn(database: Database, table: Table): Promise<readonly Stranded[]> {
  const processes = new Map((await everyProcess()).map((process) => [process.id, process]));
  const strange = versionsOf(database).flatMap(({ id, name, definition }) => {
    const process = processes.get(name);
    const known = readDefinition(JSON.parse(definition));
    const isKnown = process && [...known.states].every((state) => !isGone(process, state));
    return isKnown ? [] : [{ id, name, known }];
  });
  if (strange.length === 0) return [];
  const running = strange.flatMap(({ id, name, known }) =>
    standingIn(database, id)
      .filter(({ state }) => known.states.has(state))
      .map(({ state, cases }) => ({
        process: name,
        state,
        cases,
        ahead: known.ahead(state),
        release: known.states,
      })),
  );
  return strandedBy(processes, [...running, ...(await toBeStarted(table))]);
}

/** The versions of machines by which executions run, and the latest of each. */
const versionsOf = (database: Database): readonly z.infer<typeof version>[] =>
  z.array(version).parse(
    database.rows(`SELECT id, name, definition FROM machine WHERE id IN (
      SELECT max(id) FROM machine GROUP BY name
      UNION SELECT machine FROM execution WHERE id IN (SELECT DISTINCT id / ${framesPerExecution} FROM frame))`),
  );

/** Where the executions of a version stand, each counted once. */
function standingIn(database: Database, machine: number): readonly z.infer<typeof stands>[] {
  const rows = database.rows(
    `SELECT json_extract(frame.record, '$.state') AS state, count(*) AS cases FROM frame
      JOIN execution ON execution.id = frame.id / ${framesPerExecution}
      WHERE execution.machine = ? AND json_extract(frame.record, '$.parent') IS NULL GROUP BY 1`,
    machine,
  );
  const counts = new Map<string, number>();
  for (const { state, cases } of z.array(stands).parse(rows))
    counts.set(stateOf(state), (counts.get(stateOf(state)) ?? 0) + cases);
  return [...counts].map(([state, cases]) => ({ state, cases }));
}
