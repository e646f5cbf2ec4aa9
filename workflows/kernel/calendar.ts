import type { CaseFile } from "./case-file.ts";

/** Something with a date that belongs into the calendars of those who take part. */
export interface CalendarEvent {
  /** Its name among the words (`calendar.<name>.title`); with the case it identifies the event for ever. */
  readonly name: string;
  /** Whole local days, both included; or the instant (UTC) at which something must be done at the latest. */
  readonly when: { readonly from: string; readonly to: string } | { readonly by: string };
  readonly place?: string | undefined;
  /** Goes up when the event changes: a calendar takes the higher one. From 0. */
  readonly sequence: number;
}

/** What a process has to say to calendars. */
export interface Calendar {
  /** What holds now. */
  readonly events: (file: CaseFile) => readonly CalendarEvent[];
  /** Which events the mail of a template brings, as new or as changed. */
  readonly brings: Readonly<Record<string, readonly string[]>>;
  /** Which events the mail of a template takes back from whoever had them. */
  readonly takesBack: Readonly<Record<string, readonly string[]>>;
}
