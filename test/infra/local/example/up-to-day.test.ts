import { expect, test } from "vitest";
import { exampleUpTo } from "../../../../infra/local/example/up-to-day.ts";

const example = {
  livesOn: "2027-03-10",
  call: {
    title: { lt: "Mokymai 2027", en: "Training 2027" },
    opens: "2027-02-01T08:00",
    closes: "2027-02-28T23:59:59",
    terms: [{ id: "2027-autumn", from: "2027-09-01" }],
  },
  people: [{ name: "Ona", applied: "2027-02-03T10:00" }],
};

test("an example stands on a day as on its own, moved by whole weeks, and is called by the year in which it opens", () => {
  expect(exampleUpTo("2026-11-30", example)).toEqual({
    call: {
      title: { lt: "Mokymai 2026", en: "Training 2026" },
      opens: "2026-10-26T08:00",
      closes: "2026-11-22T23:59:59",
      terms: [{ id: "2027-autumn", from: "2027-05-26" }],
    },
    people: [{ name: "Ona", applied: "2026-10-28T10:00" }],
  });
});

test("without a day of its own it stands as at the end of its call", () => {
  const { livesOn: _, ...unnamed } = example;
  expect(exampleUpTo("2027-03-07", unnamed).call).toMatchObject({ closes: "2027-03-07T23:59:59" });
});
