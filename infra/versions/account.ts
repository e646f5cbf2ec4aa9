import type { Clock } from "../../functions/adapters/clock.ts";
import type { Table } from "../../functions/adapters/table.ts";
import { allCalls, summaryOf } from "../../functions/calls/calls.ts";
import { readFigures } from "../../functions/lines/figures.ts";
import { idOf } from "../../functions/store/keys.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { type Standing, type Stranded, strandedBy } from "./compare.ts";
import { readDefinition } from "./definition.ts";
import { toBeStarted } from "./to-be-started.ts";

type Parts = { readonly table: Table; readonly clock: Clock };

/**
 * What would be stranded of an installation by the definitions of today, told from its table: where the cases of each call stand by its
 * figures, a minute old at most, where the calls stand themselves, and what is still to be started. `definitionOf`: the machine of a
 * process as it is deployed, from which it is known where cases can still come; `undefined` where none is.
 */
export async function strandedInTable(
  parts: Parts,
  definitionOf: (process: string) => Promise<unknown>,
): Promise<readonly Stranded[]> {
  const processes = new Map((await everyProcess()).map((process) => [process.id, process]));
  const standing = [...(await standingIn(parts)), ...(await toBeStarted(parts.table))];
  const ids = [...new Set(standing.map(({ process }) => process))];
  const known = new Map(
    await Promise.all(
      ids.map(async (id) => {
        const definition = await definitionOf(id);
        return [id, definition === undefined ? undefined : readDefinition(definition)] as const;
      }),
    ),
  );
  return strandedBy(
    processes,
    standing.map((one) => {
      const machine = known.get(one.process);
      return machine ? { ...one, ahead: machine.ahead(one.state), release: machine.states } : one;
    }),
  );
}

async function standingIn(parts: Parts): Promise<readonly Standing[]> {
  const found: Standing[] = [];
  for (const call of await allCalls(parts)) {
    if (call.endedAt === undefined && call.state !== undefined)
      found.push({ process: call.process, state: call.state, cases: 1 });
    const { process } = summaryOf(call, parts.clock.now());
    const { figures } = await readFigures(parts, idOf(call.pk));
    for (const { state, ended, count } of figures.stages)
      if (!ended && state !== "submitted") found.push({ process, state, cases: count });
  }
  return found;
}
