import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Attendance, advanceCents, grantCents, settle } from "../blocks/grant/grant.ts";
import { journey } from "../blocks/journey.ts";
import { participantOf } from "../blocks/participant.ts";
import { settlement } from "../blocks/settlement.ts";
import { latestAnswer } from "../kernel/answers.ts";
import { type CaseFile, callOf, latestInterruption, latestRecord } from "../kernel/case-file.ts";
import { distanceKm } from "../kernel/facts/distance.ts";
import { findTown, seatOf } from "../kernel/facts/towns.ts";
import type { StepResult } from "../kernel/step-result.ts";
import { type ForeignInternshipCall, foreignInternshipCall } from "./call.ts";
import { attendance, plan } from "./forms.ts";
import { hostOf } from "./journey.ts";
import { grant, paidCents } from "./ledger.ts";

/** The grant by the distance between the two towns, the way of travel that the plan says, and the days. */
export function calculateGrant(file: CaseFile): StepResult<"calculated"> {
  const call = callOf(file, foreignInternshipCall);
  const { country, starts, ends } = hostOf(file);
  const green = latestAnswer(file, plan)?.values.green ?? false;
  const { km, dailyCents, grant: calculated } = journeyGrant(file, call, { ...placeOf(file), green });
  const { grantCents: total, travelCents, days, lines } = calculated;
  return {
    outcome: "calculated",
    funds: { from: starts, to: ends },
    record: {
      id: grant.id,
      data: {
        km,
        green,
        tickets: file.travelsWith?.tickets ?? "own",
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
  return Object.fromEntries(
    countries.map((country) => {
      const host = call.hosts[country];
      if (!host) throw new Error(`${file.ref}: the call has no host in ${country}`);
      return [country, highestGrant(file, call, { ...host, country, costsCents: 0 })];
    }),
  );
}

/** Where and when a journey goes: what its grant depends on besides the way of travel. */
interface Place extends Pick<ForeignInternshipCall["hosts"][string], "starts" | "ends" | "place"> {
  readonly country: string;
  readonly costsCents: number;
}

const placeOf = (file: CaseFile): Place => ({
  ...hostOf(file),
  costsCents: latestRecord(file, journey)?.costsCents ?? 0,
});

/** The grant of a journey that is changed so, by the way of travel that is planned, or at most while none is. */
export function changedGrant(file: CaseFile, to: Pick<Place, "starts" | "ends" | "costsCents">): number {
  const call = callOf(file, foreignInternshipCall);
  const place = { ...placeOf(file), ...to };
  const planned = latestAnswer(file, plan);
  if (!planned) return highestGrant(file, call, place);
  return journeyGrant(file, call, { ...place, green: planned.values.green }).grant.grantCents;
}

const highestGrant = (file: CaseFile, call: ForeignInternshipCall, place: Place): number =>
  Math.max(...[true, false].map((green) => journeyGrant(file, call, { ...place, green }).grant.grantCents));

/** The grant of a journey from the participant's town. Throws on an unknown home. */
function journeyGrant(
  file: CaseFile,
  call: ForeignInternshipCall,
  { country, starts, ends, place, costsCents, green }: Place & { readonly green: boolean },
) {
  const tickets = file.travelsWith?.tickets ?? "own";
  const { town, municipality } = participantOf(file);
  const home = findTown("LT", town, { municipality });
  const from = home.outcome === "found" ? home.town : seatOf(municipality);
  if (!from)
    throw new Error(`${file.ref}: neither the participant's town nor municipality is in the gazetteer`);
  const km = distanceKm(from, place);
  const dailyCents = call.dailyCents[country] ?? 0;
  const programmeDays = Temporal.PlainDate.from(starts).until(ends).days + 1;
  const { travelDays } = call;
  return {
    km,
    dailyCents,
    grant: grantCents({ km, green, dailyCents, programmeDays, travelDays, on: starts, costsCents, tickets }),
  };
}

const said = z.object({ costs: z.number().optional() });

/** Euros that a form holds, as cents. */
export const centsOf = (euros: number | undefined): number => Math.round((euros ?? 0) * 100);

/** What is due after the journey, by the days that the host confirmed. */
export function settleGrant(file: CaseFile): StepResult<"owed" | "overpaid" | "even"> {
  const granted = latestRecord(file, grant);
  if (!granted) throw new Error(`${file.ref}: no grant was worked out`);
  const brokenOff = said.parse(latestInterruption(file, "cutShort")?.values ?? {});
  const settled = settle({
    ...granted,
    advanceCents: paidCents(file),
    attendance: attendanceOf(file),
    reported: true,
    costsCents: (latestRecord(file, journey)?.costsCents ?? 0) + centsOf(brokenOff.costs),
  });
  if (settled.outcome === "recovered") throw new Error(`${file.ref}: who did not come is not settled`);
  const { dueCents, balanceCents, recoveredCents } = settled;
  const outcome = balanceCents > 0 ? "owed" : recoveredCents > 0 ? "overpaid" : "even";
  return {
    outcome,
    record: { id: settlement.id, data: { dueCents, balanceCents, recoveredCents, lines: settled.lines } },
  };
}

function attendanceOf(file: CaseFile): Attendance {
  const answer = latestAnswer(file, attendance);
  if (!answer) throw new Error(`${file.ref}: nobody said who came`);
  if (answer.outcome === "partial") return { daysMissed: answer.values.daysMissed ?? 0 };
  return answer.outcome;
}
