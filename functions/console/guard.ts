import { staffOf } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { Answer } from "../web/answers.ts";
import { noPass } from "../web/no-pass.tsx";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { menuFor } from "./menu.ts";

export interface StaffVisit extends Visit {
  readonly member: StaffMember;
  readonly view: View;
}

/** A page for staff alone: whoever has no pass is told how to come in, and nothing else. */
export const forStaff =
  (work: (visit: StaffVisit) => Promise<Answer>): Work =>
  async (visit) => {
    const member = visit.member ?? (await staffOf(visit.house, visit.request.cookies));
    if (!member) return noPass(visit.request);
    const view = await viewOf(visit.request, member.language);
    const menu = await menuFor(visit.house, visit.request, view);
    return work({ ...visit, member, view: { ...view, menu } });
  };
