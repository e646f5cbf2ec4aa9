import { expect, it } from "vitest";
import { filesRehearsed } from "./rehearsed.ts";
import type { Call, Line } from "./rules.ts";

/** As many as the acceptance asks for; `ANSWERS=2000` tries fewer. */
const answers = Number(process.env.ANSWERS ?? 20_000);
const schools = 20;

const call: Call = {
  closes: "2027-03-31T16:00",
  least: 5,
  responsePercent: 50,
  reminders: [],
  planDays: 20,
  instrument: {
    id: "savijauta",
    version: 1,
    items: ["a", "b", "c", "d", "e", "f"].map((id) => ({ id, from: 1, to: 4, agree: 3 })),
  },
  schools: Array.from({ length: schools }, (_, at) => ({
    code: `S${at + 1}`,
    municipality: ["Utenos r.", "Molėtų r.", "Anykščių r."][at % 3] ?? "",
    invited: { mokiniai: answers / schools },
  })),
};

/** All of them within one hour. */
const lines = Array.from(
  { length: answers },
  (_, at): Line => ({
    at: `2027-03-10T10:${String(Math.floor((at * 60) / answers)).padStart(2, "0")}`,
    school: `S${(at % schools) + 1}`,
    group: "mokiniai",
    code: "new",
    ...Object.fromEntries(
      ["a", "b", "c", "d", "e", "f"].map((id, item) => [id, String(1 + ((at + item) % 4))]),
    ),
  }),
);

it(`takes ${answers} answers within an hour through the real handlers, and loses none`, async () => {
  const began = process.cpuUsage();
  const started = performance.now();
  const files = await filesRehearsed(call, lines);
  const { user, system } = process.cpuUsage(began);
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `| answers | seconds | seconds of CPU | a second |\n| --- | --- | --- | --- |\n| ${answers} | ${seconds.toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ${(answers / seconds).toFixed(0)} |\n`,
  );
  expect(files["refused.csv"].find(({ what }) => what === "accepted")?.count).toBe(String(answers));
  expect(files["rates.csv"].map(({ percent }) => percent)).toEqual(Array(schools).fill("100"));
  const [country] = files["results.csv"].filter(({ level, item }) => level === "country" && item === "a");
  expect(country).toMatchObject({ n: String(answers), hidden: "no" });
}, 900_000);
