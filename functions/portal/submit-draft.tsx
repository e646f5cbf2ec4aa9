import type { Language } from "../../workflows/kernel/case-file.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { readDraft } from "../cases/applications/draft.ts";
import { submitApplication } from "../cases/applications/submit.ts";
import { casePath } from "../links.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { notFound } from "../web/refusal.ts";
import { refuse } from "../web/serve.ts";
import type { Visit, Work } from "../web/visit.ts";

/** Submits a draft, once. What is wrong with it is shown on the page that checks the answers. */
export const submitDraft: Work = async (visit) => {
  const { house, request, at } = visit;
  const id = at("draftId");
  const draft = await readDraft(house, id);
  if (!draft) return refuse(request, notFound);
  const { callId, language, values, version, files } = draft;
  const submitted = await submitApplication(house, {
    callId,
    language,
    raw: values,
    draftId: id,
    draft: { version, files },
  });
  switch (submitted.outcome) {
    case "changed":
      return submitDraft(visit);
    case "stored":
    case "resubmitted":
      return redirect(`${casePath(house.config.linkSecret, submitted.ref)}?submitted`);
    case "invalid":
      return redirect(paths.check(id));
    case "unknownCall":
      return refuse(request, notFound);
    case "late":
      return notTaken(visit, language, { kind: "late", at: submitted.closedAt });
    case "early":
      return notTaken(visit, language, { kind: "early", at: submitted.opensAt });
  }
};

interface NotTaken {
  readonly kind: "late" | "early";
  /** UTC instant: when the call closed or opens. */
  readonly at: string;
}

/** Says why an application was not taken; the draft stays as it was. */
async function notTaken(
  { request, at }: Visit,
  own: Language,
  { kind, at: when }: NotTaken,
): Promise<Answer> {
  const [{ page }, { viewOf }] = await Promise.all([import("../web/page.ts"), import("../web/view.ts")]);
  const view = await viewOf(request, own);
  const { ui, language } = view;
  return page(view, {
    title: ui.say(`${kind}.title`),
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say(`${kind}.title`)}</h1>
        <p class="govuk-body">{ui.say(`${kind}.text`, { time: printTime(when, language) })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.check(at("draftId"))}>
            {ui.say("draft.open")}
          </a>
        </p>
      </>
    ),
  });
}
