import type { House } from "../house.ts";
import type { Line } from "../store/line-item.ts";
import { linesBehind } from "./case-list.ts";
import { readFigures } from "./figures.ts";
import { listPartition } from "./keys.ts";

/** So many are listed, by name. */
const most = 100;

/** Whoever applied in a call and has no place in its order, by name; how many more there are, as near as the figures are. */
export async function unrankedOf(
  house: Pick<House, "table" | "clock">,
  callId: string,
): Promise<{ readonly lines: readonly Line[]; readonly more: number }> {
  const pk = listPartition(callId, "unranked");
  const { items, next } = await house.table.page(pk, { limit: most });
  const found = await linesBehind(house.table, callId, "unranked", items);
  const lines = found.filter((one) => one !== undefined);
  if (next === undefined) return { lines, more: 0 };
  const { cases, ranked } = (await readFigures(house, callId)).figures;
  return { lines, more: Math.max(1, cases - ranked - lines.length) };
}
