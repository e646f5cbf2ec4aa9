import type { Key } from "../adapters/table.ts";
import { refOfCase } from "../store/keys.ts";

/** What of a case its line is made from; mails, notes and files have no part in it. */
export const casePartitions = "case#";
export const caseParts = ["head", "task#", "record#", "consent#"] as const;
/** Where a call keeps the places of its cases, and what tells what it shows itself; a word that breaks in is followed by a step. */
export const callPartitions = "call#";
export const entryParts = "entry#";
export const callParts = ["task#", "record#", "consent#"] as const;

/** The case, or the call, whose line a change of this item may change; most items change none. */
export function refIn({ pk, sk }: Key): string | undefined {
  const isOneOf = (parts: readonly string[]): boolean => parts.some((part) => sk.startsWith(part));
  if (pk.startsWith(casePartitions)) return isOneOf(caseParts) ? pk : undefined;
  if (!pk.startsWith(callPartitions)) return undefined;
  if (sk.startsWith(entryParts)) return refOfCase(sk.slice(entryParts.length));
  return isOneOf(callParts) ? pk : undefined;
}
