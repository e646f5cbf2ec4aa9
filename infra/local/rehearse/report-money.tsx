import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { MoneyBar } from "../../../workflows/kernel/rehearsal-report.ts";
import type { Shown } from "./report-parts.ts";

/** Units of the drawing. */
const drawn = { width: 430, row: 50, bar: 16 } as const;

/** The money of the call as bars of one scale, each with its amount. */
export function Money({
  bars,
  words,
  language,
}: Omit<Shown, "parts"> & { readonly bars: readonly MoneyBar[] }) {
  const scale = drawn.width / Math.max(1, ...bars.map(({ cents }) => Math.abs(cents)));
  const title = `money-title-${language}`;
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${drawn.width} ${bars.length * drawn.row}`}
      role="img"
      aria-labelledby={title}
    >
      <title id={title}>
        {`${words.money}. ${bars.map(({ name, cents }) => `${name}: ${printAmount(cents, language)}`).join("; ")}`}
      </title>
      {bars.map(({ name, cents, kind }, index) => (
        <g key={name}>
          <text class="exit" x={0} y={index * drawn.row + 16}>
            {name}
          </text>
          <text class="exit count" x={drawn.width} y={index * drawn.row + 16} text-anchor="end">
            {printAmount(cents, language)}
          </text>
          <rect
            class="track"
            x={0}
            y={index * drawn.row + 23}
            width={drawn.width}
            height={drawn.bar}
            rx={3}
          />
          <rect
            class={`money-${kind}`}
            x={0}
            y={index * drawn.row + 23}
            width={Math.round(Math.abs(cents) * scale * 100) / 100}
            height={drawn.bar}
            rx={3}
          />
        </g>
      ))}
    </svg>
  );
}
