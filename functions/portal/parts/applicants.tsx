import type { Line } from "../../store/line-item.ts";
import type { Telling } from "../../web/parts/facts.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";

/** Who applied, in the order of names and without scores: enough to know whether one can judge without bias. */
export function ApplicantsTable({
  lines,
  more,
  telling: { ui },
}: {
  readonly lines: readonly Line[];
  /** Leads to those after these. */
  readonly more?: string | undefined;
  readonly telling: Telling;
}) {
  return (
    <>
      <DataTable
        caption={ui.say("console.cases")}
        columns={columnsIn(ui, "console.applicant", "console.school", "console.municipality")}
      >
        <Rows>
          {lines.map(({ ref, name, school, municipality }) => (
            <tr class="govuk-table__row" key={ref}>
              <td class="govuk-table__cell">{name}</td>
              <td class="govuk-table__cell">{school}</td>
              <td class="govuk-table__cell">{municipality}</td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more}>
            {ui.say("facts.applicants.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}
