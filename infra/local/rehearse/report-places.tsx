import { countryNames } from "../../../workflows/kernel/facts/countries.ts";
import { printCount, type Shown } from "./report-parts.ts";
import type { CountrySummary } from "./summary.ts";

const columns = ["places", "offered", "promoted", "declined", "expired", "recovered", "completed"] as const;
const parts = ["completed", "recovered", "unfilled"] as const;

/** Units of the drawing. */
const drawn = { width: 430, bars: 300, square: 36, name: 110, row: 34, bar: 20, legend: 30 } as const;

/** The places of each country: taken to the end, taken and recovered, never taken. */
export function PlacesChart({ summary, words, language }: Shown) {
  const names = countryNames(language);
  const rows = Object.entries(summary.country);
  const most = Math.max(1, ...rows.map(([, row]) => row.places));
  const scale = Math.min(drawn.square, drawn.bars / most);
  const title = `places-title-${language}`;
  const said = rows.map(
    ([code, row]) =>
      `${names[code] ?? code}: ${words.label.places.toLowerCase()} ${row.places}, ${words.label.completed.toLowerCase()} ${row.completed}`,
  );
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${drawn.width} ${drawn.legend + rows.length * drawn.row}`}
      role="img"
      aria-labelledby={title}
    >
      <title id={title}>{`${words.places}. ${said.join("; ")}`}</title>
      {parts.map((part, index) => (
        <g key={part}>
          <rect class={`place-${part}`} x={index * 130 + 1} y={4} width={14} height={14} rx={2} />
          <text class="exit" x={index * 130 + 21} y={16}>
            {words.label[part]}
          </text>
        </g>
      ))}
      {rows.map(([code, row], index) => (
        <Bar
          key={code}
          name={names[code] ?? code}
          row={row}
          top={drawn.legend + index * drawn.row + 7}
          scale={scale}
        />
      ))}
    </svg>
  );
}

/** All figures of each country. */
export function PlacesTable({ summary, words, language }: Shown) {
  const names = countryNames(language);
  const rows = Object.entries(summary.country);
  return (
    <section class="scroll" tabindex={0} aria-label={words.placesTable}>
      <table>
        <caption>{words.placesTable}</caption>
        <thead>
          <tr>
            <th scope="col">{words.label.country}</th>
            {columns.map((column) => (
              <th key={column} scope="col" class="number">
                {words.label[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([code, row]) => (
            <tr key={code}>
              <th scope="row">{names[code] ?? code}</th>
              {columns.map((column) => (
                <td key={column} class="number">
                  {printCount(row[column], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.label.all}</th>
            {columns.map((column) => (
              <td key={column} class="number">
                {printCount(
                  rows.reduce((sum, [, row]) => sum + row[column], 0),
                  language,
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface BarShown {
  readonly name: string;
  readonly row: CountrySummary;
  readonly top: number;
  readonly scale: number;
}

/** One square a place where there are few enough to count, one bar where there are many. */
function Bar({ name, row, top, scale }: BarShown) {
  const { completed, recovered, places } = row;
  const taken = Math.min(places, completed + recovered);
  const bands = [
    { part: "completed", from: 0, to: Math.min(completed, places) },
    { part: "recovered", from: Math.min(completed, places), to: taken },
    { part: "unfilled", from: taken, to: places },
  ] as const;
  const isCountable = scale >= 6;
  return (
    <g>
      <text class="exit" x={0} y={top + 15}>
        {name}
      </text>
      {bands.flatMap(({ part, from, to }) =>
        isCountable
          ? Array.from({ length: to - from }, (_, index) => (
              <rect
                key={from + index}
                class={`place-${part}`}
                x={round(drawn.name + (from + index) * scale + 1)}
                y={top}
                width={round(scale - 3)}
                height={drawn.bar}
                rx={2}
              />
            ))
          : to > from
            ? [
                <rect
                  key={part}
                  class={`place-${part}`}
                  x={round(drawn.name + from * scale)}
                  y={top}
                  width={round((to - from) * scale)}
                  height={drawn.bar}
                />,
              ]
            : [],
      )}
    </g>
  );
}

const round = (units: number): number => Math.round(units * 100) / 100;
