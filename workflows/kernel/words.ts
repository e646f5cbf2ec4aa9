import type { Book } from "./book.ts";
import { booksOf, type Form, wordsOf } from "./form.ts";
import { groupMails } from "./groups.ts";
import { paymentKinds } from "./money.ts";
import { wordsOfPapers } from "./paper-words.ts";
import type { Definition } from "./process.ts";
import { wordsOfSheets } from "./sheet.ts";
import type { State } from "./states.ts";
import { wordsOfShows } from "./told.ts";

/**
 * Every word that a process must have in each language: what people call it, its forms, where a case can be seen standing
 * (to its applicant in a sentence, `state`; to staff in a few words, `stage`, where no form's title says it or several
 * states ask the same form), what each step did, what each task asks and why, every mail, every ending, and its
 * papers and sheets. Hints of fields may be there or not.
 */
export function wordsNeeded(process: Definition): readonly string[] {
  const needed = new Set<string>();
  const add = (...keys: readonly string[]): void => {
    for (const key of keys) needed.add(key);
  };
  const mail = (template: string): void => add(`mail.${template}.subject`, `mail.${template}.body`);
  const task = (state: string): void => add(`state.${state}`, `task.${state}.title`, `task.${state}.why`);
  add("name", "stage.submitted");
  if (process.application) {
    add(...wordsOf(process.application), "state.submitted");
    mail("received");
  }
  for (const [name, { form }] of Object.entries(process.interruptions))
    add(...wordsOf(form), `interruption.${name}.text`, `interruption.${name}.said`);
  for (const names of Object.values(process.calendar?.brings ?? {}))
    add(...names.map((name) => `calendar.${name}.title`));
  for (const template of process.call?.tells ?? []) mail(template);
  add(
    ...wordsOfPapers(process),
    ...wordsOfSheets(process.sheets ?? {}),
    ...wordsOfShows(process.shows ?? {}),
  );
  if (process.money) {
    add(...process.money.claim.columns.map((column) => `claim.${column}`));
    for (const kind of paymentKinds(process.money))
      add(`pays.${kind}`, `pays.${kind}.all`, `pays.${kind}.about`);
  }
  add(...(process.questionnaire?.rated ?? []).map((name) => `rated.${name}`));
  add(...(process.reviews?.obstacles ?? []).map((why) => `obstacle.${why}`));
  if (process.diary) add(...wordsOf(process.diary.form));
  if (process.groups) for (const template of groupMails) mail(template);
  if (process.certificate) {
    const { rows, revocation } = process.certificate;
    add("certificate.title", "certificate.text", ...Object.keys(rows).map((row) => `certificate.${row}`));
    add(...wordsOf(revocation));
    mail("certificateRevoked");
  }
  for (const [kind, { tags }] of Object.entries(process.publishes ?? {}))
    add(`publishes.${kind}`, ...tags.map((tag) => `tag.${tag}`));
  for (const [kind, { states, facts }] of Object.entries(process.registers ?? {})) {
    add(`registers.${kind}`, `registers.${kind}.lead`);
    add(...states.map((state) => `registers.${kind}.state.${state}`));
    add(...facts.map((fact) => `registers.${kind}.fact.${fact}`));
  }
  const asked = Object.values(process.states).flatMap(formsOf);
  for (const [name, state] of Object.entries(process.states)) {
    if (formsOf(state).some(({ id }) => asked.filter((form) => form.id === id).length > 1))
      add(`stage.${name}`);
    switch (state.kind) {
      case "ask":
      case "each":
        task(name);
        add(...wordsOf(state.form));
        if (state.kind === "ask") for (const { template } of state.tell) mail(template);
        break;
      case "all":
        task(name);
        for (const { form } of Object.values(state.parts)) add(...wordsOf(form));
        break;
      case "await":
        add(`state.${name}`, `stage.${name}`);
        for (const { template } of state.tell) mail(template);
        break;
      case "until":
        add(`state.${name}`, `stage.${name}`);
        break;
      case "end":
        add(`status.${state.status}`, `status.${state.status}.text`);
        for (const { template } of state.tell) mail(template);
        break;
      case "step":
        if (process.application) add(`step.${name}`);
        for (const template of state.tells) mail(template);
        break;
    }
  }
  return [...needed];
}

/** The books of whatever a process is made of: of its forms, and of the states that blocks bring. */
export const booksUsed = (process: Definition): readonly Book[] => [
  ...(process.application ? booksOf(process.application) : []),
  ...Object.values<State<string>>(process.states).flatMap((state) => [
    ...(state.words ? [state.words] : []),
    ...formsOf(state).flatMap(booksOf),
  ]),
  ...Object.values(process.interruptions).flatMap(({ form }) => booksOf(form)),
  ...(process.diary ? booksOf(process.diary.form) : []),
  ...(process.certificate ? booksOf(process.certificate.revocation) : []),
  ...[process.publishes, process.registers, process.papers, process.sheets, process.shows].flatMap((said) =>
    Object.values(said ?? {}).flatMap(({ words }) => (words ? [words] : [])),
  ),
];

/** What a state asks, each form once. */
const formsOf = (state: State<string>): readonly Form[] => {
  switch (state.kind) {
    case "ask":
    case "each":
      return [state.form];
    case "all":
      return [...new Set(Object.values(state.parts).map(({ form }) => form))];
    default:
      return [];
  }
};
