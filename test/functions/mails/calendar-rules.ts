import ICAL from "ical.js";

/** The properties of an event that RFC 5546 asks for or forbids, by the method [3.2.1, 3.2.2, 3.2.5]. */
const needed: Readonly<Record<string, readonly string[]>> = {
  PUBLISH: ["dtstamp", "dtstart", "organizer", "summary", "uid", "sequence"],
  REQUEST: ["attendee", "dtstamp", "dtstart", "organizer", "summary", "uid", "sequence"],
  CANCEL: ["attendee", "dtstamp", "organizer", "uid", "sequence", "status"],
};
const forbidden: Readonly<Record<string, readonly string[]>> = {
  PUBLISH: ["attendee", "request-status"],
  REQUEST: ["request-status"],
  CANCEL: ["request-status"],
};
const single = [
  "dtstamp",
  "dtstart",
  "dtend",
  "organizer",
  "summary",
  "uid",
  "sequence",
  "status",
  "location",
];

interface ReadCalendar {
  readonly method: string;
  readonly events: readonly ICAL.Event[];
}

function readCalendar(content: string): ReadCalendar {
  const root = new ICAL.Component(ICAL.parse(content));
  return {
    method: String(root.getFirstPropertyValue("method")),
    events: root.getAllSubcomponents("vevent").map((found) => new ICAL.Event(found)),
  };
}

/** What RFC 5545 and RFC 5546 find wrong with a calendar file, read by a library that did not write it. */
export function calendarFaults(content: string): readonly string[] {
  const root = new ICAL.Component(ICAL.parse(content));
  const { method, events } = readCalendar(content);
  const faults: string[] = [];
  if (String(root.getFirstPropertyValue("version")) !== "2.0") faults.push("another version");
  if (!root.getFirstPropertyValue("prodid")) faults.push("no prodid");
  if (!(method in needed)) faults.push(`method ${method}`);
  if (events.length === 0) faults.push("no event");
  const uids = new Set(events.map(({ uid }) => uid));
  if (method !== "PUBLISH" && uids.size > 1) faults.push(`${uids.size} UIDs in one ${method}`);
  if (uids.size !== events.length) faults.push("the same UID twice");
  for (const event of events) {
    const of = (name: string) => event.component.getAllProperties(name).length;
    for (const name of needed[method] ?? []) if (of(name) === 0) faults.push(`${method} without ${name}`);
    for (const name of forbidden[method] ?? []) if (of(name) > 0) faults.push(`${method} with ${name}`);
    for (const name of single) if (of(name) > 1) faults.push(`${name} ${of(name)} times`);
    if (method === "CANCEL" && statusOf(event) !== "CANCELLED") faults.push("a CANCEL that is not CANCELLED");
    if (event.startDate.compare(event.endDate) >= 0) faults.push("an event that ends before it begins");
  }
  for (const line of content.split("\r\n"))
    if (Buffer.byteLength(line) > 75 || /[\r\n]/.test(line)) faults.push(`line: ${line}`);
  return faults;
}

const statusOf = (event: ICAL.Event): string => String(event.component.getFirstPropertyValue("status"));

/** A calendar of one person that does with what it is sent what mail programs do. */
export function calendarProgram() {
  const known = new Map<
    string,
    { readonly sequence: number; readonly event: ICAL.Event; isThere: boolean }
  >();
  return {
    take: (content: string): void => {
      const { method, events } = readCalendar(content);
      // Of an invitation and of its end the first event alone is read.
      for (const event of method === "PUBLISH" ? events : events.slice(0, 1)) {
        const before = known.get(event.uid);
        if (before && before.sequence > event.sequence) continue;
        const isOver = method === "CANCEL" || statusOf(event) === "CANCELLED";
        if (before && isOver && before.sequence === event.sequence) continue;
        known.set(event.uid, { sequence: event.sequence, event, isThere: !isOver });
      }
    },
    events: (): readonly ICAL.Event[] =>
      [...known.values()].filter(({ isThere }) => isThere).map(({ event }) => event),
  };
}
