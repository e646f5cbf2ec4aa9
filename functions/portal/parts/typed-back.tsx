import type { Asked } from "./asked.ts";
import { answerRows, SummaryList } from "./summary.tsx";

/** What somebody typed that is not kept: shown back by question, so that nobody types it twice. Nothing where nothing was typed. */
export function TypedBack({ asked, names }: { readonly asked: Asked; readonly names?: readonly string[] }) {
  const { ui, form, values } = asked;
  const rows = answerRows(asked, names ?? Object.keys(form.fields), values);
  return rows.length === 0 ? null : (
    <section aria-labelledby="typed-back">
      <h2 class="govuk-heading-m" id="typed-back">
        {ui.say("typedBack.title")}
      </h2>
      <p class="govuk-body">{ui.say("typedBack.text")}</p>
      <SummaryList rows={rows} />
    </section>
  );
}
