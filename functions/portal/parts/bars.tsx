import type { Ui, UiKey } from "../ui.ts";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** One bar: what it is of, how much, as it is printed, and the list behind it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly printed: string;
  readonly href?: string | undefined;
}

interface BarsProps {
  readonly title: string;
  /** What the rows are of, and what is counted. */
  readonly columns: readonly [UiKey, UiKey];
  readonly bars: readonly Bar[];
  readonly ui: Ui;
}

const width = 640;
const row = 26;
const label = 230;
const room = width - label - 90;

/**
 * Figures as bars, and the table that they are drawn from beneath. Whoever does not see the picture has the table, so the picture
 * says only what it is of.
 */
export function Bars({ title, columns, bars, ui }: BarsProps) {
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const height = row * bars.length + 4;
  return (
    <section class="kelias-numbers">
      <h2 class="govuk-heading-m">{title}</h2>
      {bars.length === 0 ? (
        <p class="govuk-body">{ui.say("numbers.none")}</p>
      ) : (
        <>
          <svg class="kelias-bars" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
            {bars.map((bar, index) => {
              const long = most === 0 ? 0 : Math.max(bar.value > 0 ? 2 : 0, (bar.value / most) * room);
              const y = index * row;
              return (
                <g key={bar.label}>
                  <text x={label - 8} y={y + 18} text-anchor="end" font-size="14">
                    {shortened(bar.label)}
                  </text>
                  <rect x={label} y={y + 4} width={long} height={row - 8} rx="2" fill="#12574c" />
                  <text x={label + long + 6} y={y + 18} font-size="14">
                    {bar.printed}
                  </text>
                </g>
              );
            })}
          </svg>
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">{ui.say("numbers.table", { title })}</span>
            </summary>
            <div class="govuk-details__text">
              <DataTable caption={title} captionSize="hidden" columns={columnsIn(ui, ...columns)}>
                <Rows>
                  {bars.map(({ label: name, printed, href }) => (
                    <tr class="govuk-table__row" key={name}>
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

/** A picture has no room for a long name; the table has it whole. */
const longest = 30;
const shortened = (name: string): string => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name);
