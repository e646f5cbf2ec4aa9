import type { Language } from "../../workflows/kernel/case-file.ts";
import { type Ui, type UiKey, uiIn } from "../reading/ui.ts";
import { type Answer, headersOf } from "./answers.ts";
import { page } from "./page.ts";
import type { Refusal } from "./refusal.ts";
import type { HttpRequest } from "./request.ts";
import { viewOf } from "./view.ts";

type FaultName =
  | "notFound"
  | "wrongMethod"
  | "gone"
  | "tooLarge"
  | "malformed"
  | "otherOrigin"
  | "noRight"
  | "unavailable"
  | "defect";

const nameOf = (refusal: Refusal): FaultName => {
  switch (refusal.why) {
    case "repeatedName":
    case "wrongMediaType":
    case "noIdempotencyKey":
      return "malformed";
    case "noPass":
    case "noKey":
    case "tooOften":
      return "notFound";
    default:
      return refusal.why;
  }
};

/** A page that says why a request was refused. */
export const refusalPage = (request: HttpRequest, refusal: Refusal): Promise<Answer> =>
  faultPage(request, nameOf(refusal), refusal.status, headersOf(refusal));

/** A page for a request that failed by a defect: a reference number, nothing of what went wrong. */
export const defectPage = (request: HttpRequest): Promise<Answer> => faultPage(request, "defect", 500);

/** In both languages, because nothing may be known about whoever reads it. */
async function faultPage(
  request: HttpRequest,
  name: FaultName,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const view = await viewOf(request);
  const other: Language = view.language === "lt" ? "en" : "lt";
  const otherUi = await uiIn(other);
  const title: UiKey = `fault.${name}.title`;
  return page(view, {
    title: view.ui.say(title),
    status,
    headers,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say(title)}</h1>
        <Explanation ui={view.ui} name={name} />
        <section lang={other}>
          <h2 class="govuk-heading-m">{otherUi.say(title)}</h2>
          <Explanation ui={otherUi} name={name} />
        </section>
        <p class="govuk-body-s">{view.ui.say("fault.reference", { id: request.id })}</p>
      </>
    ),
  });
}

const Explanation = ({ ui, name }: { readonly ui: Ui; readonly name: FaultName }) => (
  <>
    <p class="govuk-body">{ui.say(`fault.${name}.text`)}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        {ui.say("fault.home")}
      </a>
    </p>
  </>
);
