import type { House } from "../house.ts";
import type { Line } from "../store/line-item.ts";
import { allCases } from "./case-list.ts";

/** So many are listed, by name. */
const most = 100;

/** Whoever applied in a call and has no place in its order, by name; how many more there are is counted. */
export async function unrankedOf(
  { table }: Pick<House, "table">,
  callId: string,
): Promise<{ readonly lines: readonly Line[]; readonly more: number }> {
  const found: Line[] = [];
  for await (const { lines } of allCases({ table }, callId, { order: "name", isReversed: false }))
    found.push(...lines.filter(({ ranked }) => ranked === undefined));
  return { lines: found.slice(0, most), more: Math.max(0, found.length - most) };
}
