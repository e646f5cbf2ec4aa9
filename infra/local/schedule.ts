import { Temporal } from "temporal-polyfill";

/** A weekly time of day in Vilnius. */
interface Weekly {
  readonly hour: number;
  readonly minute: number;
  /** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
  readonly from: number;
  readonly to: number;
}

const days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const cron = /^cron\((\d+) (\d+) \? \* ([A-Z]{3})-([A-Z]{3}) \*\)$/;

/**
 * Reads what the catalogue writes for EventBridge Scheduler: `cron(0 7 ? * MON-FRI *)`. Throws for another shape, so
 * that a new one is not overlooked here.
 */
export function readSchedule(expression: string): Weekly {
  const [, minute, hour, first, last] = cron.exec(expression) ?? [];
  const from = days.indexOf(first ?? "") + 1;
  const to = days.indexOf(last ?? "") + 1;
  if (from === 0 || to === 0 || from > to)
    throw new Error(`the embedded default has no schedule ${expression}`);
  return { hour: Number(hour), minute: Number(minute), from, to };
}

/** The first instant of a schedule after another (UTC). The clock's changes of summer time are far from the morning. */
export function nextOf(schedule: Weekly, after: string): string {
  const start = Temporal.Instant.from(after);
  let day = start.toZonedDateTimeISO("Europe/Vilnius").toPlainDate();
  for (;;) {
    const at = day
      .toZonedDateTime({
        timeZone: "Europe/Vilnius",
        plainTime: { hour: schedule.hour, minute: schedule.minute },
      })
      .toInstant();
    const falls = day.dayOfWeek >= schedule.from && day.dayOfWeek <= schedule.to;
    if (falls && Temporal.Instant.compare(at, start) > 0) return at.toString({ smallestUnit: "millisecond" });
    day = day.add({ days: 1 });
  }
}
