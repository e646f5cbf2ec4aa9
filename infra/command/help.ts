import type { Command, Taken } from "./command.ts";
import { optionsOf } from "./typed.ts";

const called = "npm run -s kelias --";

/** All commands, one a line. */
export function helpOf(commands: readonly Command[]): readonly string[] {
  return [
    `${called} COMMAND: looks after an installation, on this machine or on AWS.`,
    "",
    ...columns(commands.map((command) => [shapeOf(command), command.summary])),
    "",
    `${called} COMMAND --help says more of each.`,
  ];
}

/** One command, with all that it takes. */
export function helpOfOne(command: Command): readonly string[] {
  const words = (command.words ?? []).map(({ value = "", means }): Row => [value, means]);
  const options = Object.entries(optionsOf(command)).map(
    ([name, option]): Row => [optionShape(name, option), option.means],
  );
  return [
    `${called} ${shapeOf(command)}${options.length > 0 ? " [options]" : ""}`,
    "",
    `${command.summary.slice(0, 1).toUpperCase()}${command.summary.slice(1)}.`,
    ...(words.length + options.length > 0 ? ["", ...columns([...words, ...options])] : []),
    ...(command.more ?? []).flatMap((paragraph) => ["", paragraph]),
  ];
}

type Row = readonly [string, string];

const shapeOf = ({ name, words = [] }: Command): string =>
  [name, ...words.map(({ value }) => value)].join(" ");

const optionShape = (name: string, { value }: Taken): string => (value ? `--${name} ${value}` : `--${name}`);

function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
