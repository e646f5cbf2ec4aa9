import type { ReportCell, ReportTable } from "../../../workflows/kernel/rehearsal-report.ts";
import { colourOf } from "./report-parts.ts";

/** A table of the report; the first column names the rows. */
export function ReportRows({ table }: { readonly table: ReportTable }) {
  const { caption, columns, rows, hasSum } = table;
  const body = hasSum ? rows.slice(0, -1) : rows;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, isNumber }) => (
            <th key={label} scope="col" class={isNumber ? "number" : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, index) => (
          <Cells key={index} row={row} columns={columns} />
        ))}
      </tbody>
      {hasSum ? (
        <tfoot>
          <Cells row={rows.at(-1) ?? []} columns={columns} />
        </tfoot>
      ) : null}
    </table>
  );
}

function Cells({ row, columns }: Pick<ReportTable, "columns"> & { readonly row: readonly ReportCell[] }) {
  return (
    <tr>
      {columns.map(({ label, isNumber }, index) => {
        const cell = row[index] ?? "";
        if (index === 0)
          return (
            <th key={label} scope="row">
              {typeof cell === "string" ? cell : cell.ending}
            </th>
          );
        return (
          <td key={label} class={isNumber ? "number" : undefined}>
            {typeof cell === "string" ? (
              cell
            ) : (
              <span class="status" style={`--colour: ${colourOf(cell.tone)}`}>
                {cell.ending}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}
