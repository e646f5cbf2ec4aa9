import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { type SweeperOptions, sweeper } from "../../../functions/events/sweeper.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

const submittedAt = "2027-01-10T08:00:00.000Z";
let house: DemoHouse;
beforeEach(async () => {
  house = demoHouse(submittedAt);
  await publishCall(house, demoCall);
});

const sweep = (options: SweeperOptions = {}, remaining = 55_000) =>
  sweeper(house, options)({}, { ...lambdaContext, getRemainingTimeInMillis: () => remaining });
const later = (seconds: number) => house.at(new Date(Date.parse(submittedAt) + seconds * 1000).toISOString());
const pending = () => house.table.all().filter((item) => item.pending !== undefined);
const startedCases = () => house.started.filter(({ machine }) => machine === "foreign-internship");

const address = (n: number) => `mokytoja-${n}@mokykla.example`;
async function submit(count: number): Promise<readonly string[]> {
  const refs: string[] = [];
  for (let n = 0; n < count; n++) {
    const raw = { ...demoApplication, email: address(n) };
    const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: `d${n}` });
    if (sent.outcome !== "stored") throw new Error(sent.outcome);
    refs.push(sent.ref);
  }
  return refs;
}

describe.each([1, 16])("a minute's run, %i at once, after 100 people have applied", (atOnce) => {
  it("starts each machine once, acknowledges each application once, and leaves nothing behind", async () => {
    const refs = await submit(100);
    await sweep({ atOnce });
    expect(
      startedCases()
        .map(({ input }) => JSON.parse(JSON.stringify(input)).ref)
        .toSorted(),
    ).toEqual(refs.toSorted());
    expect(house.sent.map(({ to }) => to).toSorted()).toEqual(refs.map((_, n) => address(n)).toSorted());
    expect(pending()).toEqual([]);
  });

  it("starts the machines before it sends the first acknowledgement", async () => {
    await submit(20);
    const startedAtMail: number[] = [];
    const { mailer } = house;
    const watched = {
      ...house,
      mailer: {
        send: async (...message: Parameters<typeof mailer.send>) => {
          startedAtMail.push(startedCases().length);
          return mailer.send(...message);
        },
      },
    };
    await sweeper(watched, { atOnce })({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });
    expect(startedAtMail).toEqual(Array.from({ length: 20 }, () => 20));
  });
});

describe("what is cut off", () => {
  it("begins nothing that its time does not allow, and the next run takes it up", async () => {
    await submit(3);
    await sweep({}, 19_999);
    expect([startedCases().length, house.sent.length, pending().length]).toEqual([0, 0, 3]);
    await sweep();
    expect([startedCases().length, house.sent.length, pending().length]).toEqual([3, 3, 0]);
  });

  it("is no hindrance to the others: what fails is tried later, the rest goes on", async () => {
    const [broken = ""] = await submit(3);
    const { start } = house.engine;
    Object.assign(house.engine, {
      start: async (...said: Parameters<typeof start>) => {
        if (said[2].ref === broken) throw new Error("the engine does not take it");
        return start(...said);
      },
    });
    await sweep();
    expect(startedCases()).toHaveLength(2);
    expect(house.sent).toHaveLength(3);
    expect(pending().map(({ pk }) => pk)).toEqual([broken]);
    Object.assign(house.engine, { start });
    later(60);
    await sweep();
    expect(startedCases()).toHaveLength(3);
    expect(house.sent).toHaveLength(3);
  });
});

describe("a table that fails now and then", () => {
  it("does not end a round: what cannot even be postponed, and a shard that cannot be read, hold up no other", async () => {
    await submit(20);
    const { change, index } = house.table;
    let isRead = true;
    const failing = {
      ...house,
      table: {
        ...house.table,
        change: async (...said: Parameters<typeof change>) => {
          if (said[1].set?.pendingAt !== undefined) throw new Error("the table takes no postponement");
          return change(...said);
        },
        index: async (...asked: Parameters<typeof index>) => {
          isRead = !isRead;
          if (isRead) throw new Error("the shard cannot be read");
          return index(...asked);
        },
      },
    };
    house.engineSays("outage");
    const seen = await sweeper(failing)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });
    expect(seen.later).toBeGreaterThan(1);
    house.engineSays("delivered");
    later(3600);
    await sweep();
    expect(startedCases()).toHaveLength(20);
    expect(house.sent).toHaveLength(20);
  });
});

it("waits for its turn before each delivery, where others have a better right to the machine", async () => {
  await submit(4);
  let turns = 0;
  await sweep({
    turn: async () => {
      turns++;
      expect(startedCases().length + house.sent.length).toBe(turns - 1);
    },
  });
  expect(turns).toBe(8);
});

describe("several sweepers, each with shards of its own", () => {
  const run = (sweeper: number) =>
    sweeperOf(house)({ sweeper }, { ...lambdaContext, getRemainingTimeInMillis: () => 800_000 });
  const sweeperOf = (of: DemoHouse) => sweeper(of, { atOnce: 4 });

  it("together leave nothing behind, and mails wait for the one that has them", async () => {
    const refs = await submit(40);
    const counts = [];
    for (const own of [0, 1, 2, 3]) counts.push((await run(own)).delivered);
    expect(startedCases()).toHaveLength(refs.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(house.sent).toEqual([]);
    await run(4);
    expect(house.sent).toHaveLength(refs.length);
    expect(pending()).toEqual([]);
  });

  it("does nothing where another one has the claim, and takes it up when that ends", async () => {
    await submit(40);
    const blocked = { ...house, engine: { ...house.engine, start: () => new Promise<never>(() => {}) } };
    void sweeperOf(blocked)({ sweeper: 0 }, { ...lambdaContext, getRemainingTimeInMillis: () => 800_000 });
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(await run(0)).toEqual({ delivered: 0, later: 0, throttled: 0 });
    later(61);
    expect((await run(0)).delivered).toBeGreaterThan(0);
  });

  it("refuses a number that no sweeper has", async () => {
    await expect(run(5)).rejects.toThrow("there is no sweeper 5");
  });
});

describe("a service that takes fewer for now", () => {
  it("is asked again in the same run, which is no failure and postpones nothing", async () => {
    await submit(10);
    const codes: string[] = [];
    let refusals = 5;
    const { start } = house.engine;
    const busy = {
      ...house,
      log: (code: string) => void codes.push(code),
      engine: {
        ...house.engine,
        start: async (...said: Parameters<typeof start>) => {
          if (refusals-- > 0)
            throw Object.assign(new Error("Rate exceeded"), { name: "ThrottlingException" });
          return start(...said);
        },
      },
    };
    const seen = await sweeper(busy)({}, { ...lambdaContext, getRemainingTimeInMillis: () => 55_000 });
    expect(seen.throttled).toBe(5);
    expect(startedCases()).toHaveLength(10);
    expect(codes).not.toContain("K303");
    expect(pending()).toEqual([]);
  });
});
