import { journey } from "../blocks/journey.ts";
import { offer } from "../blocks/offer.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { Calendar, CalendarEvent } from "../kernel/calendar.ts";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import { hostOf } from "./journey.ts";
import { decisionOn } from "./selection.ts";

const everything = ["offer", "journey"] as const;

/** The day by which an offer is answered; once it was accepted the journey takes its place in calendars. */
export const calendar: Calendar = {
  events: (file) => [...offerEvents(file), ...journeyEvents(file)],
  brings: {
    "offer.task": ["offer"],
    "planAgreement.task": ["journey"],
    "departure.task": ["journey"],
    plansChanged: ["journey"],
    takesPart: ["journey"],
    // The host is asked how it went, at once when the journey breaks off; then there is none any more.
    "attendance.task": ["journey"],
  },
  takesBack: {
    "attendance.task": ["journey"],
    journeyCutShort: ["journey"],
    declined: everything,
    expired: everything,
    withdrawn: everything,
    cancelled: everything,
    lapsed: everything,
    replaced: everything,
    hostReleased: ["journey"],
  },
};

function offerEvents(file: CaseFile): CalendarEvent[] {
  const by = decisionOn(file)?.expiresAt;
  return by === undefined || latestAnswer(file, offer)
    ? []
    : [{ name: "offer", uid: "journey", when: { by }, sequence: 0 }];
}

function journeyEvents(file: CaseFile): CalendarEvent[] {
  if (latestAnswer(file, offer)?.outcome !== "accepted" || latestInterruption(file, "cutShort")) return [];
  const { institution, town, starts, ends } = hostOf(file);
  const sequence = file.records.filter(({ step }) => step === journey.id).length;
  return [{ name: "journey", when: { from: starts, to: ends }, place: `${institution}, ${town}`, sequence }];
}
