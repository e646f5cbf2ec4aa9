import { Temporal } from "temporal-polyfill";

/** What a distance band pays one participant for the return journey, in EUR cents. Whole kilometres, one way. */
export interface TravelBand {
  readonly fromKm: number;
  /** The last kilometre of the band; the last band has none. */
  readonly toKm?: number;
  readonly standardCents: number;
  readonly greenCents: number;
}

export interface TravelRates {
  /** The first day on which they hold, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  /** Where the figures come from. */
  readonly source: string;
  /** The same as Lithuanian readers are told it. */
  readonly sourceLt: string;
  readonly bands: readonly TravelBand[];
  /** Travel days that may be funded beside those of the programme. */
  readonly travelDays: { readonly standard: number; readonly green: number };
}

/** Newest last. Rates that change are added, never edited: a grant of last year is worked out with last year's. */
export const travelRates: readonly TravelRates[] = [
  {
    effectiveFrom: "2024-01-01",
    source: "Erasmus+ Programme Guide, unit costs for travel, calls of 2024 and 2025",
    sourceLt: "„Erasmus+“ programos vadovas, kelionės vieneto įkainiai, 2024 ir 2025 m. kvietimai",
    bands: [
      { fromKm: 10, toKm: 99, standardCents: 28_00, greenCents: 56_00 },
      { fromKm: 100, toKm: 499, standardCents: 211_00, greenCents: 285_00 },
      { fromKm: 500, toKm: 1999, standardCents: 309_00, greenCents: 417_00 },
      { fromKm: 2000, toKm: 2999, standardCents: 395_00, greenCents: 535_00 },
      { fromKm: 3000, toKm: 3999, standardCents: 580_00, greenCents: 785_00 },
      { fromKm: 4000, toKm: 7999, standardCents: 1188_00, greenCents: 1188_00 },
      { fromKm: 8000, standardCents: 1735_00, greenCents: 1735_00 },
    ],
    travelDays: { standard: 2, green: 6 },
  },
];

/**
 * The rates in force on a day (`YYYY-MM-DD` or a date).
 * Throws a RangeError for a day before the first rates: nothing is paid by guess.
 */
export function ratesOn(day: Temporal.PlainDate | string): TravelRates {
  const on = Temporal.PlainDate.from(day).toString();
  const rates = travelRates.findLast(({ effectiveFrom }) => effectiveFrom <= on);
  if (rates === undefined) throw new RangeError(`no travel rates are known for ${on}`);
  return rates;
}

/**
 * Travel support in EUR cents for a distance of whole kilometres, rounded down, one way; 0 under the first band.
 * Throws a RangeError on a distance that is no whole number from 0.
 */
export function travelCents(km: number, green: boolean, day: Temporal.PlainDate | string): number {
  if (!Number.isSafeInteger(km) || km < 0) throw new RangeError(`not a distance in whole kilometres: ${km}`);
  const band = ratesOn(day).bands.findLast(({ fromKm }) => fromKm <= km);
  if (band === undefined) return 0;
  return green ? band.greenCents : band.standardCents;
}

/** The travel days that may be funded at most. */
export const fundedTravelDays = (green: boolean, day: Temporal.PlainDate | string): number =>
  ratesOn(day).travelDays[green ? "green" : "standard"];
