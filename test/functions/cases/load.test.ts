import { describe, expect, it } from "vitest";
import { entriesIn, mostEntries } from "../../../functions/cases/load.ts";
import { entryKey, refOfCall } from "../../../functions/store/keys.ts";
import { memoryTable } from "../memory-table.ts";

const entry = (number: number) => ({
  ...entryKey("demo", `case#${String(number).padStart(6, "0")}`),
  ref: `case#${number}`,
  state: "review",
  ended: false,
  submittedAt: "2027-01-10T08:00:00.000Z",
});

describe("the places of all cases of a call", () => {
  it("are read in the order of their keys, however many pages they take", async () => {
    const table = memoryTable();
    for (let number = 0; number < 2500; number++) await table.put(entry(number));
    const refs = (await entriesIn(table, refOfCall("demo"))).map(({ ref }) => ref);
    expect(refs).toEqual(Array.from({ length: 2500 }, (_, number) => `case#${number}`));
  });

  it("are refused with a sentence where there are more than a step can see, and not read to the end", async () => {
    let pages = 0;
    const table: Parameters<typeof entriesIn>[0] = {
      ...memoryTable(),
      page: async () => {
        pages++;
        return { items: Array.from({ length: 1000 }, (_, number) => entry(number)), next: "on" };
      },
    };
    await expect(entriesIn(table, refOfCall("demo"))).rejects.toThrow(
      "call#demo: its steps see all of its cases, and 120000 are the most; it has more",
    );
    expect(pages).toBe(mostEntries / 1000 + 1);
  });
});
