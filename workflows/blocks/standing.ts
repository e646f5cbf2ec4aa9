import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import { isOver } from "../kernel/facts/ends.ts";
import { iso } from "../kernel/facts/instants.ts";
import { defineForm } from "../kernel/form.ts";
import type { Due } from "../kernel/states.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { blockWords } from "./words.ts";

const closing = z.object({ closesAt: z.string() });

/** A second after the last instant at which somebody may apply. */
export const callCloses: Due = (file) =>
  iso(Temporal.Instant.from(closing.parse(file.call).closesAt).add({ seconds: 1 }));

/** A call is over when the roads of all its cases are: until then it may still be called off. */
export const countEnded = (file: CaseFile): StepResult<"going" | "over"> => ({
  outcome: (file.entries ?? []).every(({ ended }) => ended) ? "over" : "going",
});

/** The same for a call that takes applications: one whose last day was moved meanwhile is open for longer. */
export const countStanding = (file: CaseFile, now: string): StepResult<"open" | "going" | "over"> =>
  isOver(closing.parse(file.call).closesAt, now) ? countEnded(file) : { outcome: "open" };

/** The whole call falls away; everybody reads why. */
const callingOff = defineForm({
  id: "callingOff",
  words: blockWords,
  outcomes: ["calledOff"],
  fields: { reason: why({ max: 2000 }) },
});

/** Every case that still goes on ends with it. */
export const endsAll = ({ entries = [] }: CaseFile): readonly string[] =>
  entries.filter(({ ended }) => !ended).map(({ ref }) => ref);

const said = z.object({ reason: z.string() });

/** Every case that still goes on is broken off, with the reason that was given. */
export function callOffCases(file: CaseFile): StepResult<"told"> {
  const { reason } = said.parse(latestInterruption(file, "calledOff")?.values);
  return {
    outcome: "told",
    everybody: { name: "cancelled", values: { reason } },
  };
}

/** The coordinator calls it off while one of these goes on. */
export const calledOff = <const During extends string>(...during: readonly During[]) =>
  ({ by: "coordinator", form: callingOff, ends: endsAll, to: "callingOff", during }) as const;
