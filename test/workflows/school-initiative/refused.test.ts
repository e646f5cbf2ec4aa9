import { describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import type { CaseFile } from "../../../workflows/kernel/case-file.ts";
import example from "../../../workflows/school-initiative/example.json" with { type: "json" };
import { application } from "../../../workflows/school-initiative/forms.ts";
import { paidOf, settle, weighMilestone } from "../../../workflows/school-initiative/ledger.ts";
import { readExample } from "../../examples.ts";
import { demoHouse } from "../../functions/demo-house.ts";
import { postedForm } from "../../functions/web/posted.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { caseOf } from "./case.ts";

type Lines = readonly (readonly [category: string, cents: string])[];

describe("the page of the budget refuses, at its field and in the order of the specification (6.1)", () => {
  const school = "Inturkės mokykla";
  const who = {
    ...{ fullName: "Rima Gailienė", email: "rima@alsa.example", position: "head", kind: "school" },
    ...{ school, municipality: "Molėtų rajono savivaldybė", founderName: "Savivaldybė" },
    ...{ founderEmail: "s@savivaldybe.example", strand: "science", iban: "LT121000011101001000" },
    ...{ summary: "Gamtos kabinetas.", plan: "Rudenį.", measure: "Testu.", truthful: true },
  };
  /** The pages before it are filled in, and it is sent. */
  const sends = async (lines: Lines, coCents: string) => {
    const { read, part } = await readExample(example);
    const house = demoHouse("2027-01-20T10:00:00.000Z");
    await publishCall(house, part.cast.given);
    const somebody = visitor(house);
    const { location } = await somebody.post(`/calls/${read.call.id}/drafts`);
    const draft = location.split("?")[0]?.split("/").slice(0, 3).join("/") ?? "";
    for (const { id, fields } of application.pages) {
      if (id === "budget") break;
      expect((await somebody.post(`${draft}/${id}`, postedForm(application, fields, who))).status).toBe(303);
    }
    const { status, body, text } = await somebody.post(`${draft}/budget`, {
      ...Object.fromEntries(
        lines.flatMap(([category, cents], index) => [
          [`lines-${index + 1}-category`, category],
          [`lines-${index + 1}-cents`, cents],
        ]),
      ),
      coCents,
    });
    const said = / Pataisykite, kas nurodyta (.*?) 5 žingsnis/.exec(text)?.[1] ?? text;
    return { status, body, text: status === 303 ? "" : said };
  };

  it.each<[string, Lines, string, string]>([
    [
      "a line above its ceiling",
      [
        ["staff", "500,00"],
        ["equipment", "500,00"],
      ],
      "2000",
      "„Įranga“ gali būti ne daugiau kaip 40 %",
    ],
    [
      "more than the strand has",
      [["staff", "25000,01"]],
      "10000",
      "iš viso gali būti ne daugiau kaip 25 000,00",
    ],
    ["too little of the school's own", [["staff", "900,00"]], "99,99", "Nuosavos mokyklos lėšos"],
    ["a category that the call has not", [["alga", "1,00"]], "2000", "1-oji eilutė, "],
    ["an amount that is none", [["staff", "daug"]], "2000", "1-oji eilutė, "],
    ["nothing", [], "", "Įrašykite atsakymą"],
  ])("%s; what was typed stands", async (_, lines, coCents, told) => {
    const { status, body, text } = await sends(lines, coCents);
    expect([status, text.replaceAll("\u00a0", " ")]).toEqual([422, expect.stringContaining(told)]);
    if (lines.length > 0) expect(body).toContain(`value="${lines[0]?.[1]}"`);
    expect(body).toContain("govuk-error-message");
  });

  it("and says beside each question how much the call allows, before anything is typed", async () => {
    const page = (await sends([], "")).body.replaceAll("\u00a0", " ");
    for (const told of ["Iš viso ne daugiau kaip 25 000,00", "Įranga – 40 %", "Bent 10 % visos sumos."])
      expect(page).toContain(told);
  });

  it("nothing of what is just as much as it may be", async () => {
    expect(await sends([["staff", "900,00"]], "100")).toMatchObject({ status: 303 });
  });
});

it("costs above the grant are taken as they were, and count up to the grant: nothing is paid beyond it", () => {
  const at = "2027-10-01T09:00:00.000Z";
  const noted = (state: string, visit: number, step: string, data: unknown) => ({
    ...{ state, visit, step, data, at },
    outcome: "due",
  });
  const answered = (state: string, visit: number, form: string, values: Record<string, unknown>) => ({
    ...{ state, visit, form, values, at, by: "" },
    outcome: form === "payment" ? "paid" : "submitted",
  });
  const lines = [{ category: "staff", cents: 1_000_000 }];
  const duty = (number: string) => ({ series: "milestone", number, on: "2027-09-30" });
  const costs = [{ category: "staff", cents: 2_500_000 }];
  const records = [
    noted("award", 1, "budget", { grantCents: 1_000_000, lines }),
    noted("milestone", 3, "duty", duty("1")),
  ];
  const answers = [
    answered("advance", 2, "payment", {}),
    answered("milestoneReport", 4, "progress", { costs, coSpentCents: 900_000 }),
  ];
  const first = weighMilestone(caseOf(records, { answers }));
  expect(first.record?.data).toMatchObject({ acceptedCents: 1_000_000, payCents: 500_000 });

  const after: CaseFile = caseOf(
    [
      ...records,
      noted("milestoneWeighing", 5, "acceptedCosts", first.record?.data),
      noted("milestone", 7, "duty", duty("2")),
    ],
    {
      answers: [
        ...answers,
        answered("milestonePay", 6, "payment", {}),
        answered("milestoneReport", 8, "progress", { costs, coSpentCents: 900_000 }),
      ],
    },
  );
  expect(weighMilestone(after).record?.data).toMatchObject({ acceptedCents: 1_000_000, payCents: 0 });
  const { record } = settle(after);
  expect([paidOf(after), record?.data]).toMatchObject([
    800_000,
    { balanceCents: 200_000, recoveredCents: 0 },
  ]);
});
