import { type CalendarEvent, kindOf } from "../../workflows/kernel/calendar.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { Mail } from "../store/mail-items.ts";

export type MailCalendar = NonNullable<Mail["calendar"]>;

/**
 * What a mail brings into its reader's calendar or takes out of it; `undefined` for a mail without dates. What is taken
 * back is what this reader was sent and still has, so nobody is told of the end of something unheard of.
 */
export function calendarOfMail(
  { process, file, mails }: LoadedCase,
  template: string,
  email: string,
): MailCalendar | undefined {
  const { calendar } = process;
  const brought = calendar?.brings[template];
  if (calendar && brought) {
    const events = calendar.events(file).filter((event) => brought.includes(kindOf(event)));
    return events.length > 0 ? { method: "request", events } : undefined;
  }
  const taken = calendar?.takesBack[template];
  const events = taken ? had(mails, email).filter((event) => taken.includes(kindOf(event))) : [];
  return events.length > 0
    ? { method: "cancel", events: events.map((event) => ({ ...event, sequence: event.sequence + 1 })) }
    : undefined;
}

/** The events that a reader was sent and that were not taken back, each as it was sent last. */
function had(mails: readonly Mail[], email: string): readonly CalendarEvent[] {
  const latest = new Map<string, { readonly method: string; readonly event: CalendarEvent }>();
  const sent = mails
    .filter(({ to }) => to.email === email)
    .toSorted((a, b) => (a.queuedAt < b.queuedAt ? -1 : 1));
  for (const { calendar } of sent)
    for (const event of calendar?.events ?? []) {
      const before = latest.get(event.name);
      if (!before || before.event.sequence <= event.sequence)
        latest.set(event.name, { method: calendar?.method ?? "", event });
    }
  return [...latest.values()].filter(({ method }) => method === "request").map(({ event }) => event);
}
