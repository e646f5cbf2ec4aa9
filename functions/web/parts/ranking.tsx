import {
  decidedByIn,
  type KeyColumn,
  keyColumns,
  proposalIn,
  type SelectionTelling,
} from "../../reading/standing.ts";
import type { Line } from "../../store/line-item.ts";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** Who stands where in an order: a line of a list, or as much of a case. */
export type Ranked = Pick<Line, "ref" | "name" | "school"> & { readonly ranked: NonNullable<Line["ranked"]> };

/** The lines that have a place. */
export const rankedAmong = (lines: readonly Line[]): readonly Ranked[] =>
  lines.flatMap(({ ranked, ...line }) => (ranked ? [{ ...line, ranked }] : []));

/** The order that the commission approves: who stands where, with what of the keys, what is proposed, and what broke ties. */
export function RankingTable({
  rows,
  telling,
  more,
}: {
  readonly rows: readonly Ranked[];
  readonly telling: SelectionTelling;
  /** Leads to the places after these. */
  readonly more?: string | undefined;
}) {
  const { ui } = telling;
  if (rows.length === 0) return null;
  const keys = keyColumns(telling);
  return (
    <>
      <DataTable
        caption={ui.say("facts.ranking")}
        stacks
        columns={[
          ...columnsIn(ui, "facts.position", "console.applicant", "console.school"),
          ...keys.map(({ label }) => ({ label })),
          ...columnsIn(ui, "facts.decision", "facts.tie"),
        ]}
      >
        <Rows>
          {rows.map((row) => (
            <RankingRow key={row.ref} row={row} keys={keys} telling={telling} />
          ))}
        </Rows>
      </DataTable>
      {more ? (
        <p class="govuk-body">
          <a class="govuk-link" href={more}>
            {ui.say("facts.ranking.more")}
          </a>
        </p>
      ) : null}
    </>
  );
}

interface RowProps {
  readonly row: Ranked;
  readonly keys: readonly KeyColumn[];
  readonly telling: SelectionTelling;
}

const RankingRow = ({ row: { ranked, name, school }, keys, telling, telling: { ui } }: RowProps) => (
  <tr class="govuk-table__row">
    <td class="govuk-table__cell" data-label={ui.say("facts.position")}>
      {ranked.position}
    </td>
    <td class="govuk-table__cell" data-label={ui.say("console.applicant")}>
      {name}
    </td>
    <td class="govuk-table__cell" data-label={ui.say("console.school")}>
      {school}
    </td>
    {keys.map((key) => (
      <td class="govuk-table__cell kelias-figures" key={key.name} data-label={key.label}>
        {key.printed(ranked)}
      </td>
    ))}
    <td class="govuk-table__cell" data-label={ui.say("facts.decision")}>
      {proposalIn(ranked, telling)}
    </td>
    <td
      class="govuk-table__cell"
      {...(ranked.decidedBy === undefined ? {} : { "data-label": ui.say("facts.tie") })}
    >
      {decidedByIn(ranked, telling)}
    </td>
  </tr>
);
