import { describe, expect, it } from "vitest";
import {
  candidatesAmong,
  candidatesIn,
  leadersAmong,
  outdatedIn,
} from "../../../functions/groups/candidates.ts";
import { entriesOf, lineKey, making } from "../../../functions/lines/keys.ts";
import type { Line } from "../../../functions/store/line-item.ts";
import { one } from "../lines/a-line.ts";
import { memoryTable } from "../memory-table.ts";

const goes = (country: string, isOutdated = false): Pick<Line, "goes"> => ({
  goes: { country, institution: "Koulu", starts: "2027-05-03", ends: "2027-05-07", isOutdated },
});

async function houseOf(lines: readonly Line[]) {
  const table = memoryTable();
  for (const line of lines) {
    await table.put({ ...lineKey("demo", line.ref), line, making, version: 1 });
    for (const entry of entriesOf(line)) await table.put({ ...entry });
  }
  return { table };
}

const names = (found: readonly { readonly traveller: { readonly name: string } }[]) =>
  found.map(({ traveller }) => traveller.name);

describe("who could come into a group", () => {
  it("has a place in its country and no group, in the order of the Lithuanian alphabet", async () => {
    const house = await houseOf([
      one("1", { name: "Žydrė", ...goes("FI") }),
      one("2", { name: "Čiurlionė", ...goes("FI") }),
      one("3", { name: "Cita", ...goes("FI") }),
      one("4", { name: "Ona", ...goes("IE") }),
      one("5", { name: "Rasa", ...goes("FI"), group: 1 }),
      one("6", { name: "Eglė" }),
    ]);
    expect(names((await candidatesIn(house, "demo", "FI")).candidates)).toEqual([
      "Cita",
      "Čiurlionė",
      "Žydrė",
    ]);
    const named = ["case#3", "case#4", "case#5", "case#6", "case#7", "case#3"];
    expect(names(await candidatesAmong(house, "demo", "FI", named))).toEqual(["Cita"]);
  });

  it("is shown a hundred at a time, each once; a place in the list that there is not begins it", async () => {
    const all = Array.from({ length: 230 }, (_, index) => String(index).padStart(3, "0"));
    const house = await houseOf(all.map((name) => one(name, goes("FI"))));
    const seen: string[][] = [];
    for (let after: string | undefined; ; ) {
      const { candidates, next } = await candidatesIn(house, "demo", "FI", after);
      seen.push([...names(candidates)]);
      if (next === undefined) break;
      after = next;
    }
    expect(seen.map(({ length }) => length)).toEqual([100, 100, 30]);
    expect(seen.flat()).toEqual(all);
    expect(names((await candidatesIn(house, "demo", "FI", "made up")).candidates)).toEqual(seen[0]);
    const { next } = await candidatesIn(house, "demo", "FI");
    expect((await candidatesIn(house, "demo", "IE", next)).candidates).toEqual([]);
  });
});

describe("of groups and grants", () => {
  it("leaders are named who still travel with theirs", async () => {
    const house = await houseOf([
      one("a", { name: "Ona", ...goes("FI"), group: 1 }),
      one("b", { name: "Rasa", ...goes("FI"), group: 3 }),
      one("c", { name: "Eglė", group: 4 }),
    ]);
    const groups = [
      { number: 1, leader: "case#a" },
      { number: 2, leader: "case#b" },
      { number: 4, leader: "case#c" },
      { number: 5, leader: "case#gone" },
    ];
    expect([...(await leadersAmong(house, "demo", groups))]).toEqual([[1, "Ona"]]);
  });

  it("those are found whose grant does not fit their tickets", async () => {
    const house = await houseOf([
      one("a", { name: "Ona", ...goes("FI", true) }),
      one("b", { name: "Rasa", ...goes("FI") }),
      one("c", { name: "Eglė", ...goes("FI", true), group: 2 }),
    ]);
    expect((await outdatedIn(house, "demo")).map(({ name }) => name)).toEqual(["Eglė", "Ona"]);
  });
});
