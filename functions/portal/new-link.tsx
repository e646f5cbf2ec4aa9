import { renewOwnPage } from "../cases/people/own-page.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { callTitle } from "../reading/case-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** Asks whether the applicant wants another link, because somebody else has this one. */
export const askForNewLink: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui } = view;
  return page(view, {
    title: ui.say("link.title"),
    back: ownPathOf(visit.house.config.linkSecret, loaded),
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, view.language)}</span>
        <h1 class="govuk-heading-l">{ui.say("link.title")}</h1>
        <p class="govuk-body">{ui.say("link.text")}</p>
        <PostForm action={visit.request.path}>
          <SubmitButton label={ui.say("link.submit")} />
        </PostForm>
      </>
    ),
  });
};

/** Ends the link that it was asked by, and says so on a page of no link's: the new one comes by mail alone. */
export const takeNewLink: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  await renewOwnPage(visit.house, loaded);
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui } = view;
  return page(view, {
    title: ui.say("link.done.title"),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("link.done.title")}</h1>
        <p class="govuk-body">{ui.say("link.done.text")}</p>
      </>
    ),
  });
};
