import { isOver } from "../../workflows/kernel/facts/ends.ts";
import { paths } from "../addresses/paths.ts";
import { withRowFiles } from "../uploads/places.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton } from "../web/parts/form.tsx";
import { answerRows, SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { OverNotice } from "./drafts.tsx";
import { askedOf, faultsOf, openDraft, pageOfField } from "./open-draft.ts";
import { sentPage } from "./sent-draft.tsx";

/** Check your answers: all of them, each with a way to change it, before anything is sent. */
export const showCheck: Work = async ({ house, request, at }) => {
  const open = await openDraft(house, at("id"));
  if (!open) return refusalPage(request, notFound);
  if (open.sent) return sentPage(house, request, { ...open, sent: open.sent });
  const view = await viewOf(request, open.draft.language);
  const { ui } = view;
  const { form, closesAt } = open.terms;
  const asked = await askedOf(view, open, await faultsOf(house, open));
  const said = withRowFiles(form.fields, asked.values, open.draft.files);
  const changeOf = (name: string) => ({
    href: `${paths.draft(open.id, pageOfField(open, name))}?change#${name}`,
    text: ui.say("check.change"),
  });
  const hasClosed = isOver(closesAt, house.clock.now());
  const isComplete = asked.errors.length === 0;
  return page(view, {
    title: ui.say("check.title"),
    back: paths.draft(open.id, form.pages.at(-1)?.id ?? ""),
    hasErrors: !isComplete,
    body: (
      <>
        {hasClosed ? <OverNotice view={view} closesAt={closesAt} /> : null}
        <ErrorSummary
          asked={asked}
          hrefOf={(field) => `${paths.draft(open.id, pageOfField(open, field))}?change`}
        />
        <h1 class="govuk-heading-l">{ui.say("check.title")}</h1>
        {form.pages.map((part) => (
          <section key={part.id}>
            <h2 class="govuk-heading-m">
              {asked.words.maybe(`${form.id}.page.${part.id}`) ?? asked.words.say(`${form.id}.title`)}
            </h2>
            <SummaryList rows={answerRows(asked, part.fields, said, { all: true, changeOf })} />
          </section>
        ))}
        <h2 class="govuk-heading-m">{ui.say("check.submit.title")}</h2>
        {isComplete ? (
          <>
            <p class="govuk-body">{ui.say("check.submit.text")}</p>
            <PostForm action={paths.submitDraft(open.id)}>
              <SubmitButton label={ui.say("check.submit")} />
            </PostForm>
          </>
        ) : (
          <p class="govuk-body">{ui.say("check.unfinished")}</p>
        )}
      </>
    ),
  });
};
