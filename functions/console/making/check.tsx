import type { FieldError } from "../../../workflows/kernel/form.ts";
import { paths } from "../../addresses/paths.ts";
import { callOfDraft, publishDraft } from "../../calls/publish-draft.ts";
import type { Asked } from "../../reading/asked.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { page } from "../../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton } from "../../web/parts/form.tsx";
import { answerRows, SummaryList } from "../../web/parts/summary.tsx";
import { type DraftVisit, ofCallDraft } from "./guard.ts";
import { PreviewLinks } from "./overview.tsx";

/** The whole call before it is published, with a way to change each answer and all that is still wrong. */
export const showCallCheck = ofCallDraft(async (visit) => {
  const { draft, house } = visit;
  if (draft.publishedAs !== undefined) return redirect(paths.callDraft(draft.id));
  const made = await callOfDraft(house, draft);
  return draw(visit, made.outcome === "invalid" ? made.errors : []);
});

/** Publishes the call, once: whoever presses twice comes to the same call. */
export const publishCallDraft = ofCallDraft(async (visit) => {
  const published = await publishDraft(visit.house, visit.draft, visit.member);
  return published.outcome === "valid"
    ? redirect(paths.consoleCall(published.value))
    : draw(visit, published.errors);
});

async function draw(visit: DraftVisit, errors: readonly FieldError[]): Promise<Answer> {
  const { view, draft, words, request } = visit;
  const { ui } = view;
  const { form } = draft.callForm;
  const asked: Asked = { form, words, ui, values: draft.values, errors };
  const pageOf = (field: string) =>
    (form.pages.find(({ fields }) => fields.includes(field)) ?? form.pages[0])?.id ?? "";
  const hrefOf = (field: string) => `${paths.callDraftPage(draft.id, pageOf(field))}?change`;
  const isComplete = errors.length === 0;
  return page(view, {
    title: ui.say("callCheck.title"),
    back: paths.callDraft(draft.id),
    hasErrors: !isComplete,
    status: request.method === "POST" && !isComplete ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} hrefOf={hrefOf} />
        <h1 class="govuk-heading-l">{ui.say("callCheck.title")}</h1>
        {form.pages.map((part) => (
          <section key={part.id}>
            <h2 class="govuk-heading-m">{words.say(`${form.id}.page.${part.id}`)}</h2>
            <SummaryList
              rows={answerRows(asked, part.fields, draft.values, {
                all: true,
                changeOf: (name) => ({ href: `${hrefOf(name)}#${name}`, text: ui.say("check.change") }),
              })}
            />
          </section>
        ))}
        <h2 class="govuk-heading-m">{ui.say("callCheck.publish.title")}</h2>
        <PreviewLinks visit={visit} isComplete={isComplete} />
        {isComplete ? (
          <>
            <p class="govuk-body">{ui.say("callCheck.publish.text")}</p>
            <PostForm action={paths.publishCallDraft(draft.id)}>
              <SubmitButton label={ui.say("callCheck.publish")} />
            </PostForm>
          </>
        ) : (
          <p class="govuk-body">{ui.say("callCheck.unfinished")}</p>
        )}
      </>
    ),
  });
}
