/** Stops in a row before the road turns. */
const across = 4;
const step = { x: 220, y: 120 };
const margin = { x: 110, y: 40 };

/**
 * A road with its stops, which winds from row to row, drawn on the server. It only shows what the list beneath says in words, so whoever
 * hears the page hears the list alone; on a narrow screen it is left out.
 */
export function RoadPicture({ stops }: { readonly stops: readonly string[] }) {
  const points = stops.map((stop, index) => {
    const row = Math.floor(index / across);
    const column = row % 2 === 0 ? index % across : across - 1 - (index % across);
    return { stop, number: index + 1, x: margin.x + column * step.x, y: margin.y + row * step.y };
  });
  const rows = Math.ceil(stops.length / across);
  const width = margin.x * 2 + (across - 1) * step.x;
  const height = margin.y * 2 + (rows - 1) * step.y + 40;
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join(" ");
  return (
    <svg
      class="kelias-road-picture"
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      role="presentation"
    >
      <path d={line} class="kelias-road-picture__road" />
      <path d={line} class="kelias-road-picture__middle" />
      {points.map(({ stop, number, x, y }) => (
        <g key={stop}>
          <circle cx={x} cy={y} r="18" class="kelias-road-picture__stop" />
          <text x={x} y={y + 6} class="kelias-road-picture__number">
            {number}
          </text>
          {linesOf(stop).map((text, row) => (
            <text key={text} x={x} y={y + 40 + row * 18} class="kelias-road-picture__name">
              {text}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

const longestLine = 26;

/** A name in two lines at most, broken between words; SVG breaks none itself. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= longestLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [first = "", second, ...rest] = lines;
  if (second === undefined) return [first];
  return [first, rest.length > 0 ? `${second}…` : second];
}
