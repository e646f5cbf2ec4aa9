import type { CaseRow } from "./outputs.ts";
import { printCount, type Shown, statusColour, statusWord } from "./report-parts.ts";
import { type Stage, stages } from "./report-words.ts";
import { statuses } from "./summary.ts";

/** Those who came to one point of the road, and how those left it who went no further. */
export interface RoadStage {
  readonly stage: Stage;
  readonly people: number;
  readonly exits: readonly { readonly status: string; readonly people: number }[];
}

/** The last point that somebody of a status reached. */
const lastStage: Readonly<Record<string, Stage>> = {
  late: "came",
  duplicate: "came",
  refused: "taken",
  ineligible: "endorsed",
  incomplete: "endorsed",
  rejected: "eligible",
  reserve: "ranked",
  declined: "offered",
  expired: "offered",
  recovered: "accepted",
  completed: "completed",
};

/** Who left in a way that the road does not know is placed by what they have: money, a country, an order, a score. */
function reached(row: CaseRow): Stage {
  const known = lastStage[row.status];
  if (known) return known;
  if (row.grantCents !== undefined) return "accepted";
  if (row.country !== undefined) return "offered";
  if (row.order !== undefined) return "ranked";
  return row.score === undefined ? "taken" : "eligible";
}

/** Counts the road of a call. What enters a point either leaves there or enters the next one. */
export function roadOf(cases: readonly CaseRow[]): readonly RoadStage[] {
  const at = cases.map((row) => stages.indexOf(reached(row)));
  return stages.map((stage, index) => {
    const here = cases.filter((_, person) => at[person] === index);
    const names = new Set(here.map(({ status }) => status));
    const ordered = [...statuses.filter((status) => names.has(status)), ...[...names].sort()];
    return {
      stage,
      people: at.filter((far) => far >= index).length,
      exits: [...new Set(ordered)]
        .filter((status) => status !== "completed")
        .map((status) => ({ status, people: here.filter((row) => row.status === status).length })),
    };
  });
}

/** Units of the drawing: the stream at its widest, the bar of a point, the turn of a way out, a line of words. */
const drawn = { width: 430, stream: 200, bar: 22, turn: 9, line: 22, exitsAt: 236, gap: 12 } as const;

/** The road as a stream that runs down: its width is the people in it, and each way out bends away to the right. */
export function Road({ cases, words, language }: Shown) {
  const road = roadOf(cases);
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
        {`${words.road}: ${road.map(({ stage, people }) => `${printCount(people, language)} ${words.stage[stage]}`).join(", ")}`}
      </title>
      {road.map((point, index) => (
        <Point
          key={point.stage}
          point={point}
          top={tops[index] ?? 0}
          next={tops[index + 1]}
          scale={scale}
          name={`${words.stage[point.stage]}`}
          count={printCount(point.people, language)}
          exitName={(status, people) => [statusWord(status, words), printCount(people, language)]}
        />
      ))}
    </svg>
  );
}

/** A way out takes its own thickness, and never less than the line that names it. */
const slot = (thickness: number): number => Math.max(thickness + 6, drawn.line);

interface PointShown {
  readonly point: RoadStage;
  readonly top: number;
  readonly next: number | undefined;
  readonly scale: number;
  readonly name: string;
  readonly count: string;
  readonly exitName: (status: string, people: number) => readonly [name: string, count: string];
}

function Point({ point, top, next, scale, name, count, exitName }: PointShown) {
  const width = point.people * scale;
  const left = point.exits.reduce((sum, exit) => sum + exit.people, 0) * scale;
  const under = top + drawn.bar;
  let right = width;
  let y = under + drawn.turn;
  const ways = point.exits.map(({ status, people }) => {
    const thickness = people * scale;
    const way = { status, people, thickness, right, y };
    right -= thickness;
    y += slot(thickness);
    return way;
  });
  return (
    <g>
      {next === undefined ? null : (
        <rect class="stream" x={0} y={under} width={round(width - left)} height={next - under} />
      )}
      {ways.map(({ status, people, thickness, right: from, y: at }) => {
        const [exit, exitCount] = exitName(status, people);
        return (
          <g key={status}>
            <path d={bend(from, under, at, thickness)} fill={statusColour(status)} opacity="0.85" />
            <text class="exit" x={drawn.exitsAt + 8} y={round(at + thickness / 2 + 5)}>
              <tspan class="count">{exitCount}</tspan> {exit}
            </text>
          </g>
        );
      })}
      <rect class="point" x={0} y={round(top)} width={round(Math.max(width, 2))} height={drawn.bar} rx={3} />
      <text class="stage" x={round(Math.max(width, 2) + 8)} y={round(top + drawn.bar / 2 + 5.5)}>
        <tspan class="count">{count}</tspan> {name}
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
