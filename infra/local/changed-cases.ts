import { caseIn } from "../../functions/lines/whose.ts";
import type { WriteListener } from "./writes.ts";

/** A case that was written to, and the number of its latest write. */
export interface ChangedRef {
  readonly ref: string;
  readonly seq: number;
}

/** Which cases were written to since their lines were kept: what the stream of the table tells on AWS. */
export interface ChangedCases {
  /** The longest unchanged first; so many at most. */
  readonly changedRefs: (limit: number) => Promise<readonly ChangedRef[]>;
  /** Forgets that a case was changed, unless it was changed again after it was listed so. */
  readonly forget: (changed: ChangedRef) => Promise<void>;
}

/** Follows the writes of a table from now on. */
export function followCases(onWrite: (listener: WriteListener) => void): ChangedCases {
  const changed = new Map<string, number>();
  let latest = 0;
  onWrite((write) => {
    const ref = caseIn(write);
    if (ref === undefined) return;
    changed.delete(ref);
    changed.set(ref, ++latest);
  });
  return {
    changedRefs: async (limit) => [...changed].slice(0, limit).map(([ref, seq]) => ({ ref, seq })),
    forget: async ({ ref, seq }) => {
      if (changed.get(ref) === seq) changed.delete(ref);
    },
  };
}
