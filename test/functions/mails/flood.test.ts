import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { sweeper } from "../../../functions/events/sweeper.ts";
import { taskPath } from "../../../functions/links.ts";
import { queueMail } from "../../../functions/mails/queue.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { lambdaContext } from "../lambda-context.ts";
import { visitor } from "../web/visitor.ts";

let house: DemoHouse;
beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
});

const principal = "vadovas@mokykla.example";
const due = "2027-01-29T21:59:59.000Z";
const sweep = () => sweeper(house)({}, lambdaContext);
const sentTo = (email: string) => house.sent.filter(({ to }) => to === email);

async function apply(number: number, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const raw = { ...demoApplication, email: `mokytojas-${number}@mokykla.example`, ...more };
  const sent = { callId: "demo", language: "lt", raw, draftId: `draft-${number}` } as const;
  const submitted = await submitApplication(house, sent);
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  return submitted.ref;
}

const ask = (ref: string, state: string) =>
  openTask(house)({ ref, state, visit: 1, arm: 0, due, token: `t-${ref}` }, lambdaContext);

/** So many teachers name one principal, who is asked about each of them. */
async function endorsements(count: number): Promise<readonly string[]> {
  const refs: string[] = [];
  for (let number = 1; number <= count; number++) refs.push(await apply(number));
  for (const ref of refs) await ask(ref, "endorsement");
  return refs;
}

describe("mails that strangers cause", () => {
  it("are ten a day for one address, whoever it is", async () => {
    await endorsements(14);
    await sweep();
    expect(sentTo(principal)).toHaveLength(10);
  });

  it("go on the next morning, the rest in one mail: nobody is not asked", async () => {
    const refs = await endorsements(14);
    house.at("2027-01-11T06:00:00.000Z");
    await sweep();
    expect(sentTo(principal)).toHaveLength(11);
    const last = sentTo(principal).at(-1)?.text ?? "";
    for (const ref of refs) {
      const [item] = await house.table.query(ref, "task#");
      expect(last).toContain(taskPath(house.config.linkSecret, taskItem.parse(item)));
    }
    house.at("2027-01-15T06:00:00.000Z");
    await sweep();
    expect(sentTo(principal)).toHaveLength(11);
    expect(house.table.all().filter(({ pending, sk }) => pending && String(sk).startsWith("mail#"))).toEqual(
      [],
    );
  });

  it("are receipts as well: fifty applications with one address bring ten a day, and none is dropped", async () => {
    for (let number = 1; number <= 25; number++) await apply(number, { email: "auka@mokykla.example" });
    const received = [];
    for (const day of ["10", "11", "12", "13"]) {
      house.at(`2027-01-${day}T09:00:00.000Z`);
      for (let round = 0; round < 3; round++) await sweep();
      received.push(sentTo("auka@mokykla.example").length);
    }
    expect(received).toEqual([10, 20, 25, 25]);
  });

  it("do not hold up what the staff have sent, nor mails to others", async () => {
    const [ref = ""] = await endorsements(12);
    await ask(await apply(13, { principalEmail: "kita@mokykla.example" }), "endorsement");
    expect(sentTo("kita@mokykla.example")).toHaveLength(1);
    const before = sentTo(principal).length;
    const [item] = await house.table.query(ref, "task#");
    const task = taskItem.parse(item);
    const to = { name: "Jonas", email: principal, language: "lt" } as const;
    const by = { name: "Rasa", email: "coordinator@agency.example" };
    await queueMail(house, {
      ref,
      visit: 1,
      template: "endorsement.reminder",
      role: "principal",
      to,
      round: 7,
      task,
      by,
    });
    expect(sentTo(principal)).toHaveLength(before + 1);
  });

  it("are codes to sign in too: twenty in an hour and forty in a day for browsers that nobody knows", async () => {
    await apply(1, { email: "auka@mokykla.example" });
    const codes: number[] = [];
    for (const hour of ["10", "11", "12"]) {
      house.at(`2027-01-10T${hour}:00:00.000Z`);
      for (let browser = 0; browser < 25; browser++)
        await visitor(house).post("/sign-in", { email: "auka@mokykla.example" });
      codes.push(sentTo("auka@mokykla.example").length);
    }
    expect(codes).toEqual([20, 40, 40]);
  });
});
