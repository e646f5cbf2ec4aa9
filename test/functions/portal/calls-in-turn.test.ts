import { expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { visitor } from "../web/visitor.ts";

it("lists what ends first among the open calls first, and what ended last among those that are over", async () => {
  const house = demoHouse("2027-06-01T08:00:00.000Z");
  const times = {
    "ends in August": ["2027-05-01T09:00", "2027-08-31"],
    "ended in April": ["2027-01-01T09:00", "2027-04-30"],
    "ends in June": ["2027-05-20T09:00", "2027-06-15"],
    "opens in December": ["2027-12-01T09:00", "2028-01-31"],
    "ended in May": ["2027-01-01T09:00", "2027-05-31"],
    "opens in July": ["2027-07-01T09:00", "2028-02-28"],
    "ends in July": ["2027-01-10T09:00", "2027-07-31"],
  };
  for (const [title, [opens = "", closes = ""]] of Object.entries(times))
    await publishCall(house, {
      ...demoCall,
      id: title.replaceAll(" ", "-"),
      title: { lt: title, en: title },
      opens,
      closes: `${closes}T23:59`,
    });
  const { text } = await visitor(house).get("/?lang=en");
  const inTurn = Object.keys(times).toSorted((a, b) => text.indexOf(a) - text.indexOf(b));
  expect(inTurn.every((title) => text.includes(title))).toBe(true);
  const of = (beginning: string) => inTurn.filter((title) => title.startsWith(beginning));
  expect(of("ends")).toEqual(["ends in June", "ends in July", "ends in August"]);
  expect(of("opens")).toEqual(["opens in July", "opens in December"]);
  expect(of("ended")).toEqual(["ended in May", "ended in April"]);
});
