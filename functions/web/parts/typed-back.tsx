import { type Asked, labelOf } from "../../reading/asked.ts";
import { printedAnswer } from "../../reading/printed.ts";
import { answerRows, SummaryList } from "./summary.tsx";

/** What somebody typed that is not kept: shown back by question, so that nobody types it twice. Nothing where nothing was typed. */
export function TypedBack({ asked }: { readonly asked: Asked }) {
  const { ui } = asked;
  const rows = typedRows(asked);
  return rows.length === 0 ? null : (
    <section aria-labelledby="typed-back" class="govuk-!-margin-top-6">
      <h2 class="govuk-heading-m" id="typed-back">
        {ui.say("typedBack.title")}
      </h2>
      <p class="govuk-body">{ui.say("typedBack.text")}</p>
      <SummaryList rows={rows} />
    </section>
  );
}

/** What was typed into a form and how it was to end, by question. */
export function typedRows(asked: Asked) {
  const { form, values, words } = asked;
  const said = form.outcomes.find((known) => form.outcomes.length > 1 && known === values.outcome);
  return [
    ...(said ? [{ label: labelOf(asked, "outcome"), value: words.say(`${form.id}.outcome.${said}`) }] : []),
    ...answerRows(asked, Object.keys(form.fields), values),
  ];
}

/** Does it say what is stored already? Then nothing was lost: it was sent twice. */
export function isStored(
  asked: Asked,
  stored: { readonly outcome: string; readonly values: Asked["values"] },
): boolean {
  const { outcome } = asked.values;
  return (
    (outcome === undefined || outcome === stored.outcome) &&
    Object.keys(asked.form.fields).every(
      (name) =>
        printedAnswer(asked, name, asked.values[name]).join() ===
        printedAnswer(asked, name, stored.values[name]).join(),
    )
  );
}
