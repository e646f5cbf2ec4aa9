import { BadCursor } from "../adapters/table.ts";

/** A page of a list, from a cursor on that an address has; one that leads nowhere begins the list. */
export async function fromCursor<T>(
  read: (after: string | undefined) => Promise<T>,
  after: string | undefined,
): Promise<T> {
  try {
    return await read(after);
  } catch (error) {
    if (error instanceof BadCursor) return read(undefined);
    throw error;
  }
}
