import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Book } from "./book.ts";
import type { CaseFile } from "./case-file.ts";
import type { Certified } from "./certificate.ts";
import { dayAt } from "./facts/ends.ts";
import { iso } from "./facts/instants.ts";
import type { Fields } from "./field.ts";
import type { Form } from "./form.ts";

/**
 * Seats that many register for at once [processes.md, 8.1 to 8.5; decision 86]: whoever comes is told at once whether there is one, and
 * waits else; what comes free is offered along the list, and in the last hours to whoever is first.
 */

const meeting = z.object({ begins: z.string(), ends: z.string() });
/** UTC instants. */
export type Meeting = z.infer<typeof meeting>;

/** What a case sets when it opens its seats. UTC instants. */
export const seatTerms = z.object({
  capacity: z.number().int().nonnegative(),
  /** From then on one may register, until it starts. */
  opensAt: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** So long a seat that is offered is kept. */
  confirmHours: z.number().nonnegative(),
  /** With less left to the start nothing is offered in order any more. */
  promoteUntilHours: z.number().nonnegative(),
  /** When whoever has a seat is reminded of it; nobody is where it is not said. */
  remindsAt: z.string().optional(),
  /** Where those who have a seat meet several times: each of the times, of which the first is the start. */
  meetings: z.array(meeting).readonly().optional(),
});
export type SeatTerms = z.infer<typeof seatTerms>;

/** Where a registration stands until the seats are closed. */
export const seatStands = ["registered", "waiting", "offered", "notConfirmed", "cancelled"] as const;
export type SeatStand = (typeof seatStands)[number];

/** How it ended. */
export type SeatEnd = "attended" | "noShow" | "waited" | "notConfirmed" | "cancelled";

/** Mails to whoever registered. What they name of the event its process says: `event`, `starts` and `place`. */
export const seatMails = [
  "seatGiven",
  "seatAwaited",
  "seatOffered",
  "seatRanOut",
  "seatFree",
  "seatReminder",
  "seatCancelled",
  "seatsCalledOff",
  "seatThanks",
  "seatFollowUp",
] as const;

/** What these say of any event. */
export const seatWords: Book = {
  lt: () => import("./seat-words/lt.json", { with: { type: "json" } }),
  en: () => import("./seat-words/en.json", { with: { type: "json" } }),
};

/** How a process uses seats: its cases open them, and whoever registers has no case. */
export interface Seats {
  /** What is asked of whoever registers, `fullName` and `email` among it. */
  readonly form: Form<Fields, string>;
  /** What calendars and pages call it, from the case that opened it. */
  readonly title: (file: CaseFile) => string;
  readonly place: (file: CaseFile) => string;
  /** For whom it is and what will happen there, for whoever thinks of coming. */
  readonly about?: (file: CaseFile) => string | undefined;
  /** Does whoever registers so want to be told of calls afterwards? In other processes nobody is asked. */
  readonly wantsToHear?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** When it is: each of its meetings, in order. People register until the first of them begins. */
  readonly meetings: (file: CaseFile) => readonly Meeting[];
  /** Hours that count in the record of whoever was there and said so much of themselves; nothing where none do. */
  readonly hours?: (file: CaseFile, comer: SeatComer) => number | undefined;
  /** What is certified of whoever was there, once the seats are closed; nothing where nothing is. */
  readonly certifies?: (file: CaseFile, comer: SeatComer) => Certified | undefined;
  /** What whoever was there is asked afterwards, each under a name of its own. */
  readonly asks?: Readonly<Record<string, AskedAfterwards>>;
}

/** Somebody who registered, as they said it. */
export interface SeatComer {
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** At how many of the meetings they were. */
  readonly met: number;
}

/** What is asked of whoever was there, on the page of their registration. What they say is kept without who said it. */
export interface AskedAfterwards {
  readonly form: Form<Fields, string>;
  /** The mail that leads there: the thanks with which seats are closed, or one that goes when the time has come. */
  readonly mail: "seatThanks" | "seatFollowUp";
  /** From and until when it can be answered, of seats that were closed at an instant; nothing where nobody is asked. UTC instants. */
  readonly time: (
    file: CaseFile,
    closedAt: string,
  ) => { readonly from: string; readonly until: string } | undefined;
}

/** Which of several meetings it is at an instant: the last whose day has come, or the first. */
export const meetingAt = ({ meetings = [] }: Pick<SeatTerms, "meetings">, at: string): number =>
  Math.max(
    0,
    meetings.findLastIndex(({ begins }) => dayAt(begins) <= dayAt(at)),
  );

/** What a step does with the seats of its case. */
export const seatWork = z.union([
  /** Opens them. */
  z.object({ opens: seatTerms }),
  /** From now on nobody is checked in any more, and who was not is `noShow`; where it is called off, all who still hope to come are told. */
  z.object({ closes: z.enum(["over", "calledOff"]) }),
]);
export type SeatWork = z.infer<typeof seatWork>;

const hoursAfter = (instant: string, hours: number): string =>
  iso(Temporal.Instant.from(instant).add({ milliseconds: Math.round(hours * 3_600_000) }));

/** Is less left to the start than the time in which seats are offered in order? */
export const isInLastHours = ({ startsAt, promoteUntilHours }: SeatTerms, now: string): boolean =>
  hoursAfter(startsAt, -promoteUntilHours) < now;

/** Why nobody can register now. */
export const closedTo = ({ opensAt, startsAt }: SeatTerms, now: string): "early" | "late" | undefined =>
  now < opensAt ? "early" : now >= startsAt ? "late" : undefined;

/** Does a seat that comes free now go to the first who waits? */
export const isHandedOn = (terms: SeatTerms, now: string): boolean =>
  now < terms.startsAt && !isInLastHours(terms, now);

/** Until when a seat is kept that is offered now: whoever has no time to think about it may still say so at once. */
export const offerEnds = ({ confirmHours }: SeatTerms, now: string): string =>
  hoursAfter(now, Math.max(confirmHours, leastHours));

/** A millisecond. */
const leastHours = 1 / 3_600_000;

/** Does it stand, so that its address can have no other? */
export const stillStands = (stand: SeatStand): boolean =>
  stand === "registered" || stand === "waiting" || stand === "offered";

/** How a registration ended, once the seats are closed. */
export function seatEnd(stand: SeatStand, isCheckedIn: boolean): SeatEnd {
  switch (stand) {
    case "registered":
      return isCheckedIn ? "attended" : "noShow";
    case "waiting":
      return "waited";
    case "offered":
      return "notConfirmed";
    default:
      return stand;
  }
}
