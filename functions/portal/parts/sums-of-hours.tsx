import type { Ui } from "../../reading/ui.ts";
import type { SumTable } from "../../record/tables.ts";
import { DataTable, Rows } from "../../web/parts/table.tsx";

/** What hours come to, a table each. */
export const SumsOfHours = ({ tables, ui }: { readonly tables: readonly SumTable[]; readonly ui: Ui }) => (
  <>
    {tables.map(({ title, of, rows, note }) => (
      <section key={title}>
        <DataTable
          caption={title}
          columns={[{ label: of }, { label: ui.say("tookPart.sum"), isNumeric: true }]}
        >
          <Rows>
            {rows.map(([name, sum]) => (
              <tr key={name} class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  {name}
                </th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{sum}</td>
              </tr>
            ))}
          </Rows>
        </DataTable>
        {note === undefined ? null : <p class="govuk-hint">{note}</p>}
      </section>
    ))}
  </>
);
