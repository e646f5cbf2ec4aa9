import { parseArgs } from "node:util";
import { type Command, Refusal, type Taken, type Typed } from "./command.ts";

/** Options that say on which installation to work. */
const places: Readonly<Record<string, Taken>> = {
  env: {
    value: "dev|prod",
    means: "the environment on AWS; without it, the data folder of npm start (KELIAS_DATA names another)",
  },
  region: { value: "REGION", means: "with --env: the region, such as eu-north-1 (else AWS_REGION)" },
  table: {
    value: "NAME",
    means: "with --env: another table than that of the environment, such as a restored one",
  },
};

/** All options of a command, without `--help`. */
export const optionsOf = ({ on, options = {} }: Command): Readonly<Record<string, Taken>> =>
  on === "installation" ? { ...options, ...places } : options;

/** Which command is asked for, and what stands after its name; `undefined` when there is none of that name. */
export function commandIn(
  commands: readonly Command[],
  given: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | undefined {
  for (const command of commands) {
    const name = command.name.split(" ");
    if (name.every((word, index) => given[index] === word))
      return { command, rest: given.slice(name.length) };
  }
  return undefined;
}

/** Reads what stands after a command's name; `help` when that is asked for. Throws a `Refusal` that says what is expected. */
export function readTyped(
  command: Command,
  rest: readonly string[],
  environment: Typed["environment"],
): Typed | "help" {
  const known = optionsOf(command);
  const options = {
    ...Object.fromEntries(
      Object.entries(known).map(([name, { value }]) => [
        name,
        { type: value ? "string" : "boolean" } as const,
      ]),
    ),
    help: { type: "boolean", short: "h" } as const,
  };
  const { tokens } = parseArgs({
    args: [...rest],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) return "help";
  const words: string[] = [];
  const found: Record<string, string | boolean> = {};
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind === "option") found[token.name] = optionOf(command, known, token);
  }
  const wanted = command.words ?? [];
  if (words.length !== wanted.length) throw new Refusal(countFault(command, words));
  return { words, options: found, environment };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function optionOf(
  command: Command,
  known: Readonly<Record<string, Taken>>,
  { name, rawName, value }: OptionToken,
): string | boolean {
  const option = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!option) {
    const names = Object.keys(known).map((one) => `--${one}`);
    throw new Refusal(
      `${command.name}: there is no option ${rawName}; expected ${names.length > 0 ? names.join(", ") : "none"}`,
    );
  }
  if (!option.value && value !== undefined) throw new Refusal(`${command.name}: --${name} takes no value`);
  if (option.value && !value)
    throw new Refusal(`${command.name}: --${name} expects a value: --${name} ${option.value}`);
  return option.value ? (value ?? "") : true;
}

function countFault({ name, words = [] }: Command, given: readonly string[]): string {
  const expected = words.map(({ value }) => value).join(" ");
  const missing = words[given.length]?.value;
  if (missing) return `${name}: ${missing} is missing; expected: ${name} ${expected}`;
  return `${name}: nobody expects "${given[words.length]}" here; expected: ${[name, expected].join(" ").trim()}`;
}
