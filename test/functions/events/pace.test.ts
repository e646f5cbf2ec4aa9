import { describe, expect, it } from "vitest";
import type { Message } from "../../../functions/adapters/mailer.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { keepNotice } from "../../../functions/mails/notices.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

const begin = Date.parse("2027-01-10T08:00:00.000Z");
const timeout = 55_000;
/** What a call to the provider takes. */
const sendingTakes = 20;

/** A house whose provider takes `quota` mails in any second and says so beyond it, with a clock that waiting moves. */
function busyHouse(options: { readonly quota: number; readonly mailPerSecond: number }) {
  const base = demoHouse();
  let milliseconds = begin;
  const sentAt: number[] = [];
  const sent: Message[] = [];
  let refused = 0;
  const house: DemoHouse = {
    ...base,
    clock: { now: () => new Date(milliseconds).toISOString() },
    config: { ...base.config, mailPerSecond: options.mailPerSecond },
    mailer: {
      send: async (message) => {
        milliseconds += sendingTakes;
        const lastSecond = sentAt.filter((at) => at > milliseconds - 1000).length;
        if (lastSecond >= options.quota) {
          refused++;
          return { outcome: "later" };
        }
        sentAt.push(milliseconds);
        sent.push(message);
        return { outcome: "sent", providerId: `p${sent.length}` };
      },
    },
  };
  const timer = {
    now: () => milliseconds,
    wait: async (time: number) => {
      milliseconds += time;
    },
  };
  const handler = sweeper(house, { timer });
  /** One run of the schedule, which begins with the minute. Answers how long it took, in milliseconds. */
  const runOfMinute = async (minute: number): Promise<number> => {
    const started = Math.max(milliseconds, begin + minute * 60_000);
    milliseconds = started;
    const getRemainingTimeInMillis = () => timeout - (milliseconds - started);
    await handler({}, { ...lambdaContext, getRemainingTimeInMillis });
    return milliseconds - started;
  };
  return { house, sent, runOfMinute, refused: () => refused };
}

async function queueBurst(house: DemoHouse, mails: number): Promise<void> {
  const notice = { name: "absenceOver", values: { name: "Ona", substitute: "Rasa", by: "Jonas" } } as const;
  for (let n = 0; n < mails; n++) {
    const to = { name: `Darbuotoja ${n}`, email: `staff-${n}@agency.example`, language: "lt" } as const;
    await keepNotice(house, to, notice, { id: "1", at: house.clock.now() });
  }
}

const pending = (house: DemoHouse) => house.table.all().filter((item) => item.pending !== undefined);

describe("a burst of 2 000 mails", () => {
  it("leaves at the configured pace, each mail once, and no run outlives its function", async () => {
    const burst = { mails: 2000, quota: 10, mailPerSecond: 10 };
    const { house, sent, runOfMinute, refused } = busyHouse(burst);
    await queueBurst(house, burst.mails);
    let minutes = 0;
    while (pending(house).length > 0 && minutes < 60) {
      expect(await runOfMinute(minutes++)).toBeLessThan(timeout);
    }
    expect(new Set(sent.map(({ to }) => to)).size).toBe(burst.mails);
    expect(sent).toHaveLength(burst.mails);
    expect(refused()).toBe(0);
    // 35 of a minute's 60 seconds are used for sending: 350 mails a minute.
    expect(minutes).toBe(6);
  });
});

describe("a provider slower than the configured pace", () => {
  it("is asked again later for what it did not take; none is lost and none is sent twice", async () => {
    const burst = { mails: 200, quota: 2, mailPerSecond: 14 };
    const { house, sent, runOfMinute, refused } = busyHouse(burst);
    await queueBurst(house, burst.mails);
    for (let minute = 0; pending(house).length > 0 && minute < 600; minute++) await runOfMinute(minute);
    expect(refused()).toBeGreaterThan(0);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(
      Array.from({ length: burst.mails }, (_, n) => `staff-${n}@agency.example`).toSorted(),
    );
  });
});
