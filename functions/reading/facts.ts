import type { Answer, InterruptionSaid } from "../../workflows/kernel/case-file.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import { type Form, formGiven } from "../../workflows/kernel/form.ts";
import { formIn } from "../../workflows/kernel/given.ts";
import { askedIn } from "../../workflows/kernel/money.ts";
import { type Role, reads, roleIn, type Sight } from "../../workflows/kernel/roles.ts";
import { type Calculation, calculationsOf } from "../../workflows/kernel/sheet.ts";
import { askingOf } from "../../workflows/kernel/states.ts";
import type { ToldRow } from "../../workflows/kernel/told.ts";
import type { LoadedCase } from "../cases/load.ts";
import { formAsked } from "../cases/tasks/find-task.ts";
import type { Task } from "../store/items.ts";
import { withheldIn } from "./nameless.ts";
import { commentsOf, type ReviewFact, scoreOf, unassignedOf } from "./review-facts.ts";
import { rowsUnder } from "./tell.ts";

/** The files that are there, and not shown to who is not to know whose they are. */
type Withheld = readonly string[];

/** Something that a person needs to know to decide. Days are local days, amounts EUR cents. */
export type Fact =
  | { readonly kind: "person"; readonly name: string; readonly email: string }
  /** What the process shows of a case, under a heading among its words. */
  | { readonly kind: "shown"; readonly name: string; readonly rows: readonly ToldRow[] }
  | {
      readonly kind: "application";
      readonly form: Form;
      readonly names: readonly string[];
      /** What a list would say, and whoever applied has typed. */
      readonly typed?: readonly string[];
      readonly withheld?: Withheld;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: "answer";
      readonly form: Form;
      readonly role: Role;
      /** Which of several who answered the same, where that is no secret. */
      readonly name?: string;
      readonly withheld?: Withheld;
      readonly answer: Answer;
    }
  /** A word that broke in on the case, such as an appeal, and who may say it. */
  | { readonly kind: "word"; readonly form: Form; readonly role: Role; readonly said: InterruptionSaid }
  /** What finance is asked to pay now, and to whose account. EUR cents. */
  | { readonly kind: "payment"; readonly name: string; readonly iban: string; readonly cents: number }
  | ({ readonly kind: "calculation" } & Calculation)
  | ReviewFact;

/** Is a field of the application one that a role may see? */
const seesField =
  (role: Role, { application }: Sight) =>
  ({ kind, identifying, shownTo = [] }: Field<unknown>): boolean => {
    switch (application) {
      case "whole":
        return true;
      case "butAccount":
        return kind !== "iban";
      case "account":
        return kind === "iban";
      case "nameless":
        return !identifying;
      case "shown":
        return shownTo.includes(role);
      case "nothing":
        return false;
    }
  };

/** The facts that a role needs to decide on a case, the plainest first; of a task also what it is about. */
export function factsFor(role: Role, loaded: LoadedCase, task?: Task): readonly Fact[] {
  const sight = roleIn(loaded.process, role)?.sees;
  if (!sight) return [];
  const payment = role === "finance" && task ? paymentAsked(loaded, task) : [];
  // Where it is said to which account to pay, the application's is not beside it: it may be another one.
  const application = payment.length > 0 ? [] : applicationFor(role, sight, loaded);
  return [
    ...payment,
    ...(sight.person && !application.some(namesItsPerson) ? personOf(loaded) : []),
    ...shownTo(role, loaded),
    ...application,
    ...answersFor(role, sight, loaded, task),
    ...(sight.answersOf === "everyone" ? wordsIn(loaded) : []),
    ...(role === "coordinator" ? unassignedOf(loaded) : []),
    ...(role === "applicant" && isPublished(loaded) ? commentsOf(loaded) : []),
    ...(sight.score ? scoreOf(loaded) : []),
    ...calculationsSeenBy(role, loaded).map((found) => ({ kind: "calculation" as const, ...found })),
  ];
}

/** So many answers before a question are read at a glance; where there are more, what it is not about stands folded. */
const glanced = 3;

/**
 * The facts of a task by whether it is about them: an answer or a word of long before is there for whoever looks for it, and not
 * between somebody and what they are asked. About is what its state names and all that was said since; nothing, where it
 * names nothing; else what was said last.
 */
export function factsByNeed(facts: readonly Fact[], loaded: LoadedCase, task: Task) {
  const visits = facts.flatMap((fact) => visitOf(fact) ?? []).toSorted((a, b) => a - b);
  const about = answersAbout(loaded, task).map(({ visit }) => visit);
  const isNew = askingOf(loaded.process.states[task.state], task.part)?.about?.length === 0;
  const since = about.length > 0 ? Math.min(...about) : isNew ? task.visit : (visits.at(-glanced) ?? 0);
  const isOld = (fact: Fact): boolean => (visitOf(fact) ?? since) < since;
  if (facts.filter(isOld).length < glanced) return { needed: facts, earlier: [] };
  const isEarlier = (fact: Fact): boolean => isOld(fact) || (fact.kind === "application" && about.length > 0);
  return { needed: facts.filter((fact) => !isEarlier(fact)), earlier: facts.filter(isEarlier) };
}

const visitOf = (fact: Fact): number | undefined =>
  fact.kind === "answer" ? fact.answer.visit : fact.kind === "word" ? fact.said.visit : undefined;

/** What the process shows to a role. */
export const shownTo = (role: Role, { process, file }: LoadedCase): Fact[] =>
  Object.entries(process.shows ?? {}).flatMap(([name, { to, rows }]): Fact[] => {
    const found = to.includes(role) ? rowsUnder(`shows.${name}`, rows, file) : [];
    return found.length > 0 ? [{ kind: "shown", name, rows: found }] : [];
  });

/** What was worked out, as far as it concerns a role. */
const calculationsSeenBy = (role: Role, { process, file }: LoadedCase): readonly Calculation[] =>
  calculationsOf(process, file).filter(({ of }) => process.sheets?.[of]?.to.includes(role));

/** What a task asks finance to pay; it is paid to the account that was given last. */
function paymentAsked({ process, file }: LoadedCase, { state }: Task): Fact[] {
  const asked = process.money && askedIn(process.money, file, state);
  return asked && process.money
    ? [{ kind: "payment", cents: asked.cents, ...process.money.payee(file, asked.payment) }]
    : [];
}

/** The words that broke in on a case; what has a page of its own is told by that page. */
const wordsIn = ({ process, file }: LoadedCase): Fact[] =>
  file.interruptions.flatMap((said): Fact[] => {
    const word = process.interruptions[said.name];
    return word && !word.hasOwnPage
      ? [{ kind: "word", form: formIn(word.form, file), role: word.by, said }]
      : [];
  });

/** An application with its e-mail address says by itself who applies. */
const namesItsPerson = (fact: Fact): boolean =>
  fact.kind === "application" && fact.names.some((name) => fact.form.fields[name]?.kind === "email");

function personOf({ process, file }: LoadedCase): Fact[] {
  const person = process.people("applicant", file);
  return person ? [{ kind: "person", name: person.name, email: person.email }] : [];
}

function applicationFor(role: Role, sight: Sight, { process, file, head }: LoadedCase): Fact[] {
  const form = process.application && formIn(process.application, file);
  if (!form) return [];
  const isSeen = seesField(role, sight);
  const names = Object.entries(form.fields)
    .filter(([, field]) => isSeen(field))
    .map(([name]) => name);
  if (names.length === 0) return [];
  const typed = names.filter((name) => form.fields[name]?.listed && !head.listed?.includes(name));
  return [
    {
      kind: "application",
      form,
      names,
      ...withheldFrom(sight, form, file.application),
      values: file.application,
      ...(sight.answersOf === "everyone" ? { typed } : {}),
    },
  ];
}

function answersFor(role: Role, sight: Sight, loaded: LoadedCase, asked?: Task): Fact[] {
  const visits = loaded.tasks.filter((task) => task.role === role).map((task) => task.visit);
  const from = sight.sinceAsked ? Math.min(...visits) : 0;
  const about = asked ? answersAbout(loaded, asked) : [];
  return loaded.file.answers.flatMap((answer) => {
    const given = givenBy(loaded, answer);
    const isSeen =
      given && (about.includes(answer) || (reads(loaded.process, role, given.role) && answer.visit >= from));
    return isSeen
      ? [
          {
            kind: "answer" as const,
            answer,
            role: given.role,
            ...nameOf(loaded, given.role, answer),
            ...withheldFrom(sight, given.form, answer.values),
            form: openTo(sight, given.form, given.role === role),
          },
        ]
      : [];
  });
}

/** By name, who of several has answered: a member of a commission who declared something, one of those who signed. */
function nameOf({ process, file }: LoadedCase, role: Role, { part }: Answer): { readonly name?: string } {
  const isNamed = part !== undefined && roleIn(process, role)?.isSecret !== true;
  const name = isNamed ? process.people(role, file, part)?.name : undefined;
  return name === undefined ? {} : { name };
}

/** The latest answers before a task to the forms that its state says it is about. */
function answersAbout({ process, file }: LoadedCase, { state, part, visit }: Task): readonly Answer[] {
  const { about = [] } = askingOf(process.states[state], part) ?? {};
  return about.flatMap(
    ({ id }) => file.answers.findLast((answer) => answer.form === id && answer.visit < visit) ?? [],
  );
}

/**
 * The form without what is confidential, for whoever is in nobody's confidence; without what tells whose it is, for who reads blindly;
 * and without an account, for whom where somebody is paid does not concern, as of an application. What they answered themselves they know.
 */
function openTo({ confidences, application }: Sight, form: Form, isOwn: boolean): Form {
  const seesAccounts = isOwn || application === "whole" || application === "account";
  return {
    ...form,
    fields: Object.fromEntries(
      Object.entries(form.fields).filter(
        ([, { confidential, identifying, kind }]) =>
          (confidences || !confidential) &&
          !(application === "nameless" && identifying) &&
          (seesAccounts || kind !== "iban"),
      ),
    ),
  };
}

const withheldFrom = (
  { application }: Sight,
  form: Form,
  values: Readonly<Record<string, unknown>>,
): { readonly withheld?: Withheld } => {
  const withheld = application === "nameless" ? withheldIn(form, values) : [];
  return withheld.length > 0 ? { withheld } : {};
};

/** Who answered, and with which form. */
export function givenBy(
  loaded: Pick<LoadedCase, "process" | "file">,
  answer: Answer,
): { readonly role: Role; readonly form: Form } | undefined {
  const state = loaded.process.states[answer.state];
  const asked = formAsked(loaded, answer);
  if (!asked) return undefined;
  const form = formGiven(asked, answer.values);
  if (state?.kind === "ask" || state?.kind === "each") return { role: state.role, form };
  const role = state?.kind === "all" ? state.parts[answer.part ?? ""]?.role : undefined;
  return role ? { role, form } : undefined;
}

/** Has the call's word on this case been made known? Before that its score and place are nobody's but the staff's. */
export const isPublished = ({ tasks }: Pick<LoadedCase, "tasks">): boolean =>
  tasks.some((task) => task.kind === "await" && task.status === "answered");
