import * as z from "zod";
import { instant, keyed, staffName } from "./item-parts.ts";

/** What a program may read of the call that its key is for: its cases, and who stands behind them. */
const clientRights = ["cases:read", "people:read"] as const;
export type ClientRight = (typeof clientRights)[number];

/** A program that may read a call: what stands for its key, until which local day, and how often it came in the latest minute. */
export const clientItem = z.object({
  ...keyed,
  callId: z.string(),
  process: z.string(),
  name: z.string(),
  rights: z.array(z.enum(clientRights)),
  until: z.string(),
  seal: z.string(),
  madeAt: instant,
  madeBy: staffName,
  /** For whom its maker stood in, by e-mail address: it ends when they no longer do. */
  insteadOf: z.string().optional(),
  revokedAt: instant.optional(),
  revokedBy: staffName.optional(),
  minute: z.string(),
  used: z.number(),
});
export type ClientItem = z.infer<typeof clientItem>;
