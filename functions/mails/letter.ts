import { plainSentence } from "./quoted.ts";

/** What a mail says, before it is laid out as HTML and as plain text. */
export interface Letter {
  readonly language: "lt" | "en";
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Tasks of a digest, each with its own link, under the calls that they are of. */
  readonly tasks: readonly TasksOfCall[];
  /** What else waits for the same reader. */
  readonly others?: { readonly heading: string; readonly tasks: readonly LetterTask[] };
  /** None for whoever has nothing to open. */
  readonly button?: { readonly label: string; readonly href: string };
  /** Where its reader finds what was said before. */
  readonly before?: { readonly label: string; readonly href: string };
  /** Where its reader says that this application counts, and why one would. */
  readonly confirm?: { readonly text: string; readonly label: string; readonly href: string };
  /** What is said about the link beneath it. */
  readonly notes: readonly string[];
  readonly greeting: string;
  readonly plainLink: string;
  readonly footer: string;
}

export interface TasksOfCall {
  readonly heading: string;
  readonly tasks: readonly LetterTask[];
}

export interface LetterTask {
  readonly title: string;
  readonly when: string;
  readonly href: string;
  readonly open: string;
  /** Set when its time is up, with the word for it. */
  readonly late?: string;
}

/** The plain text of a mail, for programs that show no HTML and people who read none. */
export function plainText(letter: Letter): string {
  const facts = letter.facts.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const linesOf = (task: LetterTask) =>
    [`${task.late ? `${task.late}. ` : ""}${task.title}`, task.when, task.href].join("\n");
  const tasks = letter.tasks.flatMap((call) => [call.heading, ...call.tasks.map(linesOf)]);
  const others = letter.others ? [letter.others.heading, ...letter.others.tasks.map(linesOf)] : [];
  return `${[
    letter.greeting,
    letter.heading,
    ...letter.paragraphs.map(plainSentence),
    ...(facts === "" ? [] : [facts]),
    ...tasks,
    ...(letter.button ? [`${letter.button.label}:\n${letter.button.href}`] : []),
    ...letter.notes,
    ...(letter.confirm ? [`${letter.confirm.text}\n\n${letter.confirm.label}:\n${letter.confirm.href}`] : []),
    ...(letter.before ? [`${letter.before.label}:\n${letter.before.href}`] : []),
    ...others,
    `--\n${letter.footer}`,
  ].join("\n\n")}\n`;
}
