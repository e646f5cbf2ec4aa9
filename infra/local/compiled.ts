import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { everyProcess } from "../../workflows/catalogue.ts";
import { compile } from "../../workflows/kernel/compile.ts";
import { draw } from "../../workflows/kernel/draw.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { inRepository, machineFileOf, machineText } from "../machine-file.ts";
import { retentionPage } from "./retention-page.ts";

/** A file that is made from a process and committed, so that a reader of the repository finds it. */
export interface MadeFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** For each process of the catalogue the machine that runs it and the picture of its road; and what is kept of all of them how long. */
export async function madeFiles(): Promise<readonly MadeFile[]> {
  const pictures = (await everyProcess()).map(async (process) => [
    { path: machineFileOf(process.id), text: machineText(compile(process)) },
    await pictureOf(process),
  ]);
  return [
    ...(await Promise.all(pictures)).flat(),
    { path: inRepository("docs/retention.md"), text: await retentionPage() },
  ];
}

/** The picture of a process's road. */
async function pictureOf(process: Process): Promise<MadeFile> {
  const graphviz = await Graphviz.load();
  return { path: inRepository(`docs/processes/${process.id}.svg`), text: graphviz.dot(draw(process)) };
}
