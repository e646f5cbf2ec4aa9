import type { Language } from "../../workflows/kernel/case-file.ts";
import { parametersIn } from "../reading/message-parameters.ts";
import { unnamedInSubjects } from "./subject.ts";

/** Within what a call may change a text of its mails. */
export const longest = { subject: 150, body: 4_000 } as const;
export type TextKind = keyof typeof longest;

/** What any text may name besides what the standard names: what everybody knows of the call, and what is due. */
const alwaysNamed = { subject: ["call", "process"], body: ["call", "process", "due"] } as const;

/** What is wrong with a text that somebody typed: where, and what was expected. */
export type TextFault =
  | { readonly kind: "empty" }
  | { readonly kind: "tooLong"; readonly most: number; readonly count: number }
  | { readonly kind: "lines" }
  | { readonly kind: "braces"; readonly line: number; readonly column: number }
  | {
      readonly kind: "missing" | "unknown";
      readonly names: readonly string[];
      readonly known: readonly string[];
    }
  | { readonly kind: "choices"; readonly names: readonly string[] }
  | { readonly kind: "personal" };

export interface TextToWeigh {
  readonly kind: TextKind;
  readonly language: Language;
  readonly typed: string;
  readonly standard: string;
}

/** The first fault of a typed text: what it names stays what the standard names, and a subject says nothing of anybody. */
export function faultOf({ kind, language, typed, standard }: TextToWeigh): TextFault | undefined {
  if (typed.trim() === "") return { kind: "empty" };
  if (typed.length > longest[kind]) return { kind: "tooLong", most: longest[kind], count: typed.length };
  if (kind === "subject" && /[\r\n]/.test(typed)) return { kind: "lines" };
  const read = parameters(typed, language);
  if ("line" in read) return { kind: "braces", ...read };
  const wanted = namesIn(standard, language);
  const given = read.parameters.map(({ name }) => name);
  const missing = wanted.filter((name) => !given.includes(name));
  const known = mayName({ kind, language, standard });
  if (missing.length > 0) return { kind: "missing", names: missing, known };
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { kind: "unknown", names: unknown, known };
  const choosing = parametersIn(standard, language);
  const changed = read.parameters.filter(({ name, choices, isCounted }) => {
    const was = choosing.find((one) => one.name === name);
    return was !== undefined && (isCounted !== was.isCounted || String(choices) !== String(was.choices));
  });
  if (changed.length > 0) return { kind: "choices", names: changed.map(({ name }) => name) };
  return kind === "subject" && looksPersonal.test(typed) ? { kind: "personal" } : undefined;
}

/** Addresses, telephones, personal codes and accounts: whatever of a person a program can tell. */
const looksPersonal = /@|\+\d|\d{6,}|LT\d{2}/u;

/** What a text names, in the standard's order. */
export const namesIn = (text: string, language: Language): readonly string[] =>
  parametersIn(text, language).map(({ name }) => name);

/** All that a text may name. */
export const mayName = ({ kind, language, standard }: Omit<TextToWeigh, "typed">): readonly string[] =>
  [...new Set([...namesIn(standard, language), ...alwaysNamed[kind]])].filter(
    (name) =>
      kind === "body" ||
      !unnamedInSubjects.some((one) => one === name) ||
      namesIn(standard, language).includes(name),
  );

type ReadText =
  | { readonly parameters: ReturnType<typeof parametersIn> }
  | { readonly line: number; readonly column: number };

/** The parser's own error says where it was at a loss. */
function parameters(text: string, language: Language): ReadText {
  try {
    return { parameters: parametersIn(text, language) };
  } catch (error) {
    const { line, column } = placeOf(error);
    return { line, column };
  }
}

function placeOf(error: unknown): { readonly line: number; readonly column: number } {
  const location = error instanceof Error && "location" in error ? error.location : undefined;
  const start = isObject(location) && "start" in location ? location.start : undefined;
  return {
    line: isObject(start) && "line" in start && typeof start.line === "number" ? start.line : 1,
    column: isObject(start) && "column" in start && typeof start.column === "number" ? start.column : 1,
  };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
