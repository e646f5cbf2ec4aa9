import type * as z from "zod";
import type { DayCount } from "./day-count.ts";
import type { Entry } from "./entry.ts";
import type { Heard } from "./heard.ts";
import type { Linked, LinkKind } from "./link.ts";
import type { StepRecord } from "./record.ts";
import type { Selection } from "./selection/selection.ts";
import type { SlotsSeen } from "./slot.ts";

export type Language = "lt" | "en";

/** What an answer to a task, or the application itself, left behind. */
export interface Answer {
  readonly state: string;
  readonly visit: number;
  readonly part?: string;
  readonly form: string;
  readonly outcome: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** UTC instant. */
  readonly at: string;
  /** E-mail address of who answered. */
  readonly by: string;
}

/** What a step recorded. */
export interface Recorded {
  readonly state: string;
  readonly visit: number;
  /** The kind of what it recorded; empty where it recorded nothing. */
  readonly step: string;
  readonly outcome: string;
  readonly data: unknown;
  readonly at: string;
}

/** A word that broke in on a case: when it was said (UTC instant), by whom (e-mail address), and where the case stood. */
export interface InterruptionSaid {
  readonly name: string;
  readonly at: string;
  readonly by: string;
  readonly state: string;
  /** The latest visit of the road before it: what was asked later has a higher one. */
  readonly visit: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What was written of one day; what stood there before is kept. */
export interface DiaryPage {
  /** Local day. */
  readonly day: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** UTC instant of the first writing, and of the latest. */
  readonly at: string;
  readonly changedAt: string;
}

/** Who buys the tickets of a group: the agency, for all of them, or each of them their own. */
export type Tickets = "own" | "agency";

/** The group that a case travels with. */
export interface TravelsWith {
  readonly group: number;
  readonly tickets: Tickets;
}

/** Everything known about one case (or, for a call's own process, about the call), as plain data. */
export interface CaseFile {
  readonly ref: string;
  readonly process: string;
  readonly language: Language;
  /** The application of a case; a call has none. */
  readonly application: Readonly<Record<string, unknown>>;
  /** UTC instant. */
  readonly submittedAt: string;
  readonly answers: readonly Answer[];
  readonly records: readonly Recorded[];
  /** What broke in on the case, oldest first. */
  readonly interruptions: readonly InterruptionSaid[];
  /** The pages of the diary, by day. */
  readonly diary: readonly DiaryPage[];
  /** The call's data, parsed by the process's call schema where it is used. */
  readonly call: Readonly<Record<string, unknown>>;
  readonly callId: string;
  /** What other processes had given by the time of the application, or of a step that takes it; of each kind oldest first. */
  readonly links?: readonly Linked[];
  /** How many cases took what this one gave, by its kind. */
  readonly taken?: Readonly<Partial<Record<LinkKind, number>>>;
  /** The case's own place in the selection. */
  readonly entry?: Entry;
  /** For a step that sees the person: the days for which other cases fund whoever takes part now. */
  readonly funded?: readonly Funded[];
  /** For a step that shares out work: how many other cases of the call each person has, by e-mail address in lower case. */
  readonly loads?: Readonly<Record<string, number>>;
  /** Where it is about to book a slot, or to move it: how the slots of its call stand. */
  readonly slots?: SlotsSeen;
  /** The group that the case travels with. */
  readonly travelsWith?: TravelsWith;
  /** For a call's own process: every case of the call. */
  readonly entries?: readonly Entry[];
  /** For a call's own process: how the process of its cases selects among them, where it does. */
  readonly selects?: Selection;
  /** For a call's own process: how the process of its cases counts their days, where it does. */
  readonly counts?: DayCount;
  /** For a step of a call that hears them: what people answered whom nobody knows. */
  readonly heard?: Heard;
}

/** Another case funds the same person on these days, both with them. */
export interface Funded {
  readonly ref: string;
  readonly from: string;
  readonly to: string;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The latest record of a kind. Throws when what is stored does not fit the kind's schema. */
export function latestRecord<T>(file: CaseFile, kind: StepRecord<T>): T | undefined {
  return recordsOf(file, kind).at(-1);
}

/** All records of a kind, oldest first. */
function recordsOf<T>(file: CaseFile, kind: StepRecord<T>): T[] {
  return file.records
    .filter((record) => record.step === kind.id)
    .map((record) => kind.schema.parse(record.data));
}

/** The latest word of that name that broke in on the case. */
export const latestInterruption = (
  { interruptions }: Pick<CaseFile, "interruptions">,
  name: string,
): InterruptionSaid | undefined => interruptions.findLast((said) => said.name === name);

/** The call's data as the process understands it. Throws when the stored call does not fit. */
export const callOf = <T>(file: CaseFile, schema: z.ZodType<T>): T => schema.parse(file.call);
