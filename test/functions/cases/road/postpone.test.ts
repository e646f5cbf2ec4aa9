import { expect, it } from "vitest";
import { laterFor } from "../../../../functions/cases/road/postpone.ts";

it("what cannot be delivered is tried ever more rarely, and is said once to have waited for an hour", () => {
  const begun = Date.parse("2027-01-10T08:00:00.000Z");
  let now = new Date(begun).toISOString();
  const saidAfterMinutes: number[] = [];
  const log = (code: string) => {
    if (code === "K402") saidAfterMinutes.push((Date.parse(now) - begun) / 60_000);
  };
  const waits: number[] = [];
  let attempts: number | undefined;
  for (let tries = 0; tries < 100; tries++) {
    const later = laterFor({ clock: { now: () => now }, log }, { pk: "case#1", sk: "mail#1", attempts });
    waits.push((Date.parse(later.at) - Date.parse(now)) / 60_000);
    ({ attempts, at: now } = later);
  }
  expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 32, 32]);
  expect(saidAfterMinutes).toEqual([63]);
});
