import { parseArgs } from "node:util";
import { processIds } from "../../workflows/catalogue.ts";
import { makeProcess } from "./make-process.ts";
import { BadName, namesOf } from "./names.ts";

/**
 * `npm run new -- NAME [--selecting] [--lt PAVADINIMAS] [--en NAME]`: the folder of a new process, which runs at once. With
 * `--selecting` its calls share out money by rank, and pay it.
 */
const usage = 'npm run new -- reading-club [--selecting] --lt "Skaitymo klubas" --en "Reading club"';

try {
  const { values, positionals } = read();
  const [typed] = positionals;
  if (typed === undefined || positionals.length > 1)
    throw new BadName(`expected the name of one process: ${usage}`);
  const names = namesOf(typed, values, processIds);
  const files = await makeProcess(names, values.selecting ? "selecting" : "deciding");
  process.stdout.write(
    [
      `There is a process ${names.id} now:`,
      ...files.map((file) => `  ${file}`),
      "",
      "What to do next:",
      "  npm start                  the console makes calls of it under “New call”; then apply to one",
      `  npm run words -- ${names.id}`,
      "                             says which words are missing, and where each stands",
      "  npm run compile            makes its machine and its picture anew after each change of its road",
      "  npm test -- test/workflows holds it to what every process is held to",
      values.selecting
        ? "  docs/selecting-process.md  goes through the road, from the call to the settlement"
        : "  docs/first-process.md      goes on from here, a step at a time",
      "",
    ].join("\n"),
  );
} catch (error) {
  if (!(error instanceof BadName)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

function read() {
  try {
    return parseArgs({
      options: { selecting: { type: "boolean" }, lt: { type: "string" }, en: { type: "string" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new BadName(`${error instanceof Error ? error.message : String(error)}: ${usage}`);
  }
}
