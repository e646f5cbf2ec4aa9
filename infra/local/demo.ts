import { Temporal } from "temporal-polyfill";
import call from "./demo/call.json" with { type: "json" };

const { coordinator, agency, finance } = call.staff;

/** Who runs the programme that is shown, whatever the calls. */
export const demoStaff = { coordinator, agency, finance };

/**
 * The demonstration call, always open when it is first published. Its dates are counted from the day of an instant
 * in Vilnius: `today+45`, with a local time where one is needed, and `week+26/1`, the Monday of the 26th week from now.
 */
export function demoCall(now: string): unknown {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO("Europe/Vilnius").toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const daily = (_: string, days: string, time = ""): string =>
    `"${today.add({ days: Number(days) })}${time}"`;
  const weekly = (_: string, weeks: string, day: string): string =>
    `"${monday.add({ weeks: Number(weeks), days: Number(day) - 1 })}"`;
  return JSON.parse(
    JSON.stringify(call)
      .replaceAll(/"today([+-]\d+)(T[\d:]+)?"/g, daily)
      .replaceAll(/"week\+(\d+)\/([1-7])"/g, weekly),
  );
}
