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
  "corrections.title": "Put right a typing error in the application",
  "corrections.text":
    "Only slips of the pen are put right: the old value stays in the record, with who changed it, when and why. An e-mail address is put right at the mail that did not arrive, the account is given by the applicant, and files and declarations cannot be changed.",
  "corrections.ranks":
    "This answer decides the place in the ranking, and the application has been weighed, so it can no longer be changed. The applicant may appeal against the ranking.",
  "corrections.change": "Put right",
  "correction.title": "Putting right: {label}",
  "correction.was": "The application now says:",
  "correction.reason.label": "How you know what is right",
  "correction.submit": "Put it right",
  "correction.same": "Nothing was changed: this is what the application says.",
  "correction.changed":
    "Nothing was changed: a colleague has just put something right. Look at what the application says now.",
};
