import { DatabaseError } from "../local/database/errors.ts";
import { adviceOn, StartFault } from "../local/start-fault.ts";
import { type Command, type Output, Refusal, type Typed } from "./command.ts";
import { helpOf, helpOfOne } from "./help.ts";
import { askInstallation } from "./place.ts";
import { commandIn, readTyped } from "./typed.ts";

/** Runs the command that the words ask for; the exit code. What cannot be done is said in a sentence, with what is expected. */
export async function runCommand(
  commands: readonly Command[],
  given: readonly string[],
  environment: Typed["environment"],
  output: Output,
): Promise<number> {
  try {
    return await runFound(commands, given, environment, output);
  } catch (error) {
    const lines = linesOf(error);
    if (!lines) throw error;
    lines.forEach(output.tell);
    return 2;
  }
}

async function runFound(
  commands: readonly Command[],
  given: readonly string[],
  environment: Typed["environment"],
  output: Output,
): Promise<number> {
  const found = commandIn(commands, given);
  if (!found) return unknown(commands, given, output);
  const { command, rest } = found;
  const typed = readTyped(command, rest, environment);
  if (typed === "help") {
    helpOfOne(command).forEach(output.say);
    return 0;
  }
  return command.on === "machine" ? command.run(typed, output) : askInstallation(command, typed, output);
}

const asksForHelp = (word: string): boolean => ["help", "--help", "-h"].includes(word);

function unknown(commands: readonly Command[], given: readonly string[], output: Output): number {
  const words = given.filter((word) => !asksForHelp(word));
  const near = commands.filter(({ name }) => name.split(" ")[0] === words[0]);
  if (words.length === 0 || (near.length > 0 && words.length === 1 && given.length > 1)) {
    helpOf(words.length === 0 ? commands : near).forEach(output.say);
    return 0;
  }
  const expected = (near.length > 0 ? near : commands).map(({ name }) => name).join(", ");
  output.tell(`there is no command "${words.join(" ")}"; expected one of: ${expected}`);
  return 2;
}

function linesOf(error: unknown): readonly string[] | undefined {
  if (error instanceof Refusal) return error.lines;
  if (error instanceof StartFault) return [adviceOn(error)];
  if (error instanceof DatabaseError) return [error.message];
  return undefined;
}
