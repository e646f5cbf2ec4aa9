import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { processes } from "../../workflows/catalogue.ts";
import { compile } from "../../workflows/kernel/compile.ts";
import { draw } from "../../workflows/kernel/draw.ts";

/** A file that is made from a process and committed, so that a reader of the repository finds it. */
export interface MadeFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** For each process of the catalogue the machine that runs it and the picture of its road. */
export async function madeFiles(): Promise<readonly MadeFile[]> {
  const graphviz = await Graphviz.load();
  return processes.flatMap((process) => [
    {
      path: inRepository(`workflows/${folderOf(process.id)}/machine.asl.json`),
      text: `${JSON.stringify(compile(process), undefined, 2)}\n`,
    },
    { path: inRepository(`docs/processes/${process.id}.svg`), text: graphviz.dot(draw(process)) },
  ]);
}

/** A process has a folder of its name; of a family, such as a group and those who join it, each stands in the family's. */
const folderOf = (id: string): string =>
  existsSync(inRepository(`workflows/${id}`)) ? id : id.replace(/-([^-]+)$/, "/$1");

const inRepository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
