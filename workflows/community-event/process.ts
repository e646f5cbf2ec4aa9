import { soon, staff } from "../blocks/asking.ts";
import { cancellation, leaving } from "../blocks/breaking-off.ts";
import { certification } from "../blocks/certificate.ts";
import { mayBeAccredited } from "../blocks/deliverer.ts";
import { ending, tellApplicant } from "../blocks/ending.ts";
import { paying } from "../blocks/payment.ts";
import { publishesShared } from "../blocks/sharing.ts";
import { person } from "../kernel/applicant.ts";
import { defineProcess } from "../kernel/define-process.ts";
import { days } from "../kernel/duration.ts";
import { ask, awaiting, end, step, until } from "../kernel/states.ts";
import { call, words } from "./call.ts";
import { bookSlot, moveEnds, moveSlot, slotStarts, slots } from "./consultation.ts";
import { amendment, application, approval, attendance, materials, moving, registration } from "./forms.ts";
import { money, shows } from "./grant.ts";
import {
  asks,
  callOffSeats,
  certifies,
  closeSeats,
  countedHours,
  eventIn,
  eventStarts,
  lastMeets,
  materialsClose,
  meetingsOf,
  openSeats,
  people,
  publicationOf,
  says,
  tellPurpose,
  wantsToHear,
  weighGrant,
} from "./rules.ts";

const beforeItBegins = ["approval", "amendment", "published"] as const;

/** Teachers, parents and everybody meet [processes.md, 8]: proposed, published, registered for by hundreds, held, and what came of it is shared. */
export const communityEvent = defineProcess({
  id: "community-event",
  family: "together",
  applicant: person({ fields: {} }),
  application,
  call: { ...call, isRepeatable: true },
  start: "received",
  states: {
    received: step(tellPurpose, { event: "approval", consultation: "booking" }),
    approval: ask("coordinator", approval, {
      ...staff,
      about: [amendment],
      on: { approved: "opening", amendment: "amendment", refused: "refused", expired: "approval" },
    }),
    amendment: ask("applicant", amendment, {
      ...soon,
      about: [approval],
      on: { amended: "approval", expired: "amendment" },
    }),
    opening: step(openSeats, { opened: "published" }),
    published: until(eventStarts, "running"),
    running: until(lastMeets, "begun"),
    begun: ask("applicant", attendance, { ...soon, on: { held: "closing", expired: "closing" } }),
    closing: step(closeSeats, { closed: "materials" }),
    materials: ask("applicant", materials, {
      within: materialsClose,
      remind: [days(3), days(7)],
      escalate: "coordinator",
      on: { given: "weighing", expired: "held" },
    }),
    weighing: step(weighGrant, { due: "grant", none: "completed" }),
    ...paying("grant", "applicant", "completed"),

    booking: step(
      bookSlot,
      { booked: "booked", noSlot: "noSlot", duplicate: "duplicate" },
      { sees: "slots" },
    ),
    booked: awaiting({ expired: "consulted" }, { instant: slotStarts, tell: tellApplicant("booked") }),
    moving: step(moveSlot, { moved: "booked", stays: "booked" }, { sees: "slots" }),

    calling: step(callOffSeats, { closed: "cancelled" }),
    withdrawing: step(callOffSeats, { closed: "withdrawn" }),

    completed: ending("completed"),
    consulted: end("consulted"),
    noSlot: ending("noSlot"),
    duplicate: ending("duplicate"),
    held: ending("held"),
    refused: ending("refused"),
    cancelled: ending("cancelled"),
    withdrawn: ending("withdrawn"),
  },
  interruptions: {
    moved: {
      by: "applicant",
      form: moving,
      to: "moving",
      during: ["booked"],
      once: true,
      until: moveEnds,
      untilCalled: "moves",
    },
    withdrawn: {
      by: "applicant",
      form: leaving,
      takesBack: "reason",
      to: "withdrawing",
      during: [...beforeItBegins, "booked"],
    },
    cancelled: {
      by: "coordinator",
      form: cancellation,
      to: "calling",
      during: [...beforeItBegins, "booked"],
    },
  },
  people,
  says,
  shows,
  money,
  slots,
  develops: (file) => ({ competences: publicationOf(file).flatMap(({ tags }) => tags) }),
  seats: {
    form: registration,
    title: (file) => eventIn(file).title,
    place: (file) => eventIn(file).place,
    about: (file) => eventIn(file).about,
    meetings: meetingsOf,
    wantsToHear,
    hours: countedHours,
    certifies,
    asks,
  },
  certificate: certification,
  links: { gives: ["followed"], ...mayBeAccredited },
  publishes: { materials: publishesShared(publicationOf) },
  rehearsal: async () => (await import("./rehearsal.ts")).rehearsal,
  finished: { by: ["completed", "consulted", "held"] },
  words,
});
