import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Attendance, advanceCents, grantCents, settle } from "../blocks/grant/grant.ts";
import { payment } from "../blocks/payment.ts";
import { distanceKm } from "../facts/distance.ts";
import { findTown, seatOf } from "../facts/towns.ts";
import { type CaseFile, callOf, latestAnswer, latestRecord } from "../kernel/case-file.ts";
import type { StepResult } from "../kernel/process.ts";
import { defineRecord } from "../kernel/record.ts";
import { type ForeignInternshipCall, foreignInternshipCall } from "./call.ts";
import { attendance, plan } from "./forms.ts";
import { hostOf } from "./journey.ts";

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

const lived = z.object({ town: z.string(), municipality: z.string() });

/** The grant by the distance between the two towns, the way of travel that the plan says, and the days. */
export function calculateGrant(file: CaseFile): StepResult<"calculated"> {
  const call = callOf(file, foreignInternshipCall);
  const { country } = hostOf(file);
  const green = latestAnswer(file, plan)?.values.green ?? false;
  const { km, dailyCents, grant: calculated } = journeyGrant(file, call, country, green);
  const { grantCents: total, travelCents, days, lines } = calculated;
  return {
    outcome: "calculated",
    record: {
      id: grant.id,
      data: {
        km,
        green,
        days,
        dailyCents,
        travelCents,
        grantCents: total,
        advanceCents: advanceCents(total, call.advancePercent),
        lines,
      },
    },
    // The budget bears the grant itself from now on, no longer what it might have been.
    ...(call.budgetCents === undefined || file.entry?.bid === undefined
      ? {}
      : { bid: { ...Object(file.entry.bid), cents: { [country]: total } } }),
  };
}

/** What a place in each country would cost at most, whichever way of travel is planned. EUR cents. */
export function highestGrants(
  file: CaseFile,
  countries: readonly string[],
): Readonly<Record<string, number>> | undefined {
  const call = callOf(file, foreignInternshipCall);
  if (call.budgetCents === undefined) return undefined;
  const highest = (country: string): number =>
    Math.max(...[true, false].map((green) => journeyGrant(file, call, country, green).grant.grantCents));
  return Object.fromEntries(countries.map((country) => [country, highest(country)]));
}

/** The grant of a journey from the applicant's town. Throws on a country without a host and on an unknown home. */
function journeyGrant(file: CaseFile, call: ForeignInternshipCall, country: string, green: boolean) {
  const host = call.hosts[country];
  if (!host) throw new Error(`${file.ref}: the call has no host in ${country}`);
  const { town, municipality } = lived.parse(file.application);
  const home = findTown("LT", town, { municipality });
  const place = home.outcome === "found" ? home.town : seatOf(municipality);
  if (!place)
    throw new Error(`${file.ref}: neither the applicant's town nor municipality is in the gazetteer`);
  const km = distanceKm(place, host.place);
  const dailyCents = call.dailyCents[country] ?? 0;
  const { starts, ends } = host;
  const programmeDays = Temporal.PlainDate.from(starts).until(ends).days + 1;
  const { travelDays } = call;
  return {
    km,
    dailyCents,
    grant: grantCents({ km, green, dailyCents, programmeDays, travelDays, on: starts }),
  };
}

/** What is due after the journey, by the days that the host confirmed. */
export function settleGrant(file: CaseFile): StepResult<"owed" | "overpaid" | "even"> {
  const granted = grantOf(file);
  const settled = settle({ ...granted, attendance: attendanceOf(file), reported: true });
  if (settled.outcome === "recovered") throw new Error(`${file.ref}: who did not come is not settled`);
  const { dueCents, balanceCents, recoveredCents } = settled;
  const outcome = balanceCents > 0 ? "owed" : recoveredCents > 0 ? "overpaid" : "even";
  return {
    outcome,
    record: { id: settlement.id, data: { dueCents, balanceCents, recoveredCents, lines: settled.lines } },
  };
}

/** Who did not come or never reported pays the advance back. */
export function recoverEverything(file: CaseFile): StepResult<"owing"> {
  const settled = settle({ ...grantOf(file), attendance: "absent", reported: false });
  return {
    outcome: "owing",
    record: {
      id: settlement.id,
      data: { dueCents: 0, balanceCents: 0, recoveredCents: settled.recoveredCents, lines: settled.lines },
    },
  };
}

/** A withdrawal gives the place back at once; what was already paid comes back before the case ends. */
export function weighWithdrawal(file: CaseFile, now: string): StepResult<"free" | "owing"> {
  const freed = file.entry?.bid === undefined ? {} : { bid: { ...Object(file.entry.bid), freedAt: now } };
  if (!latestAnswer(file, payment)) return { outcome: "free", ...freed };
  return { ...recoverEverything(file), ...freed };
}

const cancelled = z.object({ costs: z.number().optional() });

/**
 * A cancelled internship: what the participant spent in vain is due, up to the grant that was agreed, and is set
 * against the advance. Before a grant was worked out nothing was promised, and nothing is due. The place is not given
 * to another: it is the host, the country or the journey itself that fell away.
 */
export function weighCancellation(file: CaseFile): StepResult<"free" | "owed" | "overpaid" | "even"> {
  const granted = latestRecord(file, grant);
  if (!granted) return { outcome: "free" };
  const { costs = 0 } = cancelled.parse(file.interruption?.values ?? {});
  const dueCents = Math.min(Math.round(costs * 100), granted.grantCents);
  const paidCents = latestAnswer(file, payment) ? granted.advanceCents : 0;
  const balanceCents = Math.max(0, dueCents - paidCents);
  const recoveredCents = Math.max(0, paidCents - dueCents);
  return {
    outcome: balanceCents > 0 ? "owed" : recoveredCents > 0 ? "overpaid" : "even",
    record: {
      id: settlement.id,
      data: {
        dueCents,
        balanceCents,
        recoveredCents,
        lines: [
          { label: "costs", count: 1, unitCents: dueCents, sumCents: dueCents, source: "cancellation" },
          { label: "advance", count: 1, unitCents: -paidCents, sumCents: -paidCents, source: "agreement" },
        ],
      },
    },
  };
}

function grantOf(file: CaseFile) {
  const granted = latestRecord(file, grant);
  if (!granted) throw new Error(`${file.ref}: no grant was worked out`);
  return granted;
}

function attendanceOf(file: CaseFile): Attendance {
  const said = latestAnswer(file, attendance);
  if (!said) throw new Error(`${file.ref}: nobody said who came`);
  if (said.outcome === "partial") return { daysMissed: said.values.daysMissed ?? 0 };
  return said.outcome;
}
