import { type Paper, type Part, partiesTo } from "./paper.ts";
import type { Definition } from "./process.ts";
import { type Role, rolesOf } from "./roles.ts";
import type { State } from "./states.ts";

interface Said {
  readonly states: Readonly<Record<string, State<string>>>;
  readonly papers?: Readonly<Record<string, Paper>>;
  readonly sheets?: Readonly<Record<string, unknown>>;
}

/** The words that a process's papers need. */
export const wordsOfPapers = (process: Said): readonly string[] =>
  Object.entries(process.papers ?? {}).flatMap(([name, { parts, sentences = [] }]) => [
    ...["title", "foot", ...sentences].map((word) => `${name}.${word}`),
    ...Object.entries(parts).flatMap(([under, part]) => [
      ...(part.isUntitled || part.kind === "sheet" ? [] : [`${name}.${under}.title`]),
      ...namesIn(part, process).map((row) => `${name}.${under}.${row}`),
    ]),
  ]);

function namesIn(part: Part, process: Said): readonly string[] {
  switch (part.kind) {
    case "text":
      return ["text"];
    case "facts":
      return typeof part.rows === "function" ? [] : Object.keys(part.rows);
    case "signatures":
      return Object.keys(partiesTo(process, part.form));
    case "table":
      return Object.keys(part.columns);
    case "answer":
    case "sheet":
      return [];
  }
}

/** Names that papers of the house have, which no process may give to its own. */
const taken: readonly string[] = ["certificate", "evidence"];

/** What is wrong with papers that no type could rule out. */
export const faultsOfPapers = (process: Said): readonly string[] =>
  Object.entries(process.papers ?? {}).flatMap(([name, { parts }]) => [
    ...(/^[a-z][a-zA-Z]*$/.test(name) && !taken.includes(name)
      ? []
      : [`papers: ${name} stands in an address, so it is one word, and none of ${taken.join(", ")}`]),
    ...Object.entries(parts).flatMap(([under, part]) => {
      if (part.kind === "sheet" && !Object.hasOwn(process.sheets ?? {}, part.of))
        return [`papers: ${name}.${under} shows the sheet ${part.of}, which does not exist`];
      if (part.kind === "signatures" && Object.keys(partiesTo(process, part.form)).length === 0)
        return [`papers: nobody is asked for ${part.form}, which ${name}.${under} is signed with`];
      return [];
    }),
  ]);

/** What is for a role that there is not: nobody would ever see it. */
export function faultsOfReaders(process: Definition<string>): readonly string[] {
  const known = new Set(rolesOf(process));
  const { papers = {}, sheets = {}, shows = {} } = process;
  return Object.entries({ papers, sheets, shows }).flatMap(([kind, said]) =>
    Object.entries<{ readonly to: readonly Role[] }>(said).flatMap(([name, { to }]) =>
      to.filter((role) => !known.has(role)).map((role) => `${kind}.${name}: nobody is called ${role}`),
    ),
  );
}
