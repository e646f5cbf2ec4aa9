import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { Shown } from "./report-parts.ts";
import type { MoneySummary } from "./summary.ts";

/** What left the purse and stayed away, in EUR cents. */
export const paidInAll = ({ advanced, balance, recovered }: MoneySummary): number =>
  advanced + balance - recovered;

/** Units of the drawing. */
const drawn = { width: 430, row: 50, bar: 16 } as const;

/** The money of the call as bars of one scale, each with its amount. */
export function Money({ summary: { cents }, words, language }: Shown) {
  const rows = [
    { name: words.label.granted, amount: cents.granted, kind: "granted" },
    { name: words.label.advanced, amount: cents.advanced, kind: "out" },
    { name: words.label.balance, amount: cents.balance, kind: "out" },
    { name: words.label.returned, amount: cents.recovered, kind: "back" },
    { name: words.label.paid, amount: paidInAll(cents), kind: "paid" },
  ] as const;
  const scale = drawn.width / Math.max(1, ...rows.map(({ amount }) => Math.abs(amount)));
  const title = `money-title-${language}`;
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${drawn.width} ${rows.length * drawn.row}`}
      role="img"
      aria-labelledby={title}
    >
      <title id={title}>
        {`${words.money}. ${rows.map(({ name, amount }) => `${name}: ${printAmount(amount, language)}`).join("; ")}`}
      </title>
      {rows.map(({ name, amount, kind }, index) => (
        <g key={name}>
          <text class="exit" x={0} y={index * drawn.row + 16}>
            {name}
          </text>
          <text class="exit count" x={drawn.width} y={index * drawn.row + 16} text-anchor="end">
            {printAmount(amount, language)}
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
            width={Math.round(Math.abs(amount) * scale * 100) / 100}
            height={drawn.bar}
            rx={3}
          />
        </g>
      ))}
    </svg>
  );
}
