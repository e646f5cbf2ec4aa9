import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { date, money } from "../kernel/field-kinds.ts";
import { defineForm } from "../kernel/form.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

/**
 * An auditor's visit to whoever carries something out: when it was, what was found, and what of the costs is not accepted for it.
 * A visit that finds everything in order refuses nothing.
 */
export const control = defineForm({
  id: "control",
  words: blockWords,
  outcomes: ["noted"],
  fields: { visitedOn: date({ past: true }), refusedCents: money({}), finding: why({ max: 4000 }) },
});

const noted = z.object({ refusedCents: z.number().int() });

/** What all visits that were noted by this word refuse together. EUR cents. */
export const refusedByControl = ({ interruptions }: Pick<CaseFile, "interruptions">, word: string): number =>
  interruptions
    .filter(({ name }) => name === word)
    .reduce((sum, { values }) => sum + noted.parse(values).refusedCents, 0);
