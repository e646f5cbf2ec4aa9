import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { CaseFile } from "../kernel/case-file.ts";
import { iso } from "../kernel/clock.ts";
import type { Due, StepResult } from "../kernel/process.ts";

const closing = z.object({ closesAt: z.string() });

/** A second after the last instant at which somebody may apply. */
export const callCloses: Due = (file) =>
  iso(Temporal.Instant.from(closing.parse(file.call).closesAt).add({ seconds: 1 }));

/** A call is over when the roads of all its cases are: until then it may still be called off. */
export const countEnded = (file: CaseFile): StepResult<"going" | "over"> => ({
  outcome: (file.entries ?? []).every(({ ended }) => ended) ? "over" : "going",
});
