import type { Achievement } from "./achievement.ts";
import type { Anonymous } from "./anonymous.ts";
import type { Applicant } from "./applicant.ts";
import type { Book, Words } from "./book.ts";
import type { Calendar } from "./calendar.ts";
import type { Brief } from "./call-brief.ts";
import type { CallForm } from "./call-form.ts";
import type { CallTable } from "./call-table.ts";
import type { CaseFile, Language, Person } from "./case-file.ts";
import type { Certification } from "./certificate.ts";
import type { DayCount } from "./day-count.ts";
import type { Develops } from "./develops.ts";
import type { Diary } from "./diary.ts";
import type { Family } from "./family.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";
import type { Groups } from "./groups.ts";
import type { Led } from "./led.ts";
import type { Links } from "./links.ts";
import type { Money } from "./money.ts";
import type { Publishes, Registers } from "./open.ts";
import type { Paper } from "./paper.ts";
import type { Questionnaire } from "./questionnaire.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Retention } from "./retention.ts";
import type { Reviews } from "./reviews.ts";
import type { HouseRole, Role, RoleSaid } from "./roles.ts";
import type { Seats } from "./seats.ts";
import type { SelectionDesk } from "./selection/desk.ts";
import type { Selection } from "./selection/selection.ts";
import type { Sheet } from "./sheet.ts";
import type { Slots } from "./slots.ts";
import type { Due, State } from "./states.ts";
import type { Offers, Says, Shows } from "./told.ts";
import type { UsedLater } from "./used-later.ts";

/** A word said from outside, such as the applicant's withdrawal, and the states that it breaks off. */
export interface Interruption<S extends string> {
  /** Who may say it. */
  readonly by: Role;
  /** Who else may, on a page of their own. */
  readonly alsoBy?: Role;
  readonly during: readonly S[];
  readonly to: S;
  readonly form: Form<Fields, string>;
  /** Until when it may be said; without it as long as the case stands where it may break in. */
  readonly until?: Due;
  /** What the process's sentences call that time (`{appeal}`); it reads `no` where there is none. */
  readonly untilCalled?: string;
  /** Said on a page of its own, which makes its values; it is not among the words that are offered by name. */
  readonly hasOwnPage?: true;
  /**
   * With this word an applicant takes the application back; it is said for them where another one from their address counts. The field
   * of its form that says why.
   */
  readonly takesBack?: string;
  /** Whether there is anything to say it of, as things are: nobody resumes what does not rest. Without it always. */
  readonly when?: (file: CaseFile) => boolean;
  /** Whether it may be said once in a case only. */
  readonly once?: boolean;
  /** What its form chooses from besides the case: the other cases of the call, and the call's schools. */
  readonly sees?: "call";
  /**
   * Which cases end with it, besides the one of which it is said, by their refs: whoever says it reads first how many and whose, and
   * says it again.
   */
  readonly ends?: (file: CaseFile, values: Readonly<Record<string, unknown>>) => readonly string[];
  /** Fields that people must fill in although its form lets them be absent: programs and older words go without. */
  readonly peopleSay?: readonly string[];
}

/** Everybody who may say a word. */
export const sayersOf = ({ by, alsoBy }: Pick<Interruption<string>, "by" | "alsoBy">): readonly Role[] =>
  alsoBy === undefined ? [by] : [by, alsoBy];

/** What a process says of itself; its words stand in JSON beside it. */
export interface Definition<S extends string = string, R extends Role = Role> {
  readonly id: string;
  /** The roles that its cases have beside those of the house; who may be asked, told or heard is one of these or those. */
  readonly roles?: Readonly<Record<R, RoleSaid>>;
  /** Who applies, a person where it is not said, and which applications are the same to a call. */
  readonly applicant?: Applicant;
  /** What people do in it, for lists in which it stands among others. Without it nothing is said. */
  readonly family?: Family;
  /** What is applied with; a call's own process has none. */
  readonly application?: Form<Fields, string>;
  /** How its calls are read from a file, and the process that drives them. Throws naming each wrong field. */
  readonly call?: {
    readonly process: string;
    /** Absent where calls are opened by cases and never from a file. */
    readonly read?: (
      given: unknown,
    ) => Promise<{ readonly id: string; readonly data: Readonly<Record<string, unknown>> }>;
    /** Its calls are opened by cases, and whoever looks for a kind of development to apply to finds it as one of its own. */
    readonly isKind?: true;
    /** How people make one by hand; absent where none is made so. */
    readonly form?: () => Promise<CallForm>;
    /** May one person apply several times to a call? Elsewhere its owner says which of several counts. */
    readonly isRepeatable?: true;
    /** What the call offers, for whoever thinks of applying. */
    readonly offers?: Offers;
    /** What is paid, on which conditions, how it is decided and when, for whoever thinks of applying. */
    readonly brief?: Brief;
    /** Tables on its page, by name, for whoever thinks of applying. */
    readonly tables?: Readonly<Record<string, CallTable>>;
    /** The templates of mails that the call's process may send to applicants. */
    readonly tells?: readonly string[];
  };
  readonly start: NoInfer<S>;
  /** Where a case begins that another one gave rise to; most processes have no such cases. */
  readonly givenStart?: NoInfer<S>;
  readonly states: Readonly<Record<S, State<NoInfer<S>, NoInfer<R> | HouseRole>>>;
  /**
   * Where cases go on that stand in a state which has another name by now, or was taken out: its old name, and the state of
   * today (or a name that is forwarded in turn). A line stays for as long as a case may run that began before.
   */
  readonly moved?: Readonly<Record<string, string>>;
  readonly interruptions: Readonly<Record<string, Interruption<NoInfer<S>>>>;
  /** Who stands behind each role of a case; `part` names which of several. `undefined`: nobody is known. */
  readonly people: (role: Role, file: CaseFile, part?: string) => Person | undefined;
  /**
   * Why somebody may not answer a task of this role, as things are now, and the answer that stands instead: found when the
   * task is opened, listed or reminded of. The person sees neither the case nor that it waits.
   */
  readonly conflict?: (
    role: Role,
    file: CaseFile,
    email: string,
  ) => { readonly outcome: string; readonly values: Readonly<Record<string, unknown>> } | undefined;
  /**
   * What the process's words may name besides what all processes know; what a case does not have yet is a dash. It says each of its names
   * of every case, also of one in which nothing stands and whose call says nothing: by that texts are checked before anybody reads one.
   * `part`: of several who are asked at once, which one reads it.
   */
  readonly says?: (file: CaseFile, language: Language, part?: string) => Says;
  /** The e-mail address of whoever takes part in the place of the person who applied; `undefined` while nobody does. */
  readonly successor?: (file: CaseFile) => string | undefined;
  /** The call that a case opened for others to join, by its identifier; in other processes cases open none. */
  readonly opens?: (file: CaseFile) => string | undefined;
  /** How what others join is led by one person; in other processes nobody leads. */
  readonly leads?: Led;
  /** What participants are asked before and after, where their answers are counted. */
  readonly questionnaire?: Questionnaire;
  /**
   * With which statuses a case has gone through its form, where that is more than the end which its road is meant to have, and under
   * which other form it is counted, where it is a part of one; `by: []` where it is no form at all.
   */
  readonly finished?: { readonly by: readonly string[]; readonly as?: string };
  /** What is asked of people without a case, whom nobody may know; in other processes nothing is. */
  readonly anonymous?: Anonymous;
  /** How its cases are reviewed; in other processes nobody does. */
  readonly reviews?: Reviews<NoInfer<S>>;
  /** A page a day, where a process has a diary. */
  readonly diary?: Diary;
  /** Pupils' achievement before and after, where a process measures it. */
  readonly achievement?: (file: CaseFile) => Achievement | undefined;
  /** How a year later it is known whether what came of it is used, where a process asks. */
  readonly usedLater?: UsedLater<NoInfer<S>>;
  /** The papers that are made of its cases, by name and in the order in which they are offered. */
  readonly papers?: Readonly<Record<string, Paper>>;
  /** Its calculations, by name and in the order in which they are shown. */
  readonly sheets?: Readonly<Record<string, Sheet>>;
  /** What a case's page shows besides application, answers and sheets, by name and in order. */
  readonly shows?: Readonly<Record<string, Shows>>;
  /** How its certificates are written and taken back; a process without certificates has none. */
  readonly certificate?: Certification;
  /** What taking part develops; its certificate and the record of whoever took part have these tags, or none. */
  readonly develops?: Develops;
  /** What of its cases is kept otherwise, and how long, than the kernel says of most. */
  readonly retention?: Retention;
  /** What belongs into calendars. */
  readonly calendar?: Calendar;
  /** How the money of a case is read; a process without money has none. */
  readonly money?: Money;
  /** What its cases publish, by kind; and the public registers that they enter people into. */
  readonly publishes?: Readonly<Record<string, Publishes>>;
  readonly registers?: Readonly<Record<string, Registers>>;
  /** How its calls select among its cases; in other processes whoever may take part does, or the call's own process decides. */
  readonly selects?: Selection;
  /** How the days of its cases are counted, all together, where its calls count days. */
  readonly counts?: DayCount;
  /** Of a call's own process that selects: what its machine can be asked, loaded when it is. */
  readonly desk?: () => Promise<SelectionDesk>;
  /**
   * What its words call by name in lists, `list.<list>.<name>`, such as the roles that may be applied for. Of a list whose names come
   * from calls or from cases nothing is said here.
   */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** The times that its cases book, where they do. */
  readonly slots?: Slots;
  /** The seats that its cases open for many to register for, where they do. */
  readonly seats?: Seats;
  /** How its cases travel together; in other processes nobody does. */
  readonly groups?: Groups;
  /** What it gives to other processes, and takes from them. */
  readonly links?: Links;
  /** How its calls are rehearsed, where they are read from a file. */
  readonly rehearsal?: () => Promise<Rehearsal>;
}

/** A process with all its words. */
export interface Process<S extends string = string> extends Definition<S> {
  /** Its own words, then the books of what it is made of; the first that says a key counts. */
  readonly books: readonly Book[];
  readonly words: Readonly<Record<Language, () => Promise<Words>>>;
}
