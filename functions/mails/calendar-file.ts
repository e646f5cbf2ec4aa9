import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from "ical-generator";
import { type CalendarEvent, kindOf, uidOf } from "../../workflows/kernel/calendar.ts";
import type { Messages } from "../reading/messages.ts";

const methods = {
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
  publish: ICalCalendarMethod.PUBLISH,
} as const;

export interface CalendarFile {
  readonly method: keyof typeof methods;
  /** `title`: what it is called, where no words of the process say so. */
  readonly events: readonly (CalendarEvent & {
    readonly isOver?: true | undefined;
    readonly title?: string;
  })[];
  /** Identifies the case; with the name of an event it is the same for ever. */
  readonly caseId: string;
  /** When this was said (UTC instant): the same file is the same bytes. */
  readonly at: string;
  /** Where the product is, and whose mail it is sent from. */
  readonly host: string;
  readonly organizer: string;
  /** Whose calendar it is for; what is published is for whoever has it, and names nobody [RFC 5546, 3.2.1]. */
  readonly attendee?: { readonly name: string; readonly email: string };
}

/** Half an hour before the instant by which something must be done. */
const lead = 30 * 60_000;
const dayMillis = 86_400_000;

/**
 * A calendar file [RFC 5545]. An event has one UID for ever, and its SEQUENCE rises with each change, so that a calendar
 * replaces or removes what it had. Whole days end, as the RFC has it, on the day after the last.
 */
export function calendarFile(
  { method, events, caseId, at, host, organizer, attendee }: CalendarFile,
  words: Messages,
): string {
  const calendar = ical({
    prodId: { company: "Kelias", product: "Kelias", language: words.language.toUpperCase() },
    method: methods[method],
  });
  for (const event of events) {
    const { name, when, place, sequence } = event;
    const isDay = "from" in when;
    const [start, end] = spanOf(when);
    calendar.createEvent({
      id: `${caseId}-${uidOf(event)}@${host}`,
      sequence,
      stamp: new Date(at),
      start: new Date(start),
      end: new Date(end),
      allDay: isDay,
      summary:
        event.title ?? words.say(`calendar.${kindOf(event)}.title`, { number: name.split("-")[1] ?? "" }),
      status: method === "cancel" || event.isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: "by" in when ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
      organizer: { name: "Kelias", email: organizer },
      ...(place === undefined ? {} : { location: place }),
      ...(attendee && method !== "publish"
        ? {
            attendees: [
              {
                name: attendee.name,
                email: attendee.email,
                rsvp: false,
                status: ICalAttendeeStatus.ACCEPTED,
              },
            ],
          }
        : {}),
    });
  }
  return calendar.toString();
}

/** Beginning and end in milliseconds since 1970. */
function spanOf(when: CalendarEvent["when"]): readonly [start: number, end: number] {
  if ("from" in when)
    return [Date.parse(`${when.from}T00:00:00Z`), Date.parse(`${when.to}T00:00:00Z`) + dayMillis];
  if ("by" in when) return [Date.parse(when.by) - lead, Date.parse(when.by)];
  return [Date.parse(when.begins), Date.parse(when.ends)];
}
