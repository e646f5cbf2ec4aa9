import * as z from "zod";
import type { CaseFile } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { meeting } from "./meetings.ts";

/** What whoever joins brings to the group: how the others and the leader know them. */
export const joiner = z.object({ name: z.string(), school: z.string() });

/** What the group has decided on somebody who joined. */
export const membership = z.object({
  kind: z.enum(["joined", "waiting", "left"]),
  /** The place on the waiting list, from 1. */
  position: z.number().int().positive().optional(),
  meetings: z.array(meeting).default([]),
  /** The numbers of the meetings at which the leader saw them. */
  attended: z.array(z.number().int()).default([]),
  /** How many there were. */
  held: z.number().int().default(0),
});
export type Membership = z.infer<typeof membership>;

export const membershipOf = ({ entry }: Pick<CaseFile, "entry">): Membership | undefined =>
  membership.safeParse(entry?.decision).data;

/** Those who came and have not gone, who came first first; by identifier where they came at one instant. */
const present = (entries: readonly Entry[]): readonly Entry[] =>
  entries
    .filter(({ ended, bid }) => !ended && joiner.safeParse(bid).success)
    .toSorted((a, b) =>
      a.submittedAt === b.submittedAt ? (a.ref < b.ref ? -1 : 1) : a.submittedAt < b.submittedAt ? -1 : 1,
    );

/** Who has a place and who waits: the first so many have one, and nobody who has one loses it. */
export function seat(
  entries: readonly Entry[],
  capacity: number,
): { readonly seated: readonly Entry[]; readonly waiting: readonly Entry[] } {
  const all = present(entries);
  const has = (entry: Entry) => membership.safeParse(entry.decision).data?.kind === "joined";
  const inOrder = [...all.filter(has), ...all.filter((entry) => !has(entry))];
  return { seated: inOrder.slice(0, capacity), waiting: inOrder.slice(capacity) };
}
