import { describe, expect, it } from "vitest";
import { openTask } from "../../../functions/steps/open-task.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";
import { lambdaContext } from "../lambda-context.ts";
import { openLargeCall, stepOf } from "./large-call.ts";

/** Bytes that an item may have, whatever the size of a call. DynamoDB takes 400 KB; what is read and written is paid by size. */
const mostItem = 100_000;
/** Bytes that a machine may be told; it takes 262 144. */
const mostPayload = 4_000;
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Those that drive a call, whatever the catalogue lists. */
const everyOne = await everyProcess();
const drivers = new Set(everyOne.flatMap(({ call }) => (call ? [call.process] : [])));
const processes = everyOne.filter(({ id }) => drivers.has(id));

describe.each(processes.map((process) => ({ id: process.id, process })))(
  "a call of $id",
  ({ id, process }) => {
    const steps = Object.entries(process.states).flatMap(([name, { kind }]) =>
      kind === "step" ? [name] : [],
    );

    it.each([1_000, 4_000])(
      "of %i cases has no item and tells its machine nothing that is large, after each of its steps",
      async (cases) => {
        const opened = await openLargeCall(id, cases);
        const seen: Record<string, { readonly item: number; readonly payload: number }> = {};
        for (const [index, state] of steps.entries()) {
          const told = await stepOf(opened, state, 10 + index, cases);
          seen[state] = {
            item: Math.max(...opened.stored.all().map(bytesOf)),
            payload: bytesOf(told),
          };
        }
        const tooLarge = Object.entries(seen).filter(
          ([, { item, payload }]) => item > mostItem || payload > mostPayload,
        );
        expect(tooLarge).toEqual([]);
      },
    );
  },
);

describe("hosts of a call that matches interns with them", () => {
  it("are asked each by their number, about those who want to come, in items that do not grow", async () => {
    const opened = await openLargeCall("national-internship-matching", 1_000);
    const told = await stepOf(opened, "asking", 10, 1_000);
    expect(told).toMatchObject({ outcome: "asked", parts: 1_000 });
    const open = openTask(opened.house);
    for (const number of [1, 41, 1_000]) {
      const asked = { ref: opened.head.pk, state: "hostOrders", visit: 11, number, arm: 0 };
      await open({ ...asked, due: "2027-02-24T22:00:00Z", token: `token ${number}` }, lambdaContext);
    }
    const tasks = await opened.house.table.query(opened.head.pk, "task#000011");
    expect(tasks.map(({ number, dueAt, status }) => ({ number, dueAt, status }))).toEqual(
      [1, 41, 1_000].map((number) => ({ number, dueAt: "2027-02-24T22:00:00Z", status: "open" })),
    );
    expect(Math.max(...opened.stored.all().map(bytesOf))).toBeLessThan(mostItem);
  });
});
