import { paths } from "../addresses/paths.ts";
import { memberAt, type StaffPass, staffBehind, worksInConsole } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { beginSession } from "../sign-in/session.ts";
import { expiring } from "../store/expiring.ts";
import { enteredKey } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { noPass } from "../web/no-pass.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { OthersBox } from "../web/parts/others-box.tsx";
import { readPost } from "../web/posts.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

const passIn = ({ at }: Visit): StaffPass => ({
  id: at("id"),
  until: Number(at("until")),
  secret: at("secret"),
});

/** Who may come in by the link: it is not over, nobody has used it, and where there is a provider staff come in through that. */
async function entrant({ house }: Visit, pass: StaffPass): Promise<StaffMember | undefined> {
  const member = await staffBehind(house, pass);
  if (!member || (await house.table.get(enteredKey(pass.secret)))) return undefined;
  return (await worksInConsole(house, member.email)) ? memberAt(house, member.email) : undefined;
}

/** The link of the morning's mail asks whether to go in; looking at it changes nothing, because mail scanners look too. */
export const askToEnter: Work = async (visit) => {
  const { house, request } = visit;
  if (house.config.oidc) return redirect(paths.provider());
  const member = await entrant(visit, passIn(visit));
  if (!member) return noPass(request);
  const view = await viewOf(request, member.language);
  const { ui } = view;
  return page(view, {
    title: ui.say("enter.title"),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("enter.title")}</h1>
        <p class="govuk-body">{ui.say("enter.text", { name: member.name })}</p>
        <PostForm action={request.path}>
          <OthersBox ui={ui} />
          <SubmitButton label={ui.say("enter.submit")} />
        </PostForm>
      </>
    ),
  });
};

/** Goes in, once: the link is used up. */
export const enterConsole: Work = async (visit) => {
  const { house, request } = visit;
  if (house.config.oidc) return redirect(paths.provider());
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const pass = passIn(visit);
  const member = await entrant(visit, pass);
  const at = house.clock.now();
  const entered = { ...enteredKey(pass.secret), at, ...expiring(at, 2) };
  if (!member || (await house.table.put(entered, { ifAbsent: true })) === "exists") {
    house.log("K702", { by: "link" });
    return noPass(request);
  }
  house.log("K701", { by: "link", staff: true });
  const begun = { email: member.email, isStaff: true, endsOthers: post.value.has("others") };
  return redirect(paths.console(), [await beginSession(house, begun)]);
};
