import { expect, it } from "vitest";
import { heardIn } from "../../../functions/anonymous/heard.ts";
import { findSlip, giveAnswer, makeCodes, makingOf } from "../../../functions/anonymous/slips.ts";
import { untie } from "../../../functions/anonymous/untie.ts";
import { demoHouse } from "../demo-house.ts";

const asked = {
  title: { lt: "Savijauta", en: "Wellbeing" },
  opensAt: "2027-03-01T07:00:00Z",
  closesAt: "2027-03-31T13:00:59Z",
  items: [{ id: "safe", from: 1, to: 4 }],
};
const place = { school: "S1", group: "mokiniai" };

/** A campaign with so many codes, on a day while answers are taken. */
async function withCodes(count: number) {
  const house = demoHouse("2027-03-05T10:00:00.000Z");
  const codes = await makeCodes(house, "pavasaris", { ...place, codes: count }, 0);
  if (codes === "elsewhere") throw new Error("made before");
  const at = (code: string) => ({ callId: "pavasaris", ...place, code });
  return { house, codes, at };
}

it("codes have 128 bits, and in the table stands neither one of them nor the order of the sheet", async () => {
  const { house, codes } = await withCodes(40);
  expect(new Set(codes).size).toBe(40);
  for (const code of codes) expect(Buffer.from(code, "base64url")).toHaveLength(16);
  const text = JSON.stringify(house.answers.all());
  expect(codes.filter((code) => text.includes(code))).toEqual([]);
});

it("an answer holds values, school, group and the day, and nothing else; what is sent twice is one", async () => {
  const { house, codes, at } = await withCodes(2);
  const [code = ""] = codes;
  expect(await giveAnswer(house, asked, at(code), { safe: "3" })).toBe("accepted");
  expect(await giveAnswer(house, asked, at(code), { safe: "1" })).toBe("used");
  const used = house.answers.all().filter(({ values }) => values !== undefined);
  expect(used.map(({ pk: _pk, sk: _sk, stamp: _stamp, ...rest }) => rest)).toEqual([
    { ...place, day: "2027-03-05", values: { safe: 3 } },
  ]);
});

it("of fifty who send the same code at once one is taken", async () => {
  const { house, codes, at } = await withCodes(1);
  const [code = ""] = codes;
  const sent = Array.from({ length: 50 }, (_, index) =>
    giveAnswer(house, asked, at(code), { safe: String(1 + (index % 4)) }),
  );
  expect((await Promise.all(sent)).filter((one) => one === "accepted")).toHaveLength(1);
});

it("a value beside the scale leaves the code good; a blank is an answer", async () => {
  const { house, codes, at } = await withCodes(1);
  const [code = ""] = codes;
  expect(await giveAnswer(house, asked, at(code), { safe: "5" })).toEqual({
    beyond: ["safe"],
    isPseudonymWrong: false,
  });
  expect(await giveAnswer(house, asked, at(code), { safe: "" })).toBe("accepted");
});

it("codes that nobody made, of another group or before the opening open nothing", async () => {
  const { house, codes, at } = await withCodes(1);
  const [code = ""] = codes;
  expect(await findSlip(house, asked, at("A".repeat(22)))).toBe("unknown");
  expect(await findSlip(house, asked, { ...at(code), group: "tėvai" })).toBe("unknown");
  house.at("2027-02-28T10:00:00.000Z");
  expect(await findSlip(house, asked, at(code))).toBe("early");
});

it("made anew, unused codes are worth nothing and answers stay; two clicks make one sheet", async () => {
  const { house, codes, at } = await withCodes(3);
  const [used = "", unused = ""] = codes;
  await giveAnswer(house, asked, at(used), { safe: "2" });
  expect(await makeCodes(house, "pavasaris", { ...place, codes: 3 }, 0)).toBe("elsewhere");
  const again = await makeCodes(house, "pavasaris", { ...place, codes: 3 }, 1);
  expect(again).toHaveLength(2);
  expect(await makingOf(house, "pavasaris", place)).toBe(2);
  expect(await findSlip(house, asked, at(unused))).toBe("unknown");
  expect(await findSlip(house, asked, at(used))).toBe("used");
  expect((await heardIn(house, "pavasaris", [place])).places).toEqual([
    { ...place, issued: 3, answered: [{ day: "2027-03-05", count: 1 }] },
  ]);
});

it("after the close answers stand under keys that nothing leads to, whatever the step was broken off at", async () => {
  const { house, codes, at } = await withCodes(6);
  for (const [index, code] of codes.slice(0, 4).entries())
    await giveAnswer(house, asked, at(code), { safe: String(index + 1) });
  const before = house.answers.all().map(({ sk }) => sk);
  let writes = 0;
  const breaking = (limit: number) => ({
    answers: {
      ...house.answers,
      put: async (...said: Parameters<typeof house.answers.put>) => {
        writes += 1;
        if (writes === limit) throw new Error("broken off");
        return house.answers.put(...said);
      },
      delete: async (...said: Parameters<typeof house.answers.delete>) => {
        writes += 1;
        if (writes === limit) throw new Error("broken off");
        return house.answers.delete(...said);
      },
    },
  });
  for (const limit of [2, 4, 7, 9, 11, 13]) {
    writes = 0;
    await untie(breaking(limit), "pavasaris", [place]).catch(() => undefined);
  }
  await untie(house, "pavasaris", [place]);
  const left = house.answers.all();
  expect(left.map(({ pk }) => pk)).toEqual(Array(4).fill("answers#pavasaris#S1#mokiniai"));
  expect(left.filter(({ sk }) => before.includes(sk))).toEqual([]);
  expect(left.some((item) => "day" in item || "stamp" in item)).toBe(false);
  const heard = await heardIn(house, "pavasaris", [place]);
  expect(heard.answers.map(({ values }) => values.safe).toSorted()).toEqual([1, 2, 3, 4]);
  house.at("2027-04-01T10:00:00.000Z");
  expect(await findSlip(house, asked, at(codes[0] ?? ""))).toBe("closed");
});
