import type { Share, Shares } from "../../../workflows/kernel/rehearsal-report.ts";
import type { Shown } from "./report-parts.ts";

const parts = ["completed", "recovered", "unfilled"] as const;

/** Units of the drawing. */
const drawn = { width: 430, bars: 300, square: 36, name: 110, row: 34, bar: 20, legend: 30 } as const;

/** What was shared out, such as places: taken to the end, taken and lost, never taken. */
export function SharesChart({ shares, language }: Pick<Shown, "language"> & { readonly shares: Shares }) {
  const { rows } = shares;
  const most = Math.max(1, ...rows.map(({ total }) => total));
  const scale = Math.min(drawn.square, drawn.bars / most);
  const title = `places-title-${language}`;
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${drawn.width} ${drawn.legend + rows.length * drawn.row}`}
      role="img"
      aria-labelledby={title}
    >
      <title id={title}>{`${shares.title}. ${rows.map(({ said }) => said).join("; ")}`}</title>
      {parts.map((part, index) => (
        <g key={part}>
          <rect class={`place-${part}`} x={index * 130 + 1} y={4} width={14} height={14} rx={2} />
          <text class="exit" x={index * 130 + 21} y={16}>
            {shares.parts[part]}
          </text>
        </g>
      ))}
      {rows.map((row, index) => (
        <Bar key={row.name} row={row} top={drawn.legend + index * drawn.row + 7} scale={scale} />
      ))}
    </svg>
  );
}

interface BarShown {
  readonly row: Share;
  readonly top: number;
  readonly scale: number;
}

/** One square a place where there are few enough to count, one bar where there are many. */
function Bar({ row, top, scale }: BarShown) {
  const { name, completed, recovered, total } = row;
  const taken = Math.min(total, completed + recovered);
  const bands = [
    { part: "completed", from: 0, to: Math.min(completed, total) },
    { part: "recovered", from: Math.min(completed, total), to: taken },
    { part: "unfilled", from: taken, to: total },
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
