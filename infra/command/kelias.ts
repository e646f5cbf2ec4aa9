import { commands } from "./commands.ts";
import { runCommand } from "./run.ts";

/** `npm run -s kelias -- COMMAND`: looks after an installation. */
process.exitCode = await runCommand(commands, process.argv.slice(2), process.env, {
  say: (line) => process.stdout.write(`${line}\n`),
  tell: (line) => process.stderr.write(`${line}\n`),
});
