import * as z from "zod";
import { anotherMember, impartiality } from "../blocks/impartiality.ts";
import type { CaseFile, Person } from "../kernel/case-file.ts";
import { knownContact } from "../kernel/contact.ts";
import { mostTogether } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";

const staffed = z.object({
  staff: z.record(z.string(), knownContact),
  /** The members, the chair first. A call that names none has its one contact of the commission. */
  commission: z.array(knownContact).optional(),
  reviewers: z.array(knownContact).optional(),
});

/** A member and what was declared last: impartial, a conflict of interest, or nothing yet. */
interface Member extends Person {
  /** The name of the member's part: `m1` is the chair. */
  readonly part: string;
  readonly declared?: "impartial" | "conflict";
  readonly conflict?: string;
  readonly at?: string;
}

/** The members of a call's commission, those appointed later last. */
export function membersOf(file: Pick<CaseFile, "call" | "answers">): readonly Member[] {
  const { staff = {}, commission } = staffed.safeParse(file.call).data ?? {};
  const appointed = file.answers
    .filter(({ form, outcome }) => form === anotherMember.id && outcome === "appointed")
    .map(({ values }) => knownContact.parse(values));
  const named = commission ?? (staff.commission ? [staff.commission] : []);
  return [...named, ...appointed].map((person, index) => {
    const part = `m${index + 1}`;
    const said = file.answers.findLast((answer) => answer.form === impartiality.id && answer.part === part);
    const declared = impartiality.outcomes.find((outcome) => outcome === said?.outcome);
    const conflict = said?.values.conflict;
    return {
      ...person,
      part,
      ...(said && declared ? { declared, at: said.at } : {}),
      ...(typeof conflict === "string" ? { conflict } : {}),
    };
  });
}

/** The chair, or the first member who is impartial when the chair is not. */
export const approverOf = (file: CaseFile): Person | undefined =>
  membersOf(file).find(({ declared }) => declared === "impartial");

/** Those who rank, and so do not approve: the coordinator and the reviewers. E-mail addresses, lower case. */
export const rankersOf = (call: Readonly<Record<string, unknown>>): readonly string[] => {
  const { staff, reviewers = [] } = staffed.parse(call);
  const coordinator = staff.coordinator ? [staff.coordinator] : [];
  return [...coordinator, ...reviewers].map(({ email }) => email.toLowerCase());
};

/** Asks every member who has not declared anything yet; whoever is too many to be asked at once, the next time. */
export function askMembers(file: CaseFile): StepResult<"asked" | "declared"> {
  const silent = membersOf(file)
    .filter(({ declared }) => declared === undefined)
    .slice(0, mostTogether);
  return silent.length === 0
    ? { outcome: "declared" }
    : { outcome: "asked", parts: silent.map(({ part }) => part) };
}

/** More than half of the members, and at least one, must be impartial. */
export function weighImpartiality(file: CaseFile): StepResult<"quorum" | "tooFew"> {
  const members = membersOf(file);
  const impartial = members.filter(({ declared }) => declared === "impartial").length;
  return { outcome: impartial > members.length / 2 ? "quorum" : "tooFew" };
}
