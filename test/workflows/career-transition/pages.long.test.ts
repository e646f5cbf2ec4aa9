import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRowsOf } from "../../../functions/public/open-rows.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };
import { sumsOf } from "../../../workflows/kernel/ledger.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { lived } from "../../lived.ts";

/** Ona is accredited until 2029-01-30, Jonas until 2029-02-27; each is asked sixty days before what they did. */
const call = await lived(example);
const { world, caseOf, linkTo } = call;
beforeAll(() => call.until("2028-12-01"));
afterAll(() => call.close());

const school = (row: number, contactEmail: string) => ({
  [`clients-${row}-school`]: "Molėtų gimnazija",
  [`clients-${row}-contactName`]: "Nida Naujienė",
  [`clients-${row}-contactEmail`]: contactEmail,
});
const renewal = {
  outcome: "submitted",
  hours: "24",
  did: "Lydėjau kolegas.",
  ...school(1, "nida@m.example"),
};

const twice = async (link: string, said: Readonly<Record<string, string>>) => {
  const answers = await Promise.all([1, 2].map(() => visitor(world.house).post(link, said)));
  return answers.map(({ status }) => status).toSorted();
};
const onlyOne = [303, 410];

describe("a renewal", () => {
  it.each([
    ["hours that nobody wrote", { hours: "" }, ["Įrašykite atsakymą: „Kiek valandų dirbote?“"]],
    ["hours below nothing", { hours: "-1" }, ["Kiek valandų dirbote?"]],
    ["hours in words", { hours: "daug" }, ["Kiek valandų dirbote?"]],
    ["nothing that was done", { did: "" }, ["Ką nuveikėte?"]],
    ["a school without its address", school(1, ""), ["1-oji mokykla, Kontaktinio asmens el. paštas"]],
    [
      "a school twice",
      school(2, "NIDA@m.example"),
      ["2-oji mokykla, Kontaktinio asmens el. paštas“: tas pats jau įrašytas"],
    ],
    ["no answer at all", { outcome: "" }, ["Kaip toliau?"]],
  ])("with %s is told at its field, and what was typed stands", async (_, wrong, told) => {
    const { status, body, text } = await visitor(world.house).post(await linkTo("Ona Onaitė", "renewal"), {
      ...renewal,
      ...wrong,
    });
    expect(status).toBe(422);
    const summary = /govuk-error-summary[\s\S]*?<\/ul>/.exec(body)?.[0] ?? "";
    for (const field of told) expect(summary).toContain(field);
    expect(text).toContain("Klaida:");
    if (!("did" in wrong)) expect(body).toContain("Lydėjau kolegas.");
  });

  it("is asked for with what it takes, and what was said on the way to the accreditation stands folded behind it", async () => {
    const { text, body } = await visitor(world.house).get(await linkTo("Ona Onaitė", "renewal"));
    expect(text).toMatch(/dirbote bent \d+ val\. ir mokyklų vertinimų vidurkis ne mažesnis kaip [\d,]+ \(/);
    const [now = "", before = ""] = body.split("Kas atsakyta anksčiau");
    expect([now, before].map((part) => part.includes("Koks darbas mokyklai atliekamas?"))).toEqual([
      false,
      true,
    ]);
    expect(now).toContain("Būsena");
  });

  it("is taken once, each school that it names is asked once, and answers once", async () => {
    expect(await twice(await linkTo("Ona Onaitė", "renewal"), renewal)).toEqual(onlyOne);
    await world.settle();
    const { tasks } = await caseOf("Ona Onaitė");
    expect(tasks.filter(({ state }) => state === "feedback")).toHaveLength(1);
    const link = await linkTo("Ona Onaitė", "feedback");
    expect((await visitor(world.house).post(link, { mark: "5,5" })).status).toBe(422);
    expect((await visitor(world.house).get(link)).text).not.toContain("Bandomosios užduoties įvertinimas");
    expect(await twice(link, { mark: "4,5" })).toEqual(onlyOne);
    await world.settle();
    const { file } = await caseOf("Ona Onaitė");
    expect(file.answers.filter(({ form }) => form === "feedback").map(({ values }) => values.mark)).toEqual([
      4.5,
    ]);
  });

  it("is weighed by what was said of this time; what was said and paid in the years before stands folded behind it", async () => {
    const { body } = await visitor(world.house).get(await linkTo("Ona Onaitė", "renewalReview"));
    const [now = "", before = ""] = body.split("Kas atsakyta anksčiau");
    for (const said of ["Lydėjau kolegas.", "4,5"]) expect(now).toContain(said);
    expect(now).not.toContain("Finansininkas: Mokėjimas");
    expect(before).toContain("Finansininkas: Mokėjimas");
  });

  it("that comes after the end is not taken, and whoever sends it reads until when and to whom, with what they typed", async () => {
    await call.silentUntil("2028-12-29");
    const link = await linkTo("Jonas Jonaitis", "renewal");
    await call.silentUntil("2029-02-28");
    const before = await caseOf("Jonas Jonaitis");
    expect(before.file.entry).toMatchObject({ state: "lapsed", ended: true });
    const jonas = visitor(world.house);
    for (const answer of [await jonas.get(link), await jonas.post(link, renewal)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain("buvo galima atsakyti iki 2029 m. vasario 27 d. 23.59 val.");
      expect(answer.text).toContain("Programos koordinatorius: Rasa Kalvaitytė");
    }
    expect((await jonas.post(link, renewal)).text).toContain("Lydėjau kolegas.");
    await world.settle();
    expect((await caseOf("Jonas Jonaitis")).file).toEqual(before.file);
    expect(openRowsOf(before)).toMatchObject([{ until: "2029-02-27" }]);
  });

  it("that is over is no word of its holder's page either, and no money has moved twice", async () => {
    const jonas = visitor(world.house);
    const said = await jonas.post(`${call.pageOf("Jonas Jonaitis")}/say/stopped`, { reason: "" });
    expect(said.text).toContain("To pasakyti nebegalima");
    expect((await jonas.get(call.pageOf("Jonas Jonaitis"))).text).toContain(
      "Akreditacija nepratęsta, ji galiojo iki 2029 m. vasario 27 d.",
    );
    const { moved } = await call.toTheEnd();
    expect(sumsOf(moved)).toMatchObject({ toPay: 0, toRecover: 0 });
    const paid = moved
      .filter(({ kind }) => kind === "paid")
      .map(({ applicant, payment }) => `${applicant} ${payment}`);
    expect(paid.length).toBeGreaterThan(0);
    expect(new Set(paid).size).toBe(paid.length);
  });
});
