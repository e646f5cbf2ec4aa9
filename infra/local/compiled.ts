import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { everyProcess } from "../../workflows/catalogue.ts";
import { compile } from "../../workflows/kernel/compile.ts";
import { draw } from "../../workflows/kernel/draw.ts";
import { inRepository, machineFileOf, machineText } from "../machine-file.ts";

/** A file that is made from a process and committed, so that a reader of the repository finds it. */
export interface MadeFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** For each process of the catalogue the machine that runs it and the picture of its road. */
export async function madeFiles(): Promise<readonly MadeFile[]> {
  const graphviz = await Graphviz.load();
  return (await everyProcess()).flatMap((process) => [
    {
      path: machineFileOf(process.id),
      text: machineText(compile(process)),
    },
    { path: inRepository(`docs/processes/${process.id}.svg`), text: graphviz.dot(draw(process)) },
  ]);
}
