import { expect, it } from "vitest";
import { giveAnswer, makeCodes } from "../../../functions/anonymous/slips.ts";
import { untie } from "../../../functions/anonymous/untie.ts";
import { demoHouse } from "../demo-house.ts";

const asked = {
  title: { lt: "Savijauta", en: "Wellbeing" },
  opensAt: "2027-03-01T07:00:00Z",
  closesAt: "2027-03-31T13:00:59Z",
  items: [{ id: "safe", from: 1, to: 4 }],
};
const places = ["mokiniai", "tėvai"].map((group) => ({ school: "S1", group }));

class Killed extends Error {}

/** The same table, whose holder is killed before the write with this number. */
function dyingAt<A extends object>(answers: A, write: number): A {
  let writes = 0;
  return new Proxy(answers, {
    get: (table, name) => {
      const found: unknown = Reflect.get(table, name);
      if (typeof found !== "function") return found;
      return (...given: readonly unknown[]): unknown => {
        if (name === "put" || name === "delete" || name === "wipe") {
          writes += 1;
          if (writes >= write) throw new Killed();
        }
        return Reflect.apply(found, table, given);
      };
    },
  });
}

/** Six answers of each group, of which the close is killed at so many of its writes. Was it killed? */
async function closedWith(kills: readonly number[]) {
  const house = demoHouse("2027-03-05T10:00:00.000Z");
  for (const place of places) {
    const codes = await makeCodes(house, "pavasaris", { ...place, codes: 8 }, 0);
    if (codes === "elsewhere") throw new Error("made before");
    for (const [index, code] of codes.slice(0, 6).entries())
      await giveAnswer(
        house,
        asked,
        { callId: "pavasaris", ...place, code },
        { safe: String(1 + (index % 4)) },
      );
  }
  let killed = 0;
  for (const write of kills)
    await untie({ answers: dyingAt(house.answers, write) }, "pavasaris", places).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
      killed += 1;
    });
  await untie(house, "pavasaris", places);
  await untie(house, "pavasaris", places);
  const left = house.answers.all();
  const values = left.map(({ group, values: said }) => `${String(group)} ${JSON.stringify(said)}`).toSorted();
  return { killed, values, kinds: new Set(left.map(({ pk }) => String(pk).split("#")[0])) };
}

it("a close that is killed at any of its writes, and begun again, keeps each answer once and nothing beside", async () => {
  const undisturbed = await closedWith([]);
  expect(undisturbed.values).toHaveLength(12);
  expect(undisturbed.kinds).toEqual(new Set(["answers"]));
  let write = 1;
  for (; ; write += 1) {
    const { killed, ...came } = await closedWith([write, Math.ceil(write / 2)]);
    expect([write, came.values, came.kinds]).toEqual([write, undisturbed.values, undisturbed.kinds]);
    if (killed === 0) break;
  }
  expect(write).toBeGreaterThan(30);
});
