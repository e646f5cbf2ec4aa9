import type { CaseFile } from "./case-file.ts";

/** Something with a date that belongs into the calendars of those who take part. */
export interface CalendarEvent {
  /**
   * With the case it identifies the event for ever. What stands before a dash is its kind: the name among the words
   * (`calendar.<kind>.title`), which may say the number that stands after it.
   */
  readonly name: string;
  /** By what calendars know it, where that is not its name: what takes the place of another has that one's. */
  readonly uid?: string | undefined;
  /**
   * Whole local days, both included; or the instant (UTC) at which something must be done at the latest; or from one
   * instant to another.
   */
  readonly when:
    | { readonly from: string; readonly to: string }
    | { readonly by: string }
    | { readonly begins: string; readonly ends: string };
  readonly place?: string | undefined;
  /** Goes up when the event changes: a calendar takes the higher one. From 0. */
  readonly sequence: number;
}

/** What a process has to say to calendars. */
export interface Calendar {
  /** What holds now. */
  readonly events: (file: CaseFile) => readonly CalendarEvent[];
  /** Which kinds of events the mail of a template brings, as new or as changed. */
  readonly brings: Readonly<Record<string, readonly string[]>>;
  /** Which events the mail of a template takes back from whoever had them, where it brings none. */
  readonly takesBack: Readonly<Record<string, readonly string[]>>;
  /** Kinds that no mail brings: whoever wants them takes them as a file. */
  readonly inFiles?: readonly string[];
}

/** By what calendars know an event of a case. */
export const uidOf = ({ uid, name }: Pick<CalendarEvent, "name" | "uid">): string => uid ?? name;

/** The kind of an event, by which words and templates know it. */
export const kindOf = ({ name }: Pick<CalendarEvent, "name">): string => name.split("-")[0] ?? name;
