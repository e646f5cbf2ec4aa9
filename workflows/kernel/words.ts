import type { Book } from "./book.ts";
import { booksOf, type Form, wordsOf } from "./form.ts";
import { groupMails } from "./groups.ts";
import { paymentKinds } from "./money.ts";
import { wordsOfPapers } from "./paper-words.ts";
import type { Definition } from "./process.ts";
import type { Role } from "./roles.ts";
import { wordsOfSheets } from "./sheet.ts";
import type { Asking, State } from "./states.ts";
import type { Tell } from "./tell.ts";
import { wordsOfShows } from "./told.ts";

/** A word that a process needs in each language. */
export interface Need {
  readonly key: string;
  /** Keys that say it as well where no book says this one, in order: the mail about an ending says what the page says of it. */
  readonly or: readonly string[];
  readonly read: readonly Reading[];
}

/** Where a word is read, and by whom; `of` names the state, the template, the word from outside or the form. */
export interface Reading {
  readonly on:
    | "case"
    | "list"
    | "history"
    | "task"
    | "mail"
    | "form"
    | "paper"
    | "calendar"
    | "payments"
    | "public"
    | "everywhere";
  readonly of: string;
  readonly by: Role | "staff" | "everybody";
}

/**
 * Every word that a process must have: what people call it, its forms, where a case can be seen standing (to its applicant
 * in a sentence, `state`; to staff in a few words, `stage`, where no form's title says it or several states ask the same
 * form), what each step did, what each task asks and why, every mail, every ending, and its papers and sheets. Hints
 * of fields may be there or not. A state that asks a block's form is told of as the block tells of it under the form's name.
 */
export function needsOf(process: Definition): readonly Need[] {
  const needs = new Map<string, Need>();
  const add = (reading: Reading, key: string, ...or: readonly string[]): void => {
    const known = needs.get(key);
    const read = known?.read ?? [];
    const isKnown = read.some(
      ({ on, of, by }) => on === reading.on && of === reading.of && by === reading.by,
    );
    needs.set(key, { key, or: known?.or ?? or, read: isKnown ? read : [...read, reading] });
  };
  const owner: Reading["by"] = process.application ? "applicant" : "staff";
  const form = (asked: Form, by: Reading["by"]): void => {
    for (const key of wordsOf(asked))
      add(
        { on: "form", of: asked.id, by },
        key,
        ...(key.endsWith(".submit") ? [`submit.${by}`, "submit"] : []),
      );
  };
  const states = Object.entries<State<string>>(process.states);
  const endings = new Set(states.flatMap(([, state]) => (state.kind === "end" ? [state.status] : [])));
  const mail = (template: string, by: Reading["by"] = "everybody"): void => {
    const reading = { on: "mail", of: template, by } as const;
    const [subject, body] = endings.has(template)
      ? [[`status.${template}`], [`status.${template}.text`]]
      : [[], []];
    add(reading, `mail.${template}.subject`, ...subject);
    add(reading, `mail.${template}.body`, ...body);
  };
  const tell = (told: readonly Tell[]): void => {
    for (const { template, role } of told) mail(template, role);
  };

  add({ on: "everywhere", of: process.id, by: "everybody" }, "name");
  add({ on: "list", of: "submitted", by: "staff" }, "stage.submitted");
  if (process.application) {
    form(process.application, "applicant");
    add({ on: "case", of: "submitted", by: owner }, "state.submitted");
    mail("received", "applicant");
  }
  for (const [name, interruption] of Object.entries(process.interruptions)) {
    const reading = { on: "case", of: name, by: interruption.by } as const;
    form(interruption.form, interruption.by);
    add(reading, `interruption.${name}.text`);
    add({ ...reading, by: owner }, `interruption.${name}.said`, `${interruption.form.id}.title`);
  }
  for (const [template, names] of Object.entries(process.calendar?.brings ?? {}))
    for (const name of names)
      add({ on: "calendar", of: template, by: "everybody" }, `calendar.${name}.title`);
  for (const template of process.call?.tells ?? []) mail(template, "applicant");
  const paper = { on: "paper", by: "everybody" } as const;
  for (const key of [...wordsOfPapers(process), ...wordsOfSheets(process.sheets ?? {})])
    add({ ...paper, of: "papers" }, key);
  for (const key of wordsOfShows(process.shows ?? {})) add({ on: "case", of: "shown", by: "everybody" }, key);
  if (process.money) {
    for (const column of process.money.claim.columns)
      add({ on: "payments", of: "claim", by: "staff" }, `claim.${column}`);
    for (const kind of paymentKinds(process.money))
      for (const key of [`pays.${kind}`, `pays.${kind}.all`, `pays.${kind}.about`])
        add({ on: "payments", of: kind, by: "staff" }, key);
  }
  for (const name of process.questionnaire?.rated ?? [])
    add({ on: "list", of: "questionnaire", by: "staff" }, `rated.${name}`);
  for (const why of process.reviews?.obstacles ?? [])
    add({ on: "list", of: "reviewers", by: "staff" }, `obstacle.${why}`);
  if (process.diary) form(process.diary.form, "applicant");
  if (process.groups) for (const template of groupMails) mail(template, "applicant");
  if (process.certificate) {
    const { rows, revocation } = process.certificate;
    for (const key of ["title", "text", ...Object.keys(rows)])
      add({ ...paper, of: "certificate" }, `certificate.${key}`);
    form(revocation, "coordinator");
    mail("certificateRevoked", "applicant");
  }

  const shelf = { on: "public", by: "everybody" } as const;
  for (const [kind, { tags }] of Object.entries(process.publishes ?? {}))
    for (const key of [`publishes.${kind}`, ...tags.map((tag) => `tag.${tag}`)])
      add({ ...shelf, of: kind }, key);
  for (const [kind, register] of Object.entries(process.registers ?? {}))
    for (const key of [
      `registers.${kind}`,
      `registers.${kind}.lead`,
      ...register.states.map((state) => `registers.${kind}.state.${state}`),
      ...register.facts.map((fact) => `registers.${kind}.fact.${fact}`),
    ])
      add({ ...shelf, of: kind }, key);

  const asked = states.flatMap(([, state]) => formsOf(state));
  const isAskedAgain = (one: Form): boolean => asked.filter(({ id }) => id === one.id).length > 1;
  for (const [name, state] of states) {
    const askings = askingsOf(state);
    const [first] = askings;
    if (formsOf(state).some(isAskedAgain))
      add({ on: "list", of: name, by: "staff" }, `stage.${name}`, `task.${name}.title`);
    if (first) {
      const { id } = first.form;
      add(
        { on: "case", of: name, by: owner },
        `state.${name}`,
        `state.${id}`,
        `waits.${first.role}`,
        "waits",
      );
      for (const { role, form: question } of askings) {
        add({ on: "task", of: name, by: role }, `task.${name}.title`, `task.${id}.title`, `${id}.title`);
        add({ on: "task", of: name, by: role }, `task.${name}.why`, `task.${id}.why`, "why");
        form(question, role);
      }
    }
    switch (state.kind) {
      case "ask":
        tell(state.tell);
        break;
      case "await":
      case "until":
        add({ on: "case", of: name, by: owner }, `state.${name}`);
        add({ on: "list", of: name, by: "staff" }, `stage.${name}`);
        if (state.kind === "await") tell(state.tell);
        break;
      case "end":
        add({ on: "case", of: name, by: owner }, `status.${state.status}`);
        add({ on: "case", of: name, by: owner }, `status.${state.status}.text`);
        tell(state.tell);
        break;
      case "step":
        if (process.application) add({ on: "history", of: name, by: "staff" }, `step.${name}`);
        for (const template of state.tells) mail(template);
        break;
    }
  }
  return [...needs.values()];
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

/** How a state asks, whomever it asks. */
const askingsOf = (state: State<string>): readonly Asking[] => {
  switch (state.kind) {
    case "ask":
    case "each":
      return [state];
    case "all":
      return Object.values(state.parts);
    default:
      return [];
  }
};

/** What a state asks, each form once. */
const formsOf = (state: State<string>): readonly Form[] => [
  ...new Set(askingsOf(state).map(({ form }) => form)),
];
