import { Temporal } from "temporal-polyfill";
import call from "./demo/call.json" with { type: "json" };

/** Who the console's address is made for at the start. */
export const demoCoordinator = call.staff.coordinator;

/**
 * The demonstration call, always open when it is first published: its dates are written as `today+45`, with a local
 * time where one is needed, and counted from the day of an instant (UTC).
 */
export function demoCall(now: string): unknown {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO("Europe/Vilnius").toPlainDate();
  const dated = (_: string, days: string, time = ""): string =>
    `"${today.add({ days: Number(days) })}${time}"`;
  return JSON.parse(JSON.stringify(call).replaceAll(/"today([+-]\d+)(T[\d:]+)?"/g, dated));
}
