import type { Book } from "./book.ts";
import { callIntro, wordsOfBrief } from "./call-brief.ts";
import { wordsOfTables } from "./call-table.ts";
import { booksOf, type Form } from "./form.ts";
import { groupMails, wordsOfGroups } from "./groups.ts";
import { paymentKinds } from "./money.ts";
import { merged, type Need, ofForm, type Reading, type Said } from "./need.ts";
import { wordsOfPapers } from "./paper-words.ts";
import type { Definition } from "./process.ts";
import { rolesOf } from "./roles.ts";
import { seatMails, seatWords } from "./seats.ts";
import { selectionMails, selectionWords, wordsOfSelection } from "./selection/words.ts";
import { wordsOfSheets } from "./sheet.ts";
import type { Asking, State } from "./states.ts";
import { wordsOfShows } from "./told.ts";

/**
 * Every word that a process must have: what people call it, its forms, where a case can be seen standing (to its applicant
 * in a sentence, `state`; to staff in a few words, `stage`, where no form's title says it or several states ask the same
 * form), what each step did, what each task asks and why, every mail, every ending, and its papers and sheets. Hints
 * of fields may be there or not. A state that asks a block's form is told of as the block tells of it under the form's name, a payment
 * as its kind is.
 */
export function needsOf(process: Definition): readonly Need[] {
  const parts = [
    ofName,
    ofApplication,
    ofInterruptions,
    ofStates,
    ofCalendar,
    ofDiary,
    ofPapers,
    ofMoney,
    ofPublic,
    ofSelection,
    ofFigures,
    ofLists,
    ofSeats,
  ];
  return merged(parts.flatMap((part) => [...part(process)]));
}

/** Whether the public reads of it as of a kind of development: one whose calls are made, or opened by cases for everybody. */
export const isKind = ({ call }: Definition): boolean => call?.read !== undefined || call?.isKind === true;

/** Whether somebody owns its cases, by an application or by an invitation: a call's own process has no applicant. */
const isOwned = ({ application, givenStart }: Definition): boolean =>
  application !== undefined || givenStart !== undefined;

/** Who reads where a case stands. */
const ownerOf = (process: Definition): Reading["by"] => (isOwned(process) ? "applicant" : "staff");

function* ofName(process: Definition): Iterable<Said> {
  yield [{ on: "everywhere", of: process.id, by: "everybody" }, "name"];
  for (const role of rolesOf(process))
    yield [{ on: "everywhere", of: role, by: "everybody" }, `role.${role}`];
  yield [{ on: "list", of: "submitted", by: "staff" }, "stage.submitted"];
}

function* ofApplication(process: Definition): Iterable<Said> {
  const { tells = [], offers, tables = {}, brief = {} } = process.call ?? {};
  if (isKind(process))
    yield* all({ on: "public", of: "kind", by: "everybody" }, ["kind.about", "kind.who", "kind.lasts"]);
  if (process.call)
    for (const word of callIntro)
      yield [{ on: "public", of: "call", by: "everybody" }, `brief.${word}`, `kind.${word}`];
  // Whoever offers a place or registers makes no application.
  if (process.call) yield [{ on: "public", of: "call", by: "everybody" }, "brief.start", "call.start"];
  for (const template of tells) yield* mail(process, template, "applicant");
  const sentences = (offers?.sentences ?? []).map((sentence) => `offers.${sentence}`);
  yield* all({ on: "public", of: "call", by: "everybody" }, [
    ...sentences,
    ...wordsOfTables(tables),
    ...wordsOfBrief(brief),
  ]);
  if (isOwned(process)) yield [{ on: "case", of: "submitted", by: "applicant" }, "state.submitted"];
  if (!process.application) return;
  yield* ofForm(process.application, "applicant");
  yield* mail(process, "received", "applicant");
}

function* ofInterruptions(process: Definition): Iterable<Said> {
  for (const [name, { form: said, by }] of Object.entries(process.interruptions)) {
    yield* ofForm(said, by);
    const under = `interruption.${said.id}`;
    yield [{ on: "case", of: name, by }, `interruption.${name}.text`, `${under}.text`, "interruption.text"];
    yield [
      { on: "case", of: name, by: ownerOf(process) },
      `interruption.${name}.said`,
      `${under}.said`,
      `${said.id}.title`,
    ];
  }
}

function* ofStates(process: Definition): Iterable<Said> {
  const states = Object.entries<State<string>>(process.states);
  const asked = states.flatMap(([, state]) => formsOf(state));
  const isAskedAgain = ({ id }: Form): boolean => asked.filter((other) => other.id === id).length > 1;
  for (const [name, state] of states) {
    const [again] = formsOf(state).filter(isAskedAgain);
    if (again) {
      const { payment } = process.money?.pays[name] ?? {};
      const paid = payment === undefined ? [] : [`pays.${payment}.stage`];
      const or = [...paid, `task.${name}.title`, `stage.${again.id}`];
      yield [{ on: "list", of: name, by: "staff" }, `stage.${name}`, ...or];
    }
    yield* ofTask(process, name, askingsOf(state));
    yield* ofStanding(process, name, state);
  }
}

/** What is said while a task waits. Those who are asked at once read one title, which the first form gives. */
function* ofTask(process: Definition, name: string, askings: readonly Asking[]): Iterable<Said> {
  const [first] = askings;
  if (!first) return;
  const { id } = first.form;
  const waits = [`waits.${first.role}`, "waits"];
  yield [{ on: "case", of: name, by: ownerOf(process) }, `state.${name}`, `state.${id}`, ...waits];
  for (const { role, form: question } of askings) {
    const reading = { on: "task", of: name, by: role } as const;
    yield [reading, `task.${name}.title`, `task.${id}.title`, `${id}.title`];
    yield [reading, `task.${name}.why`, `task.${id}.why`, "why"];
    yield* ofForm(question, role);
  }
}

/** What is said of a case that stands in a state, or went through it. */
function* ofStanding(process: Definition, name: string, state: State<string>): Iterable<Said> {
  const reading = { on: "case", of: name, by: ownerOf(process) } as const;
  const { calledThere } = state;
  const bothOf = (kind: string): readonly [string, ...string[]] => [
    `${kind}.${name}`,
    ...(calledThere === undefined ? [] : [`${kind}.${calledThere}`]),
  ];
  if (state.kind === "await" || state.kind === "until") {
    yield [reading, ...bothOf("state")];
    yield [{ on: "list", of: name, by: "staff" }, ...bothOf("stage")];
  }
  if (state.kind === "end") {
    yield [reading, `status.${state.status}`];
    yield [reading, `status.${state.status}.text`];
  }
  if (state.kind === "step") {
    if (isOwned(process)) yield [{ on: "history", of: name, by: "staff" }, ...bothOf("step")];
    for (const template of state.tells) yield* mail(process, template, "everybody");
  }
  const told = "tell" in state ? state.tell : [];
  for (const { template, role } of told) yield* mail(process, template, role);
}

function* ofCalendar({ calendar }: Definition): Iterable<Said> {
  for (const [template, names] of Object.entries(calendar?.brings ?? {}))
    for (const name of names)
      yield [{ on: "calendar", of: template, by: "everybody" }, `calendar.${name}.title`];
  for (const name of calendar?.inFiles ?? [])
    yield [{ on: "calendar", of: "file", by: "everybody" }, `calendar.${name}.title`];
}

function* ofDiary(process: Definition): Iterable<Said> {
  if (process.diary) yield* ofForm(process.diary.form, "applicant");
  if (process.groups) for (const template of groupMails) yield* mail(process, template, "applicant");
}

function* ofPapers(process: Definition): Iterable<Said> {
  yield* facts({ on: "paper", of: "papers", by: "everybody" }, wordsOfPapers(process));
  yield* all({ on: "paper", of: "sheets", by: "everybody" }, wordsOfSheets(process.sheets ?? {}));
  yield* facts({ on: "case", of: "shown", by: "everybody" }, wordsOfShows(process.shows ?? {}));
  if (process.groups) yield* facts({ on: "paper", of: "groups", by: "staff" }, wordsOfGroups(process.groups));
  if (!process.certificate) return;
  const { rows, revocation } = process.certificate;
  const keys = ["title", "text", ...Object.keys(rows)].map((key) => `certificate.${key}`);
  yield* facts({ on: "paper", of: "certificate", by: "everybody" }, keys);
  yield* ofForm(revocation, "coordinator");
  yield* mail(process, "certificateRevoked", "applicant");
}

function* ofMoney({ money }: Definition): Iterable<Said> {
  if (!money) return;
  const columns = money.claim.columns.map((column) => `claim.${column}`);
  yield* facts({ on: "payments", of: "claim", by: "staff" }, columns);
  for (const kind of paymentKinds(money))
    yield* all({ on: "payments", of: kind, by: "staff" }, [
      `pays.${kind}`,
      `pays.${kind}.all`,
      `pays.${kind}.about`,
    ]);
}

function* ofPublic({ publishes = {}, registers = {} }: Definition): Iterable<Said> {
  for (const [kind, { tags }] of Object.entries(publishes))
    yield* all({ on: "public", of: kind, by: "everybody" }, [
      `publishes.${kind}`,
      ...tags.map((tag) => `tag.${tag}`),
    ]);
  for (const [kind, { states, facts: shown }] of Object.entries(registers)) {
    const reading = { on: "public", of: kind, by: "everybody" } as const;
    yield* all(reading, [
      `registers.${kind}`,
      `registers.${kind}.lead`,
      ...states.map((state) => `registers.${kind}.state.${state}`),
    ]);
    for (const fact of shown) yield [reading, `registers.${kind}.fact.${fact}`, ...factsCalled(fact)];
  }
}

function* ofSelection(process: Definition): Iterable<Said> {
  if (!process.selects) return;
  yield* all({ on: "list", of: "ranking", by: "everybody" }, wordsOfSelection(process.selects));
  for (const template of selectionMails) yield* mail(process, template, "applicant");
}

function* ofFigures({ questionnaire, reviews }: Definition): Iterable<Said> {
  const rated = (questionnaire?.rated ?? []).map((name) => `rated.${name}`);
  yield* all({ on: "list", of: "questionnaire", by: "staff" }, rated);
  const obstacles = (reviews?.obstacles ?? []).map((why) => `obstacle.${why}`);
  yield* all({ on: "list", of: "reviewers", by: "staff" }, obstacles);
}

function* ofLists({ lists = {} }: Definition): Iterable<Said> {
  for (const [list, names] of Object.entries(lists))
    yield* all(
      { on: "form", of: list, by: "everybody" },
      names.map((name) => `list.${list}.${name}`),
    );
}

/** A registration's form, the mails to whoever registered, who has no case, and what they are asked afterwards. */
function* ofSeats(process: Definition): Iterable<Said> {
  if (!process.seats) return;
  yield* ofForm(process.seats.form, "everybody");
  for (const { form } of Object.values(process.seats.asks ?? {})) yield* ofForm(form, "everybody");
  for (const template of seatMails) yield* mail(process, template, "everybody");
}

function* all(reading: Reading, keys: readonly string[]): Iterable<Said> {
  for (const key of keys) yield [reading, key];
}

/** A part of a paper is called as on any paper, a fact as anywhere, and a party as its role, where nobody calls it otherwise. */
function* facts(reading: Reading, keys: readonly string[]): Iterable<Said> {
  for (const key of keys) {
    const [, ...under] = key.split(".");
    yield [reading, key, `paper.${under.join(".")}`, ...factsCalled(under.at(-1))];
  }
}

const factsCalled = (name = ""): readonly string[] => [`fact.${name}`, `role.${name}`];

/** A mail to somebody; one about an ending says what the page says of it. */
function* mail({ states }: Definition, template: string, by: Reading["by"]): Iterable<Said> {
  const isEnding = Object.values<State<string>>(states).some(
    (state) => state.kind === "end" && state.status === template,
  );
  const reading = { on: "mail", of: template, by } as const;
  yield [reading, `mail.${template}.subject`, ...(isEnding ? [`status.${template}`] : [])];
  yield [reading, `mail.${template}.body`, ...(isEnding ? [`status.${template}.text`] : [])];
}

/** The books of whatever a process is made of: of its forms, and of the states that blocks bring. */
export const booksUsed = (process: Definition): readonly Book[] => [
  ...Object.values(process.roles ?? {}).flatMap(({ words }) => (words ? [words] : [])),
  ...(process.application ? booksOf(process.application) : []),
  ...Object.values<State<string>>(process.states).flatMap((state) => [
    ...(state.words ? [state.words] : []),
    ...formsOf(state).flatMap(booksOf),
  ]),
  ...Object.values(process.interruptions).flatMap(({ form }) => booksOf(form)),
  ...(process.diary ? booksOf(process.diary.form) : []),
  ...(process.selects ? [selectionWords] : []),
  ...(process.seats ? [seatWords, ...booksOf(process.seats.form)] : []),
  ...Object.values(process.seats?.asks ?? {}).flatMap(({ form }) => booksOf(form)),
  ...(process.certificate ? booksOf(process.certificate.revocation) : []),
  ...[
    process.publishes,
    process.registers,
    process.papers,
    process.sheets,
    process.shows,
    process.groups?.lists,
    process.call?.tables,
  ].flatMap((said) => Object.values(said ?? {}).flatMap(({ words }) => (words ? [words] : []))),
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
