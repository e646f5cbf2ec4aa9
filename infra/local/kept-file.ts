import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as z from "zod";

/** What a small file of the data folder holds; `undefined` when there is none. Throws for other content. */
export function readKept<T>(file: string, schema: z.ZodType<T>): T | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return schema.parse(JSON.parse(text));
}

/** Whole or not at all: a process killed in the middle leaves the file of before. */
export function writeKept(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * As `writeKept`, but content that is as long as what is there goes over it in one write, which a killed process has done
 * or not: a power cut may tear it, and it takes a tenth of the time.
 */
export function writeOften(file: string, content: unknown): void {
  const text = JSON.stringify(content);
  const length = statSync(file, { throwIfNoEntry: false })?.size;
  if (length === Buffer.byteLength(text)) writeFileSync(file, text, { flag: "r+" });
  else writeKept(file, content);
}
