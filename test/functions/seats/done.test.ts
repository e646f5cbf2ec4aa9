import { expect, it } from "vitest";
import type { Table } from "../../../functions/adapters/table.ts";
import { takeOut } from "../../../functions/seats/done.ts";
import { demoHouse } from "../demo-house.ts";

const pk = "seats#case#one";

/** A table whose writes each last until somebody says how they end. */
function slowTable() {
  const removed: (readonly string[])[] = [];
  const ends: ((fault?: Error) => void)[] = [];
  const { table } = demoHouse();
  const slow: Table = {
    ...table,
    change: (_key, { remove = [] }) =>
      new Promise((resolve, reject) => {
        removed.push([...remove]);
        ends.push((fault) =>
          fault ? reject(fault) : resolve({ outcome: "changed", item: { pk, sk: "count" } }),
        );
      }),
  };
  return { table: slow, removed, ends };
}

it("marks that are done while another is taken out of the count leave together, and each is told once its own is gone", async () => {
  const { table, removed, ends } = slowTable();
  const told: string[] = [];
  const take = (name: string) => takeOut({ table }, pk, name).then(() => told.push(name));
  const first = take("coming:a");
  await Promise.resolve();
  const rest = ["coming:b", "coming:c", "coming:d"].map(take);
  expect(removed).toEqual([["coming:a"]]);
  ends[0]?.();
  await first;
  expect(told).toEqual(["coming:a"]);
  expect(removed).toEqual([["coming:a"], ["coming:b", "coming:c", "coming:d"]]);
  ends[1]?.();
  await Promise.all(rest);
  expect(told).toEqual(["coming:a", "coming:b", "coming:c", "coming:d"]);
});

it("a write that fails is told to those whose marks it had, and the next one goes all the same", async () => {
  const { table, removed, ends } = slowTable();
  const first = takeOut({ table }, pk, "coming:a");
  await Promise.resolve();
  const second = takeOut({ table }, pk, "coming:b");
  ends[0]?.(new Error("cut off"));
  await expect(first).rejects.toThrow("cut off");
  expect(removed).toEqual([["coming:a"], ["coming:b"]]);
  ends[1]?.();
  await second;
});
