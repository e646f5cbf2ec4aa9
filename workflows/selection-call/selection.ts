import type { CaseFile } from "../kernel/case-file.ts";
import type { Selection } from "../kernel/selection/selection.ts";

/** How the process of a call's cases selects. Throws where it does not say so: nobody could tell how to rank them. */
export function selectionOf({ selects, ref }: Pick<CaseFile, "selects" | "ref">): Selection {
  if (!selects) throw new Error(`${ref}: the process of its cases does not say how it selects`);
  return selects;
}
