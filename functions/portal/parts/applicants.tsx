import type { ListedCase } from "../../cases/staff.ts";
import type { Telling } from "./facts.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Who applied, in the order of names and without scores: enough to know whether one can judge without bias. */
export function ApplicantsTable({
  rows,
  telling: { ui },
}: {
  readonly rows: readonly ListedCase[];
  readonly telling: Telling;
}) {
  const byName = rows.toSorted((a, b) => a.applicantName.localeCompare(b.applicantName, "lt"));
  return (
    <DataTable
      caption={ui.say("console.cases")}
      columns={columnsIn(ui, "console.applicant", "console.school", "console.municipality")}
    >
      <Rows>
        {byName.map(({ ref, applicantName, school, municipality }) => (
          <tr class="govuk-table__row" key={ref}>
            <td class="govuk-table__cell">{applicantName}</td>
            <td class="govuk-table__cell">{school}</td>
            <td class="govuk-table__cell">{municipality}</td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}
