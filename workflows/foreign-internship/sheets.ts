import * as z from "zod";
import { defineRecord } from "../kernel/record.ts";

const cents = z.number().int();
const lines = z.array(
  z.object({ label: z.string(), count: cents, unitCents: cents, sumCents: cents, source: z.string() }),
);

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

/** What is paid or comes back at the end. EUR cents. */
export const settlement = defineRecord(
  "settlement",
  z.object({ dueCents: cents, balanceCents: cents, recoveredCents: cents, lines }),
);
