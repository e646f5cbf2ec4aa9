import type { Key } from "../adapters/table.ts";
import { refOfCase } from "../store/keys.ts";

/** What of a case its line is made from; mails, notes and files have no part in it. */
export const casePartitions = "case#";
export const caseParts = ["head", "task#", "record#", "consent#"] as const;
/** Where a call keeps the places of its cases. */
export const callPartitions = "call#";
export const entryParts = "entry#";

/** The case whose line a change of this item may change; most items change none. */
export function caseIn({ pk, sk }: Key): string | undefined {
  if (pk.startsWith(casePartitions)) return caseParts.some((part) => sk.startsWith(part)) ? pk : undefined;
  return pk.startsWith(callPartitions) && sk.startsWith(entryParts)
    ? refOfCase(sk.slice(entryParts.length))
    : undefined;
}
