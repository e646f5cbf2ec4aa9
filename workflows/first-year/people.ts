import * as z from "zod";
import { applicantIn, principalIn } from "../blocks/people.ts";
import { staffOf } from "../blocks/staffed.ts";
import { answersTo, latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, latestInterruption, latestRecord, type Person } from "../kernel/case-file.ts";
import type { Competence } from "../kernel/develops.ts";
import type { Role } from "../kernel/roles.ts";
import type { Says } from "../kernel/told.ts";
import { knownRules } from "./call.ts";
import { evaluation, inductionPlan, lastEvaluation } from "./forms.ts";
import { counted, spanOf } from "./mentor.ts";
import { heldCheckIns, movedTo, roadIn, standsIn } from "./novice.ts";
import { daysOf, mentorIn } from "./roads.ts";

/** Who stands behind each role: of a novice's case and of a mentor's. */
export function people(role: Role, file: CaseFile, part?: string): Person | undefined {
  switch (role) {
    case "applicant":
      return applicantIn(file);
    case "principal":
      return principalIn(movedIn(file));
    case "mentor":
      return inLithuanian(mentorIn(roadIn(file)));
    case "novice":
      return inLithuanian(latestRecord(file, counted)?.novices.find((one) => one.part === part));
    default:
      return staffOf(role, file);
  }
}

/** What was said of the school where they are now: by whoever registered them, or with the latest move. */
const movedIn = (file: CaseFile) => ({
  application: latestInterruption(file, "schoolChanged")?.values ?? file.application,
});

const inLithuanian = (known: { readonly name: string; readonly email: string } | undefined) =>
  known && ({ name: known.name, email: known.email, language: "lt" } as const);

/** What a novice asks for in the plan, by the competences of teachers. */
const competenceOf: Readonly<Record<string, Competence>> = {
  knowingPupils: "knowingPupils",
  planning: "subjectTeaching",
  assessing: "assessment",
  classroom: "inclusion",
  technology: "technology",
  parents: "cooperation",
};
export const competencesIn = (file: CaseFile): readonly Competence[] =>
  (latestAnswer(file, inductionPlan)?.values.needs ?? []).flatMap((need) => competenceOf[need] ?? []);

const known = z
  .object({ fullName: z.string(), school: z.string(), starts: z.string(), capacity: z.number() })
  .partial();

/** Why the road ended so. It ends when its day is over, and whatever was said of it meanwhile is not the reason. */
function whyEnded(file: CaseFile): string | undefined {
  const { end } = roadIn(file);
  if (end?.status === "endedBySchool")
    return explained.parse(latestInterruption(file, "endedBySchool")?.values ?? {}).reason;
  if (end?.status !== "failed") return undefined;
  const evaluated = [...answersTo(file, evaluation), ...answersTo(file, lastEvaluation)];
  return evaluated.findLast(({ outcome }) => outcome === "failed")?.values.reason;
}

const explained = z.object({ reason: z.string().optional() });

/** What the words of a first year may name; what the case of a mentor or of a novice does not have is a dash. */
export function says(file: CaseFile, _language?: string, part?: string): Says {
  const road = roadIn(file);
  const { fullName = "–", school = "–", starts, capacity = 0 } = known.safeParse(file.application).data ?? {};
  const latest = file.interruptions.at(-1);
  const rules = knownRules(file);
  const term = latestRecord(file, counted);
  const asked = term?.novices.find((one) => one.part === part);
  const reason = whyEnded(file);
  return {
    ...(reason === undefined ? {} : { reason }),
    person: fullName,
    school: movedTo(file) ?? school,
    mentor: mentorIn(road)?.name ?? "–",
    isFound: road.spans.at(-1)?.mentor ? "yes" : "no",
    stands: standsIn(file) ?? "goesOn",
    // Whoever can be paused is not on pause, so that all days of it have been counted.
    pausedDays: daysOf(road, "paused", rules.lastDay ?? ""),
    mostPaused: rules.maxPauseDays ?? 0,
    neededCheckIns: rules.minimumCheckIns ?? 0,
    capacity,
    pay: { cents: rules.mentorCents ?? 0 },
    from: starts ? { day: starts } : "–",
    endsOn: road.end ? { day: road.end.on } : "–",
    checkIns: heldCheckIns(file),
    termDays: (term && spanOf(file, term.term)) ?? "–",
    daysAlong: asked?.days ?? 0,
    change: latest ? { word: `interruption.${latest.name}.said` } : "–",
  };
}
