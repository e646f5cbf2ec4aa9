import { describe, expect, it } from "vitest";
import { overdueDeliveries } from "../../../../functions/cases/road/overdue.ts";
import { pendingSince } from "../../../../functions/store/keys.ts";
import { demoHouse } from "../../demo-house.ts";

const now = "2027-01-31T22:00:00.000Z";
const minutesLater = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** A nudge of a call that waits to be delivered, after so many tries. */
async function waiting(house: ReturnType<typeof demoHouse>, call: string, attempts: number, at: string) {
  const pk = `call#${call}`;
  await house.table.put({ pk, sk: "nudge", version: 1, attempts, ...pendingSince(pk, at) });
}

describe("what was tried in vain", () => {
  it("is found among any number of things that have only begun to wait, by a bounded look", async () => {
    const house = demoHouse(now);
    for (let number = 1; number <= 8000; number++)
      await waiting(house, `fresh-${number}`, 0, minutesLater(-number / 100));
    await waiting(house, "tried", 5, minutesLater(16));
    let read = 0;
    const { indexPage } = house.table;
    const table = {
      ...house.table,
      indexPage: async (...asked: Parameters<typeof indexPage>) => {
        const page = await indexPage(...asked);
        read += page.items.length;
        return page;
      },
    };
    const [only, ...others] = await overdueDeliveries({ ...house, table });
    expect(only).toMatchObject({ ref: "call#tried", callId: "tried", what: "nudge", attempts: 5 });
    expect(others).toEqual([]);
    expect(read).toBeLessThan(6000);
  });

  it("is told with what has waited longest first", async () => {
    const house = demoHouse(now);
    await waiting(house, "later", 4, minutesLater(16));
    await waiting(house, "sooner", 4, minutesLater(8));
    await waiting(house, "hardly", 3, minutesLater(4));
    expect((await overdueDeliveries(house)).map(({ callId }) => callId)).toEqual(["sooner", "later"]);
  });
});
