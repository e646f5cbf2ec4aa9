import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { answerInBulk, type BulkTask, bulkKey, bulkTasks } from "../../../functions/cases/tasks/bulk.ts";
import { digest } from "../../../functions/events/digest.ts";
import { taskPath } from "../../../functions/links.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { openStage, type Stage } from "../../infra/local/stage.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

describe("whoever is cut off after their word was written and says it again", () => {
  let stage: Stage;
  afterEach(() => stage.close());

  /** The next change that sets a field is done, and its answer is lost. */
  const loseAnswerTo = (field: string): void => {
    const { table } = stage.world.house;
    const { change } = table;
    let isLost = false;
    Object.assign(table, {
      change: async (...said: Parameters<typeof change>) => {
        const changed = await change(...said);
        if (isLost || said[1].set?.[field] === undefined) return changed;
        isLost = true;
        throw new Error("the answer is lost");
      },
    });
  };

  it("and asks for a code to sign with: is told that it was sent, and it is mailed", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "agreement");
    const task = await stage.openTask(ref, "agreement");
    const { linkSecret } = stage.world.house.config;
    const target = `/api/tasks${taskPath(linkSecret, task).slice("/t".length)}/code`;
    loseAnswerTo("code");
    expect((await stage.world.request("POST", target, {}, {})).status).toBe(500);
    expect((await stage.world.request("POST", target, {}, {})).status).toBe(429);
    const mails = (await stage.load(ref)).mails.filter(({ template }) => template === "agreement.code");
    expect(mails).toHaveLength(1);
  });

  it("and withdraws: has withdrawn, once", async () => {
    stage = await openStage();
    const ref = await stage.apply("pirma@mokykla.example", 90);
    await stage.goOnUntil(ref, "endorsement");
    loseAnswerTo("interruptions");
    await expect(stage.say(ref, "withdrawn", { reason: "Liga." })).rejects.toThrow("lost");
    expect(await stage.say(ref, "withdrawn", { reason: "Liga." })).toBe("accepted");
    await stage.world.settle();
    const { head, entry } = await stage.load(ref);
    expect([head.interrupted, entry?.state]).toEqual([1, "withdrawn"]);
  });
});

describe("one that fails", () => {
  let house: DemoHouse;
  const refs: string[] = [];
  beforeEach(async () => {
    house = demoHouse();
    refs.length = 0;
    await publishCall(house, demoCall);
    for (const name of ["pirma", "antra", "trecia"]) {
      const raw = { ...demoApplication, email: `${name}@mokykla.example` };
      const sent = await submitApplication(house, { callId: "demo", language: "lt", raw, draftId: name });
      if (sent.outcome !== "stored") throw new Error(sent.outcome);
      refs.push(sent.ref);
      const due = "2027-01-17T21:59:59.000Z";
      const event = { ref: sent.ref, state: "screening", visit: 1, arm: 0, due, token: name };
      await openTask(house)(event, lambdaContext);
    }
  });
  const member = { ...demoCall.staff.coordinator, language: "lt" } as const;

  it("of many answered at once is told as not answered, and the others are", async () => {
    const items = house.table.all().filter(({ sk }) => String(sk).startsWith("task#"));
    const keys = items.map((item) => bulkKey(taskItem.parse(item)));
    const tasks: readonly BulkTask[] = await bulkTasks(house, member, keys);
    const { change } = house.table;
    const table = {
      ...house.table,
      change: async (...said: Parameters<typeof change>) => {
        if (said[0].pk === refs[1]) throw new Error("the table does not take it");
        return change(...said);
      },
    };
    const results = await answerInBulk({ ...house, table }, member, tasks, "eligible");
    const told = Object.fromEntries(results.map(({ task, outcome }) => [task.pk, outcome]));
    expect(told).toEqual({
      [refs[0] ?? ""]: "answered",
      [refs[1] ?? ""]: "failed",
      [refs[2] ?? ""]: "answered",
    });
  });

  it("of the morning's mails does not keep the others from theirs, and is tried again", async () => {
    const { indexPage, index } = house.table;
    let isBroken = true;
    const failing = <Given extends readonly [string, string, ...unknown[]], Result>(
      read: (...given: Given) => Promise<Result>,
    ) => {
      return async (...given: Given): Promise<Result> => {
        if (isBroken && given[1].includes("agency@")) throw new Error("the index cannot be read");
        return read(...given);
      };
    };
    const table = { ...house.table, index: failing(index), indexPage: failing(indexPage) };
    const tell = () => digest({ ...house, table })({}, lambdaContext);
    await expect(tell()).rejects.toThrow("1 digests");
    expect(house.sent.filter(({ to }) => to === member.email)).toHaveLength(1);
    isBroken = false;
    await tell();
    expect(house.sent.filter(({ to }) => to === member.email)).toHaveLength(1);
  });
});
