import type { ComponentChildren } from "preact";
import type { Ui, UiKey } from "../../reading/ui.ts";
import type { Line } from "../../store/line-item.ts";
import { columnsIn, DataTable, Rows } from "./table.tsx";

interface Props {
  readonly lines: readonly Line[];
  readonly ui: Ui;
  /** Who applied, which may lead to the case. */
  readonly name: (line: Line) => ComponentChildren;
  /** What is shown besides school and municipality. */
  readonly besides?: readonly {
    readonly label: UiKey;
    readonly of: (line: Line) => ComponentChildren;
  }[];
  /** Where the cases after these are. */
  readonly more: { readonly href: string | undefined; readonly label: UiKey };
}

/** Some cases of a call, a line each, with the way to the next. */
export const LinesTable = ({ lines, ui, name, besides = [], more }: Props) => (
  <>
    <DataTable
      caption={ui.say("console.cases")}
      stacks
      columns={columnsIn(
        ui,
        "console.applicant",
        "console.school",
        "console.municipality",
        ...besides.map(({ label }) => label),
      )}
    >
      <Rows>
        {lines.map((line) => (
          <tr class="govuk-table__row" key={line.ref}>
            <td class="govuk-table__cell">{name(line)}</td>
            <td class="govuk-table__cell" data-label={ui.say("console.school")}>
              {line.school}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("console.municipality")}>
              {line.municipality}
            </td>
            {besides.map(({ label, of }) => (
              <td class="govuk-table__cell" key={label} data-label={ui.say(label)}>
                {of(line)}
              </td>
            ))}
          </tr>
        ))}
      </Rows>
    </DataTable>
    {more.href === undefined ? null : (
      <p class="govuk-body">
        <a class="govuk-link" href={more.href}>
          {ui.say(more.label)}
        </a>
      </p>
    )}
  </>
);
