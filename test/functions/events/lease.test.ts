import { beforeEach, describe, expect, it } from "vitest";
import { leased } from "../../../functions/events/lease.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";

let house: DemoHouse;
beforeEach(() => {
  house = demoHouse("2027-01-31T21:59:00.000Z");
});
const secondsLater = (seconds: number) =>
  house.at(new Date(Date.parse("2027-01-31T21:59:00.000Z") + seconds * 1000).toISOString());
const forever = () => new Promise<never>(() => {});

describe("a sweeper's claim on its shards", () => {
  it("is one sweeper's at a time, and the next one's once the work is done", async () => {
    const outcome = await leased(house, 0, async () => {
      expect(await leased(house, 0, async () => "two at once")).toBeUndefined();
      expect(await leased(house, 1, async () => "other shards")).toBe("other shards");
      return "first";
    });
    expect(outcome).toBe("first");
    expect(await leased(house, 0, async () => "second")).toBe("second");
  });

  it("of one that was cut off ends after a minute, and of one that goes on only with its work", async () => {
    void leased(house, 0, forever);
    secondsLater(59);
    expect(await leased(house, 0, async () => "next")).toBeUndefined();
    secondsLater(61);
    await leased(house, 0, async ({ keep }) => {
      for (const seconds of [85, 110, 135]) {
        secondsLater(seconds);
        expect(await keep()).toBe(true);
        expect(await leased(house, 0, async () => "next")).toBeUndefined();
      }
    });
  });

  it("is lost to the next where its owner was slow, who then ends nobody else's", async () => {
    await leased(house, 0, async ({ keep }) => {
      secondsLater(61);
      void leased(house, 0, forever);
      await new Promise(setImmediate);
      expect(await keep()).toBe(false);
    });
    expect(await leased(house, 0, async () => "third")).toBeUndefined();
  });

  it("is given back also when the work fails", async () => {
    await expect(leased(house, 0, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await leased(house, 0, async () => "next")).toBe("next");
  });
});
