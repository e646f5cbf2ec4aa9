import { expect, it } from "vitest";
import { deliverInterruption } from "../../../functions/cases/road/deliver.ts";
import { openTask } from "../../../functions/steps/open-task.ts";
import { runStep } from "../../../functions/steps/run-step.ts";
import { headItem } from "../../../functions/store/items.ts";
import { headKey } from "../../../functions/store/keys.ts";
import { amongApplicants } from "../../../workflows/national-internship/matching/rules.ts";
import { lambdaContext } from "../lambda-context.ts";
import { openLargeCall } from "./large-call.ts";

/** Executions keep the definition that they began with: these ask several people in their own, each by the name of a part. */
const hosts = 3;

it("a machine that began before many were asked by number hears whom to ask by name, and asks them so", async () => {
  const { house, head } = await openLargeCall("national-internship-matching", hosts);
  const told = await runStep(house)({ ref: head.pk, state: "asking", visit: 10 }, lambdaContext);
  expect(told).toMatchObject({ outcome: "asked" });
  const parts: unknown = told.parts;
  if (!Array.isArray(parts)) throw new Error("it was told a number");
  expect(parts).toHaveLength(hosts);
  for (const [place, part] of parts.entries()) {
    const asked = { ref: head.pk, state: "hostOrders", visit: 11, arm: 0, part: String(part) };
    await openTask(house)({ ...asked, due: "2027-02-24T22:00:00Z", token: `token ${place}` }, lambdaContext);
  }
  const tasks = await house.table.query(head.pk, "task#000011");
  expect(tasks.map(({ part, number, status }) => ({ part, number, status }))).toEqual(
    parts.toSorted().map((part) => ({ part, number: undefined, status: "open" })),
  );
});

it("what breaks in there is told to one of them, as nobody waits beside them", async () => {
  const { house, head } = await openLargeCall("national-internship-matching", hosts);
  const { parts } = await runStep(house)({ ref: head.pk, state: "asking", visit: 10 }, lambdaContext);
  const part = Array.isArray(parts) ? String(parts[0]) : "";
  const asked = { ref: head.pk, state: "hostOrders", visit: 11, arm: 0, part };
  await openTask(house)({ ...asked, due: "2027-02-24T22:00:00Z", token: "its token" }, lambdaContext);
  const word = {
    name: "calledOff",
    at: house.clock.now(),
    by: "",
    state: "hostOrders",
    visit: 11,
    values: {},
  };
  await house.table.change(headKey(head.pk), { set: { interruptions: [word], interrupted: 1 } });
  const said = headItem.parse(await house.table.get(headKey(head.pk)));
  expect(await deliverInterruption(house, said)).toBe("delivered");
  expect(house.interrupted).toEqual([{ token: "its token", error: "calledOff" }]);
});

it("whom a host was asked about is read as it was written before, too", () => {
  const label = { lt: "Ona, Utenos gimnazija", en: "Ona, Utena" };
  const record = (data: unknown) => ({
    call: { places: [] },
    records: [{ state: "asking", visit: 10, step: "asked", outcome: "asked", at: "", data }],
  });
  const before = record({ places: { molėtai: [{ ref: "case#ona", label }] } });
  const now = record({ interns: [{ ref: "case#ona", label }], places: { molėtai: [0] } });
  const wanted = [{ value: "case#ona", label }];
  expect(amongApplicants(before, "molėtai").lists.applicants).toEqual(wanted);
  expect(amongApplicants(now, "molėtai").lists.applicants).toEqual(wanted);
});
