import { expect, it } from "vitest";
import { retryPolicy } from "../../../workflows/kernel/retry.ts";

/** Hours that a policy waits through on average: with full jitter each wait is anything up to its limit [AWS, "Exponential backoff and jitter"]. */
const hoursOf = ({
  IntervalSeconds,
  MaxAttempts,
  BackoffRate,
  MaxDelaySeconds,
}: (typeof retryPolicy)[number]) =>
  Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** attempt),
  ).reduce((sum, limit) => sum + limit / 2, 0) / 3600;

it("an outage of a working day fails no execution, and a hiccup is over in seconds", () => {
  for (const policy of retryPolicy) expect(hoursOf(policy)).toBeGreaterThan(9);
  const [services] = retryPolicy;
  expect(services.IntervalSeconds).toBeLessThanOrEqual(1);
});

it("its tries leave room in the 25 000 events of an execution, and no wait is above the service's limit of a year", () => {
  for (const { MaxAttempts, MaxDelaySeconds } of retryPolicy) {
    // A try of a function is scheduled, started and failed.
    expect(MaxAttempts * 3).toBeLessThan(500);
    expect(MaxDelaySeconds).toBeLessThanOrEqual(31_622_400);
  }
});
