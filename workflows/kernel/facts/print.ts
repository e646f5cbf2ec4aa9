import { Temporal } from "temporal-polyfill";
import { remembering } from "./remembering.ts";

/** How days, times and amounts are written for people. */
export type Language = "lt" | "en";

const zone = "Europe/Vilnius";
const locales = { lt: "lt-LT", en: "en-GB" } as const;

/** Made when it is first asked for: it takes milliseconds, for which whoever prints nothing does not wait. */
function perLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

const dayFormat = perLanguage(
  (language) => new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }),
);

const weekdayFormat = perLanguage(
  (language) => new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" }),
);

const amountFormat = perLanguage(
  (language) =>
    new Intl.NumberFormat(locales[language], { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

/** A name as it is quoted in a language. */
export const inQuotes = (name: string, language: Language): string =>
  language === "lt" ? `„${name}“` : `“${name}”`;

/** A day given as `2026-12-03` or as a date: `2026 m. gruodžio 3 d.`, `3 December 2026`. */
export const printDay = (day: Temporal.PlainDate | string, language: Language): string =>
  dayFormat(language).format(utcOf(day));

function utcOf(day: Temporal.PlainDate | string): number {
  const { year, month, day: dayOfMonth } = Temporal.PlainDate.from(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}

/**
 * An instant in Vilnius time, to the minute: `2026 m. gruodžio 3 d. 23.59 val.`, `3 December 2026, 23:59 Vilnius
 * time`. Lithuanian puts a full stop between hours and minutes where `val.` follows; Intl's colon is for bare times.
 */
export function printTime(instant: Temporal.Instant | string, language: Language): string {
  const local = localOf(instant);
  return `${printDay(local.toPlainDate(), language)}${language === "lt" ? "" : ","} ${hourOf(local, language)}`;
}

/**
 * When somebody has to be somewhere, by whose weekdays people live: `2027 m. sausio 14 d., ketvirtadienis, 10.00 val.`, `Thursday
 * 14 January 2027, 10:00 Vilnius time`.
 */
export function printAppointment(instant: Temporal.Instant | string, language: Language): string {
  const local = localOf(instant);
  const day = local.toPlainDate();
  const [printed, weekday] = [printDay(day, language), weekdayFormat(language).format(utcOf(day))];
  // The order is ours: where Intl puts its commas changes from version to version.
  const named = language === "lt" ? `${printed}, ${weekday}` : `${weekday} ${printed}`;
  return `${named}, ${hourOf(local, language)}`;
}

const localOf = (instant: Temporal.Instant | string): Temporal.ZonedDateTime =>
  localAt(Temporal.Instant.from(instant).epochMilliseconds);

const localAt = remembering(
  (millis: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone),
);

function hourOf({ hour, minute }: Temporal.ZonedDateTime, language: Language): string {
  const minutes = String(minute).padStart(2, "0");
  return language === "lt"
    ? `${hour}.${minutes} val.`
    : `${String(hour).padStart(2, "0")}:${minutes} Vilnius time`;
}

/**
 * An amount of EUR cents: `1 234,56 Eur` with no-break spaces (`Eur` after the figure is the abbreviation that the
 * State Commission of the Lithuanian Language recommends, 2014-04-10), `€1,234.56`, `−€0.05`.
 * Throws a RangeError on what is no whole number of cents.
 */
export function printAmount(cents: number, language: Language): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not a whole number of cents: ${cents}`);
  const sign = cents < 0 ? "−" : "";
  const amount = amountFormat(language).format(Math.abs(cents) / 100);
  return language === "lt" ? `${sign}${amount}\u00a0Eur` : `${sign}€${amount}`;
}

const countFormat = perLanguage((language) => new Intl.NumberFormat(locales[language]));

/** A count with the spaces or commas of its language. */
export const printCount = (count: number, language: Language): string => countFormat(language).format(count);

/** Whole kilometres: `1 234 km` with no-break spaces, `1,234 km`. */
export const printKilometres = (km: number, language: Language): string => `${printCount(km, language)} km`;
