import { dayAt } from "../../workflows/kernel/facts/ends.ts";
import { printDay } from "../../workflows/kernel/facts/print.ts";
import { longText } from "../../workflows/kernel/field-kinds.ts";
import { defineForm, type FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import { certificatePath, printNumber } from "../certificates/number.ts";
import type { Asked } from "../reading/asked.ts";
import { asMessages } from "../reading/ui.ts";
import { type Checked, checkCredentials } from "../record/check.ts";
import { issuerDocument, issuerKey, keySet } from "../record/key.ts";
import { json } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { readPost } from "../web/posts.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";

/** What somebody was shown and wants to check: a file's text, or one credential of it. */
const question = defineForm({
  id: "credential",
  outcomes: ["asked"],
  fields: { text: longText({ max: 150_000 }) },
});

/** Asks for a signed record. */
export const askForCredential: Work = async ({ request }) => drawQuestion(await viewOf(request));

/** Says whether it was signed here, and whether what it tells still holds. Nothing is stored. */
export const checkCredential: Work = async ({ house, request }) => {
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(question, ["text"], post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const view = await viewOf(request);
  const parsed = parseAnswer(question, { ...typed.value, outcome: "asked" });
  if (parsed.outcome === "invalid") return drawQuestion(view, typed.value, parsed.errors);
  const checked = await checkCredentials(house, parsed.value.values.text);
  if (checked.length === 0)
    return drawQuestion(view, typed.value, [{ field: "text", problem: "own.noCredential" }]);
  return drawChecked(view, checked);
};

function drawQuestion(view: View, values: Typed = {}, errors: readonly FieldError[] = []) {
  const { ui } = view;
  const asked: Asked = { form: question, words: asMessages(ui), ui, values, errors };
  return page(view, {
    title: ui.say("credentials.title"),
    back: paths.home(),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("credentials.title")}</h1>
        <p class="govuk-body">{ui.say("credentials.lead")}</p>
        <TypedForm action={paths.credentials()}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("certificates.check")} />
        </TypedForm>
        <p class="govuk-hint">
          {ui.say("credentials.keys")}{" "}
          <a class="govuk-link" href={paths.issuerKeys()}>
            {paths.issuerKeys()}
          </a>
        </p>
      </>
    ),
  });
}

function drawChecked(view: View, checked: readonly Checked[]) {
  const { ui, language } = view;
  const isValid = checked.every(({ outcome }) => outcome === "valid");
  const title = ui.say(isValid ? "credentials.valid" : "credentials.notAll");
  return page(view, {
    title,
    back: paths.credentials(),
    body: (
      <>
        <div class={isValid ? "kelias-panel" : ""}>
          <h1 class="govuk-heading-l">{title}</h1>
          {isValid ? <p>{ui.say("credentials.valid.text")}</p> : null}
        </div>
        {checked.map(({ outcome, name, holder, certificate, issuedAt }, index) => (
          <section class="kelias-own" key={`${index} ${certificate ?? ""}`}>
            <h2 class="govuk-heading-m">{name ?? ui.say("credentials.unknown")}</h2>
            <SummaryList
              rows={[
                { label: ui.say("credentials.outcome"), value: ui.say(`credentials.outcome.${outcome}`) },
                ...(holder === undefined ? [] : [{ label: ui.say("credentials.holder"), value: holder }]),
                ...(issuedAt === undefined
                  ? []
                  : [{ label: ui.say("certificates.issued"), value: printDay(dayAt(issuedAt), language) }]),
                ...(certificate === undefined
                  ? []
                  : [
                      {
                        label: ui.say("tookPart.certificate"),
                        value: (
                          <a
                            class="govuk-link kelias-figures"
                            href={`${certificatePath(certificate)}?lang=${language}`}
                          >
                            {printNumber(certificate)}
                          </a>
                        ),
                      },
                    ]),
              ]}
            />
          </section>
        ))}
      </>
    ),
  });
}

/** The public key, at the address where programs look for it. */
export const showKeys: Work = async ({ house }) =>
  json(200, keySet(await issuerKey(house.config.linkSecret)), { "content-type": "application/jwk-set+json" });

/** Whose key it is, at the address where wallets look for it. */
export const showIssuer: Work = async ({ house }) =>
  json(200, issuerDocument(await issuerKey(house.config.linkSecret), house.config.portalUrl));
