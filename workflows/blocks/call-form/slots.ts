import * as z from "zod";
import { date, rows, text, time } from "../../kernel/field-kinds.ts";
import type { Slot } from "../../kernel/slot.ts";

const slot = z.strictObject({
  by: z.string().trim().min(1).max(120),
  starts: z.iso.datetime({ local: true, precision: -1 }),
});

/** The times that a call offers: each of whoever offers it once. */
export const slotsOfCall = z
  .array(slot)
  .max(2000)
  .refine(
    (slots) => new Set(slots.map(({ starts, by }) => `${starts} ${by}`)).size === slots.length,
    "expected each time of somebody once",
  );

/** The same as a question of the form: a line each. */
export const slotRows = rows({
  max: 2000,
  optional: true,
  written: "lines",
  columns: { on: date({}), at: time({}), by: text({ max: 120 }) },
});

interface Row {
  readonly on: string;
  readonly at: string;
  readonly by: string;
}
export const slotsSaid = (said: readonly Row[]): readonly Slot[] =>
  said.map(({ on, at, by }) => ({ starts: `${on}T${at}`, by }));

export const slotsTyped = (slots: readonly Slot[]): string =>
  slots.map(({ starts, by }) => [starts.slice(0, 10), starts.slice(11), by].join("; ")).join("\n");
