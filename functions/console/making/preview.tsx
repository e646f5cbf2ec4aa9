import { processOf } from "../../../workflows/catalogue.ts";
import { formIn } from "../../../workflows/kernel/given.ts";
import type { Process } from "../../../workflows/kernel/process.ts";
import { paths } from "../../addresses/paths.ts";
import { summaryOf } from "../../calls/calls.ts";
import { headOfCall } from "../../calls/open.ts";
import { callOfDraft } from "../../calls/publish-draft.ts";
import { fileOfCall } from "../../cases/applications/application-forms.ts";
import { wordsOf } from "../../reading/process-words.ts";
import { uiIn } from "../../reading/ui.ts";
import { type Answer, redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { page } from "../../web/page.ts";
import { CallPage } from "../../web/parts/call-page.tsx";
import { FieldInputs } from "../../web/parts/form.tsx";
import { notFound } from "../../web/refusal.ts";
import type { View } from "../../web/view.ts";
import { type DraftVisit, ofCallDraft } from "./guard.ts";

/** The page of the call as everybody will see it, in the language asked for; nothing on it can be sent. */
export const previewCall = ofCallDraft((visit) => draw(visit, "call"));

/** The first page of its application, as an applicant will see it; nothing on it can be filled in. */
export const previewApplication = ofCallDraft((visit) => draw(visit, "application"));

async function draw(visit: DraftVisit, shown: "call" | "application"): Promise<Answer> {
  const { draft, house, request, at } = visit;
  const language = at("language");
  if (language !== "lt" && language !== "en") return refusalPage(request, notFound);
  const made = await callOfDraft(house, draft);
  // What is wrong with it is said where it is checked.
  if (made.outcome === "invalid") return redirect(paths.callDraftCheck(draft.id));
  const { id, data } = made.value;
  const view: View = { language, ui: await uiIn(language), request };
  const { ui } = view;
  const head = await headOfCall({ id, applicationProcess: draft.process, data }, house.clock.now());
  const call = { ...summaryOf(head, house.clock.now()), state: "open" as const };
  const process = await processOf(draft.process);
  const words = await wordsOf(draft.process, view);
  const here = paths.callPreview(draft.id, language);
  return page(view, {
    title: `${ui.say("preview.banner")}: ${call.title[language]}`,
    back: paths.callDraft(draft.id),
    body: (
      <>
        <section class="govuk-notification-banner" aria-labelledby="preview-title">
          <div class="govuk-notification-banner__header">
            <h2 class="govuk-notification-banner__title" id="preview-title">
              {ui.say("preview.banner")}
            </h2>
          </div>
          <div class="govuk-notification-banner__content">
            <p class="govuk-body">{ui.say("preview.text")}</p>
            <ul class="govuk-list">
              <Way href={here} text={ui.say("preview.callPage")} isHere={shown === "call"} />
              <Way
                href={paths.applicationPreview(draft.id, language)}
                text={ui.say("preview.application")}
                isHere={shown === "application"}
              />
            </ul>
          </div>
        </section>
        {shown === "call" ? (
          <CallPage process={process} call={call} data={head.data} view={view} words={words}>
            <button type="button" class="govuk-button" disabled>
              {words.say("brief.start")}
            </button>
          </CallPage>
        ) : (
          <FirstPage process={process} data={data} view={view} words={words} />
        )}
      </>
    ),
  });
}

const Way = ({
  href,
  text,
  isHere,
}: {
  readonly href: string;
  readonly text: string;
  readonly isHere: boolean;
}) => (
  <li>
    {isHere ? (
      <strong>{text}</strong>
    ) : (
      <a class="govuk-link" href={href}>
        {text}
      </a>
    )}
  </li>
);

/** The first page of the application with inputs that take nothing. */
function FirstPage({
  process,
  data,
  view: { ui },
  words,
}: {
  readonly process: Process;
  readonly data: Readonly<Record<string, unknown>>;
  readonly view: View;
  readonly words: Awaited<ReturnType<typeof wordsOf>>;
}) {
  const form = process.application && formIn(process.application, fileOfCall(process.id, { data }));
  const [first] = form?.pages ?? [];
  if (!form || !first) return null;
  const asked = { form, words, ui, values: {}, errors: [] };
  return (
    <>
      <span class="govuk-caption-l">{ui.say("draft.step", { step: 1, steps: form.pages.length + 1 })}</span>
      <h1 class="govuk-heading-l">
        {words.maybe(`${form.id}.page.${first.id}`) ?? words.say(`${form.id}.title`)}
      </h1>
      <fieldset class="govuk-fieldset" disabled>
        <FieldInputs asked={asked} names={first.fields} />
        <button type="button" class="govuk-button" disabled>
          {ui.say("draft.continue")}
        </button>
      </fieldset>
    </>
  );
}
