import { Cron } from "croner";

/** Minute, hour, day of the month, month, days of the week by name, year [EventBridge Scheduler, cron-based schedules]. */
const shape = /^cron\((\S+ \S+ \S+ \S+ (?:[A-Z]{3}(?:[-,][A-Z]{3})*|[?*]) \S+)\)$/;

/**
 * Reads what the catalogue writes for EventBridge Scheduler, such as `cron(0 7 ? * MON-FRI *)`. Throws for what is no such
 * schedule. There the days of a week are counted from Sunday as 1 and here as 0, so only their names are taken.
 */
export function readSchedule(expression: string): Cron {
  const [, said] = shape.exec(expression) ?? [];
  if (said === undefined) throw new Error(`the embedded default has no schedule ${expression}`);
  return new Cron(`0 ${said}`, { timezone: "Europe/Vilnius", paused: true });
}

/** The first instant of a schedule after another (UTC), by the clock of Vilnius. */
export function nextOf(schedule: Cron, after: string): string {
  const next = schedule.nextRun(new Date(after));
  if (!next) throw new Error(`${schedule.getPattern()} does not come after ${after}`);
  return next.toISOString();
}
