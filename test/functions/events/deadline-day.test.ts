import { describe, expect, it } from "vitest";
import { stepFunctionsQuotas } from "../../../functions/events/quotas.ts";
import { simulate } from "../../bench/sweep/simulate.ts";

const { bucket, perSecond } = stepFunctionsQuotas.StartExecution;
/** Seconds in which the quota lets so many start, and no sooner. */
const onPaper = (starts: number): number => (starts - bucket) / perSecond;
/** A sweeper is called within a minute. */
const calling = 60;
const starts = 20_000;

describe("a deadline day, in virtual time against the quota of the service (`npm run bench -- sweep` takes a million)", () => {
  it("starts each case once, first come first served, in hardly more time than the quota takes", async () => {
    const came = await simulate({ starts, broken: 0 });
    expect(came).toMatchObject({ started: starts, again: 0, postponed: 0 });
    expect(came.seconds).toBeGreaterThanOrEqual(onPaper(starts));
    expect(came.seconds).toBeLessThan(onPaper(starts) * 1.05 + calling);
    expect(came.refused / came.started).toBeLessThan(0.05);
    // Nobody is passed by more than one round of their shard.
    expect(came.overtaken).toBeLessThan(50);
  });

  it("does so too when sweepers are cut off, and makes nobody wait for what is broken", async () => {
    const came = await simulate({ starts: starts + 100, broken: 100, dieEvery: 2 });
    expect(came.deaths).toBeGreaterThan(0);
    expect(came.postponed).toBeGreaterThanOrEqual(100);
    expect(came.started).toBe(starts);
    // Whoever was cut off keeps its shards for a minute, and the next is called within another.
    expect(came.seconds).toBeLessThan(onPaper(starts) + 2 * (calling + 60));
  });
});
