import * as z from "zod";
import type { CaseFile } from "../../workflows/kernel/case-file.ts";

const cents = z.number().int();

const sheet = z.object({
  lines: z.array(
    z.object({
      label: z.enum([
        "travel",
        "travelGreen",
        "travelByAgency",
        "daily",
        "dailyReduced",
        "costs",
        "advance",
        "hours",
      ]),
      count: cents,
      unitCents: cents,
      sumCents: cents,
      source: z.string(),
    }),
  ),
  km: z.number().int().optional(),
  grantCents: cents.optional(),
  advanceCents: cents.optional(),
  dueCents: cents.optional(),
  balanceCents: cents.optional(),
  recoveredCents: cents.optional(),
  feeCents: cents.optional(),
});
type Sheet = z.infer<typeof sheet>;

/** The figures that a calculation ends in, in the order in which they are shown. */
const results = [
  "grantCents",
  "dueCents",
  "advanceCents",
  "balanceCents",
  "recoveredCents",
  "feeCents",
] as const;

/** A calculation that a step recorded: its lines, and what they come to. EUR cents, whole kilometres. */
export interface Calculation {
  /** The kind of the record, such as `grant`. */
  readonly of: string;
  /** UTC instant at which it was worked out. */
  readonly at: string;
  readonly lines: Sheet["lines"];
  readonly km?: number;
  readonly results: readonly { readonly name: (typeof results)[number]; readonly cents: number }[];
}

/** The latest calculation of each kind, whichever process recorded it. */
export function calculationsOf(file: Pick<CaseFile, "records">): readonly Calculation[] {
  const latest = new Map<string, Calculation>();
  for (const record of file.records) {
    const read = sheet.safeParse(record.data);
    if (!read.success) continue;
    const { lines, km } = read.data;
    latest.set(record.step, {
      of: record.step,
      at: record.at,
      lines,
      ...(km === undefined ? {} : { km }),
      results: results.flatMap((name) => {
        const sum = read.data[name];
        return sum === undefined ? [] : [{ name, cents: sum }];
      }),
    });
  }
  return [...latest.values()];
}
