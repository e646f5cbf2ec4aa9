import type { lt } from "./words-of-cases.lt.ts";

/** The words of a case's page in the console, in English. */
export const en: Readonly<Record<keyof typeof lt, string>> = {
  "note.title": "A note to colleagues",
  "note.text.label": "Note",
  "note.text.hint":
    "Only the staff of this call see it, the applicant never does. It cannot be changed or deleted later.",
  "note.submit": "Add the note",
  "notes.title": "Notes to colleagues",
  "notes.none": "There are no notes yet.",
  "notes.write": "Write a note",
};
