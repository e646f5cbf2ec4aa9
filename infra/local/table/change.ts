import type { Change, Item, Key, When } from "../../../functions/adapters/table.ts";
import { checkValue, ValidationException } from "./item.ts";

/** Whether the stored item is as a condition says; one that is not there has no attribute. */
export function holds(item: Item | undefined, when: When = {}): boolean {
  return Object.entries(when).every(([attribute, rule]) => {
    const stored = item?.[attribute];
    if (rule === "absent") return stored === undefined;
    if (rule === "present") return stored !== undefined;
    if ("below" in rule) return compared(stored, rule.below, (order) => order < 0);
    if ("atLeast" in rule) return compared(stored, rule.atLeast, (order) => order >= 0);
    return stored === rule.is;
  });
}

/** Values of one kind are compared, texts by their UTF-8 bytes; others are neither below nor above. */
function compared(stored: unknown, bound: string | number, holdsFor: (order: number) => boolean): boolean {
  if (typeof stored === "number" && typeof bound === "number") return holdsFor(stored - bound);
  if (typeof stored === "string" && typeof bound === "string")
    return holdsFor(Buffer.compare(Buffer.from(stored), Buffer.from(bound)));
  return false;
}

/**
 * The item after a change, made of its key alone where there was none.
 *
 * @throws ValidationException when a number is added to what is none
 */
export function changed(before: Item | undefined, key: Key, change: Change): Item {
  const item: Record<string, unknown> = { ...before, pk: key.pk, sk: key.sk };
  for (const [attribute, value] of Object.entries(change.set ?? {})) {
    if (value !== undefined) item[attribute] = value;
  }
  for (const attribute of change.remove ?? []) delete item[attribute];
  for (const [attribute, amount] of Object.entries(change.add ?? {})) {
    item[attribute] = sum(attribute, item[attribute], amount);
  }
  return item;
}

/**
 * Each attribute is changed in one way, and never a key; all values can be stored. The service looks at this before it
 * looks at the item.
 *
 * @throws ValidationException for a change that the service would refuse whatever is stored
 */
export function checkChange({ set = {}, remove = [], add = {}, when = {} }: Change): void {
  const attributes = [
    ...Object.keys(set).filter((attribute) => set[attribute] !== undefined),
    ...remove,
    ...Object.keys(add),
  ];
  if (attributes.length === 0) throw new ValidationException("a change must change something");
  const named = new Set(attributes);
  if (named.size < attributes.length) throw new ValidationException("a change names an attribute twice");
  if (named.has("pk") || named.has("sk")) throw new ValidationException("a key cannot be changed");
  for (const [attribute, value] of Object.entries({ ...set, ...add }))
    if (value !== undefined) checkValue(attribute, value);
  for (const [attribute, rule] of Object.entries(when))
    if (typeof rule === "object")
      for (const bound of Object.values(rule)) checkValue(`the condition on ${attribute}`, bound);
}

function sum(attribute: string, stored: unknown = 0, amount: number): number {
  if (typeof stored !== "number") throw new ValidationException(`${attribute} is no number to add to`);
  return stored + amount;
}
