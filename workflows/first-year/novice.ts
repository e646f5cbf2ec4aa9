import * as z from "zod";
import { planAgreement } from "../blocks/plan-agreement.ts";
import { silence } from "../blocks/silence.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestRecord } from "../kernel/case-file.ts";
import { type Certified, certificate } from "../kernel/certificate.ts";
import { vilniusInstant } from "../kernel/facts/calendar.ts";
import { dayAfter, dayAt, laterDay } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { linkOf } from "../kernel/links.ts";
import { defineRecord } from "../kernel/record.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { rulesOf } from "./call.ts";
import { evaluation, lastEvaluation, municipalityAs, registeredAs } from "./forms.ts";
import { agreementVersions, drawn, signature } from "./papers.ts";
import { daysOf, isUncounted, mentorIn, noviceBid, roadOf, spansUntil, type Word } from "./roads.ts";

type NoviceBid = z.infer<typeof noviceBid>;

/** A check-in, by the how-manieth it was: both met, or not. */
const checkedIn = defineRecord("checkIn", z.object({ number: z.number().int(), held: z.boolean() }));

/** So many days before the last one it is asked how the year went, so that it is known when the day comes. */
const ahead = 20;

/** Who was registered. */
export const tellKinds = (file: CaseFile): StepResult<"novice" | "mentor"> => ({
  outcome: registeredAs(file).registers,
});

/** A first year is for the qualified in their first year of service, or back after years [11.1]; nothing of it is to be judged. */
export function weighEligibility(file: CaseFile, now: string): StepResult<"eligible" | "ineligible"> {
  const { monthsBefore: months = 0, yearsAway: away = 0, ...said } = registeredAs(file);
  const isNew = months < 12 || (months <= 12 && away >= 5) || away >= 10;
  // Whoever has qualified by another of the programme's roads is known to have, whatever the school says.
  const qualified = said.qualified === true || linkOf(file, "qualified") !== undefined;
  if (!qualified || !isNew) return { outcome: "ineligible" };
  const { fullName: name, email, school, municipality, mentorEmail, starts = dayAt(now) } = said;
  const bid: NoviceBid = {
    kind: "novice",
    name,
    email,
    starts: laterDay(starts, dayAt(now)),
    school,
    municipality,
    ...(mentorEmail === undefined ? {} : { mentorEmail }),
    words: [],
    evaluations: [],
  };
  return { outcome: "eligible", bid };
}

const broughtIn = (file: CaseFile): NoviceBid => noviceBid.parse(file.entry?.bid);

/** The first instant of the first day. */
export const firstDay: Due = (file, now) => {
  const bid = noviceBid.safeParse(file.entry?.bid).data;
  // The clock is set before the entry has what the step has brought.
  return iso(vilniusInstant(bid?.starts ?? laterDay(registeredAs(file).starts ?? dayAt(now), dayAt(now))));
};

const wordNames = [
  "mentorChanged",
  "schoolChanged",
  "paused",
  "onLeave",
  "resumed",
  "left",
  "endedBySchool",
] as const;
const saidWith = z.object({
  mentorEmail: z.string().optional(),
  school: z.string().optional(),
  municipality: z.string().optional(),
});

/** How whoever does not go on just now stands, by the word that was said last. */
export function standsIn({
  interruptions,
}: Pick<CaseFile, "interruptions">): "paused" | "onLeave" | undefined {
  const latest = interruptions.findLast(({ name }) => ["paused", "onLeave", "resumed"].includes(name))?.name;
  return latest === "paused" || latest === "onLeave" ? latest : undefined;
}
export const mayPause = (file: CaseFile): boolean => standsIn(file) !== "paused";
export const mayGoOnLeave = (file: CaseFile): boolean => standsIn(file) !== "onLeave";
export const mayResume = (file: CaseFile): boolean => standsIn(file) !== undefined;

/** Brings to the call all that was said of the road so far: it counts when its day is over. */
export function noteWords(file: CaseFile): StepResult<"noted"> {
  const words = file.interruptions.flatMap(({ name, at, values }): Word[] => {
    const word = wordNames.find((known) => known === name);
    if (!word) return [];
    const { municipality, ...said } = saidWith.parse(values);
    return [
      {
        day: dayAt(at),
        word,
        ...said,
        ...(municipality === undefined ? {} : { municipality: municipalityAs(municipality) }),
      },
    ];
  });
  const told = file.interruptions.at(-1)?.name === "left" ? "mentor" : "applicant";
  return {
    outcome: "noted",
    bid: { ...broughtIn(file), words },
    tell: mentorIn(roadIn(file)) || told === "applicant" ? [{ role: told, template: "roadChanged" }] : [],
  };
}

/** Brings to the call what was found of the novice. */
export function noteEvaluation(file: CaseFile): StepResult<"noted"> {
  const evaluations = [...answersTo(file, evaluation), ...answersTo(file, lastEvaluation)].map(
    ({ outcome }) => outcome,
  );
  return { outcome: "noted", bid: { ...broughtIn(file), evaluations } };
}

export const roadIn = ({ entry }: Pick<CaseFile, "entry">) => roadOf({ decision: entry?.decision });

const throughYesterday = (now: string): string => dayAfter(dayAt(now), -1);

type Turn =
  | "agreement"
  | "signing"
  | "plan"
  | "checkIn"
  | "appraisal"
  | "evaluation"
  | "lastEvaluation"
  | "waits"
  | "over";

/** What comes next of all that a first year asks: one thing at a time, and nothing of whoever has left. */
export function turn(file: CaseFile, now: string): StepResult<Turn> {
  const road = roadIn(file);
  const isDue = isCheckInDue(file, now);
  // Whoever has left is asked nothing; who leaves when all days were done is asked what is still open of these.
  if (road.end) return { outcome: isDue && !isUncounted(road.end.status) ? "checkIn" : "over" };
  if (broughtIn(file).words.some(({ word }) => isUncounted(word))) return { outcome: "waits" };
  const asked = evaluationDue(file, now);
  if (asked) return { outcome: asked };
  // Nobody is asked how they get on before they have agreed on it.
  const mentor = road.spans.at(-1)?.mentor;
  if (mentor && !isDrawn(file)) return { outcome: "agreement" };
  if (mentor && !isSigned(file)) return { outcome: "signing" };
  if (mentor && !isPlanned(file)) return { outcome: "plan" };
  return { outcome: isDue ? "checkIn" : "waits" };
}

const runningOf = (file: CaseFile, now: string): number =>
  daysOf(roadIn(file), "running", throughYesterday(now));

const checkInsOf = ({ records }: Pick<CaseFile, "records">) =>
  records.flatMap(({ step, data }) => (step === checkedIn.id ? [checkedIn.schema.parse(data)] : []));

/** How many of the check-ins were held. */
export const heldCheckIns = (file: Pick<CaseFile, "records">): number =>
  checkInsOf(file).filter(({ held }) => held).length;

const nextCheckIn = (file: CaseFile): number => checkInsOf(file).length * rulesOf(file).checkInDays + 1;

const isCheckInDue = (file: CaseFile, now: string): boolean => runningOf(file, now) >= nextCheckIn(file);

/** From how many running days on it is asked how the year went. */
function evaluationFrom(file: CaseFile): number {
  const { days, extensionDays } = rulesOf(file);
  return (broughtIn(file).evaluations[0] === "extend" ? days + extensionDays : days) - ahead;
}

function evaluationDue(
  file: CaseFile,
  now: string,
): "appraisal" | "evaluation" | "lastEvaluation" | undefined {
  const [first, again] = broughtIn(file).evaluations;
  const isOpen = first === undefined || (first === "extend" && again === undefined);
  if (!isOpen || runningOf(file, now) < evaluationFrom(file)) return undefined;
  if (first !== undefined) return "lastEvaluation";
  return mentorIn(roadIn(file)) ? "appraisal" : "evaluation";
}

/** The morning on which something comes due when the days go on as they do; long after the last day, when they do not. */
export const nextDue: Due = (file, now) => {
  const road = roadIn(file);
  const yesterday = throughYesterday(now);
  const running = runningOf(file, now);
  const evaluated = broughtIn(file).evaluations;
  const isEvaluated = evaluated.at(-1) === "passed" || evaluated.at(-1) === "failed";
  const steps = [nextCheckIn(file), ...(isEvaluated ? [] : [evaluationFrom(file)])].filter(
    (at) => at > running,
  );
  const isRunning = spansUntil(road, dayAt(now)).at(-1)?.kind === "running" && !road.end;
  const day =
    isRunning && steps.length > 0
      ? dayAfter(yesterday, Math.min(...steps) - running + 1)
      : laterDay(dayAfter(rulesOf(file).lastDay, 2), dayAfter(dayAt(now), 60));
  return iso(vilniusInstant(`${day}T09:00`));
};

/** Draws the agreement up for the mentor and the school of now. */
export function drawAgreement(file: CaseFile): StepResult<"drawn"> {
  const mentor = mentorIn(roadIn(file));
  if (!mentor) throw new Error(`${file.ref}: no mentor to agree with`);
  return {
    outcome: "drawn",
    record: { id: drawn.id, data: { mentor, school: schoolIn(file) } },
    tell: [
      { role: "applicant", template: "mentorAppointed" },
      { role: "mentor", template: "mentorAppointed" },
    ],
  };
}

/** Where the novice works: the school of the latest move, or else the one that registered them. */
const schoolIn = (file: CaseFile): string => movedTo(file) ?? registeredAs(file).school;

export const movedTo = ({ entry }: Pick<CaseFile, "entry">): string | undefined =>
  noviceBid.safeParse(entry?.bid).data?.words.findLast(({ word }) => word === "schoolChanged")?.school;

function isDrawn(file: CaseFile): boolean {
  const latest = latestRecord(file, drawn);
  return latest?.mentor.ref === mentorIn(roadIn(file))?.ref && latest?.school === schoolIn(file);
}

/** All three have signed the latest version, or the coordinator has let it be. */
function isSigned(file: CaseFile): boolean {
  const version = agreementVersions(file).at(-1) ?? 0;
  const since = file.answers.filter(({ visit }) => visit > version);
  const signed = new Set(since.flatMap(({ form, part }) => (form === signature.id ? [part] : [])));
  return signed.size >= 3 || isLetBe(since, "unsigned");
}

const isLetBe = (answers: CaseFile["answers"], state: string): boolean =>
  answers.some((one) => one.form === silence.id && one.state === state && one.outcome === "released");

export const weighSignatures = (file: CaseFile): StepResult<"signed" | "missing"> => ({
  outcome: isSigned(file) ? "signed" : "missing",
});

const isPlanned = (file: CaseFile): boolean =>
  latestAnswer(file, planAgreement)?.outcome === "agreed" || isLetBe(file.answers, "silentPlan");

/** A check-in is held when both say so. */
export function noteCheckIn(file: CaseFile): StepResult<"noted"> {
  const visit = Math.max(
    ...file.answers.filter(({ form }) => form === "checkIn").map((one) => one.visit),
    -1,
  );
  const said = file.answers.filter((one) => one.form === "checkIn" && one.visit === visit);
  const before = latestVisitOf(file);
  const held = visit > before && said.length === 2 && said.every(({ outcome }) => outcome === "held");
  return {
    outcome: "noted",
    record: { id: checkedIn.id, data: { number: checkInsOf(file).length + 1, held } },
  };
}

const latestVisitOf = ({ records }: Pick<CaseFile, "records">): number =>
  Math.max(...records.filter(({ step }) => step === checkedIn.id).map(({ visit }) => visit), -1);

type Concluded =
  | "completed"
  | "uncertified"
  | "failed"
  | "lapsed"
  | "left"
  | "endedBySchool"
  | "noMentor"
  | "unfinished";

/** Ends the road as its days have ended; who has passed and met often enough is certified [11.6]. */
export function conclude(file: CaseFile): StepResult<Concluded> {
  const road = roadIn(file);
  const { end } = road;
  if (!end) throw new Error(`${file.ref}: the road has not ended`);
  if (end.status !== "passed") return { outcome: end.status };
  const { minimumCheckIns, certifiedHours: hours } = rulesOf(file);
  if (heldCheckIns(file) < minimumCheckIns) return { outcome: "uncertified" };
  const says: Certified = {
    holder: registeredAs(file).fullName,
    institution: schoolIn(file),
    starts: road.spans.find(({ kind }) => kind === "running")?.from ?? end.on,
    ends: end.on,
    days: daysOf(road, "running", end.on),
    ...(hours === undefined ? {} : { hours }),
  };
  return { outcome: "completed", record: { id: certificate.id, data: says }, certificate: says };
}
