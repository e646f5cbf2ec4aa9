import type { Spoken } from "./book.ts";
import type { CaseFile } from "./case-file.ts";
import type { Span } from "./duration.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";
import type { Role } from "./roles.ts";
import type { StepRun } from "./step-result.ts";
import type { Tell } from "./tell.ts";
import type { Says } from "./told.ts";

/** An instant that the case file decides, such as the last day of an offer. ISO, UTC. */
export type Due = (file: CaseFile, now: string) => string;

/** Where each outcome leads. `To` is not stored: it lets the compiler compare the names with the states. */
export type Ways<To extends string> = Readonly<Record<string, string>> & { readonly [leadsTo]?: To };

declare const leadsTo: unique symbol;

export interface Asking<R extends Role = Role> extends Spoken {
  readonly role: R;
  readonly form: Form<Fields, string>;
  /** Until when; every question ends. */
  readonly within: Span | Due;
  /** When to remind, counted from the opening of the task; each at nine in the morning, Vilnius time. */
  readonly remind: readonly Span[];
  /** What it gets somebody ready for, such as a journey, and so many days before it they are reminded too; nobody is after it began. */
  readonly ahead?: { readonly of: Due; readonly days: readonly number[] };
  /** Who is told when time is up without an answer. */
  readonly escalate?: Role;
  /** Others count on its end, so nobody may move it: a place that is offered, a day of departure. */
  readonly isFixed?: true;
  /** What it is about: forms of which whoever is asked sees the latest answer, also where their role would not; an empty list says that it is about nothing that was answered before. */
  readonly about?: readonly Form<Fields, string>[];
}

export interface Ask<To extends string, R extends Role = Role> extends Asking<R> {
  readonly kind: "ask";
  readonly on: Ways<To>;
  readonly tell: readonly Tell[];
}

/** The same question to several people at once; the road goes on when all have answered or time is up. */
export interface Each<To extends string, R extends Role = Role> extends Asking<R> {
  readonly kind: "each";
  /**
   * So many are asked at most, where the process knows; they share their case's execution, which takes `mostTogether`. Without
   * it there may be as many as a call has cases, and each is asked by an execution of their own.
   */
  readonly most?: number;
  readonly next: To;
}

/**
 * So many items of an inline Map are on their way at once: whoever comes after them is asked when one of them is done, which may be
 * when time is up. Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
 */
export const mostTogether = 40;

/** Different people asked at once, each by a name of their part. */
export interface All<To extends string, R extends Role = Role> extends Spoken {
  readonly kind: "all";
  readonly parts: Readonly<Record<string, Asking<R>>>;
  readonly next: To;
}

type Sees = "call" | "person" | "loads" | "slots" | "schools" | "heard" | "answered";

export interface Step<To extends string> extends Spoken {
  readonly kind: "step";
  readonly run: StepRun<string>;
  readonly on: Ways<To>;
  /**
   * What a step of a case must also see: the other cases of its call, such as one that spends the call's money, what
   * other cases fund for the same person, how much of the call's work each person has, for one that shares it out, or how its slots stand.
   * A step of a call sees its cases anyway: it says whether it must see the schools that the call brings, and with them what was
   * answered anonymously; or what was answered so far in those of its cases that ask several people at once. A step of a case hears what
   * was answered anonymously where each case asks by itself.
   */
  readonly sees?: Sees;
  /** The templates of mails that it may send. */
  readonly tells: readonly string[];
  /** What words may name of a case besides what its process says: what a block brings that this step begins, such as dated duties. */
  readonly says?: (file: CaseFile) => Says;
}

/** A pause until an instant. An interruption of the process ends it early where the process allows one. */
export interface Until<To extends string> extends Spoken {
  readonly kind: "until";
  readonly instant: Due;
  readonly next: To;
}

/** A pause until somebody else's machine says how to go on, or until `instant` when there is one. */
export interface Await<To extends string> extends Spoken {
  readonly kind: "await";
  readonly on: Ways<To>;
  readonly instant?: Due;
  readonly tell: readonly Tell[];
}

export interface End extends Spoken {
  readonly kind: "end";
  readonly status: string;
  readonly tell: readonly Tell[];
}

export type State<To extends string, R extends Role = Role> =
  | Ask<To, R>
  | Each<To, R>
  | All<To, R>
  | Step<To>
  | Until<To>
  | Await<To>
  | End;

/** The states that can follow a state, by what leads there. */
export function waysOf(state: State<string>): Readonly<Record<string, string>> {
  switch (state.kind) {
    case "ask":
    case "step":
    case "await":
      return state.on;
    case "each":
    case "all":
    case "until":
      return { next: state.next };
    case "end":
      return {};
  }
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

type AskInput = {
  readonly within: Span | Due;
  readonly remind?: readonly Span[];
  readonly ahead?: Asking["ahead"];
  readonly escalate?: Role;
  readonly isFixed?: true;
  readonly about?: readonly Form<Fields, string>[];
};

/** A way for which there is no outcome: a slip of the pen that would never be taken. */
type Without<On, Outcome> = { readonly [K in Exclude<keyof On, Outcome>]: never };

/** How one person is asked; a part of `all`. */
export const part = <const R extends Role, F extends Fields, O extends string>(
  role: R,
  form: Form<F, O>,
  input: AskInput,
): Asking<R> => ({
  role,
  form,
  within: input.within,
  remind: input.remind ?? [],
  ...(input.ahead ? { ahead: input.ahead } : {}),
  ...(input.escalate ? { escalate: input.escalate } : {}),
  ...(input.isFixed ? { isFixed: input.isFixed } : {}),
  ...(input.about ? { about: input.about } : {}),
});

/** Ask a person. Every outcome of the form, and `expired`, must lead somewhere, and nothing else may. */
export const ask = <
  const R extends Role,
  F extends Fields,
  O extends string,
  const On extends Readonly<Record<O | "expired", string>>,
>(
  role: R,
  form: Form<F, O>,
  input: AskInput & { readonly on: On & Without<On, O | "expired">; readonly tell?: readonly Tell[] },
): Ask<On[keyof On] & string, R> => ({
  kind: "ask",
  ...part(role, form, input),
  on: input.on,
  tell: input.tell ?? [],
});

/** Ask as many people of a role as the step before named. */
export const each = <const R extends Role, F extends Fields, O extends string, const To extends string>(
  role: R,
  form: Form<F, O>,
  input: AskInput & { readonly next: To; readonly most?: number },
): Each<To, R> => ({
  kind: "each",
  ...part(role, form, input),
  ...(input.most === undefined ? {} : { most: input.most }),
  next: input.next,
});

/** Is each of them asked by an execution of their own, because there may be more than one execution takes? */
export const isWide = (state: State<string> | undefined): boolean =>
  state?.kind === "each" && state.most === undefined;

/** Ask different people at once. */
export const all = <const R extends Role, const To extends string>(
  parts: Readonly<Record<string, Asking<R>>>,
  next: To,
): All<To, R> => ({
  kind: "all",
  parts,
  next,
});

/** Do a pure step. Every outcome that its type names must lead somewhere, and nothing else may. */
export const step = <O extends string, const On extends Readonly<Record<O, string>>>(
  run: StepRun<O>,
  on: On & Without<On, O>,
  more: Pick<Partial<Step<string>>, "sees" | "tells" | "says"> = {},
): Step<On[keyof On] & string> => ({
  kind: "step",
  run,
  on,
  tells: more.tells ?? [],
  ...(more.sees ? { sees: more.sees } : {}),
  ...(more.says ? { says: more.says } : {}),
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
