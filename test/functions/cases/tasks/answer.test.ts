import type { Context } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { keyFromPath } from "../../../../functions/addresses/address.ts";
import { publishCall } from "../../../../functions/calls/publish.ts";
import { submitApplication } from "../../../../functions/cases/applications/submit.ts";
import { interrupt } from "../../../../functions/cases/road/interrupt.ts";
import { answerTask } from "../../../../functions/cases/tasks/answer.ts";
import { findTask, type TaskAddress } from "../../../../functions/cases/tasks/find-task.ts";
import { sweeper } from "../../../../functions/events/sweeper.ts";
import { casePath, taskPath } from "../../../../functions/links.ts";
import { expireTask } from "../../../../functions/steps/expire-task.ts";
import { openTask } from "../../../../functions/steps/open-task.ts";
import { taskItem } from "../../../../functions/store/items.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../../demo-house.ts";
import { lambdaContext } from "../../lambda-context.ts";

const due = "2027-01-17T21:59:59.000Z";

describe("a principal's task", () => {
  let house: DemoHouse;
  let ref: string;
  let address: TaskAddress;

  const open = (arm: number, token: string) =>
    call(openTask(house), { ref, state: "endorsement", visit: 1, arm, due, token });
  const expire = () => call(expireTask(house), { ref, state: "endorsement", visit: 1 });
  const stored = async () =>
    taskItem.parse(await house.table.get({ pk: ref, sk: "task#000001#endorsement" }));

  beforeEach(async () => {
    house = demoHouse();
    await publishCall(house, demoCall);
    const submitted = await submitApplication(house, {
      callId: "demo",
      language: "lt",
      raw: demoApplication,
      draftId: "draft",
    });
    if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
    ref = submitted.ref;
    await open(0, "token-0");
    address = addressOf(taskPath(house.config.linkSecret, await stored()));
  });

  it("is answered once, and the machine goes on with the outcome and its next clocks", async () => {
    expect(await answerTask(house, address, { outcome: "endorsed" })).toEqual({ outcome: "answered" });
    expect(house.delivered).toMatchObject([{ token: "token-0", output: { outcome: "endorsed" } }]);
    expect(await answerTask(house, address, { outcome: "refused", reason: "Ne." })).toMatchObject({
      outcome: "alreadyAnswered",
    });
    expect((await stored()).outcome).toBe("endorsed");
  });

  it("takes one of two answers given at the same moment", async () => {
    const both = await Promise.all([
      answerTask(house, address, { outcome: "endorsed" }),
      answerTask(house, address, { outcome: "refused", reason: "Ne." }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["alreadyAnswered", "answered"]);
    expect(house.delivered).toHaveLength(1);
  });

  it("keeps an answer that comes between two tokens and uses it when the task is armed anew", async () => {
    house.engineSays("stale");
    expect(await answerTask(house, address, { outcome: "endorsed" })).toEqual({ outcome: "answered" });
    house.engineSays("delivered");
    await open(1, "token-1");
    await call(sweeper(house), {});
    expect(house.delivered).toMatchObject([{ token: "token-1", output: { outcome: "endorsed" } }]);
  });

  it("uses an answer that was stored before the task expired, although its token was dead", async () => {
    house.engineSays("stale");
    await answerTask(house, address, { outcome: "endorsed" });
    expect(await expire()).toMatchObject({ outcome: "endorsed" });
  });

  it("is in time half a second before the end of the last second that is named", async () => {
    house.at("2027-01-17T21:59:59.500Z");
    expect(await answerTask(house, address, { outcome: "endorsed" })).toEqual({ outcome: "answered" });
  });

  it("is expired after its last instant, even before the machine has noticed", async () => {
    house.at("2027-01-17T22:00:00.000Z");
    expect(await answerTask(house, address, { outcome: "endorsed" })).toEqual({
      outcome: "expired",
      at: due,
    });
    expect(await expire()).toMatchObject({ outcome: "expired" });
    expect((await findTask(house, address)).outcome).toBe("expired");
  });

  it("opens to nobody without its own secret", async () => {
    const forged = { ...address, secret: `${address.secret.slice(0, -1)}x` };
    expect(await answerTask(house, forged, { outcome: "endorsed" })).toEqual({ outcome: "unknown" });
  });

  it("is opened once, however often its opening is repeated", async () => {
    await open(0, "token-0b");
    const tasks = house.table.all().filter((item) => String(item.sk).startsWith("task#"));
    const mails = house.table.all().filter((item) => String(item.sk).startsWith("mail#000001"));
    expect([tasks.length, mails.length]).toEqual([1, 1]);
    expect((await stored()).token).toBe("token-0b");
  });

  it("asks for a reason when it is refused", async () => {
    expect(await answerTask(house, address, { outcome: "refused" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "reason", problem: "missing" }],
    });
    expect((await stored()).status).toBe("open");
  });

  it("is broken off when the applicant withdraws, once, however often it is said; another word comes too late", async () => {
    const [, , id = "", secret = ""] = casePath(house.config.linkSecret, ref).split("/");
    const withdraw = (reason: string) => interrupt(house, { id, secret, name: "withdrawn" }, { reason });
    expect(await withdraw("Liga.")).toEqual({ outcome: "accepted" });
    expect(house.interrupted).toEqual([{ token: "token-0", error: "withdrawn" }]);
    expect(await withdraw("Liga.")).toEqual({ outcome: "accepted" });
    expect(house.interrupted).toHaveLength(1);
    expect(await withdraw("Persigalvojau.")).toEqual({ outcome: "tooLate" });
  });

  it("keeps a withdrawal that comes between two waits until the next one", async () => {
    const [, , id = "", secret = ""] = casePath(house.config.linkSecret, ref).split("/");
    house.engineSays("stale");
    expect(await interrupt(house, { id, secret, name: "withdrawn" }, {})).toEqual({ outcome: "accepted" });
    house.engineSays("delivered");
    await open(1, "token-1");
    house.at("2027-01-10T09:00:00.000Z");
    await call(sweeper(house), {});
    expect(house.interrupted).toEqual([{ token: "token-1", error: "withdrawn" }]);
  });

  function call<Event, Result>(handler: (event: Event, context: Context) => Result, event: Event): Result {
    return handler(event, lambdaContext);
  }
});

function addressOf(path: string): TaskAddress {
  const [, , kind, id, key, secret] = path.split("/");
  if ((kind !== "case" && kind !== "call") || !id || !key || !secret) throw new Error(path);
  return { kind, id, key: keyFromPath(key), secret };
}
