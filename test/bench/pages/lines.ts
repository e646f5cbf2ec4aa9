import { loadCase } from "../../../functions/cases/load.ts";
import { entriesOf, lineKey, making } from "../../../functions/lines/keys.ts";
import { lineOf } from "../../../functions/lines/line.ts";
import { type Line, line } from "../../../functions/store/line-item.ts";
import type { Decision } from "../../../workflows/kernel/selection/decision.ts";
import { memoryTable } from "../../functions/memory-table.ts";
import type { Stored } from "./copies.ts";
import type { Moment } from "./roads.ts";

/** The lines of those who were played, by ref. */
export async function linesPlayed(moment: Moment): Promise<ReadonlyMap<string, Line>> {
  const table = memoryTable();
  for (const item of [...moment.call, ...[...moment.cases.values()].flat()])
    await table.put({ ...item, pk: String(item.pk), sk: String(item.sk) });
  const found = new Map<string, Line>();
  for (const ref of moment.cases.keys()) {
    const loaded = await loadCase({ table }, ref);
    const made = loaded && lineOf(loaded);
    if (made) found.set(ref, made);
  }
  return found;
}

/** What is stored of a copy's line, with its entries in the lists, at the place that the copy has in the order. */
export function storedLine(copied: unknown, made: ReadonlyMap<string, Decision> | undefined): Stored[] {
  const read = line.parse(copied);
  const own = made?.get(read.ref);
  const { ranked } = read;
  const { decidedBy: _before, ...placed } = ranked ?? { keys: {} };
  const kept: Line =
    ranked && own?.position !== undefined
      ? {
          ...read,
          ranked: {
            ...placed,
            kind: ranked.kind,
            position: own.position,
            ...(own.decidedBy === undefined ? {} : { decidedBy: own.decidedBy }),
          },
        }
      : read;
  return [
    { ...lineKey(kept.callId, kept.ref), line: kept, making, version: 1 },
    ...entriesOf(kept).map((entry) => ({ ...entry })),
  ];
}
