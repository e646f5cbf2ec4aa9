import { type CalendarEvent, kindOf, uidOf } from "../../workflows/kernel/calendar.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Mail } from "../store/mail-items.ts";

export type MailCalendar = NonNullable<Mail["calendar"]>;
/** What of a case calendars are about. */
interface Dated {
  readonly process: Pick<LoadedCase["process"], "calendar">;
  readonly file: LoadedCase["file"];
  readonly mails: readonly SentMail[];
}
type SentMail = Pick<Mail, "to" | "queuedAt" | "unneededAt" | "calendar">;
type SentEvent = MailCalendar["events"][number];

/**
 * What a mail brings into its reader's calendar or takes out of it; `undefined` for a mail without dates. An invitation and
 * its end say one event, because a message may [RFC 5546, 3.2.2 and 3.2.5] and mail programs read the first alone; several go as a
 * publication. What is taken back is what this reader was sent and still has, so nobody is told of the end of something unheard of.
 */
export function calendarOfMail(
  { process, file, mails }: Dated,
  template: string,
  email: string,
): MailCalendar | undefined {
  const { calendar } = process;
  const known = lastSent(mails, email);
  const brought = calendar?.brings[template] ?? [];
  const now = brought.length > 0 ? (calendar?.events(file) ?? []) : [];
  const wanted = now.filter((event) => brought.includes(kindOf(event)));
  if (wanted.length > 0) {
    const news = wanted
      .filter((event) => !isSame(event, known.get(uidOf(event))?.event))
      .map((event) => follow(event, known.get(uidOf(event))));
    return news.length > 0 ? { method: wanted.length > 1 ? "publish" : "request", events: news } : undefined;
  }
  const taken = calendar?.takesBack[template] ?? [];
  const had = [...known.values()].filter(({ event }) => !event.isOver && taken.includes(kindOf(event)));
  const events = had.map(({ event }) => ({ ...event, sequence: event.sequence + 1, isOver: true as const }));
  const wasInvited = had.length === 1 && had[0]?.method === "request";
  return events.length > 0 ? { method: wasInvited ? "cancel" : "publish", events } : undefined;
}

/** The events as a file to download has them: no lower numbers than their reader's calendar knows. */
export function eventsFor(
  { process, file, mails }: LoadedCase,
  email: string | undefined,
): readonly CalendarEvent[] {
  const known = lastSent(mails, email ?? "");
  return (process.calendar?.events(file) ?? []).map((event) => follow(event, known.get(uidOf(event))));
}

interface LastSent {
  readonly method: MailCalendar["method"];
  readonly event: SentEvent;
}

/** Each event as a reader was sent it last, also as what is over. */
function lastSent(mails: readonly SentMail[], email: string): ReadonlyMap<string, LastSent> {
  const latest = new Map<string, LastSent>();
  const sent = mails
    .filter(({ to, unneededAt }) => to.email.toLowerCase() === email.toLowerCase() && !unneededAt)
    .toSorted((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));
  for (const { calendar } of sent)
    for (const event of calendar?.events ?? []) {
      const before = latest.get(uidOf(event));
      if (!calendar || (before && before.event.sequence > event.sequence)) continue;
      const isOver = event.isOver ?? calendar.method === "cancel";
      latest.set(uidOf(event), {
        method: calendar.method,
        event: { ...event, ...(isOver ? { isOver } : {}) },
      });
    }
  return latest;
}

/** A calendar leaves out what does not have a higher number than it knows. */
function follow(event: CalendarEvent, before: LastSent | undefined): CalendarEvent {
  if (!before) return event;
  const least = before.event.sequence + (isSame(event, before.event) ? 0 : 1);
  return { ...event, sequence: Math.max(event.sequence, least) };
}

const isSame = (event: CalendarEvent, before: SentEvent | undefined): boolean =>
  before !== undefined &&
  !before.isOver &&
  event.name === before.name &&
  event.place === before.place &&
  JSON.stringify(event.when) === JSON.stringify(before.when);
