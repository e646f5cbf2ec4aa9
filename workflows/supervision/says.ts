import * as z from "zod";
import { delivererOf } from "../blocks/deliverer.ts";
import type { CaseFile } from "../kernel/case-file.ts";

const finished = z.object({
  meetings: z.number().optional(),
  took: z.number().optional(),
  done: z.number().optional(),
  partly: z.number().optional(),
  notYet: z.number().optional(),
});

/** What the words of a school's supervision may name. A count that is too small to show is a dash. */
export function says(file: CaseFile): Readonly<Record<string, string | number>> {
  const { meetings, took, done, partly, notYet } = finished.safeParse(file.entry?.decision).data ?? {};
  return {
    supervisor: delivererOf(file)?.name ?? "–",
    meetings: meetings ?? "–",
    took: took ?? "–",
    done: done ?? "–",
    partly: partly ?? "–",
    notYet: notYet ?? "–",
  };
}
