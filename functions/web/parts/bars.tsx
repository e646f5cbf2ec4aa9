import type { Ui, UiKey } from "../../reading/ui.ts";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** One bar: what it is of, how much, as it is printed, and the list behind it. */
export interface Bar {
  /** Tells the bar from the others of its picture. */
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly printed: string;
  /** What stands beside the bar, where that is shorter than what the table says. */
  readonly drawn?: string;
  readonly href?: string | undefined;
}

interface BarsProps {
  readonly title: string;
  /** What the rows are of, and what is counted. */
  readonly columns: readonly [UiKey, UiKey];
  readonly bars: readonly Bar[];
  readonly ui: Ui;
}

/**
 * Figures as bars, and the table that they are drawn from beneath. Whoever does not see the picture has the table, so the picture
 * says only what it is of.
 */
export function Bars({ title, columns, bars, ui }: BarsProps) {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  return (
    <section class="kelias-numbers">
      <h2 class="govuk-heading-m">{title}</h2>
      {bars.length === 0 ? (
        <p class="govuk-body">{ui.say("numbers.none")}</p>
      ) : (
        <>
          <div class="kelias-bars" role="img" aria-label={title}>
            {bars.map(({ key, label, value, drawn, printed }) => (
              <div class="kelias-bars__bar" key={key}>
                <span class="kelias-bars__label">{label}</span>
                <svg
                  class="kelias-bars__drawn"
                  viewBox="0 0 100 10"
                  preserveAspectRatio="none"
                  aria-hidden="true"
                >
                  <rect
                    width={most === 0 ? 0 : Math.max(value > 0 ? 0.5 : 0, (value / most) * 100)}
                    height="10"
                  />
                </svg>
                <span class="kelias-bars__value">{drawn ?? printed}</span>
              </div>
            ))}
          </div>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{ui.say("numbers.table", { title })}</span>
            </summary>
            <div class="govuk-details__text">
              <DataTable caption={title} captionSize="hidden" columns={columnsIn(ui, ...columns)}>
                <Rows>
                  {bars.map(({ key, label: name, printed, href }) => (
                    <tr class="govuk-table__row" key={key}>
                      <th scope="row" class="govuk-table__header">
                        {href ? (
                          <a class="govuk-link" href={href}>
                            {name}
                          </a>
                        ) : (
                          name
                        )}
                      </th>
                      <td class="govuk-table__cell kelias-figures">{printed}</td>
                    </tr>
                  ))}
                </Rows>
              </DataTable>
            </div>
          </details>
        </>
      )}
    </section>
  );
}
