import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { workOutFee } from "../blocks/fee.ts";
import { openGroup } from "../blocks/group/opening.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, callOf, type Language, latestInterruption } from "../kernel/case-file.ts";
import { type Certified, certificate } from "../kernel/certificate.ts";
import { localDay, vilniusInstant } from "../kernel/facts/calendar.ts";
import { iso } from "../kernel/facts/instants.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { peerCoachingCall } from "./call.ts";
import { training } from "./forms.ts";
import { coachOf } from "./people.ts";

const applied = z.object({
  school: z.string(),
  municipality: z.string(),
  subject: z.string(),
  instrument: z.string(),
  listed: z.boolean().optional(),
});
const knownOfApplied = applied.partial();

/** The morning after the coaches' training, when the coordinator can say who was there. */
export const trainingEnds: Due = (file) => {
  const { trainingEnds: day } = callOf(file, peerCoachingCall);
  return iso(vilniusInstant(Temporal.PlainDate.from(day).add({ days: 1 }).toString()));
};

/** An accredited coach opens a group for colleagues: at least three, of any school. */
export function openCoaching(file: CaseFile, now: string): StepResult<"opened"> {
  const { capacity, minimum, hours, joinDays, staff } = callOf(file, peerCoachingCall);
  const { school, subject, instrument } = applied.parse(file.application);
  const opened = openGroup(file, now, {
    joinWith: "peer-coaching-participant",
    title: { lt: `Ugdomasis vadovavimas: ${subject}`, en: `Peer coaching: ${subject}` },
    school,
    isOpen: true,
    joinDays,
    capacity,
    minimum,
    hours,
    staff: { ...staff, coach: coachOf(file) },
    more: { instrument },
  });
  const { email } = coachOf(file);
  return {
    ...opened,
    links: accreditedCoach(file).map(({ from: on }) => ({
      kind: "delivering",
      to: { email },
      on,
      what: subject,
    })),
  };
}

/** Is whoever was accredited a coach still, who may lead other groups of the programme? */
export const isCoachOn = (file: CaseFile, day: string): boolean =>
  accreditedCoach(file).some(({ until = day }) => day <= until);

const finished = z.object({
  meetings: z.number().int(),
  starts: z.string(),
  ends: z.string(),
  took: z.number().int().optional(),
});
const knownOfFinished = finished.partial();

/** A coach is certified by the cycles that were held. */
export function certifyCoach(file: CaseFile): StepResult<"issued"> {
  const { meetings, starts, ends } = finished.parse(file.entry?.decision);
  const { school } = applied.parse(file.application);
  const hours = meetings * callOf(file, peerCoachingCall).hours;
  const says: Certified = { holder: coachOf(file).name, institution: school, starts, ends, hours };
  return { outcome: "issued", record: { id: certificate.id, data: says }, certificate: says };
}

/** Whoever was at the training is a coach from then on, until the coaching is given up or ended before its time. */
export function accreditedCoach(file: CaseFile) {
  const trained = latestAnswer(file, training);
  if (trained?.outcome !== "attended") return [];
  const { municipality, subject, listed } = applied.parse(file.application);
  const ended = latestInterruption(file, "withdrawn") ?? latestInterruption(file, "cancelled");
  return [
    {
      name: "coach",
      holder: coachOf(file).name,
      state: "accredited" as const,
      facts: { municipality, subject },
      from: dayOf(trained.at).toString(),
      until: ended && dayOf(ended.at).subtract({ days: 1 }).toString(),
      consent: listed === true,
    },
  ];
}

const dayOf = (instant: string) => localDay(Temporal.Instant.from(instant));

/** The coach's fee, by the cycles that were held. */
export function weighFee(file: CaseFile): StepResult<"due" | "none"> {
  const { meetings } = finished.parse(file.entry?.decision);
  return workOutFee(file, meetings * callOf(file, peerCoachingCall).hours);
}

export const subjectOf = ({ application }: CaseFile): string =>
  knownOfApplied.safeParse(application).data?.subject ?? "";

/** What the words of a coach's road may name. */
export function says(file: CaseFile, _language: Language): Readonly<Record<string, string | number>> {
  const { meetings, took } = knownOfFinished.safeParse(file.entry?.decision).data ?? {};
  return { meetings: meetings ?? "–", took: took ?? "–" };
}
