import * as z from "zod";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/process.ts";

const said = z.object({ reason: z.string() });

/** Every case that still goes on is broken off, with the reason that was given. */
export function callOff(file: CaseFile): StepResult<"told"> {
  const { reason } = said.parse(latestInterruption(file, "calledOff")?.values);
  return {
    outcome: "told",
    decisions: (file.entries ?? [])
      .filter(({ ended }) => !ended)
      .map(({ ref }) => ({ ref, interrupt: { name: "cancelled", values: { reason } } })),
  };
}
