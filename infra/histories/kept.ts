import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inRepository } from "../machine-file.ts";
import { type History, history } from "./history.ts";

const folder = inRepository("test/histories/recorded");

/** The releases of which histories are kept, oldest first by name. */
export const releases = (): readonly string[] => readdirSync(folder).toSorted();

/** What was recorded at a release, by process. Throws where a file is no history. */
export const historiesOf = (release: string): readonly History[] =>
  readdirSync(join(folder, release))
    .toSorted()
    .map((file) => history.parse(JSON.parse(readFileSync(join(folder, release, file), "utf8"))));

/** Writes the histories of a release; one file for each process, a line for each state, form and road. */
export function keep(release: string, histories: readonly History[]): void {
  mkdirSync(join(folder, release), { recursive: true });
  for (const one of histories) writeFileSync(join(folder, release, `${one.process}.json`), textOf(one));
}

function textOf({ states, forms, roads, ...rest }: History): string {
  const lines = (named: Readonly<Record<string, unknown>>) =>
    Object.entries(named).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  const parts = [
    ...Object.entries(rest)
      .filter(([name]) => name !== "machine")
      .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`),
    `  "states": {\n${lines(states).join(",\n")}\n  }`,
    `  "forms": {\n${lines(forms).join(",\n")}\n  }`,
    `  "roads": [\n${roads.map((road) => `    ${JSON.stringify(road)}`).join(",\n")}\n  ]`,
    `  "machine": ${JSON.stringify(rest.machine)}`,
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}
