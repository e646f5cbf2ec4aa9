import { paths } from "../addresses/paths.ts";
import { staffOf } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { Answer } from "../web/answers.ts";
import { page } from "../web/page.ts";
import type { HttpRequest } from "../web/request.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

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
    return work({ ...visit, member, view: await viewOf(visit.request, member.language) });
  };

export async function noPass(request: HttpRequest): Promise<Answer> {
  const view = await viewOf(request);
  const title = view.ui.say("console.noPass.title");
  return page(view, {
    title,
    status: 403,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{view.ui.say("console.noPass.text")}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.signIn()}>
            {view.ui.say("signIn.title")}
          </a>
        </p>
      </>
    ),
  });
}
