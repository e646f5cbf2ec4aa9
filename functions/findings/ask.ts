import type * as z from "zod";
import type { House } from "../house.ts";
import { readFigures } from "../lines/figures.ts";
import { type FindingKind, findingItem } from "../store/finding-item.ts";
import { findingKey, jobsPartition } from "../store/keys.ts";

/** A call of up to so many cases is looked through by the request itself. */
const mostAtOnce: Readonly<Record<FindingKind, number>> = {
  audit: 100,
  reviewers: 100,
  silent: 100,
  trial: 300,
};

/** What is asked of a call. `by`: whose question it is, where each has one of their own. */
export interface Question {
  readonly callId: string;
  readonly kind: FindingKind;
  readonly said?: string;
  readonly by?: string;
}

/** What was found out, as of when; nothing yet where it was never asked, or is being found out for the first time. */
export interface Finding<Found> {
  readonly found?: Found;
  readonly at?: string;
  readonly isUnderWay: boolean;
  readonly hasFailed: boolean;
}

/** Is the call so small that it is looked through at once? */
export async function isAtOnce(
  house: Pick<House, "table" | "clock">,
  callId: string,
  kind: FindingKind,
): Promise<boolean> {
  return (await readFigures(house, callId)).figures.cases <= mostAtOnce[kind];
}

/** What was found out last in answer to this very question. */
export async function lastFinding<Found>(
  { table }: Pick<House, "table">,
  { callId, kind, by, said = "" }: Question,
  shape: z.ZodType<Found>,
): Promise<Finding<Found>> {
  const stored = await table.get(findingKey(callId, kind, by));
  const item = stored && findingItem.parse(stored);
  if (!item) return { isUnderWay: false, hasFailed: false };
  const isSame = item.said === said;
  return {
    ...(item.of === said && item.at !== undefined && item.found !== undefined
      ? { found: shape.parse(item.found), at: item.at }
      : {}),
    isUnderWay: isSame && item.pending !== undefined,
    hasFailed: isSame && item.failed === true,
  };
}

/** Asks: what is found out in the background is there a little later. Who asks again meanwhile waits for the same. */
export async function askFor(
  { table, clock }: Pick<House, "table" | "clock">,
  { callId, kind, by, said = "" }: Question,
): Promise<void> {
  const now = clock.now();
  const key = findingKey(callId, kind, by);
  const asked = { kind, said, askedAt: now };
  const { outcome } = await table.change(key, {
    set: { ...asked, pending: jobsPartition, pendingAt: now },
    remove: ["failed", "attempts"],
    when: { pending: "absent" },
  });
  if (outcome === "changed") return;
  // Whoever is at it sees at its end that something else is asked by now.
  const stored = await table.get(key);
  if (stored && findingItem.parse(stored).said !== said)
    await table.change(key, { set: asked, remove: ["failed"], when: { askedAt: "present" } });
}
