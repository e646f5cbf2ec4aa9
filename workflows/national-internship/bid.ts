import * as z from "zod";
import type { Entry } from "../kernel/entry.ts";

/** What an intern brings to the matching. */
export const internBid = z.object({
  name: z.string(),
  school: z.string(),
  municipality: z.string(),
  /** Where the intern's school is. */
  at: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  years: z.number().int(),
  shares: z.string(),
  /** The places wanted, the most wanted first. */
  wishes: z.array(z.string()),
  /** Places that were lost again: the host declined, or the place fell away. */
  lost: z.array(z.string()),
});
export type InternBid = z.infer<typeof internBid>;

/** What the matching decided on an intern, and why of each wish in order. */
export const placement = z.object({
  kind: z.enum(["matched", "waiting"]),
  place: z.string().optional(),
  wishes: z.array(
    z.object({ place: z.string(), outcome: z.enum(["matched", "others", "excluded", "unneeded"]) }),
  ),
});
export type Placement = z.infer<typeof placement>;

/** The place that an intern has now; `undefined` for one who has none, or has lost it. */
export function placeOfEntry({ bid, decision }: Pick<Entry, "bid" | "decision">): string | undefined {
  const place = placement.safeParse(decision).data?.place;
  const lost = internBid.safeParse(bid).data?.lost ?? [];
  return place === undefined || lost.includes(place) ? undefined : place;
}
