import { heldBack } from "../../workflows/blocks/reserve/places.ts";
import { selectionRules } from "../../workflows/blocks/selection.ts";
import { closedCountries } from "../../workflows/selection-call/call-off.ts";
import { entryOf } from "../cases/load.ts";
import type { House } from "../house.ts";
import { type EntryItem, entryItem, type Head } from "../store/items.ts";

/** A freed place that nobody gets because the budget does not bear it, and what is missing. EUR cents. */
export interface HeldBack {
  readonly country: string;
  readonly missingCents: number;
}

/** The places of a call that are held back; none where it has no budget. Reads every entry of the call. */
export async function heldBackIn(
  house: Pick<House, "table" | "clock">,
  call: Head,
): Promise<readonly HeldBack[]> {
  if (rulesOf(call)?.budgetCents === undefined) return [];
  const entries = (await house.table.query(call.pk, "entry#")).map((item) => entryItem.parse(item));
  return heldBackAmong(call, entries, house.clock.now());
}

/** The same among these entries, which are all of the call. `now`: UTC instant. */
export function heldBackAmong(call: Head, entries: readonly EntryItem[], now: string): readonly HeldBack[] {
  const rules = rulesOf(call);
  return rules?.budgetCents === undefined ? [] : heldBack(entries.map(entryOf), rules, now);
}

const rulesOf = (call: Head) =>
  selectionRules.safeParse({ ...call.data, closedCountries: closedCountries(call) }).data;
