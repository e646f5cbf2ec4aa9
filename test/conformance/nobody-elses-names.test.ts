import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { houseRoles } from "../../workflows/kernel/roles.ts";
import type { State } from "../../workflows/kernel/states.ts";

/** Nothing outside a process's folder names what is its own: a page that knows a field by name breaks the process that has none. */

const processes = await everyProcess();

const sourcesIn = (folder: string): readonly (readonly [string, string])[] =>
  globSync(`${folder}/**/*.{ts,tsx}`).map((path) => [path, codeOf(readFileSync(path, "utf8"))]);

/** What stands in comments and in the addresses of modules names nothing. */
const codeOf = (source: string): string =>
  source
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/^\s*\/\/.*$/gm, "")
    .replaceAll(/\bfrom "[^"]*"|\bimport\("[^"]*"/g, "");

const literalsIn = (code: string): readonly string[] =>
  [...code.matchAll(/"([\w-]+)"/g)].map(([, said = ""]) => said);

/** Names and whole literals; of a literal of several words, such as a class or the key of a text, none. */
const namesIn = (code: string): readonly string[] => [
  ...literalsIn(code),
  ...[...code.replaceAll(/"[^"\n]*"/g, '""').matchAll(/[A-Za-z]\w*/g)].map(([name]) => name),
];

const formsOf = ({ states, interruptions, application }: Process) => [
  ...Object.values<State<string>>(states).flatMap((state) =>
    state.kind === "ask" || state.kind === "each"
      ? [state.form]
      : state.kind === "all"
        ? Object.values(state.parts).map(({ form }) => form)
        : [],
  ),
  ...Object.values(interruptions).map(({ form }) => form),
  ...(application ? [application] : []),
];

const ownNames = (process: Process): readonly string[] => [
  ...Object.keys(process.states),
  ...Object.keys(process.interruptions),
  ...Object.keys(process.papers ?? {}),
  ...Object.keys(process.sheets ?? {}),
  ...Object.keys(process.shows ?? {}),
  ...Object.keys(process.publishes ?? {}),
  ...formsOf(process).flatMap(({ id, fields }) => [id, ...Object.keys(fields)]),
];

/** A word of one syllable of meaning, such as `open` or `name`, is everybody's; one that was put together is its maker's. */
const isMade = (name: string): boolean => /[a-z][A-Z]/.test(name);

const kernel = sourcesIn("workflows/kernel");
const knownToKernel = new Set(kernel.flatMap(([, code]) => namesIn(code)));
const applicationFields = new Set(
  processes.flatMap(({ application }) => Object.keys(application?.fields ?? {})),
);
const own = new Set(
  processes
    .flatMap(ownNames)
    .filter((name) => isMade(name) && (applicationFields.has(name) || !knownToKernel.has(name))),
);
const ownRoles = new Set(
  processes.flatMap(({ roles = {} }) => Object.keys(roles)).filter((role) => !houseRoles.includes(role)),
);

/** What the code declares itself is its own, whatever a process calls by the same name. */
const declaredIn = (code: string): readonly string[] =>
  [...code.matchAll(/\b(?:const|let|function|readonly)\s+(\w+)/g)].map(([, name = ""]) => name);

describe.each(["functions", "infra"])("what stands in %s", (folder) => {
  const sources = sourcesIn(folder);
  const declared = new Set(
    sources.flatMap(([, code]) => declaredIn(code)).filter((name) => !applicationFields.has(name)),
  );

  it("names no state, field, word, form, paper or list that a process has of its own", () => {
    const found = sources.flatMap(([path, code]) =>
      namesIn(code).flatMap((name) => (own.has(name) && !declared.has(name) ? [`${path}: ${name}`] : [])),
    );
    expect(found).toEqual([]);
  });

  it("reads no field of an application by its name: the process says in which it asks who applies", () => {
    const found = sources.flatMap(([path, code]) =>
      [...code.matchAll(/\b(?:values|application)\??\.([a-zA-Z]\w*)/g)].flatMap(([read, field = ""]) =>
        // What a form is made of has that name, too.
        applicationFields.has(field) && field !== "fields" ? [`${path}: ${read}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it("knows no process by its id, and no role that a process has of its own", () => {
    const ids = new Set(processes.map(({ id }) => id).filter((id) => id.includes("-")));
    const found = sources.flatMap(([path, code]) => [
      ...literalsIn(code).flatMap((said) => (ids.has(said) ? [`${path}: ${said}`] : [])),
      ...[...code.matchAll(/\b(?:role\w* [!=]== |people\()"(\w+)"/g)].flatMap(([read, role = ""]) =>
        ownRoles.has(role) ? [`${path}: ${read}`] : [],
      ),
    ]);
    expect(found).toEqual([]);
  });
});
