import { commands } from "../../../infra/command/commands.ts";
import { runCommand } from "../../../infra/command/run.ts";

export interface Told {
  readonly code: number;
  /** Standard output and standard error, line by line. */
  readonly said: readonly string[];
  readonly told: readonly string[];
}

/** Types a command, as after `npm run -s kelias --`. */
export async function typed(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Told> {
  const said: string[] = [];
  const told: string[] = [];
  const code = await runCommand(commands, words, environment, {
    say: (line) => said.push(line),
    tell: (line) => told.push(line),
  });
  return { code, said, told };
}
