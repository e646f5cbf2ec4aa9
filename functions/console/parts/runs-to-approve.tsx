import { printAmount, printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import { summaryOf } from "../../calls/calls.ts";
import type { runsToApprove } from "../../payments/to-approve.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** The payment runs that wait for whoever looks at their inbox; nothing where none does. */
export function RunsToApprove({
  runs,
  view: { ui, language },
}: {
  readonly runs: Awaited<ReturnType<typeof runsToApprove>>;
  readonly view: View;
}) {
  if (runs.length === 0) return null;
  return (
    <DataTable
      caption={ui.say("runs.toApprove")}
      columns={columnsIn(ui, "runs.run", "console.filter.call", "runs.sum", "runs.prepared")}
    >
      <Rows>
        {runs.map(({ call, run }) => (
          <tr class="govuk-table__row" key={`${run.callId} ${run.number}`}>
            <td class="govuk-table__cell" data-label={ui.say("runs.run")}>
              <a class="govuk-link" href={paths.paymentRun(run.callId, run.number)}>
                {ui.say("runs.number", { number: run.number })}
              </a>
            </td>
            <td class="govuk-table__cell" data-label={ui.say("console.filter.call")}>
              {summaryOf(call, run.preparedAt).title[language]}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("runs.sum")}>
              {printAmount(run.cents, language)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("runs.prepared")}>
              {printTime(run.preparedAt, language)}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
