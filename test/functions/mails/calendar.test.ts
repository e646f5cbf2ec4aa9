import { describe, expect, it } from "vitest";
import { calendarOfMail, type MailCalendar } from "../../../functions/mails/calendar.ts";
import { calendarFile } from "../../../functions/mails/calendar-file.ts";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { groupCalendar } from "../../../workflows/blocks/group/participant.ts";
import type { CalendarEvent } from "../../../workflows/kernel/calendar.ts";
import { newFile } from "../../workflows/kernel/example.ts";
import { calendarFaults, calendarProgram } from "./calendar-rules.ts";

const ona = { name: "Ona Onaitė", email: "ona@mokykla.example", language: "lt" as const };
const words = messagesOf<Readonly<Record<string, string>>>(
  {
    "calendar.meeting.title": "{number} susitikimas",
    "calendar.stay.title": "Stažuotė",
    "calendar.offer.title": "Atsakyti į pasiūlymą",
    "calendar.journey.title": "Stažuotė",
  },
  "lt",
);

const file = { ...newFile, ref: "case#abc" };

/** A case of which these events hold, and what its reader was sent of it so far. */
function correspondence(
  brings: Readonly<Record<string, readonly string[]>>,
  takesBack: Readonly<Record<string, readonly string[]>>,
) {
  const program = calendarProgram();
  const sent: { readonly to: typeof ona; readonly queuedAt: string; readonly calendar: MailCalendar }[] = [];
  const send = (template: string, events: readonly CalendarEvent[]): MailCalendar | undefined => {
    const calendar = { brings, takesBack, events: () => events };
    const loaded = { process: { calendar }, file, mails: sent };
    const made = calendarOfMail(loaded, template, "Ona@mokykla.example");
    if (!made) return undefined;
    const at = `2027-01-01T10:00:${String(sent.length).padStart(2, "0")}.000Z`;
    sent.push({ to: ona, queuedAt: at, calendar: made });
    const content = calendarFile(
      {
        ...made,
        caseId: "abc",
        at,
        host: "kelias.example",
        organizer: "kelias@kelias.example",
        attendee: ona,
      },
      words,
    );
    expect(calendarFaults(content)).toEqual([]);
    program.take(content);
    return made;
  };
  return { send, has: () => program.events().map(({ uid, startDate }) => `${uid} ${startDate}`) };
}

const meetings = (moved = 0): readonly CalendarEvent[] =>
  [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    name: `meeting-${number}`,
    when: {
      begins: `2027-03-0${number}T${number <= moved ? 16 : 14}:00:00.000Z`,
      ends: `2027-03-0${number}T17:00:00.000Z`,
    },
    sequence: number <= moved ? 1 : 0,
  }));
const stay = (school: string): readonly CalendarEvent[] => [
  { name: "stay", when: { from: "2027-05-03", to: "2027-05-07" }, place: school, sequence: 0 },
];

describe("what mails bring into calendars", () => {
  it("seven meetings are published together, a moved one alone, and all fall away", () => {
    const { send, has } = correspondence(groupCalendar.brings, groupCalendar.takesBack);
    expect(send("meetingsPlanned", meetings())).toMatchObject({ method: "publish" });
    expect(has()).toHaveLength(7);
    expect(send("meetingMoved", meetings(1))?.events.map(({ name }) => name)).toEqual(["meeting-1"]);
    expect(has()[0]).toBe("abc-meeting-1@kelias.example 2027-03-01T16:00:00Z");
    expect(send("left", [])?.events).toHaveLength(7);
    expect(has()).toEqual([]);
  });

  it("one date is an invitation, and its end a CANCEL of the same UID with a higher number", () => {
    const { send, has } = correspondence({ plan: ["stay"] }, { placeLost: ["stay"] });
    expect(send("plan", stay("Molėtų gimnazija"))).toMatchObject({
      method: "request",
      events: [{ sequence: 0 }],
    });
    expect(send("placeLost", [])).toMatchObject({ method: "cancel", events: [{ sequence: 1 }] });
    expect(has()).toEqual([]);
  });

  it("what comes again after it fell away has a still higher number, or calendars would leave it out", () => {
    const { send, has } = correspondence({ plan: ["stay"] }, { placeLost: ["stay"] });
    send("plan", stay("Molėtų gimnazija"));
    send("placeLost", []);
    expect(send("plan", stay("Utenos gimnazija"))).toMatchObject({ events: [{ sequence: 2 }] });
    expect(has()).toEqual(["abc-stay@kelias.example 2027-05-03"]);
  });

  it("the journey takes the place of the time by which the offer is answered", () => {
    const { send, has } = correspondence({ offer: ["offer"], plan: ["journey"] }, {});
    const offer = { name: "offer", uid: "journey", when: { by: "2027-02-01T10:00:00.000Z" }, sequence: 0 };
    send("offer", [offer]);
    send("plan", [{ name: "journey", when: { from: "2027-05-03", to: "2027-05-07" }, sequence: 0 }]);
    expect(has()).toEqual(["abc-journey@kelias.example 2027-05-03"]);
  });

  it("nobody is told of the end of something that they never had", () => {
    expect(correspondence(groupCalendar.brings, groupCalendar.takesBack).send("left", [])).toBeUndefined();
  });
});
