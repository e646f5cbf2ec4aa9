import type { Table } from "../adapters/table.ts";
import { seatCountKey } from "../store/keys.ts";
import type { Parts } from "./count.ts";

/** A write to come, and the marks that it will take out of a count. */
interface Taking {
  readonly names: string[];
  readonly written: Promise<void>;
}

/** Of each count: what is being written, and what will be next. */
interface Line {
  writing: Promise<unknown>;
  next?: Taking;
}

const lines = new WeakMap<Table, Map<string, Line>>();

/**
 * Takes the mark of what is done out of a count. Marks that are done while another is taken out leave together in the next write: with
 * fifty at once each write of the count carries fifty marks, and one for each of them was a third of all work. Done once it is written.
 */
export function takeOut({ table }: Pick<Parts, "table">, pk: string, name: string): Promise<void> {
  const ofTable = lines.get(table) ?? new Map<string, Line>();
  lines.set(table, ofTable);
  const line = ofTable.get(pk) ?? { writing: Promise.resolve() };
  ofTable.set(pk, line);
  if (line.next) {
    line.next.names.push(name);
    return line.next.written;
  }
  const names = [name];
  const written = line.writing.then(async () => {
    delete line.next;
    const writing = table.change(seatCountKey(pk), { remove: names });
    // Who comes after a write that failed tries for themselves.
    line.writing = writing.catch(() => undefined);
    await writing;
    if (!line.next) ofTable.delete(pk);
  });
  line.next = { names, written };
  return written;
}
