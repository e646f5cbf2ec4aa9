import type { ComponentChildren } from "preact";
import type { UiKey } from "../../reading/ui.ts";
import { columnsIn, DataTable, RowHead, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** A call, or what stands for all of them, with what is told of it in the order of the columns. */
export interface CallRow {
  readonly key: string;
  readonly label: string;
  readonly href?: string;
  readonly cells: readonly ComponentChildren[];
}

interface CallsTableProps {
  /** What is read aloud of the table; a heading above says it to everybody else. */
  readonly caption: string;
  readonly columns: readonly UiKey[];
  readonly rows: readonly CallRow[];
  readonly view: Pick<View, "ui">;
}

/** Calls, each with the figures that are told of it. */
export const CallsTable = ({ caption, columns, rows, view: { ui } }: CallsTableProps) => (
  <DataTable
    caption={caption}
    captionSize="hidden"
    stacks
    columns={[
      ...columnsIn(ui, "console.filter.call"),
      ...columns.map((label) => ({ label: ui.say(label), isNumeric: true })),
    ]}
  >
    <Rows>
      {rows.map(({ key, label, href, cells }) => (
        <tr class="govuk-table__row" key={key}>
          <RowHead label={label} href={href} />
          {columns.map((column, index) => (
            <td class="govuk-table__cell govuk-table__cell--numeric" data-label={ui.say(column)} key={column}>
              {cells[index]}
            </td>
          ))}
        </tr>
      ))}
    </Rows>
  </DataTable>
);
