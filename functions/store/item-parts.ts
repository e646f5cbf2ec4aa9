import * as z from "zod";

/** ISO, UTC. */
export const instant = z.string();
export const language = z.enum(["lt", "en"]);
export const values = z.record(z.string(), z.unknown());

/** Every item has them. */
export const keyed = { pk: z.string(), sk: z.string() };

/** When a machine wakes, by the names of the states that come next. */
export const clocks = z.record(z.string(), z.array(instant).readonly());

/** Of what still has to leave the table: where it waits, since when, and how often it was tried. */
export const pendable = {
  pending: z.string().optional(),
  pendingAt: instant.optional(),
  attempts: z.number().optional(),
};

/** One of the staff, as what they did is signed. */
export const staffName = z.object({ name: z.string(), email: z.string() });

export const personItem = z.object({ name: z.string(), email: z.string(), language });
