import * as z from "zod";
import { answersTo } from "../../kernel/answers.ts";
import type { Calendar } from "../../kernel/calendar.ts";
import type { CaseFile, Language, Person } from "../../kernel/case-file.ts";
import { printTime } from "../../kernel/facts/print.ts";
import type { Role } from "../../kernel/roles.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import type { Offers } from "../../kernel/told.ts";
import { applicantIn } from "../people.ts";
import { staffOf } from "../staffed.ts";
import { presence } from "./forms.ts";
import { membershipOf } from "./joining.ts";
import { beginsAt, meetingEvents } from "./meetings.ts";
import { groupOf, groupTerms } from "./terms.ts";

const applied = z.object({ fullName: z.string(), email: z.string(), school: z.string() });

export const participantIn = (file: CaseFile) => applied.parse(file.application);

/** The participant, and those whom the group has. */
export function peopleOfGroup(role: Role, file: CaseFile): Person | undefined {
  return role === "applicant" ? applicantIn(file) : staffOf(role, file);
}

/** Tells the group who has come. */
export function arrive(file: CaseFile): StepResult<"arrived"> {
  const { fullName, school } = participantIn(file);
  return { outcome: "arrived", bid: { name: fullName, school } };
}

/** Who was missed at a meeting is told; it can be made up with the leader. */
export const noteMissed = (): StepResult<"noted"> => ({
  outcome: "noted",
  tell: [{ role: "applicant", template: "missedMeeting" }],
});

/** The meetings at which the leader saw the participant, less those that the participant has denied. */
export function attendedBy(file: CaseFile): number {
  const denied = answersTo(file, presence).filter(({ outcome }) => outcome === "notThere").length;
  return Math.max(0, (membershipOf(file)?.attended.length ?? 0) - denied);
}

/** Whoever was at no meeting has nothing to go on with. */
export const weighAttendance = (file: CaseFile): StepResult<"took" | "absent"> => ({
  outcome: attendedBy(file) > 0 ? "took" : "absent",
});

/** The first and the last day of the meetings. */
export function daysOf(file: CaseFile): { readonly starts: string; readonly ends: string } {
  const days = (membershipOf(file)?.meetings ?? []).map(({ day }) => day).toSorted();
  return { starts: days[0] ?? "", ends: days.at(-1) ?? "" };
}

/** The meetings of the group, as long as one belongs to it. */
export const groupCalendar: Calendar = {
  events: (file) => meetingEvents(membershipOf(file)?.meetings ?? [], groupOf(file).hours),
  brings: { meetingsPlanned: ["meeting"], meetingMoved: ["meeting"] },
  takesBack: { withdrawn: ["meeting"], cancelled: ["meeting"], left: ["meeting"] },
};

/** What the words of a participant's road may name; whoever leads the group is asked about it. */
export function saysOfGroup(
  file: CaseFile,
  language: Language,
  leader: Role,
): Readonly<Record<string, string | number>> {
  const led = staffOf(leader, file);
  const own = membershipOf(file);
  const meetings = own?.meetings ?? [];
  const [last, next] = [own?.meetings[own.held - 1], own?.meetings[own.held]];
  return {
    school: groupTerms.safeParse(file.call).data?.school ?? "–",
    leader: led?.name ?? "–",
    leaderEmail: led?.email ?? "–",
    position: own?.position ?? "–",
    number: own?.held ?? 0,
    meetings: meetings
      .map((met) => `${met.number}. ${printTime(beginsAt(met), language)}, ${met.place}`)
      .join("\n"),
    last: last ? printTime(beginsAt(last), language) : "–",
    next: next ? printTime(beginsAt(next), language) : "–",
  };
}

/** What the page of a group says to those who think of joining it. */
export const offersOfGroup = (leader: Role): Offers => ({
  sentences: ["group"],
  of: (call) => {
    const { school, hours, capacity, staff } = groupTerms.parse(call);
    const name = staff[leader]?.name ?? "–";
    return [{ title: school, lines: [{ word: "offers.group", with: { name, capacity, hours } }] }];
  },
});
