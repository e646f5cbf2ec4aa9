import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { applicantIn } from "../blocks/people.ts";
import { sharedRows } from "../blocks/sharing.ts";
import { staffOf } from "../blocks/staffed.ts";
import { latestAnswer } from "../kernel/answers.ts";
import type { CaseFile, Language, Person } from "../kernel/case-file.ts";
import type { Certified } from "../kernel/certificate.ts";
import { workingDays } from "../kernel/duration.ts";
import { deadline, endOfDay, localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { printTime } from "../kernel/facts/print.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Role } from "../kernel/roles.ts";
import type { AskedAfterwards, Meeting, SeatComer, SeatTerms } from "../kernel/seats.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { rulesOf } from "./call.ts";
import { consultationPrinted } from "./consultation.ts";
import { amendment, approval, feedback, followUp, materials } from "./forms.ts";

const day = z.iso.date();
const time = { heldOn: day, heldFrom: z.string() };
const plan = z.object({
  title: z.string(),
  about: z.string(),
  ...time,
  meetings: z.array(z.object(time)).optional(),
  place: z.string(),
  hours: z.number(),
  capacity: z.number(),
  registeredFrom: day.optional(),
  registeredAtTime: z.string().optional(),
});
const proposed = plan.extend({
  fullName: z.string(),
  email: z.string(),
  school: z.string(),
  sort: z.enum(["exchange", "consultation", "series", "campaign"]),
});

/** The event as it was proposed, with the plan that holds now. */
export function eventIn(file: CaseFile) {
  const { capacity, hours, ...said } = proposed.parse(file.application);
  const amended = latestAnswer(file, amendment)?.values;
  return { capacity, hours, ...said, ...(amended ? plan.parse(amended) : {}) };
}

const applied = z.object({
  fullName: z.string(),
  email: z.string(),
  purpose: z.enum(["event", "consultation"]),
});

export function people(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

/** An event is proposed, or a consultation booked. */
export function tellPurpose(file: CaseFile): StepResult<"event" | "consultation"> {
  const { purpose, email } = applied.parse(file.application);
  return {
    outcome: purpose,
    ...(purpose === "event" ? { takes: [{ kind: "delivering", to: { email } }] } : {}),
  };
}

/** Each time people meet: all of them take as long. UTC instants. */
export function meetingsOf(file: CaseFile): readonly [Meeting, ...Meeting[]] {
  const { heldOn, heldFrom, meetings = [], hours } = eventIn(file);
  const minutes = Math.round((hours * 60) / (1 + meetings.length));
  const meeting = (on: string, from: string): Meeting => {
    const begins = vilniusInstant(`${on}T${from}`);
    return { begins: iso(begins), ends: iso(begins.add({ minutes })) };
  };
  return [meeting(heldOn, heldFrom), ...meetings.map((one) => meeting(one.heldOn, one.heldFrom))];
}

/** When it begins and, by its hours, ends; and from when on one may register. UTC instants. */
function timesOf(file: CaseFile) {
  const { registeredFrom, registeredAtTime = "00:00" } = eventIn(file);
  const meetings = meetingsOf(file);
  const [{ begins: startsAt }] = meetings;
  return {
    startsAt,
    endsAt: meetings.at(-1)?.ends ?? startsAt,
    opensAt:
      registeredFrom === undefined
        ? file.submittedAt
        : iso(vilniusInstant(`${registeredFrom}T${registeredAtTime}`)),
  };
}

/** Whoever registers in the instant of the start is late already, and whoever does before it is not. */
export const eventStarts: Due = (file) => timesOf(file).startsAt;

/** When those of a series meet for the last time; of anything else that is the start. */
export const lastMeets: Due = (file) => meetingsOf(file).at(-1)?.begins ?? timesOf(file).startsAt;

function seatTermsOf(file: CaseFile): SeatTerms {
  const { confirmHours, promoteUntilHours } = rulesOf(file);
  const meetings = meetingsOf(file);
  return {
    ...{ ...timesOf(file), capacity: eventIn(file).capacity, confirmHours, promoteUntilHours },
    ...(meetings.length > 1 ? { meetings } : {}),
  };
}

/** Whoever has a seat is reminded of it a day before. */
const remindHours = 24;

/** From now on hundreds may register. */
export function openSeats(file: CaseFile, now: string): StepResult<"opened"> {
  const terms = seatTermsOf(file);
  const remindsAt = iso(Temporal.Instant.from(terms.startsAt).subtract({ hours: remindHours }));
  return { outcome: "opened", seats: { opens: { ...terms, ...(remindsAt > now ? { remindsAt } : {}) } } };
}

/** Who was there, was there; and who was not, was not. */
export const closeSeats = (): StepResult<"closed"> => ({ outcome: "closed", seats: { closes: "over" } });

/** Nobody comes in vain; and whoever had booked a consultation may book another. */
export const callOffSeats = (): StepResult<"closed"> => ({
  outcome: "closed",
  seats: { closes: "calledOff" },
  books: [],
});

/** Whoever comes to see what the profession is may want to know when one can apply. */
export const wantsToHear = ({ toldOfCalls }: Readonly<Record<string, unknown>>): boolean =>
  toldOfCalls === true;

/** An exchange whose costs were approved is paid for once its materials are there. */
export function weighGrant(file: CaseFile): StepResult<"due" | "none"> {
  const grantCents = grantOf(file);
  const isDue = grantCents > 0 && latestAnswer(file, materials)?.values.iban !== undefined;
  return isDue ? { outcome: "due", record: { id: grant.id, data: { grantCents } } } : { outcome: "none" };
}

/** Whoever was at fewer of the meetings of a series, in per cent, has not taken part in it [8]. */
const leastPresence = 75;

const wasPresent = (file: CaseFile, { met }: SeatComer): boolean =>
  met * 100 >= leastPresence * meetingsOf(file).length;

/** The hours of an event that is long enough count for a teacher who was there [8.5]. */
export function countedHours(file: CaseFile, comer: SeatComer): number | undefined {
  const { hours } = eventIn(file);
  const isCounted = comer.values.teacher === true && hours >= rulesOf(file).certificateHours;
  return isCounted && wasPresent(file, comer) ? hours : undefined;
}

/** What a teacher's certificate of an event says, and the statement of whoever took part in a series. */
export function certifies(file: CaseFile, comer: SeatComer): Certified | undefined {
  const hours = countedHours(file, comer);
  const { title: institution, sort } = eventIn(file);
  if (hours === undefined && (sort !== "series" || !wasPresent(file, comer))) return undefined;
  const { startsAt, endsAt } = timesOf(file);
  return {
    ...{ holder: comer.name, institution, starts: dayAt(startsAt), ends: dayAt(endsAt) },
    ...(hours === undefined ? { days: comer.met } : { hours }),
  };
}

/** Everybody who was there says how it was, for five working days. */
const saysHowItWas: AskedAfterwards = {
  form: feedback,
  mail: "seatThanks",
  time: (_, closedAt) => ({
    from: closedAt,
    until: iso(deadline(workingDays(5), Temporal.Instant.from(closedAt))),
  }),
};

/** So long after the last meeting parents are asked once more, and so long they may answer. */
export const followUpMonths = 6;
const followUpDays = 30;

/** Parents of a series say what they do at school half a year later. */
const saysWhatCameOfIt: AskedAfterwards = {
  form: followUp,
  mail: "seatFollowUp",
  time: (file) => {
    if (eventIn(file).sort !== "series") return undefined;
    const asked = localDay(Temporal.Instant.from(lastMeets(file, ""))).add({ months: followUpMonths });
    return {
      from: iso(vilniusInstant(`${asked}T09:00:00`)),
      until: iso(endOfDay(asked.add({ days: followUpDays }))),
    };
  },
};

export const asks = { feedback: saysHowItWas, followUp: saysWhatCameOfIt };

/** What was granted. EUR cents. */
export const grant = defineRecord("grant", z.object({ grantCents: z.number().int() }));

/** What was approved. EUR cents. */
export const grantOf = (file: CaseFile): number => latestAnswer(file, approval)?.values.grantCents ?? 0;

/** What the library has of it. */
export const publicationOf = (file: CaseFile) =>
  sharedRows(latestAnswer(file, materials), applied.parse(file.application).fullName);

/** So long after the event its materials are waited for. */
export const materialsClose: Due = (file, now) =>
  iso(Temporal.Instant.from(now).add({ hours: 24 * Math.max(1, rulesOf(file).materialsDays) }));

/** What the words of an event may name. */
export function says(file: CaseFile, language: Language): Readonly<Record<string, string | number>> {
  const event = proposed.safeParse(file.application).success ? eventIn(file) : undefined;
  return {
    slot: consultationPrinted(file, language),
    event: event?.title ?? "–",
    place: event?.place ?? "–",
    starts: event ? printTime(timesOf(file).startsAt, language) : "–",
    hours: event?.hours ?? 0,
  };
}
