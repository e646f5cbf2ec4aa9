import * as z from "zod";
import type { House } from "../house.ts";
import { type Audited, auditCall } from "./audit-call.ts";

/** So many differences are told; that there are more is said. */
const mostTold = 200;

const differences = z.object({
  count: z.number(),
  some: z.array(
    z.object({
      ref: z.string(),
      what: z.enum(["missing", "score", "facts", "order", "place", "rules", "reasons"]),
      published: z.string(),
      recomputed: z.string(),
    }),
  ),
});
export type Differences = z.infer<typeof differences>;

/** What an audit of a call found, as a page tells it. */
export const auditFinding = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["unknownCall", "nothingPublished"]) }),
  z.object({
    outcome: z.literal("audited"),
    rankings: z.array(z.object({ name: z.string(), cases: z.number(), differences })),
    changed: differences,
  }),
]);

export const auditedCall = async (house: Pick<House, "table" | "documents">, callId: string) =>
  told(await auditCall(house, callId));

function told(audited: Audited): z.infer<typeof auditFinding> {
  if (audited.outcome !== "audited") return audited;
  return {
    outcome: "audited",
    rankings: audited.rankings.map(({ name, cases, differences: found }) => ({
      name,
      cases,
      differences: some(found),
    })),
    changed: some(audited.changed),
  };
}

const some = (found: readonly Differences["some"][number][]): Differences => ({
  count: found.length,
  some: found.slice(0, mostTold),
});
