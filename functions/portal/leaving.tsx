import { leavingPath, opensLeaving } from "../links.ts";
import { forgetVisitor, visitorCalled } from "../visitors/visitor.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

const isTheirs = ({ house, at }: Visit): boolean =>
  opensLeaving(at("secret"), house.config.linkSecret, at("address"));

/** Whoever is told of calls leaves by one click. Mail programs open links by themselves, so the click is on the page. */
export const showLeaving: Work = async (visit) => {
  const { house, request, at } = visit;
  if (!isTheirs(visit)) return refusalPage(request, notFound);
  const visitor = await visitorCalled(house, at("address"));
  const { ui, ...view } = await viewOf(request, visitor?.to.language);
  const title = ui.say(visitor ? "leaving.title" : "leaving.left");
  return page(
    { ui, ...view },
    {
      title,
      body: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{ui.say(visitor ? "leaving.text" : "leaving.left.text")}</p>
          {visitor ? (
            <PostForm action={leavingPath(house.config.linkSecret, at("address"))}>
              <SubmitButton label={ui.say("leaving.leave")} />
            </PostForm>
          ) : null}
        </>
      ),
    },
  );
};

/** Forgets them; whoever has left before is told the same. */
export const takeLeaving: Work = async (visit) => {
  if (!isTheirs(visit)) return refusalPage(visit.request, notFound);
  await forgetVisitor(visit.house, visit.at("address"));
  return showLeaving(visit);
};
