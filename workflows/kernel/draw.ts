import type { Process } from "./process.ts";
import { type State, waysOf } from "./states.ts";

/**
 * The picture of a process in the DOT language of Graphviz. States are boxes that say who is asked or what is waited
 * for, coloured by kind; ends are rounded and coloured by how they end; each arrow carries the outcomes that take it.
 * Interruptions are dashed and leave from one box that names them, because an arrow from each of the many states that
 * they break off would hide the road; those states have a dashed border.
 */
export function draw(process: Process<string>): string {
  const states = Object.entries<State<string>>(process.states);
  const interruptions = Object.entries(process.interruptions);
  const brokenOff = new Set(interruptions.flatMap(([, { during }]) => during));
  const lines = [
    'rankdir=TB; bgcolor="white"; nodesep=0.35; ranksep=0.45; fontname="Helvetica,Arial,sans-serif"',
    'node [fontname="Helvetica,Arial,sans-serif", fontsize=12, style=filled, color="#505a5f", margin="0.28,0.08"]',
    'edge [fontname="Helvetica,Arial,sans-serif", fontsize=10, color="#505a5f", fontcolor="#0b0c0c", arrowsize=0.7]',
    'start [shape=circle, label="", width=0.22, fixedsize=true, fillcolor="#0b0c0c"]',
    `start -> ${quoted(process.start)}`,
    ...(process.givenStart === undefined ? [] : [`start -> ${quoted(process.givenStart)}`]),
    ...states.map(([name, state]) => node(name, state, brokenOff.has(name))),
    ...states.flatMap(([name, state]) => arrows(name, state)),
    ...interruptions.flatMap(([word, { to }]) => interruption(word, to)),
  ];
  return `digraph ${quoted(process.id)} {\n${lines.map((line) => `  ${line};\n`).join("")}}\n`;
}

function node(name: string, state: State<string>, mayBreakOff: boolean): string {
  const told = saidOf(state);
  const label = told === "" ? name : `${name}\\n${told}`;
  const shape = state.kind === "end" ? "box" : state.kind === "step" ? "ellipse" : "box";
  const styles = ["filled", ...(state.kind === "end" ? ["rounded"] : []), ...(mayBreakOff ? ["dashed"] : [])];
  return `${quoted(name)} [label="${label}", shape=${shape}, style="${styles.join(",")}", fillcolor="${colourOf(state)}"]`;
}

/** Who is asked, or what is waited for. */
function saidOf(state: State<string>): string {
  switch (state.kind) {
    case "ask":
      return state.role;
    case "each":
      return `each ${state.role}`;
    case "all":
      return Object.values(state.parts)
        .map(({ role }) => role)
        .join(" + ");
    case "await":
      return "waits for a signal";
    case "until":
      return "waits for its day";
    case "step":
      return "";
    case "end":
      return "end";
  }
}

/** Pale, so that black text on it keeps a contrast of more than 7 : 1. */
function colourOf(state: State<string>): string {
  switch (state.kind) {
    case "ask":
    case "each":
    case "all":
      return "#d2e2f1";
    case "await":
    case "until":
      return "#fff7bf";
    case "step":
      return "#f3f2f1";
    case "end":
      return endColours[state.status] ?? "#f6d7d2";
  }
}

/** Good ends are green, those by the applicant's own will violet; any other is an end against the wish: red. */
const endColours: Readonly<Record<string, string>> = {
  completed: "#cce2d8",
  closed: "#cce2d8",
  withdrawn: "#dbd5e9",
  declined: "#dbd5e9",
};

/** One arrow for each state that can follow, with every outcome that leads there. */
function arrows(name: string, state: State<string>): string[] {
  const ways = Object.entries(waysOf(state));
  return [...new Set(ways.map(([, to]) => to))].map((to) => {
    const words = ways.filter(([, target]) => target === to).map(([way]) => way);
    const label = words
      .filter((word) => word !== "next")
      .map((word) => `  ${word}  `)
      .join("\\n");
    const isLate = words.every((word) => word === "expired");
    const style = isLate ? ', style=dotted, color="#942514", fontcolor="#942514"' : "";
    return `${quoted(name)} -> ${quoted(to)} [label="${label}"${style}]`;
  });
}

const interruption = (word: string, to: string): string[] => [
  `${quoted(`${word}!`)} [label="${word}\\nfrom any dashed state", shape=box, style="filled,dashed", fillcolor="#ffffff"]`,
  `${quoted(`${word}!`)} -> ${quoted(to)} [style=dashed]`,
];

const quoted = (name: string): string => `"${name}"`;
