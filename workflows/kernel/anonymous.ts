import type { CaseFile, Language } from "./case-file.ts";
import type { Place } from "./heard.ts";

/** Something that is rated by a whole number of its scale, or left blank. */
export interface RatedItem {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** As it is asked; by its name where nobody has written it. */
  readonly text?: Readonly<Record<Language, string>> | undefined;
}

/** What is asked of people whom nobody knows, and until when. */
export interface AskedAnonymously {
  readonly title: Readonly<Record<Language, string>>;
  /** UTC instants; the last one still counts. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly items: readonly RatedItem[];
  /** It is one of several studies of the same people: each says the pseudonym that only their school can resolve (decision 106). */
  readonly isPaired?: true | undefined;
  /** What the ends of scales mean. */
  readonly ends?: Readonly<Record<"from" | "to", Readonly<Record<Language, string>>>> | undefined;
}

/** The same with as many codes as it gets. */
export interface CodesFor extends Place {
  readonly codes: number;
}

interface MakesCodes {
  /** Whose codes a case's owner makes while it stands where it does. */
  readonly codesOf: (file: CaseFile) => readonly CodesFor[];
}

/** A call asks all at once, under one key. */
interface OfCalls extends MakesCodes {
  readonly of?: "call";
  readonly asked: (call: Readonly<Record<string, unknown>>) => AskedAnonymously;
  /** Every group that is asked, of a call with its list of schools. */
  readonly places: (call: Readonly<Record<string, unknown>>) => readonly Place[];
  /** The call whose answers its own are compared with, where it is compared. */
  readonly comparedWith?: (call: Readonly<Record<string, unknown>>) => string | undefined;
}

/** Each case asks by itself, under a key of its own, and closes when it has come so far. */
interface OfCases extends MakesCodes {
  readonly of: "case";
  /** `undefined` of a case that has not begun to ask. */
  readonly asked: (file: CaseFile) => AskedAnonymously | undefined;
  readonly places: (file: CaseFile) => readonly Place[];
}

/** How a process asks people without a case: each has a code that somebody gave them, and no name (decision 87). */
export type Anonymous = OfCalls | OfCases;

/** What is wrong with the values that somebody sent: items that are no whole number of their scale. */
export const beyondScale = (
  items: readonly RatedItem[],
  values: Readonly<Record<string, string>>,
): readonly string[] =>
  items.flatMap(({ id, from, to }) => {
    const said = values[id] ?? "";
    if (said === "") return [];
    const isOnScale = /^-?\d{1,9}$/.test(said) && Number(said) >= from && Number(said) <= to;
    return isOnScale ? [] : [id];
  });
