import { isDeepStrictEqual } from "node:util";
import { processOf } from "../../workflows/catalogue.ts";
import type { Key } from "../adapters/table.ts";
import { loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { headItem } from "../store/items.ts";
import { headKey, isCall } from "../store/keys.ts";
import type { KeptLine } from "../store/line-item.ts";
import { type Keeping, keepingOfCall, keepingOfCase, mayShow } from "./keeping.ts";
import { making } from "./keys.ts";

type Parts = Pick<House, "table">;

/** What became of a line: written, or as it was already, or there is nothing to write one of. */
export type Kept =
  | { readonly outcome: "kept" | "same"; readonly callId: string }
  | { readonly outcome: "none" };

/** Whether the lists are brought up to the line at once, or by whoever the table's stream tells of the change. */
type Settles = "now" | "later";

/** After so many others were quicker somebody keeps changing the case, and tells of it again. */
const tries = 8;

interface Options {
  readonly unsure?: readonly Key[];
  readonly settles?: Settles;
}

/**
 * Brings the line of a case, or of a call whose process shows something to everybody, and its entries in the lists up to what is stored of the case (a projection). It may be asked
 * again and by several at once: a line is written only over the version that was read before the case was, so what was read
 * earlier never covers what was read later; and what a change still has to do to the lists stands in the line until it is
 * done. Entries of which the caller is `unsure` are written or taken away whatever the line says. `none` where there is no such
 * case yet. Throws when others are quicker again and again.
 */
export async function keepLine(house: Parts, ref: string, options: Options = {}): Promise<Kept> {
  const item = await house.table.get(headKey(ref));
  if (!item) return { outcome: "none" };
  const head = headItem.parse(item);
  const { callId } = head;
  if (!isCall(ref)) return keep(house, { ref, callId, keeping: keepingOfCase(callId, ref) }, options);
  if (!mayShow(await processOf(head.process))) return { outcome: "none" };
  return keep(house, { ref, callId, keeping: keepingOfCall(callId) }, options);
}

async function keep<L>(
  house: Parts,
  { ref, callId, keeping }: { readonly ref: string; readonly callId: string; readonly keeping: Keeping<L> },
  { unsure = [], settles = "now" }: Options,
): Promise<Kept> {
  const { key } = keeping;
  let doubted = unsure;
  for (let turn = 0; turn < tries; turn++) {
    const item = await house.table.get(key);
    const stored = item && keeping.read(item);
    const loaded = await loadCase(house, ref);
    const next = loaded && keeping.made(loaded);
    if (!next) return { outcome: "none" };
    const { puts, drops } = differences(keeping, stored, next, doubted);
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

const isSame = <L>(stored: KeptLine<L>, next: L): boolean =>
  stored.making === making && isDeepStrictEqual(stored.line, next);

/** Which entries have to be written and which to go. What is `doubted` may be there or not, so it is done again. */
function differences<L>(
  { entriesOf }: Keeping<L>,
  stored: KeptLine<L> | undefined,
  next: L,
  doubted: readonly Key[],
) {
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
