import { rmSync } from "node:fs";
import { faultsOfTexts } from "../../functions/reading/text-faults.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { readArguments } from "./rehearse/arguments.ts";
import { layOutExample } from "./rehearse/example-files.ts";
import { prepareFolder, readFiles } from "./rehearse/files.ts";
import { layOutProgramme, readProgramme } from "./rehearse/programme-files.ts";
import { UnsentMails } from "./rehearse/unsent.ts";
import { rehearseCall } from "./rehearse/whole-call.ts";
import { rehearseProgramme } from "./rehearse/whole-programme.ts";

/**
 * Plays a whole call from two files, or every call of a programme, in virtual time, through the real handlers and the real state
 * machines. What is of one process, its columns, its answers and its output files, that process says.
 */
async function rehearse(given: readonly string[]): Promise<number> {
  const options = readArguments(given);
  if (options.outcome === "faulty") return refuse(options.faults);
  const { plays, example, out, seed } = options.value;
  if (example !== undefined && "call" in plays) {
    const laidOut = await layOutExample(example, plays);
    if (laidOut.outcome === "faulty") return refuse(laidOut.faults);
  }
  if ("programme" in plays) {
    await layOutProgramme(plays.programme);
    const read = await readProgramme(plays.programme);
    if (read.outcome === "faulty") return refuse(read.faults);
    const folderOf = () =>
      prepareFolder(
        out,
        read.value.map(({ files }) => files),
        seed,
      );
    return inFolder(folderOf, (folder) => rehearseProgramme(read.value, folder, out));
  }
  const read = await readFiles(plays);
  if (read.outcome === "faulty") return refuse(read.faults);
  return inFolder(
    () => prepareFolder(out, [plays], seed),
    (folder) => rehearseCall(read.value, folder, out),
  );
}

/** Rehearses in a folder that is thrown away when it is over, and kept where it was cut off. */
async function inFolder(
  prepare: () => string,
  rehearseIn: (folder: string) => Promise<void>,
): Promise<number> {
  const unsaid = (await Promise.all((await everyProcess()).map(faultsOfTexts))).flat();
  if (unsaid.length > 0) return refuse(unsaid);
  const folder = prepare();
  try {
    await rehearseIn(folder);
    rmSync(folder, { recursive: true, force: true });
    return 0;
  } catch (error) {
    if (!(error instanceof UnsentMails)) throw error;
    // Whoever has mended the text rehearses from the beginning.
    rmSync(folder, { recursive: true, force: true });
    return refuse(error.faults);
  }
}

/** Says what is wrong with the files, if anything is; the exit code. */
function refuse(faults: readonly string[]): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = await rehearse(process.argv.slice(2));
