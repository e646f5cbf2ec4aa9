import * as z from "zod";

/** Where a case stands in an order, as it is kept (kernel/selection/standing): keys by name, amounts in EUR cents. */
export const standing = z.object({
  kind: z.enum(["offered", "reserve", "rejected"]),
  position: z.number().int().optional(),
  share: z.string().optional(),
  cents: z.number().int().optional(),
  isPartial: z.literal(true).optional(),
  decidedBy: z.string().optional(),
  keys: z.record(z.string(), z.number()).default({}),
});
