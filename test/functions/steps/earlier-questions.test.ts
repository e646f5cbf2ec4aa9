import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";

let house: DemoHouse;
let ref: string;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const submission = { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft" } as const;
  const submitted = await submitApplication(house, submission);
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  ref = submitted.ref;
});

const open = (state: string, visit: number, part?: string) =>
  openTask(house)(
    { ref, state, visit, arm: 0, token: `token-${visit}`, ...(part ? { part } : {}) },
    lambdaContext,
  );
const stored = (visit: number, state: string) =>
  house.table.get({ pk: ref, sk: `task#00000${visit}#${state}` });

describe("when a machine asks something, it stands there and nowhere else", () => {
  it("nobody is asked any more what a withdrawal broke off", async () => {
    await open("advance", 1);
    expect(await stored(1, "advance")).toMatchObject({ status: "open", inbox: "finance@agency.example" });
    await open("withdrawnRecovery", 3);
    const broken = await stored(1, "advance");
    expect(broken).toMatchObject({ status: "cancelled" });
    expect(broken).not.toHaveProperty("inbox");
    expect(await stored(3, "withdrawnRecovery")).toMatchObject({ status: "open" });
  });

  it("a wait that ended while its end could not be written down is closed", async () => {
    await open("awaitingRanking", 1);
    await open("offer", 2);
    expect(await stored(1, "awaitingRanking")).toMatchObject({ status: "answered" });
  });

  it("a wait that another execution goes on with tells nobody again", async () => {
    await open("onReserveList", 1);
    await house.table.change({ pk: ref, sk: "head" }, { set: { handedOver: 1 } });
    await open("onReserveList", 2);
    expect(await house.table.query(ref, "mail#")).toHaveLength(1);
    await open("offer", 3);
    await open("onReserveList", 4);
    expect(await house.table.query(ref, "mail#")).toHaveLength(3);
  });

  it("what is asked of several at once stays open for each of them", async () => {
    await open("agreement", 1, "applicant");
    await open("agreement", 1, "school");
    expect(await stored(1, "agreement#applicant")).toMatchObject({ status: "open" });
    expect(await stored(1, "agreement#school")).toMatchObject({ status: "open" });
  });
});
