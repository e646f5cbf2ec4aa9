import { printTime } from "../../workflows/kernel/facts/print.ts";
import {
  applicationsWith,
  type Confirmed,
  confirmApplication,
  confirmable,
} from "../cases/applications/same-address.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { confirmPath, isConfirmSeal } from "../links.ts";
import { callTitle } from "../reading/case-words.ts";
import { refOfCase } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

/** The application behind a link that its address alone was mailed; an address that was put right has another link. */
async function mailedTo({ house, at }: Visit): Promise<LoadedCase | undefined> {
  const loaded = await loadCase(house, refOfCase(at("id")));
  const email = loaded?.process.people("applicant", loaded.file)?.email;
  if (!loaded || email === undefined) return undefined;
  return isConfirmSeal(at("secret"), house.config.linkSecret, loaded.head.pk, email) ? loaded : undefined;
}

/** Shows what came from the address of its reader, and asks which of it counts; looking at it changes nothing. */
export const askWhichCounts: Work = async (visit) => {
  const loaded = await mailedTo(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request, loaded.head.language);
  const all = await applicationsWith(visit.house, loaded);
  const now = visit.house.clock.now();
  const isOpen = all.length > 1 && all.every(({ head }) => head.confirmedAt === undefined);
  const { ui } = view;
  return page(view, {
    title: ui.say("confirm.title"),
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, view.language)}</span>
        <h1 class="govuk-heading-l">{ui.say("confirm.title")}</h1>
        <p class="govuk-body">{ui.say(all.length > 1 ? "confirm.text" : "confirm.one")}</p>
        {isOpen ? <p class="govuk-body">{ui.say("confirm.warning")}</p> : null}
        {all.map((one) => (
          <Application
            key={one.head.pk}
            visit={visit}
            view={view}
            loaded={one}
            may={confirmable(all, one.head.pk, now)}
          />
        ))}
      </>
    ),
  });
};

interface Shown {
  readonly visit: Visit;
  readonly view: View;
  readonly loaded: LoadedCase;
  readonly may: Confirmed;
}

function Application({ visit, view: { ui, language }, loaded, may }: Shown) {
  const applicant = loaded.process.people("applicant", loaded.file);
  const { linkSecret } = visit.house.config;
  return (
    <section class="kelias-own">
      <h2 class="govuk-heading-m">
        {ui.say("confirm.sent", { time: printTime(loaded.head.submittedAt, language) })}
      </h2>
      <p class="govuk-body">
        {ui.say("confirm.name")}: {applicant?.name}
      </p>
      {may !== "confirmed" ? (
        <p class="govuk-body">{ui.say(`confirm.${may}.text`)}</p>
      ) : loaded.head.confirmedAt ? (
        <p class="govuk-body govuk-!-font-weight-bold">{ui.say("confirm.done")}</p>
      ) : (
        <PostForm action={confirmPath(linkSecret, loaded.head.pk, applicant?.email ?? "")}>
          <SubmitButton label={ui.say("confirm.this")} />
        </PostForm>
      )}
    </section>
  );
}

/** Takes the owner's word; what came of it stands on the page, or why it was not taken. */
export const takeWhichCounts: Work = async (visit) => {
  const loaded = await mailedTo(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const outcome = await confirmApplication(visit.house, loaded);
  if (outcome === "confirmed") return redirect(visit.request.path);
  const view = await viewOf(visit.request, loaded.head.language);
  return page(view, {
    title: view.ui.say(`confirm.${outcome}`),
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say(`confirm.${outcome}`)}</h1>
        <p class="govuk-body">{view.ui.say(`confirm.${outcome}.text`)}</p>
      </>
    ),
  });
};
