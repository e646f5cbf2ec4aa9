import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCall } from "../../../functions/calls/calls.ts";
import { entriesOf, moneyOfCall } from "../../../functions/payments/call-money.ts";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { paidInAll } from "../../../workflows/kernel/ledger.ts";
import { enterPath } from "../../functions/web/enter.ts";
import { visitor } from "../../functions/web/visitor.ts";
import { openStage, type Stage } from "./stage.ts";

const here = "/console/calls/demo";

describe("a call in numbers", () => {
  let stage: Stage;
  let coordinator: ReturnType<typeof visitor>;

  beforeAll(async () => {
    stage = await openStage();
    const first = await stage.apply("pirma@mokykla.example", 90, {
      fullName: "=HYPERLINK(1)",
      position: "teacher",
    });
    await stage.apply("antra@mokykla.example", 80, {
      fullName: "Žydrė Žukė",
      municipality: "Šiaulių m.",
      position: "head",
    });
    const third = await stage.apply("trecia@mokykla.example", 70, { fullName: "Ona" });
    await stage.goOnUntil(first, "travelling");
    await stage.say(third, "withdrawn");
    coordinator = visitor(stage.world.house);
    const until = Math.floor(Date.parse(stage.world.house.clock.now()) / 1000) + 3600;
    await coordinator.post(
      enterPath(stage.world.house.config.linkSecret, "coordinator@agency.example", until),
    );
  });
  afterAll(() => stage.close());

  it("shows pictures with their tables, and money that is what the ledger has", async () => {
    const { text, body } = await coordinator.get(`${here}/numbers`);
    expect(text).toContain("3 bylos – sąrašas");
    expect(body.match(/<div class="kelias-bars"/g)).toHaveLength(7);
    expect(body.match(/<table/g)).toHaveLength(7);
    const { house } = stage.world;
    const call = await loadCall(house, "demo");
    const money = call && (await moneyOfCall(house, call, await entriesOf(house, call)));
    if (!money) throw new Error("a call without money");
    expect(money.sums.granted).toBeGreaterThan(0);
    for (const cents of [money.sums.granted, paidInAll(money.sums), money.sums.recovered])
      expect(text).toContain(printAmount(cents, "lt").replaceAll(/\s/g, " "));
  });

  it("has a list behind every number", async () => {
    const { body } = await coordinator.get(`${here}/numbers`);
    const links = [...body.matchAll(/href="(\/console\/calls\/demo\/cases\?[^"]+)"/g)].map(
      ([, href = ""]) => href,
    );
    // Days on which nobody applied and sums of nothing have no list; every other row of every table has one.
    const rows = [
      ...body.matchAll(/<tr class="govuk-table__row"><th scope="row"[^>]*>(<a )?.*?<\/th><td[^>]*>([^<]*)/g),
    ];
    expect(rows.filter(([, link, value]) => !link && !/^0(,00.Eur)?$/.test(value ?? ""))).toEqual([]);
    expect(links.length).toBeGreaterThan(10);
    for (const href of links) {
      const list = await coordinator.get(href.replaceAll("&amp;", "&"));
      expect(list.status).toBe(200);
      expect(list.body).not.toContain("neatsižvelgta");
    }
    const { text } = await coordinator.get(`${here}/cases?municipality=${encodeURIComponent("Šiaulių m.")}`);
    expect(text).toContain("1 byla");
    expect(text).toContain("Žydrė Žukė");
  });

  it("adds up to the number of cases, in the page and in the file", async () => {
    const { body } = await coordinator.get(`${here}/numbers.csv?lang=lt`);
    const lines = body
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    const sumOf = (figure: string) =>
      lines.filter(([title]) => title === figure).reduce((sum, line) => sum + Number(line.at(-1)), 0);
    expect(sumOf("Paraiškos pagal dieną")).toBe(3);
    expect(sumOf("Paraiškos pagal savivaldybę")).toBe(3);
    expect(sumOf("Paraiškos pagal pareigas")).toBe(3);
    expect(sumOf("Kur yra nebaigtos bylos") + sumOf("Kaip bylos baigėsi")).toBe(3);
    expect((await coordinator.get(`${here}/numbers.xlsx`)).status).toBe(200);
  });

  it("tells as what applicants work: in the list, by which it is sorted and filtered, in its files and in the numbers", async () => {
    const { text } = await coordinator.get(`${here}/cases?order=post`);
    expect(text).toMatch(/Ona .* Žydrė Žukė .*Mokyklos vadovas, -ė .*HYPERLINK.*Mokytojas, -a /);
    expect((await coordinator.get(`${here}/cases?post=head`)).text).toContain("1 byla ");
    const csv = await coordinator.get(`${here}/cases.csv?lang=en&post=head`);
    const [header, ...rows] = csv.body.trim().split("\r\n");
    expect(header).toMatch(/^Application code,Applicant,School,Municipality,Position,/);
    expect(rows).toEqual([expect.stringContaining(",Šiaulių m.,Head of a school,")]);
    const { body } = await coordinator.get(`${here}/numbers.csv?lang=en`);
    expect(body).toContain("Applications by position,Teacher,1");
    expect(body).toContain("Applications by position,Not said,1");
    expect(body).toContain("Applications by position,Head of a school,1");
  });

  it("goes into files in which nothing becomes a formula", async () => {
    const csv = await coordinator.get(`${here}/cases.csv?lang=lt`);
    expect(csv.body).toContain("'=HYPERLINK(1)");
    expect(csv.body.trim().split("\r\n")).toHaveLength(4);
    const xlsx = await coordinator.get(`${here}/cases.xlsx?order=name`);
    expect(xlsx.status).toBe(200);
    expect(Buffer.from(xlsx.body, "base64").subarray(0, 2).toString()).toBe("PK");
  });

  it.each([
    "stage=%00",
    "municipality=%F0%9F%92%A5",
    "after=1e99",
    "before=%00",
    "after=%F0%9F%92%A5&order=name",
    "day=2027-99-99",
    "order=constructor",
    `text=${"%3Cscript%3E".repeat(200)}`,
    "text='; DROP TABLE",
    "stage=a&stage=b",
  ])("bears a hostile filter: %s", async (query) => {
    for (const kind of ["", ".csv", ".xlsx"]) {
      const answer = await coordinator.get(`${here}/cases${kind}?${query}`);
      expect(answer.status).toBe(200);
      expect(answer.body).not.toContain("<script>");
    }
  });
});
