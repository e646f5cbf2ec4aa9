import type { Item } from "../../../functions/adapters/table.ts";

/** So many items are remembered, those of some dozens of cases. */
const most = 8_000;
/** A longer text is read each time: looking it up is no cheaper. */
const longest = 20_000;

const remembered = new Map<string, Item>();

/**
 * The item that is stored as a text. Cases are read many times over between two changes, so the same text gives the same object, which
 * nobody can change: whoever has read something out of it may remember that by the object.
 */
export function itemOf(body: string): Item {
  const known = remembered.get(body);
  if (known) return known;
  const item: Item = frozen(JSON.parse(body));
  if (body.length > longest) return item;
  if (remembered.size >= most) remembered.clear();
  remembered.set(body, item);
  return item;
}

function frozen<Read>(read: Read): Read {
  if (typeof read !== "object" || read === null) return read;
  for (const value of Object.values(read)) frozen(value);
  return Object.freeze(read);
}
