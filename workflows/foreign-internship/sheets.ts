import * as z from "zod";
import { settlement } from "../blocks/settlement.ts";
import type { CaseFile } from "../kernel/case-file.ts";
import { dayAt } from "../kernel/facts/ends.ts";
import { travelRates } from "../kernel/facts/rates.ts";
import { defineRecord } from "../kernel/record.ts";
import { sheet, sheetLine } from "../kernel/sheet.ts";

const cents = z.number().int();
const lines = z.array(sheetLine);

/** The grant and its advance as they were worked out for the agreement. EUR cents, kilometres, days. */
export const grant = defineRecord(
  "grant",
  z.object({
    km: z.number().int(),
    green: z.boolean(),
    /** Whoever bought the tickets; before there were groups, everybody their own. */
    tickets: z.enum(["own", "agency"]).default("own"),
    days: z.number().int(),
    dailyCents: cents,
    travelCents: cents,
    grantCents: cents,
    advanceCents: cents,
    lines,
  }),
);

/** Those whom the money of a case concerns: a host and a reviewer see none. */
const readers = [
  "applicant",
  "principal",
  "coordinator",
  "commission",
  "appeals",
  "agency",
  "finance",
] as const;

const opened = z.object({ opensAt: z.string() });
const madeAt = ({ records }: CaseFile) => records.findLast(({ step }) => step === grant.id)?.at;

/** Where the unit of a line comes from, and since when that holds. */
const sources = {
  call: ({ call }: CaseFile) => ({ day: { day: dayAt(opened.parse(call).opensAt) } }),
  agreement: (file: CaseFile) => ({ day: { day: dayAt(madeAt(file) ?? file.submittedAt) } }),
  stated: ({ interruptions, submittedAt }: CaseFile) => ({
    day: { day: dayAt(interruptions.at(-1)?.at ?? submittedAt) },
  }),
  group: () => ({}),
  published: (_file: CaseFile, source: string) => {
    const rates = travelRates.find((known) => known.source === source);
    return rates
      ? { source: { lt: rates.sourceLt, en: source }, day: { day: rates.effectiveFrom } }
      : { source, day: "–" };
  },
} as const;

export const sheets = {
  grant: sheet({
    record: grant,
    to: readers,
    lines: ["travel", "travelGreen", "travelByAgency", "daily", "dailyReduced", "costs"],
    sums: ["grantCents", "advanceCents"],
    facts: { distance: ({ km }) => ({ km }) },
    sources,
    published: "published",
  }),
  settlement: sheet({
    record: settlement,
    to: readers,
    lines: ["travel", "daily", "dailyReduced", "costs", "advance"],
    sums: ["dueCents", "balanceCents", "recoveredCents"],
    sources,
    published: "published",
  }),
};
