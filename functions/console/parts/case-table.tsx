import { paths } from "../../addresses/paths.ts";
import type { CaseQuery } from "../../lines/case-query.ts";
import { codeOf } from "../../reading/codes.ts";
import { idOf } from "../../store/keys.ts";
import type { Line } from "../../store/line-item.ts";
import { Rows } from "../../web/parts/table.tsx";
import { Ticked } from "../../web/parts/tick.tsx";
import { type ColumnName, columnOf, type ListTelling } from "./case-columns.tsx";

interface Props {
  readonly lines: readonly Line[];
  readonly columns: readonly ColumnName[];
  readonly query: CaseQuery;
  /** Where the list is put into an order; said again it goes the other way. */
  readonly sortHref: (order: CaseQuery["order"]) => string;
  /** Each with a box that takes it into a common act. */
  readonly isPicked: boolean;
  readonly telling: ListTelling;
}

/** Cases of a call, a line each; the head of a column puts the list into its order. */
export function CaseTable({ lines, columns, query, sortHref, isPicked, telling }: Props) {
  const { ui } = telling.view;
  const head = (label: string, order: CaseQuery["order"] | undefined) => (
    <th
      key={label}
      scope="col"
      class="govuk-table__header"
      {...(order !== undefined && query.order === order
        ? { "aria-sort": query.isReversed ? ("descending" as const) : ("ascending" as const) }
        : {})}
    >
      {order === undefined ? (
        label
      ) : (
        <a class="govuk-link kelias-sort" href={sortHref(order)}>
          {label}
        </a>
      )}
    </th>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard too
    <section class="kelias-scroll" aria-label={ui.say("console.cases")} tabIndex={0}>
      <table class="govuk-table kelias-stacks">
        <caption class="govuk-visually-hidden">{ui.say("console.cases")}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head(ui.say("console.applicant"), "name")}
            {columns.map((name) => head(ui.say(columnOf(name).label), columnOf(name).order))}
          </tr>
        </thead>
        <Rows>
          {lines.map((line) => (
            <tr class="govuk-table__row" key={line.ref}>
              <td class="govuk-table__cell">
                {isPicked ? (
                  <Ticked name="case" value={idOf(line.ref)} label={line.name || codeOf(line.ref)} />
                ) : null}
                <a class="govuk-link" href={paths.consoleCase(idOf(line.ref))}>
                  {line.name || codeOf(line.ref)}
                </a>
              </td>
              {columns.map((name) => (
                <td class="govuk-table__cell" key={name} data-label={ui.say(columnOf(name).label)}>
                  {columnOf(name).of(line, telling)}
                </td>
              ))}
            </tr>
          ))}
        </Rows>
      </table>
    </section>
  );
}
