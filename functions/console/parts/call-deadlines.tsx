import { printDay, printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import type { Deadlines } from "../../lines/deadlines.ts";
import { codeOf } from "../../reading/codes.ts";
import { idOf } from "../../store/keys.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** What of a call is late, and what has to be answered in the next days, with the ways to it. */
export function CallDeadlines({
  deadlines: { late, days, isMore },
  count,
  asked,
  callId,
  view: { ui, language },
}: {
  readonly deadlines: Deadlines;
  /** How many are late in all, as they were counted last. */
  readonly count: number;
  /** What is asked in a state, in words. */
  readonly asked: (state: string) => string;
  readonly callId: string;
  readonly view: View;
}) {
  const byDeadline = `${paths.casesOfCall(callId)}?order=due`;
  return (
    <div class="kelias-glance">
      <section>
        <h2 class="govuk-heading-m">{ui.say("deadlines.late")}</h2>
        {late.length === 0 ? (
          <p class="govuk-body">{ui.say("deadlines.noneLate")}</p>
        ) : (
          <>
            <ul class="govuk-list kelias-late-cases">
              {late.map(({ ref, name, due }) => (
                <li key={ref}>
                  <a class="govuk-link" href={paths.consoleCase(idOf(ref))}>
                    {name || codeOf(ref)}
                  </a>
                  {due ? ` · ${asked(due.state)} · ${printTime(due.at, language)}` : null}
                </li>
              ))}
            </ul>
            <p class="govuk-body">
              <a class="govuk-link" href={byDeadline}>
                {ui.say("deadlines.all", { count: Math.max(count, late.length) })}
              </a>
            </p>
          </>
        )}
      </section>
      <section>
        <h2 class="govuk-heading-m">{ui.say("deadlines.week")}</h2>
        {days.length === 0 ? (
          <p class="govuk-body">{ui.say("deadlines.noneSoon")}</p>
        ) : (
          <DataTable
            caption={ui.say("deadlines.week")}
            captionSize="hidden"
            columns={[
              ...columnsIn(ui, "console.due", "console.filter.kind"),
              { label: ui.say("console.count"), isNumeric: true },
            ]}
          >
            <Rows>
              {days.map(({ day, state, count: due }) => (
                <tr class="govuk-table__row" key={`${day} ${state}`}>
                  <td class="govuk-table__cell">{printDay(day, language)}</td>
                  <td class="govuk-table__cell">
                    <a class="govuk-link" href={`${byDeadline}&${new URLSearchParams({ stage: state })}`}>
                      {asked(state)}
                    </a>
                  </td>
                  <td class="govuk-table__cell govuk-table__cell--numeric">{due}</td>
                </tr>
              ))}
            </Rows>
          </DataTable>
        )}
        {isMore ? <p class="govuk-hint">{ui.say("deadlines.more")}</p> : null}
      </section>
    </div>
  );
}
