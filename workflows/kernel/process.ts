import type { Achievement } from "./achievement.ts";
import type { Calendar } from "./calendar.ts";
import type { CallForm } from "./call-form.ts";
import type { CaseFile, Language, ListsOf, Person } from "./case-file.ts";
import { checkProcess } from "./check.ts";
import type { Diary } from "./diary.ts";
import type { Span } from "./duration.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";
import type { Groups } from "./groups.ts";
import type { Money } from "./money.ts";

/** Everybody who may be asked or told. */
export const roles = [
  "applicant",
  "principal",
  "coordinator",
  "commission",
  "member",
  "reviewer",
  "host",
  "agency",
  "finance",
  "appeals",
  "supervisor",
  "trainer",
  "coach",
] as const;
export type Role = (typeof roles)[number];

/** An instant that the case file decides, such as the last day of an offer. ISO, UTC. */
export type Due = (file: CaseFile, now: string) => string;

/** A mail besides those of tasks: who is told, by which template of the process's words. */
export interface Tell {
  readonly role: Role;
  readonly template: string;
}

/** Where each outcome leads. `To` is not stored: it lets the compiler compare the names with the states. */
export type Ways<To extends string> = Readonly<Record<string, string>> & { readonly [leadsTo]?: To };

declare const leadsTo: unique symbol;

export interface Asking {
  readonly role: Role;
  readonly form: Form<Fields, string>;
  /** Until when; every question ends. */
  readonly within: Span | Due;
  /** When to remind, counted from the opening of the task; each at nine in the morning, Vilnius time. */
  readonly remind: readonly Span[];
  /** Who is told when time is up without an answer. */
  readonly escalate?: Role;
  /** Others count on its end, so nobody may move it: a place that is offered, a day of departure. */
  readonly isFixed?: true;
}

export interface Ask<To extends string> extends Asking {
  readonly kind: "ask";
  readonly on: Ways<To>;
  readonly tell: readonly Tell[];
}

/** The same question to several people at once; the road goes on when all have answered or time is up. */
export interface Each<To extends string> extends Asking {
  readonly kind: "each";
  readonly next: To;
}

/** Different people asked at once, each by a name of their part. */
export interface All<To extends string> {
  readonly kind: "all";
  readonly parts: Readonly<Record<string, Asking>>;
  readonly next: To;
}

type Sees = "call" | "person" | "loads";

export interface Step<To extends string> {
  readonly kind: "step";
  readonly run: StepRun<string>;
  readonly on: Ways<To>;
  /**
   * What a step of a case must also see: the other cases of its call, such as one that spends the call's money, what
   * other cases fund for the same person, or how much of the call's work each person has, for one that shares it out.
   */
  readonly sees?: Sees;
  /** The templates of mails that it may send. */
  readonly tells: readonly string[];
}

/** A pause until an instant. An interruption of the process ends it early where the process allows one. */
export interface Until<To extends string> {
  readonly kind: "until";
  readonly instant: Due;
  readonly next: To;
}

/** A pause until somebody else's machine says how to go on, or until `instant` when there is one. */
export interface Await<To extends string> {
  readonly kind: "await";
  readonly on: Ways<To>;
  readonly instant?: Due;
  readonly tell: readonly Tell[];
}

export interface End {
  readonly kind: "end";
  readonly status: string;
  readonly tell: readonly Tell[];
}

export type State<To extends string> = Ask<To> | Each<To> | All<To> | Step<To> | Until<To> | Await<To> | End;

/** What a step found out and what shall be kept of it. Pure data: whoever runs the step stores and sends it. */
export interface StepResult<O extends string> {
  readonly outcome: O;
  /** Kept in the case file under the record's kind. */
  readonly record?: { readonly id: string; readonly data: unknown };
  /**
   * What is too large for a record or must never change: kept once, as JSON under this name, before anybody is told
   * of the outcome. The same file must give the same document, whatever the time.
   */
  readonly document?: { readonly name: string; readonly data: unknown };
  readonly tell?: readonly Tell[];
  /** The people that an `each` coming next asks, by the name of their part. */
  readonly parts?: readonly string[];
  /**
   * Everybody who has a share of this case's work from now on, by e-mail address, and how many cases of the call they may
   * have at most; whoever had one and is not named gives it back. Where somebody has too many by now, the step is run again.
   */
  readonly shares?: readonly { readonly person: string; readonly limit?: number }[];
  /** What a certificate says: it gets a number, which the record then holds, and goes into the public register. */
  readonly certificate?: unknown;
  /** For which days the case funds whoever takes part, both with them: noted for every other case to see. */
  readonly funds?: { readonly from: string; readonly to: string };
  /** What the case brings to the selection. */
  readonly bid?: unknown;
  /** What the case opens for others to join. It runs from then on, and may end before the case does or after. */
  readonly opens?: Opened;
  /** What the case gives to another call: a case there, which begins at a state of its own process. */
  readonly gives?: Given;
  /** For a call's own process: what becomes of its cases. */
  readonly decisions?: readonly Decision[];
}

/** What a case opens for others to join: a call of its own, with its data as that call's process reads them. */
export interface Opened {
  /** The same for the same case, so that it is opened once. */
  readonly id: string;
  /** What is applied with; its own process says which one drives the call. */
  readonly applicationProcess: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A case that another one gives rise to, once: as if its applicant had sent it, but for what the giver has earned already. */
export interface Given {
  readonly callId: string;
  readonly process: string;
  readonly application: Readonly<Record<string, unknown>>;
}

/** A call's word on one case: what is written into its entry and how its waiting machine goes on. */
export interface Decision {
  readonly ref: string;
  /** The call that the case belongs to, where it is not this one: of the case that opened this call. */
  readonly callId?: string;
  readonly decision?: unknown;
  /** What the case brings from now on, where the call has weighed it anew. */
  readonly bid?: unknown;
  readonly signal?: string;
  /** The signal comes after those that the case has not heard yet; without it, it takes their place: the last word counts. */
  readonly isQueued?: true;
  /** A word that breaks in on the case, where it still may; it counts as said by whoever said the call's own. */
  readonly interrupt?: { readonly name: string; readonly values: Readonly<Record<string, unknown>> };
  /** A mail to the applicant of that case, by a template of the case's own process. */
  readonly tell?: string;
}

/** How a task's person is asked: `part` names which of several. `undefined` where nobody is asked. */
export function askingOf(state: State<string> | undefined, part: string | undefined): Asking | undefined {
  switch (state?.kind) {
    case "ask":
    case "each":
      return state;
    case "all":
      return state.parts[part ?? ""];
    default:
      return undefined;
  }
}

export type StepRun<O extends string> = (file: CaseFile, now: string) => StepResult<O>;

type AskInput = {
  readonly within: Span | Due;
  readonly remind?: readonly Span[];
  readonly escalate?: Role;
  readonly isFixed?: true;
};

/** A way for which there is no outcome: a slip of the pen that would never be taken. */
type Without<On, Outcome> = { readonly [K in Exclude<keyof On, Outcome>]: never };

/** Ask a person. Every outcome of the form, and `expired`, must lead somewhere, and nothing else may. */
export const ask = <
  F extends Fields,
  O extends string,
  const On extends Readonly<Record<O | "expired", string>>,
>(
  role: Role,
  form: Form<F, O>,
  input: AskInput & { readonly on: On & Without<On, O | "expired">; readonly tell?: readonly Tell[] },
): Ask<On[keyof On] & string> => ({
  kind: "ask",
  role,
  form: form,
  within: input.within,
  remind: input.remind ?? [],
  ...(input.escalate ? { escalate: input.escalate } : {}),
  ...(input.isFixed ? { isFixed: input.isFixed } : {}),
  on: input.on,
  tell: input.tell ?? [],
});

/** Ask as many people of a role as the step before named. */
export const each = <F extends Fields, O extends string, const To extends string>(
  role: Role,
  form: Form<F, O>,
  input: AskInput & { readonly next: To },
): Each<To> => ({
  kind: "each",
  role,
  form: form,
  within: input.within,
  remind: input.remind ?? [],
  ...(input.escalate ? { escalate: input.escalate } : {}),
  ...(input.isFixed ? { isFixed: input.isFixed } : {}),
  next: input.next,
});

/** One part of `all`. */
export const part = <F extends Fields, O extends string>(
  role: Role,
  form: Form<F, O>,
  input: AskInput,
): Asking => ({
  role,
  form: form,
  within: input.within,
  remind: input.remind ?? [],
  ...(input.escalate ? { escalate: input.escalate } : {}),
  ...(input.isFixed ? { isFixed: input.isFixed } : {}),
});

/** Ask different people at once. */
export const all = <const To extends string>(parts: Readonly<Record<string, Asking>>, next: To): All<To> => ({
  kind: "all",
  parts,
  next,
});

/** Do a pure step. Every outcome that its type names must lead somewhere, and nothing else may. */
export const step = <O extends string, const On extends Readonly<Record<O, string>>>(
  run: StepRun<O>,
  on: On & Without<On, O>,
  more: { readonly sees?: Sees; readonly tells?: readonly string[] } = {},
): Step<On[keyof On] & string> => ({
  kind: "step",
  run,
  on,
  tells: more.tells ?? [],
  ...(more.sees ? { sees: more.sees } : {}),
});

export const until = <const To extends string>(instant: Due, next: To): Until<To> => ({
  kind: "until",
  instant,
  next,
});

/** Wait for a signal. With an instant, `expired` must lead somewhere. */
export const awaiting = <const On extends Readonly<Record<string, string>>>(
  on: On,
  more: { readonly instant?: Due; readonly tell?: readonly Tell[] } = {},
): Await<On[keyof On] & string> => ({
  kind: "await",
  on,
  tell: more.tell ?? [],
  ...(more.instant ? { instant: more.instant } : {}),
});

export const end = (status: string, tell: readonly Tell[] = []): End => ({ kind: "end", status, tell });

/** A word said from outside, such as the applicant's withdrawal, and the states that it breaks off. */
export interface Interruption<S extends string> {
  /** Who may say it. */
  readonly by: Role;
  readonly during: readonly S[];
  readonly to: S;
  readonly form: Form<Fields, string>;
  /** Until when it may be said; without it as long as the case stands where it may break in. */
  readonly until?: Due;
  /** Said on a page of its own, which makes its values; it is not among the words that are offered by name. */
  readonly hasOwnPage?: true;
  /** Whether it may be said once in a case only. */
  readonly once?: boolean;
}

export type Words = Readonly<Record<string, string>>;

export interface Process<S extends string = string> {
  readonly id: string;
  /** What is applied with; a call's own process has none. */
  readonly application?: Form<Fields, string>;
  /** How its calls are read from a file, and the process that drives them. Throws naming each wrong field. */
  readonly call?: {
    readonly process: string;
    /** Absent where calls are opened by cases and never from a file. */
    readonly read?: (
      given: unknown,
    ) => Promise<{ readonly id: string; readonly data: Readonly<Record<string, unknown>> }>;
    /** How people make one by hand; absent where none is made so. */
    readonly form?: () => Promise<CallForm>;
    /** May one person apply several times to a call? Elsewhere the second application is told the first. */
    readonly isRepeatable?: true;
    /** What the call offers, for whoever thinks of applying: each thing with its title and some lines. */
    readonly offers?: (
      call: Readonly<Record<string, unknown>>,
      language: Language,
    ) => readonly { readonly title: string; readonly lines: readonly string[] }[];
    /** The templates of mails that the call's process may send to applicants. */
    readonly tells?: readonly string[];
  };
  readonly start: NoInfer<S>;
  /** Where a case begins that another one gave rise to; most processes have no such cases. */
  readonly givenStart?: NoInfer<S>;
  readonly states: Readonly<Record<S, State<NoInfer<S>>>>;
  readonly interruptions: Readonly<Record<string, Interruption<NoInfer<S>>>>;
  /** Who stands behind each role of a case; `part` names which of several. `undefined`: nobody is known. */
  readonly people: (role: Role, file: CaseFile, part?: string) => Person | undefined;
  /** What a form asks in a case where the call has a say in it, such as by the criteria that it brings. */
  readonly asks?: (form: Form<Fields, string>, file: Pick<CaseFile, "call">) => Form<Fields, string>;
  /**
   * Why somebody may not answer a task of this role, as things are now, and the answer that stands instead: found when the
   * task is opened, listed or reminded of. The person sees neither the case nor that it waits.
   */
  readonly conflict?: (
    role: Role,
    file: CaseFile,
    email: string,
  ) => { readonly outcome: string; readonly values: Readonly<Record<string, unknown>> } | undefined;
  /** What the process's words may name besides what all processes know, printed in a language. */
  readonly says?: (file: CaseFile, language: Language) => Readonly<Record<string, string | number>>;
  /** A page a day, where a process has a diary. */
  readonly diary?: Diary;
  /** Pupils' achievement before and after, where a process measures it. */
  readonly achievement?: (file: CaseFile) => Achievement | undefined;
  readonly lists: ListsOf;
  /** What the parties agree to: the names of the agreement's terms among the words, in order; some have no agreement. */
  readonly agreement?: readonly string[];
  /** What is asked of whoever takes a certificate back; a process without certificates has none. */
  readonly certificate?: { readonly revocation: Form<Fields, string> };
  /** What belongs into calendars. */
  readonly calendar?: Calendar;
  /** How the money of a case is read; a process without money has none. */
  readonly money?: Money;
  /** How its cases travel together; in other processes nobody does. */
  readonly groups?: Groups;
  readonly words: Readonly<Record<Language, () => Promise<Words>>>;
}

/** A process, checked as a whole. Throws with every fault found. */
export function defineProcess<const S extends string>(process: Process<S>): Process<S> {
  checkProcess(process);
  return process;
}
