import { printCount } from "../../../workflows/kernel/facts/print.ts";
import type { RoadPoint } from "../../../workflows/kernel/rehearsal-report.ts";
import { colourOf, type Shown } from "./report-parts.ts";

/** Units of the drawing: the stream at its widest, the bar of a point, the turn of a way out, a line of words. */
const drawn = { width: 430, stream: 200, bar: 22, turn: 9, line: 22, exitsAt: 236, gap: 12 } as const;

/** The road as a stream that runs down: its width is the people in it, and each way out bends away to the right. */
export function Road({ parts: { road }, words, language }: Shown) {
  const scale = drawn.stream / Math.max(1, road[0]?.people ?? 0);
  const tops: number[] = [];
  let height = 0;
  for (const { exits } of road) {
    tops.push(height);
    const ways = exits.reduce((sum, { people }) => sum + slot(people * scale), 0);
    height += drawn.bar + Math.max(drawn.gap, exits.length > 0 ? drawn.turn + ways + drawn.gap : 0);
  }
  const title = `road-title-${language}`;
  return (
    <svg class="chart" viewBox={`0 0 ${drawn.width} ${height}`} role="img" aria-labelledby={title}>
      <title id={title}>
        {`${words.road}: ${road.map(({ name, people }) => `${printCount(people, language)} ${name}`).join(", ")}`}
      </title>
      {road.map((point, index) => (
        <Point
          key={point.id}
          point={point}
          top={tops[index] ?? 0}
          next={tops[index + 1]}
          scale={scale}
          counted={(people) => printCount(people, language)}
        />
      ))}
    </svg>
  );
}

/** A way out takes its own thickness, and never less than the line that names it. */
const slot = (thickness: number): number => Math.max(thickness + 6, drawn.line);

interface PointShown {
  readonly point: RoadPoint;
  readonly top: number;
  readonly next: number | undefined;
  readonly scale: number;
  readonly counted: (people: number) => string;
}

function Point({ point, top, next, scale, counted }: PointShown) {
  const width = point.people * scale;
  const left = point.exits.reduce((sum, exit) => sum + exit.people, 0) * scale;
  const under = top + drawn.bar;
  let right = width;
  let y = under + drawn.turn;
  const ways = point.exits.map((exit) => {
    const thickness = exit.people * scale;
    const way = { ...exit, thickness, right, y };
    right -= thickness;
    y += slot(thickness);
    return way;
  });
  return (
    <g>
      {next === undefined ? null : (
        <rect class="stream" x={0} y={under} width={round(width - left)} height={next - under} />
      )}
      {ways.map(({ name, tone, people, thickness, right: from, y: at }) => (
        <g key={name}>
          <path d={bend(from, under, at, thickness)} fill={colourOf(tone)} opacity="0.85" />
          <text class="exit" x={drawn.exitsAt + 8} y={round(at + thickness / 2 + 5)}>
            <tspan class="count">{counted(people)}</tspan> {name}
          </text>
        </g>
      ))}
      <rect class="point" x={0} y={round(top)} width={round(Math.max(width, 2))} height={drawn.bar} rx={3} />
      <text class="stage" x={round(Math.max(width, 2) + 8)} y={round(top + drawn.bar / 2 + 5.5)}>
        <tspan class="count">{counted(point.people)}</tspan> {point.name}
      </text>
    </g>
  );
}

/** A band of one thickness that comes down with its right edge at `right`, turns and runs off level, its top at `y`. */
function bend(right: number, top: number, y: number, thickness: number): string {
  const { turn, exitsAt } = drawn;
  const [left, bottom, centre] = [right - thickness, y + thickness, right + turn];
  return [
    `M${round(left)} ${round(top)}H${round(right)}V${round(y - turn)}`,
    `A${turn} ${turn} 0 0 0 ${round(centre)} ${round(y)}H${exitsAt}V${round(bottom)}H${round(centre)}`,
    `A${round(turn + thickness)} ${round(turn + thickness)} 0 0 1 ${round(left)} ${round(y - turn)}Z`,
  ].join("");
}

/** Two decimals are finer than any screen, and the same on each machine. */
const round = (units: number): number => Math.round(units * 100) / 100;
