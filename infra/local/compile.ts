import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { faultsOfTexts } from "../../functions/reading/text-faults.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { madeFiles } from "./compiled.ts";

/** `npm run compile`: writes anew what is made from the processes: machines, pictures, and how long what is kept. Exit code 1 when a text names what no case gives. */
for (const { path, text } of await madeFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
const faults = (await Promise.all((await everyProcess()).map(faultsOfTexts))).flat();
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
