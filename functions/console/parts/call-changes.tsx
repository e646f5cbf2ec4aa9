import type { CallForm } from "../../../workflows/kernel/call-form.ts";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { labelOf } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { type Printing, printedAnswer } from "../../reading/printed.ts";
import type { Head } from "../../store/items.ts";
import { Said } from "../../web/parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** What of a call changed after it was published: who, when, what it was, what it is, and why. */
export function CallChanges({
  changes,
  callForm,
  words,
  view: { ui, language },
}: {
  readonly changes: Head["changes"] & {};
  readonly callForm: CallForm;
  readonly words: Messages;
  readonly view: View;
}) {
  const printing: Printing = { form: callForm.form, words, ui };
  const printed = (field: string, value: unknown) => {
    const lines = printedAnswer(printing, field, value);
    return lines.length === 0 ? ui.say("none") : <Said lines={lines} />;
  };
  return (
    <DataTable
      caption={ui.say("callChanges.title")}
      stacks
      columns={columnsIn(
        ui,
        "callChanges.when",
        "callChanges.who",
        "callChanges.what",
        "callChanges.was",
        "callChanges.now",
        "callChanges.why",
      )}
    >
      <Rows>
        {changes.flatMap(({ at, by, reason, fields }, number) =>
          fields.map(({ field, was, now }) => (
            <tr class="govuk-table__row" key={`${number} ${field}`}>
              <td class="govuk-table__cell" data-label={ui.say("callChanges.when")}>
                {printTime(at, language)}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("callChanges.who")}>
                {by.name}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("callChanges.what")}>
                {labelOf(printing, field)}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("callChanges.was")}>
                {printed(field, was)}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("callChanges.now")}>
                {printed(field, now)}
              </td>
              <td class="govuk-table__cell kelias-said" data-label={ui.say("callChanges.why")}>
                {reason}
              </td>
            </tr>
          )),
        )}
      </Rows>
    </DataTable>
  );
}
