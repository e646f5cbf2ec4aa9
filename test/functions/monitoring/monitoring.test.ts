import { beforeAll, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { tally } from "../../../functions/lines/tally.ts";
import { comparedPlaceKey, roundKey } from "../../../functions/store/compared-items.ts";
import { figuresKey } from "../../../functions/store/keys.ts";
import type { Line } from "../../../functions/store/line-item.ts";
import { plan } from "../../../workflows/kernel/facts/plan.ts";
import { demoCall, demoHouse } from "../demo-house.ts";
import { one } from "../lines/a-line.ts";
import { enterPath } from "../web/enter.ts";
import { visitor } from "../web/visitor.ts";

const now = "2028-06-01T09:00:00.000Z";
const done = (id: string, more: Partial<Line> = {}) => one(id, { state: "completed", ended: true, ...more });
const paid = (day: string, cents: number) => [
  { day: "2027-03-01", what: "promised", cents } as const,
  { day, what: "paid", cents } as const,
];

/**
 * Two calls for internships abroad. In the first seven have gone through: three of a rural school, five were paid 100 EUR in 2027, two
 * 250.50 EUR in 2028, of which one has given back 50 EUR. In the second one has gone through, and two are on their way.
 */
const calls = {
  demo: [
    ...["a", "b", "c", "d", "e"].map((id, index) =>
      done(id, { rural: index < 3, moved: paid("2027-12-31", 100_00) }),
    ),
    done("f", {
      rural: false,
      municipality: "Molėtų r.",
      moved: [...paid("2028-01-01", 250_50), { day: "2028-05-31", what: "recovered", cents: 50_00 }],
    }),
    done("g", { municipality: "Molėtų r.", moved: paid("2028-01-02", 250_50) }),
    one("h", { state: "rejected", ended: true, rural: true }),
  ],
  later: [
    done("i", { achieved: { before: 50, after: 60, pupils: 20 }, usedLater: true }),
    one("j", { usedLater: false }),
    one("k"),
  ],
};

async function programme() {
  const house = demoHouse();
  for (const [id, lines] of Object.entries(calls)) {
    await publishCall(house, { ...demoCall, id, budgetCents: 1_000_00 });
    const counting = tally(now);
    for (const line of lines) counting.add(line);
    await house.table.put({ ...figuresKey(id), figures: counting.figures() });
  }
  house.at(now);
  const places = { round: "2028-1", form: "foreign-internship", asked: 7, answered: 6 };
  await house.table.put({ ...roundKey("2028-1"), round: "2028-1" });
  await house.table.put({
    ...comparedPlaceKey("2028-1", "demo", "end"),
    ...places,
    ...{ callId: "demo", moment: "end" },
    counts: { useful: [0, 1, 2, 3], applied: [0, 0, 0, 4], recommended: [0, 0, 6, 0] },
  });
  const staff = visitor(house);
  const until = Date.parse(now) / 1000 + 60;
  await staff.post(enterPath(house.config.linkSecret, demoCall.staff.coordinator.email, until));
  return { house, staff };
}

let made: Awaited<ReturnType<typeof programme>>;
beforeAll(async () => {
  made = await programme();
});

/** The rows of a CSV file, by what its first cells say. */
const rowsIn = (body: string) =>
  body
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\r\n")
    .map((row) => row.split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/));

describe("the programme's figures for staff", () => {
  it("count who has gone through each form against its plan, and lead to the calls and to the lists of their cases", async () => {
    const { staff } = made;
    const page = await staff.get("/console/monitoring?lang=lt");
    expect(page.status).toBe(200);
    expect(plan.forms["foreign-internship"]?.participants).toBe(160);
    expect(page.text).toContain("baigė 8 iš planuotų 160 (5 %), dar dalyvauja 2");
    const form = await staff.get("/console/monitoring/forms/foreign-internship?lang=lt");
    expect(form.body).toContain("/console/calls/demo/cases?stage=ended.completed");
    expect(form.body).toMatch(/stage=ended\.completed"[^>]*>\s*7\s*</);
    // Six of seven answered at the end; nobody was asked later yet.
    expect(form.text).toContain("6 iš 7");
    expect((await staff.get("/console/monitoring/forms/nothing")).status).toBe(404);
  });

  it("say how many are of rural schools where that is known, and how pupils' achievement changed", async () => {
    const page = await made.staff.get("/console/monitoring?lang=en");
    expect(page.text).toContain("3 of 6 (50 %)");
    expect(page.text).toContain("50.0 % and 60.0 % (20 pupils)");
  });

  it("lead from each measure to its calls, and from these to the lists from which it was counted", async () => {
    const page = await made.staff.get("/console/monitoring?lang=en");
    // Of two who were asked a year later one uses what came of it.
    expect(page.text).toContain("Results are used a year later 1 of 2");
    const behind = async (query: string) => {
      const { status, body, text } = await made.staff.get(`/console/monitoring/behind?${query}&lang=en`);
      const lists = [...body.matchAll(/href="(\/console\/calls\/\w+\/cases[^"]*)"[^>]*>([^<]*)</g)];
      return { status, text, lists: lists.map(([, href, figure]) => [figure?.trim(), href]) };
    };
    expect((await behind("measure=rural")).lists).toEqual([
      ["3", "/console/calls/demo/cases?stage=ended.completed&amp;measure=rural"],
    ]);
    for (const measure of ["achieved", "rose", "usedLater"])
      expect((await behind(`measure=${measure}`)).lists).toEqual([
        ["1", `/console/calls/later/cases?measure=${measure}`],
      ]);
    expect((await behind("measure=askedLater")).lists[0]?.[0]).toBe("2");
    // Two cases of the municipality were promised 250.50 EUR each, and one has given 50 EUR back.
    expect(page.body).toContain("/console/monitoring/behind?municipality=Mol%C4%97t%C5%B3+r.");
    const money = await behind(`municipality=${encodeURIComponent("Molėtų r.")}`);
    expect(money.text).toContain("€501.00 €501.00 €50.00");
    expect(money.lists.map(([, href]) => href?.split("&amp;").at(-1))).toEqual([
      "money=promised",
      "money=paid",
      "money=recovered",
    ]);
    expect((await behind("measure=happiness")).status).toBe(404);
  });

  it("compare forms by question: mean and share where five or more answered, and nothing of four", async () => {
    const page = await made.staff.get("/console/monitoring?lang=en");
    // 2, 3, 3, 4, 4, 4: a mean of 20/6, and five of six; months later nobody has answered yet.
    expect(page.text).toMatch(/Is it useful to you\? 6 3\.33 83 % 0 – –/);
    expect(page.text).toMatch(/Do you apply it in your lessons\? hidden – – 0 – –/);
  });

  it("are the same as a file", async () => {
    const file = await made.staff.get("/console/monitoring.csv?lang=en");
    expect(file.status).toBe(200);
    const rows = rowsIn(file.body);
    const year = (key: string) => rows.filter(([picture, of]) => picture === "Money by year" && of === key);
    expect(year("2027").map((row) => row.slice(2))).toEqual([
      ["Promised", "1001.00"],
      ["Paid", "500.00"],
      ["Recovered", "0.00"],
    ]);
    expect(year("2028").map((row) => row.slice(2))).toEqual([
      ["Promised", "0.00"],
      ["Paid", "501.00"],
      ["Recovered", "50.00"],
    ]);
    expect(rows.filter(([, of]) => of === "Results are used a year later")[0]?.at(-1)).toBe("1");
    const workbook = await made.staff.get("/console/monitoring.xlsx?lang=en");
    expect(workbook.headers["content-disposition"]).toContain("monitoring.xlsx");
  });

  it("a claim is for the days that are named, both with them, by call, with what all come to", async () => {
    const claim = async (from: string, to: string) =>
      rowsIn(
        (await made.staff.get(`/console/monitoring/claim.csv?from=${from}&to=${to}&lang=en`)).body,
      ).slice(1);
    expect(await claim("2027-12-31", "2028-01-01")).toEqual([
      ["Internships abroad", "750.50", "0.00", "750.50"],
      ["Together", "750.50", "0.00", "750.50"],
    ]);
    expect(await claim("2028-05-31", "2028-05-31")).toEqual([
      ["Internships abroad", "0.00", "50.00", "-50.00"],
      ["Together", "0.00", "50.00", "-50.00"],
    ]);
    const wrong = await made.staff.get("/console/monitoring/claim?from=2028-02-30&to=2028-03-01&lang=en");
    expect(wrong.text).toContain("Name two days");
  });

  it("are for staff alone", async () => {
    const stranger = visitor(made.house);
    for (const path of ["", "/claim", "/forms/foreign-internship"])
      expect((await stranger.get(`/console/monitoring${path}`)).status).not.toBe(200);
  });
});

describe("the programme's figures for everybody", () => {
  it("hide what is of fewer than five, and never one row of money alone", async () => {
    const everybody = visitor(made.house);
    const file = async (name: string) => rowsIn((await everybody.get(`/figures/${name}.csv`)).body).slice(1);
    const people = (await file("participants")).find(([form]) => form === "foreign-internship");
    // Eight have gone through; the two who are on their way are too few.
    expect(people?.slice(3)).toEqual(["8", "", "160", "yes"]);
    // Five cases moved money in 2027, two moved some in 2028 and seven were promised it in 2027: one year would be hidden alone.
    expect((await file("money-by-year")).map(([year, ...cells]) => [year, cells.at(-1)])).toEqual([
      ["2027", "yes"],
      ["2028", "yes"],
    ]);
    // Three of six of rural schools: few on either side; nobody is told of one who was asked a year later.
    expect((await file("measures")).map(([measure, , , ...cells]) => [measure, ...cells])).toEqual([
      ["rural", "", "", "yes"],
      ["rose", "", "", "yes"],
      ["used", "", "", "yes"],
    ]);
    const compared = await file("comparison");
    expect(
      compared.find(([, moment, question]) => moment === "end" && question === "applied")?.slice(5),
    ).toEqual(["", "", "", "yes"]);
    expect(
      compared.find(([, moment, question]) => moment === "end" && question === "useful")?.slice(5),
    ).toEqual(["6", "3.33", "83", "no"]);
  });

  it("come with a page, and a dictionary of each file; a file of another name is not there", async () => {
    const everybody = visitor(made.house);
    const page = await everybody.get("/figures?lang=lt");
    expect(page.text).toContain("Ar taikote tai pamokose?");
    expect(page.body).not.toContain("/console/");
    const { tables, least } = JSON.parse((await everybody.get("/api/figures")).body);
    expect(least).toBe(5);
    const people = tables.find(({ name }: { readonly name: string }) => name === "participants").rows;
    expect(people.find(({ form }: { readonly form: string }) => form === "foreign-internship")).toEqual({
      form: "foreign-internship",
      name_lt: "Stažuotė užsienyje",
      name_en: "Internship abroad",
      finished: 8,
      planned: 160,
      hidden: true,
    });
    for (const [path] of page.body.matchAll(/\/figures\/[\w.-]+/g)) {
      const given = await everybody.get(path);
      expect([path, given.status]).toEqual([path, 200]);
      if (!path.endsWith(".json")) continue;
      const { tableSchema } = JSON.parse(given.body);
      const { columns } = tables.find(({ name }: { readonly name: string }) => path.includes(`/${name}.csv`));
      expect(columns.map(({ name }: { readonly name: string }) => name)).toEqual(
        tableSchema.columns.map(({ name }: { readonly name: string }) => name),
      );
      const header = rowsIn((await everybody.get(path.replace("-metadata.json", ""))).body)[0];
      expect(tableSchema.columns.map(({ name }: { readonly name: string }) => name)).toEqual(header);
    }
    expect((await everybody.get("/figures/secrets.csv")).status).toBe(404);
    expect((await everybody.get("/figures/participants")).status).toBe(404);
  });
});
