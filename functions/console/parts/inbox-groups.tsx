import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import type { CallSummary } from "../../calls/calls.ts";
import type { InboxGroup } from "../../cases/tasks/inbox.ts";
import { Late } from "../../web/parts/signs.tsx";
import { columnsIn, DataTable } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";
import type { Kind } from "./inbox-filter.tsx";

/** What waits, by call and by what is asked; the call whose deadline comes first is the first. Each leads to its tasks. */
export function InboxGroups({
  groups,
  calls,
  kinds,
  view,
}: {
  readonly groups: readonly InboxGroup[];
  readonly calls: readonly CallSummary[];
  readonly kinds: readonly Kind[];
  readonly view: View;
}) {
  const { ui, language } = view;
  const titles = new Map(calls.map(({ id, title }) => [id, title[language]]));
  const asked = new Map(kinds.map(({ kind, title }) => [kind, title]));
  const byCall = [...Map.groupBy(groups, ({ callId }) => callId)];
  return (
    <DataTable
      caption={ui.say("inbox.groups")}
      captionSize="hidden"
      stacks
      columns={[
        ...columnsIn(ui, "console.filter.call", "console.filter.kind"),
        { label: ui.say("inbox.count"), isNumeric: true },
        { label: ui.say("console.overdue"), isNumeric: true },
        ...columnsIn(ui, "inbox.first"),
      ]}
    >
      {byCall.map(([callId, own]) => (
        <tbody class="govuk-table__body" key={callId}>
          {own.map(({ kind, count, overdue, first }, index) => (
            <tr class="govuk-table__row" key={kind}>
              {index === 0 ? (
                <th scope="rowgroup" rowSpan={own.length} class="govuk-table__header">
                  <a class="govuk-link" href={paths.consoleCall(callId)}>
                    {titles.get(callId) ?? callId}
                  </a>
                </th>
              ) : (
                // A phone shows each row by itself: it begins with the call there, too.
                <td class="govuk-table__cell kelias-once-more">{titles.get(callId) ?? callId}</td>
              )}
              <td class="govuk-table__cell" data-label={ui.say("console.filter.kind")}>
                <a
                  class="govuk-link"
                  href={`${paths.console()}?${new URLSearchParams({ call: callId, kind })}`}
                >
                  {asked.get(kind) ?? kind}
                </a>
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={ui.say("inbox.count")}>
                {count}
              </td>
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={ui.say("console.overdue")}>
                {overdue > 0 ? <Late>{overdue}</Late> : "–"}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("inbox.first")}>
                {first === undefined ? "–" : printTime(first, language)}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </DataTable>
  );
}
