import type { House } from "../../house.ts";
import { noteKey, notePrefix } from "../../store/keys.ts";
import { type Note, noteItem } from "../../store/staff-items.ts";

/** What colleagues wrote on a case, oldest first. It is not part of the case's file: no applicant and no paper reads it. */
export async function notesOf({ table }: Pick<House, "table">, ref: string): Promise<readonly Note[]> {
  return (await table.query(ref, notePrefix)).map((item) => noteItem.parse(item));
}

interface Written {
  readonly text: string;
  readonly by: Note["by"];
  /** How many notes there were when the page was drawn on which this one was written. */
  readonly after: number;
}

/**
 * Adds a note behind the last; none is ever changed. Sent twice from one page it is one note, and of two that colleagues
 * write at once neither is lost.
 */
export async function writeNote(
  house: Pick<House, "table" | "clock">,
  ref: string,
  { text, by, after }: Written,
): Promise<void> {
  for (;;) {
    const notes = await notesOf(house, ref);
    const isKept = notes.some(
      (note) => note.number > after && note.text === text && note.by.email === by.email,
    );
    if (isKept) return;
    const number = notes.length + 1;
    const note: Note = { ...noteKey(ref, number), number, text, by, at: house.clock.now() };
    if ((await house.table.put(note, { ifAbsent: true })) === "stored") return;
  }
}
