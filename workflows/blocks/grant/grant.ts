import type { Tickets } from "../../kernel/case-file.ts";
import { ratesOn, travelCents } from "../../kernel/facts/rates.ts";

/** One line of a calculation, as a sheet shows it; `count` times `unitCents` is `sumCents`. EUR cents. */
export interface Line {
  readonly label:
    | "travel"
    | "travelGreen"
    | "travelByAgency"
    | "daily"
    | "dailyReduced"
    | "costs"
    | "advance";
  readonly count: number;
  readonly unitCents: number;
  readonly sumCents: number;
  /**
   * Where the unit comes from: a published source, `call` for what the call has set, `agreement` for what was agreed,
   * `stated` for what the coordinator has stated, with proof, `group` for what is bought for a group.
   */
  readonly source: string;
}

export interface Grant {
  readonly grantCents: number;
  readonly travelCents: number;
  readonly dailyPartCents: number;
  /** Programme days and travel days together. */
  readonly days: number;
  readonly lines: readonly Line[];
}

/**
 * From the 15th day a call may pay 70 % of the daily rate [programme, rates]. The share
 * of the rate is rounded half up to a cent before it is counted by days.
 */
const longStay = { fullDays: 14, percent: 70 };

/**
 * The grant of a journey: travel support for the distance, and daily support for programme and travel days.
 * `km`: whole kilometres, one way; `dailyCents`: daily rate of the call; `on`: the day whose travel rates hold,
 * `YYYY-MM-DD`. Throws a RangeError on anything that is not a whole number from 0.
 */
export function grantCents(journey: {
  readonly km: number;
  readonly green: boolean;
  readonly dailyCents: number;
  readonly programmeDays: number;
  readonly travelDays: number;
  readonly on: string;
  /** Spent in vain because plans changed. */
  readonly costsCents?: number;
  /** Who buys the tickets; where the agency does, no travel support is paid, and the sheet says so. */
  readonly tickets?: Tickets;
}): Grant {
  const { km, green, dailyCents, on, tickets = "own" } = journey;
  const days = whole("programmeDays", journey.programmeDays) + whole("travelDays", journey.travelDays);
  const band = travelCents(km, green, on);
  const travel = tickets === "agency" ? 0 : band;
  const lines = [
    ...(tickets === "agency" ? [boughtByAgency] : []),
    ...line(green ? "travelGreen" : "travel", 1, travel, ratesOn(on).source),
    ...dailyLines(days, whole("dailyCents", dailyCents)),
  ];
  const costs = line("costs", 1, whole("costsCents", journey.costsCents ?? 0), "stated");
  const dailyPart = sumOf(lines) - travel;
  return {
    grantCents: sumOf([...lines, ...costs]),
    travelCents: travel,
    dailyPartCents: dailyPart,
    days,
    lines: [...lines, ...costs],
  };
}

/** The advance, rounded down to a cent. Throws a RangeError on a percentage that is not whole, from 0 to 100. */
export function advanceCents(grant: number, percent: number): number {
  if (whole("percent", percent) > 100) throw new RangeError(`percent is at most 100, not ${percent}`);
  return Math.floor((whole("grant", grant) * percent) / 100);
}

/** Who was there all the time, part of it, or never came. */
export type Attendance = "full" | "absent" | { readonly daysMissed: number };

export type Settlement =
  | {
      readonly outcome: "completed";
      /** The grant by the days that were attended. */
      readonly dueCents: number;
      /** Still to be paid, or else to be paid back: one of the two is 0. */
      readonly balanceCents: number;
      readonly recoveredCents: number;
      readonly lines: readonly Line[];
    }
  /** Nothing is due: the whole advance comes back. */
  | { readonly outcome: "recovered"; readonly recoveredCents: number; readonly lines: readonly Line[] };

/**
 * Settles a journey. Partial attendance counts the daily part for the days less those missed, never below none, and
 * keeps the travel band. Who never came or never reported pays everything back.
 * `days` and `travelCents` are those of the grant; `dailyCents` is the daily rate; `reported`: was a report accepted?
 * The lines add up to what is paid (or, below 0, paid back) now. Throws a RangeError on what is no whole number from 0.
 */
export function settle(journey: {
  readonly travelCents: number;
  readonly dailyCents: number;
  readonly days: number;
  /** What was paid so far. */
  readonly advanceCents: number;
  readonly attendance: Attendance;
  readonly reported: boolean;
  /** Spent in vain because plans changed or the journey broke off; borne as far as the grant goes. */
  readonly costsCents?: number;
  /** The grant, which bounds the costs. Without costs it is not looked at. */
  readonly grantCents?: number;
}): Settlement {
  const { attendance, reported } = journey;
  const advance = whole("advanceCents", journey.advanceCents);
  const paid = line("advance", 1, -advance, "agreement");
  if (attendance === "absent" || !reported) {
    return { outcome: "recovered", recoveredCents: advance, lines: paid };
  }
  const missed = attendance === "full" ? 0 : whole("daysMissed", attendance.daysMissed);
  const attended = Math.max(0, whole("days", journey.days) - missed);
  const lived = [
    ...line("travel", 1, whole("travelCents", journey.travelCents), "agreement"),
    ...dailyLines(attended, whole("dailyCents", journey.dailyCents)),
  ];
  const room = Math.max(0, (journey.grantCents ?? Number.MAX_SAFE_INTEGER) - sumOf(lived));
  const earned = [
    ...lived,
    ...line("costs", 1, Math.min(room, whole("costsCents", journey.costsCents ?? 0)), "stated"),
  ];
  const due = sumOf(earned);
  return {
    outcome: "completed",
    dueCents: due,
    balanceCents: Math.max(0, due - advance),
    recoveredCents: Math.max(0, advance - due),
    lines: [...earned, ...paid],
  };
}

function dailyLines(days: number, dailyCents: number): Line[] {
  const full = Math.min(days, longStay.fullDays);
  const reducedCents = Math.floor((dailyCents * longStay.percent + 50) / 100);
  return [
    ...line("daily", full, dailyCents, "call"),
    ...line("dailyReduced", days - full, reducedCents, "call"),
  ];
}

/** Nothing is paid for it, but whoever looks for the travel support is told why there is none. */
const boughtByAgency: Line = {
  label: "travelByAgency",
  count: 1,
  unitCents: 0,
  sumCents: 0,
  source: "group",
};

/** A line that amounts to nothing is left out of the sheet. */
const line = (label: Line["label"], count: number, unitCents: number, source: string): Line[] =>
  count === 0 || unitCents === 0 ? [] : [{ label, count, unitCents, sumCents: count * unitCents, source }];

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { sumCents }) => sum + sumCents, 0);

function whole(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number from 0, not ${value}`);
  }
  return value;
}
