import { isDeepStrictEqual } from "node:util";
import type { Key } from "../adapters/table.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { headItem } from "../store/items.ts";
import { headKey } from "../store/keys.ts";
import { type Line, type LineItem, lineItem } from "../store/line-item.ts";
import { entriesOf, lineKey, making } from "./keys.ts";
import { lineOf } from "./line.ts";

type Parts = Pick<House, "table">;

/** What became of a line: written, or as it was already, or there is nothing to write one of. */
export type Kept =
  | { readonly outcome: "kept" | "same"; readonly callId: string }
  | { readonly outcome: "none" };

/** Whether the lists are brought up to the line at once, or by whoever the table's stream tells of the change. */
type Settles = "now" | "later";

/** After so many others were quicker somebody keeps changing the case, and tells of it again. */
const tries = 8;

/**
 * Brings the line of a case and its entries in the lists up to what is stored of the case (a projection). It may be asked
 * again and by several at once: a line is written only over the version that was read before the case was, so what was read
 * earlier never covers what was read later; and what a change still has to do to the lists stands in the line until it is
 * done. Entries of which the caller is `unsure` are written or taken away whatever the line says. `none` where there is no such
 * case yet. Throws when others are quicker again and again.
 */
export async function keepLine(
  house: Parts,
  ref: string,
  { unsure = [], settles = "now" }: { readonly unsure?: readonly Key[]; readonly settles?: Settles } = {},
): Promise<Kept> {
  const head = await house.table.get(headKey(ref));
  if (!head) return { outcome: "none" };
  const { callId } = headItem.parse(head);
  const key = lineKey(callId, ref);
  let doubted = unsure;
  for (let turn = 0; turn < tries; turn++) {
    const stored = await readLine(house, key);
    const loaded = await loadCase(house, ref);
    const next = loaded && lineOf(loaded);
    if (!next) return { outcome: "none" };
    const { puts, drops } = differences(stored, next, doubted);
    if (stored && isSame(stored, next) && puts.length + drops.length === 0)
      return { outcome: "same", callId };
    const touched = [...puts, ...drops];
    const version = (stored?.version ?? 0) + 1;
    const unsettled = touched.map(({ pk, sk }) => [pk, sk]);
    const written = await house.table.change(key, {
      set: { line: next, making, version, ...(touched.length > 0 ? { unsettled } : {}) },
      when: { version: stored ? { is: stored.version } : "absent" },
    });
    if (written.outcome === "refused") continue;
    if (touched.length === 0 || settles === "later") return { outcome: "kept", callId };
    await Promise.all([
      ...puts.map((entry) => house.table.put({ ...entry })),
      ...drops.map((entry) => house.table.delete(entry)),
    ]);
    const settled = await house.table.change(key, {
      remove: ["unsettled"],
      when: { version: { is: version } },
    });
    if (settled.outcome === "changed") return { outcome: "kept", callId };
    doubted = touched;
  }
  throw new Error(`${ref}: its line changes faster than it can be kept`);
}

async function readLine({ table }: Parts, key: Key): Promise<LineItem | undefined> {
  const item = await table.get(key);
  return item && lineItem.parse(item);
}

const isSame = (stored: LineItem, next: Line): boolean =>
  stored.making === making && isDeepStrictEqual(stored.line, next);

/** Which entries have to be written and which to go. What is `doubted` may be there or not, so it is done again. */
function differences(stored: LineItem | undefined, next: Line, doubted: readonly Key[]) {
  const had = stored ? entriesOf(stored.line) : [];
  const unsure = [...doubted, ...(stored?.unsettled ?? []).map(([pk, sk]) => ({ pk, sk }))];
  const isMade = stored?.making === making;
  const wanted = byName(entriesOf(next));
  const sure = byName(isMade ? had : []);
  for (const name of byName(unsure).keys()) sure.delete(name);
  return {
    puts: [...wanted].filter(([name]) => !sure.has(name)).map(([, key]) => key),
    drops: [...byName([...had, ...unsure])].filter(([name]) => !wanted.has(name)).map(([, key]) => key),
  };
}

const byName = (keys: readonly Key[]): Map<string, Key> =>
  new Map(keys.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }]));
