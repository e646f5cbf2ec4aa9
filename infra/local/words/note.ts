import { type Parameter, parametersIn } from "../../../functions/reading/message-parameters.ts";
import type { Need, Reading } from "../../../workflows/kernel/need.ts";

/** What a translator has to know of a word: who reads it, where, and what it takes. In English, the language of the code. */
export const noteOn = ({ key, read }: Need, text: string): string =>
  [`${read.map(placeOf).join("; ")}.`, ...shapeOf(key), ...parametersOf(parametersIn(text, "lt"))].join(" ");

/** Where one reading stands. */
function placeOf({ on, of, by }: Reading): string {
  const reader = by === "everybody" ? "everybody" : by === "staff" ? "staff" : `the ${by}`;
  switch (on) {
    case "everywhere":
      return `Read by ${reader} wherever the process is named`;
    case "case":
      return `Read by ${reader} on the page of a case: ${of}`;
    case "list":
      return `Read by ${reader} in the console, in few words: ${of}`;
    case "history":
      return `Read by ${reader} in the history of a case: what the step ${of} did`;
    case "task":
      return `Read by ${reader} on the page of the task ${of}, and in the mails about it`;
    case "mail":
      return `Read by ${reader} in the mail ${of}`;
    case "form":
      return `Read by ${reader} on the form ${of}, and by whoever sees the answer`;
    case "paper":
      return `Printed on a paper (${of}), for ${reader}`;
    case "calendar":
      return `Shown in calendars, brought by the mail ${of}`;
    case "payments":
      return `Read by ${reader} among payments and in their files: ${of}`;
    case "public":
      return `Read by ${reader} on public pages: ${of}`;
  }
}

/** What kind of text is wanted, where the place alone does not tell. */
function shapeOf(key: string): readonly string[] {
  if (/\.subject$|^task\..*\.title$/.test(key)) return ["Becomes a subject: names nobody, gives no reason."];
  if (key.endsWith(".submit")) return ["A button."];
  if (key.endsWith(".label")) return ["The question above a field."];
  if (key.endsWith(".body")) return ["An empty line begins a new paragraph."];
  return [];
}

function parametersOf(parameters: readonly Parameter[]): readonly string[] {
  if (parameters.length === 0) return [];
  const told = parameters.map(({ name, choices, isCounted }) =>
    isCounted ? `{${name}} (counted)` : choices ? `{${name}} (one of ${choices.join(", ")})` : `{${name}}`,
  );
  return [`Takes ${told.join(", ")}.`];
}
