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
  "acts.title": "What you can do",
  "acts.task": "{act}: {what}",
  "remind.title": "Send a reminder now",
  "remind.text":
    "{who} ({email}) will get a mail with the link to the task “{what}”. It leaves within minutes. At most one reminder a day is sent about one task.",
  "remind.submit": "Send the reminder",
  "remind.today":
    "This person has already been written to about this task today. You can remind again tomorrow.",
  "extend.title": "Move the deadline",
  "extend.now": "Task “{what}”: {who}. The answer is now due by {time}.",
  "extend.text":
    "The person gets a mail with the new deadline, and reminders move by as much. The latest possible day is {day}.",
  "extend.day.label": "Last day to answer",
  "extend.reason.label": "Why the deadline is moved",
  "extend.reason.hint": "It goes into the record of the case. Whoever has to answer is not shown it.",
  "extend.submit": "Move the deadline",
  "extend.changed": "Nothing was changed: a colleague has just moved this deadline. Look at the new one.",
};
