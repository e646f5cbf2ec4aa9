import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { compile } from "../../workflows/kernel/compile.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { inRepository, machineText } from "../machine-file.ts";
import { BadName, type Names } from "./names.ts";

/** What there is to begin with: somebody decides on each application, or reviewers rank them and money is paid. */
const templates = {
  deciding: inRepository("infra/new/template"),
  selecting: inRepository("infra/new/selecting-template"),
};
const catalogue = inRepository("workflows/catalogue.ts");

/**
 * Makes the folder of a process that runs at once, and its line in the catalogue. The folder is made aside and looked at before
 * it gets its name; what cannot be finished leaves nothing behind. Answers which files there are now, from the top of the
 * repository.
 */
export async function makeProcess(names: Names, kind: keyof typeof templates): Promise<readonly string[]> {
  const template = templates[kind];
  const folder = inRepository(`workflows/${names.id}`);
  if (existsSync(folder))
    throw new BadName(`there is a folder workflows/${names.id} already; nothing was changed`);
  const listed = withLine(readFileSync(catalogue, "utf8"), names);
  const aside = inRepository(`workflows/.${names.id}`);
  const listing = `${catalogue}.new`;
  try {
    for (const path of filesIn(template)) {
      const text = filled(readFileSync(join(template, path), "utf8"), names);
      write(join(aside, path.replace(/\.template$/, "")), text);
    }
    const made = await processIn(aside, names);
    write(join(aside, "machine.asl.json"), machineText(compile(made)));
    write(listing, listed);
    renameSync(aside, folder);
    renameSync(listing, catalogue);
  } finally {
    rmSync(aside, { recursive: true, force: true });
    rmSync(listing, { force: true });
  }
  // A process of its own: this one has read the catalogue without the new line.
  execFileSync(process.execPath, ["--import", "tsx", inRepository("infra/local/compile.ts")], {
    cwd: inRepository("."),
  });
  return [
    ...filesIn(folder).map((path) => `workflows/${names.id}/${path}`),
    `docs/processes/${names.id}.svg`,
    "docs/retention.md",
    "workflows/catalogue.ts",
  ];
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const filled = (text: string, { id, variable, lt, en }: Names): string =>
  text
    .replaceAll("my-process", id)
    .replaceAll("myProcess", variable)
    .replaceAll("NAME-LT", lt)
    .replaceAll("NAME-EN", en);

async function processIn(folder: string, { variable }: Names): Promise<Process> {
  const made: Readonly<Record<string, Process>> = await import(
    pathToFileURL(join(folder, "process.ts")).href
  );
  const process = made[variable];
  if (!process) throw new Error(`the template has no process called ${variable}`);
  return process;
}

/** As the formatter would write it: a line, or two where it is long. */
function withLine(text: string, { id, variable }: Names): string {
  const end = text.indexOf("\n};", text.indexOf("const folders"));
  if (end < 0) throw new Error("workflows/catalogue.ts: the list of folders is not where it was");
  const name = id.includes("-") ? `"${id}"` : id;
  const load = `(await import("./${id}/process.ts")).${variable},`;
  const line = `  ${name}: async () => ${load}`;
  return `${text.slice(0, end)}\n${line.length > 111 ? `  ${name}: async () =>\n    ${load}` : line}${text.slice(end)}`;
}
