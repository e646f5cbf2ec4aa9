import { choice, longText } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import type { House } from "../../house.ts";
import { digested } from "../../mails/digested.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";
import { isAskedInVain } from "../road/in-vain.ts";
import { actsAs, isSamePerson, rolesIn } from "./staff.ts";
import type { StaffMember } from "./staff-member.ts";
import { mayTakeOver, staffIn } from "./standing-in.ts";

/** To whom a task goes, and why. */
export const reassignment = defineForm({
  id: "reassignment",
  outcomes: ["given"],
  fields: { person: choice({ options: { from: "staff" } }), reason: longText({ max: 1000 }) },
});

/**
 * May this member of the staff give the open task to a colleague? Those of the staff's own roles, by whoever has them or by
 * the call's coordinator; what a guest or an applicant is asked is theirs alone, until they
 * were asked in vain as often as anybody is asked: then the coordinator decides that somebody of the staff answers in their place.
 */
export function mayReassign(loaded: LoadedCase, task: Task, member: StaffMember): boolean {
  if (task.status !== "open" || !task.assignee || !task.role) return false;
  const call = callOf(loaded);
  if (!digested.has(task.role))
    return isAskedInVain(loaded, task) && rolesIn(call, member).has("coordinator");
  return actsAs(call, task.assignee, task.role, member) || rolesIn(call, member).has("coordinator");
}

/**
 * To whom a task may be given: others who work for its call and are not on the other side of what it approves. Nobody gives
 * somebody else's task to themselves.
 */
export function receiversOf(loaded: LoadedCase, task: Task, giver: StaffMember): readonly StaffMember[] {
  const call = callOf(loaded);
  const known = new Map([...staffIn(call).values()].map((one) => [one.email.toLowerCase(), one]));
  return [...known.values()].filter(
    (one) =>
      mayTakeOver(call, task.role ?? "", one.email) &&
      !isSamePerson(one, giver) &&
      !(task.assignee && isSamePerson(one, task.assignee)),
  );
}

const callOf = ({ file }: LoadedCase) => ({ data: file.call });

/** Did this member give the task so, last of all who gave it? Whoever says so again has said it. */
export function wasGivenBy(
  { handovers = [] }: Task,
  by: StaffMember,
  isReceiver: (email: string) => boolean,
  reason: unknown,
): boolean {
  const last = handovers.at(-1);
  return (
    last !== undefined &&
    last.by === by.email &&
    last.reason === String(reason).trim() &&
    isReceiver(last.to.email)
  );
}

/** Gives a task to a colleague; `late`: it was answered or given to somebody else meanwhile. */
export async function reassign(
  { table, clock }: Pick<House, "table" | "clock">,
  task: Task,
  to: StaffMember,
  said: { readonly reason: string; readonly by: StaffMember },
): Promise<"given" | "late"> {
  const from = task.assignee;
  if (!from) return "late";
  const person = { name: to.name, email: to.email, language: to.language };
  const { outcome } = await table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: {
        assignee: person,
        inbox: to.email.toLowerCase(),
        handovers: [
          ...(task.handovers ?? []),
          { from, to: person, at: clock.now(), by: said.by.email, reason: said.reason },
        ],
      },
      when: { status: { is: "open" }, inbox: { is: from.email.toLowerCase() } },
    },
  );
  return outcome === "changed" ? "given" : "late";
}
