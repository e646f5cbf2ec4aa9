import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { taskPath } from "../../../functions/links.ts";
import { expireTask } from "../../../functions/steps/expire-task.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { taskKey } from "../../../functions/store/keys.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { visitor } from "../web/visitor.ts";

const was = "2027-01-20T21:59:59.000Z";
const later = "2027-01-27T21:59:59.000Z";
const by = { name: "Rasa", email: "coordinator@agency.example" };

let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const raw = demoApplication;
  const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: "d" });
  if (sent.outcome !== "stored") throw new Error(sent.outcome);
  ref = sent.ref;
  for (const arm of [0, 1, 2])
    await openTask(house)(
      { ref, state: "endorsement", visit: 1, arm, due: was, movable: true, token: `token-${arm}` },
      lambdaContext,
    );
  house.at(was);
});

const key = () => taskKey(ref, 1, "endorsement");
const task = async (): Promise<Task> => taskItem.parse(await house.table.get(key()));
const expire = () => expireTask(house)({ ref, state: "endorsement", visit: 1 }, lambdaContext);
const extend = (due: string) =>
  house.table.change(key(), {
    set: { dueAt: due, extensions: [{ was, due, at: "2027-01-15T08:00:00.000Z", by, reason: "Karantinas" }] },
  });

describe("a task whose old end is over", () => {
  it("expires when nobody moved its deadline", async () => {
    expect(await expire()).toMatchObject({ outcome: "expired" });
    expect(await task()).toMatchObject({ status: "expired", closedAt: was });
  });

  it("takes the answer of the last half second: the second that is named counts to its end", async () => {
    const rested: number[] = [];
    const clock = {
      now: () => "2027-01-20T21:59:59.100Z",
      rest: async (millis: number) => {
        rested.push(millis);
        house.at("2027-01-20T21:59:59.500Z");
        const task = taskItem.parse(await house.table.get(key()));
        const link = taskPath(house.config.linkSecret, task);
        expect((await visitor(house).post(link, { outcome: "endorsed" })).status).toBe(303);
      },
    };
    const expired = await expireTask({ ...house, clock })(
      { ref, state: "endorsement", visit: 1 },
      lambdaContext,
    );
    expect([rested, expired]).toEqual([[900], expect.objectContaining({ outcome: "endorsed" })]);
  });

  it("goes on with the next arm when it was given more time, and says the same when it is asked again", async () => {
    await extend(later);
    const said = await expire();
    expect(said).toMatchObject({ outcome: "extended", arm: 3 });
    expect(await expire()).toEqual(said);
    expect(await task()).toMatchObject({ status: "open", quietArm: 3 });
    const clock: unknown = "clock" in said ? said.clock : undefined;
    expect(clock).toEqual([was, was, was, expect.stringContaining("T07:00:00"), later]);
  });

  it("expires when the time that it was given is over too", async () => {
    await extend(later);
    house.at(later);
    expect(await expire()).toMatchObject({ outcome: "expired" });
  });

  it("is not closed when its deadline is moved in the very moment in which it would be", async () => {
    const table = { ...house.table };
    let moved = false;
    const racing = {
      ...house,
      table: {
        ...table,
        change: async (...asked: Parameters<typeof table.change>) => {
          if (!moved) await extend(later);
          moved = true;
          return table.change(...asked);
        },
      },
    };
    const said = await expireTask(racing)({ ref, state: "endorsement", visit: 1 }, lambdaContext);
    expect(said).toMatchObject({ outcome: "extended" });
    expect(await task()).toMatchObject({ status: "open", dueAt: later });
  });
});
