import { beforeEach, describe, expect, it } from "vitest";
import { mailFeedback } from "../../../functions/events/mail-feedback.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { queueNotice } from "../../../functions/mails/notices.ts";
import { tagOfMail } from "../../../functions/mails/tag.ts";
import { mailItem } from "../../../functions/store/mail-items.ts";
import { type DemoHouse, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

const queuedAt = Date.parse("2027-01-10T08:00:00.000Z");
const person = { name: "Ona", email: "ona@mokykla.example", language: "lt" } as const;
let house: DemoHouse;
beforeEach(() => {
  house = demoHouse(new Date(queuedAt).toISOString());
});

const queue = (through: DemoHouse["mailer"]) =>
  queueNotice(
    { ...house, mailer: through },
    person,
    { name: "signInTried", values: { time: "8:00" } },
    "one",
  );
const sweepAfter = (minutes: number) => {
  house.at(new Date(queuedAt + minutes * 60_000).toISOString());
  return sweeper(house)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });
};
const mail = () => mailItem.parse(house.table.all().find(({ sk }) => String(sk).startsWith("mail#")));

describe("a mail whose sender is cut off before it goes", () => {
  it("is the sweeper's when the sender's two minutes are over, and not before", async () => {
    void queue({ send: () => new Promise(() => undefined) });
    await new Promise((resolve) => setTimeout(resolve));
    await sweepAfter(1.9);
    expect(house.sent).toHaveLength(0);
    await sweepAfter(2);
    expect(house.sent).toHaveLength(1);
    expect(mail()).toMatchObject({ sentAt: "2027-01-10T08:02:00.000Z", providerId: "p1" });
    expect(mail().pending).toBeUndefined();
  });
});

describe("a mail whose provider lost its answer", () => {
  const lost: DemoHouse["mailer"] = {
    send: async (message) => {
      await house.mailer.send(message);
      return { outcome: "unsure" };
    },
  };
  const reportGone = () => {
    const gone = { tags: { mail: [tagOfMail(mail())] }, messageId: "ses-1" };
    const event = { time: "2027-01-10T08:00:03Z", detail: { eventType: "Send", mail: gone } };
    return mailFeedback(house)(event, lambdaContext);
  };

  it("is marked as sent by the provider's report, and goes once", async () => {
    await queue(lost);
    expect(mail().pending).toBeDefined();
    expect(await reportGone()).toEqual({ outcome: "sent" });
    expect(mail()).toMatchObject({ sentAt: "2027-01-10T08:00:03.000Z", providerId: "ses-1" });
    await sweepAfter(600);
    expect(house.sent).toHaveLength(1);
  });

  it("goes once more after a quarter of an hour without a report: twice is better than never", async () => {
    await queue(lost);
    await sweepAfter(15);
    expect(house.sent).toHaveLength(1);
    await sweepAfter(16);
    expect(house.sent).toHaveLength(2);
    await sweepAfter(600);
    expect(house.sent).toHaveLength(2);
  });

  it("is left as it is by a report of what its sender has marked itself", async () => {
    await queue(house.mailer);
    expect(await reportGone()).toEqual({ outcome: "unknown" });
    expect(mail().providerId).toBe("p1");
  });
});

it("is not sent by a sender so slow that somebody else has it by now", async () => {
  const read = house.table.get;
  let isSlow = true;
  const slow = {
    ...house.table,
    get: async (...asked: Parameters<typeof read>) => {
      if (isSlow) {
        isSlow = false;
        await sweepAfter(3);
      }
      return read(...asked);
    },
  };
  await queueNotice({ ...house, table: slow }, person, { name: "signInTried", values: {} }, "one");
  expect(house.sent).toHaveLength(1);
});

it("is given back by a sender whose provider refused it, and tried again later and later", async () => {
  house.mailSays("outage");
  await queue(house.mailer);
  expect(mail()).toMatchObject({ attempts: 1, pendingAt: "2027-01-10T08:01:00.000Z" });
  await sweepAfter(1);
  expect(mail()).toMatchObject({ attempts: 2, pendingAt: "2027-01-10T08:03:00.000Z" });
  house.mailSays("sent");
  await sweepAfter(3);
  expect(house.sent).toHaveLength(1);
});
