import { describe, expect, it } from "vitest";
import { openDataOf } from "../../../workflows/assessment-campaign/open-data.ts";
import { resultsOf } from "../../../workflows/assessment-campaign/results.ts";
import { byChance } from "./campaigns.ts";
import { determined, fraction } from "./equations.ts";
import { workedOut } from "./hidden.ts";
import { type Call, filesOf, type Line, type Rows } from "./rules.ts";

/** The answers of a campaign whose every line is right. */
const answersOf = (lines: readonly Line[], { instrument }: Call) =>
  lines.map(({ school = "", group = "", ...cells }) => ({
    school,
    group,
    values: Object.fromEntries(
      instrument.items.flatMap(({ id }) => (cells[id] ? [[id, Number(cells[id])]] : [])),
    ),
  }));

const contact = { name: "", email: "a@b.example", language: "lt" as const };

/** What the product publishes, without a machine around it. */
function publishedOf(call: Call, lines: readonly Line[]): Rows {
  const schools = call.schools.map((school) => ({ ...school, name: school.code, contact }));
  const asked = { schools, items: [...call.instrument.items], least: call.least };
  const { columns, rows } = openDataOf(
    {
      ...{ title: { lt: "", en: "" }, licence: "CC-BY-4.0", least: call.least },
      instrument: { ...call.instrument, items: [...call.instrument.items] },
    },
    resultsOf(asked, answersOf(lines, call)),
  );
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, String(row[at] ?? "")])));
}

/** As many campaigns as the acceptance asks for, large enough that much is hidden for another's sake. */
const campaigns = Array.from({ length: 60 }, (_, index) => {
  const { call, lines } = byChance(9000 + index, 40);
  const taken = lines.filter(({ code, at = "" }) => code === "new" && at <= "2027-03-31T16:00");
  const onScale = taken.filter((line) =>
    call.instrument.items.every(({ id, to }) => !line[id] || Number(line[id]) <= to),
  );
  const open = {
    ...call,
    schools: call.schools.map((school) => ({
      ...school,
      invited: { mokiniai: 99, mokytojai: 99, tėvai: 99 },
    })),
  };
  return { seed: 9000 + index, call: open, lines: onScale };
});

describe("a program that solves the equations of the published tables", () => {
  it("works out what is left of a whole", () => {
    const of = (...names: string[]) => new Map(names.map((name) => [name, fraction(1n)]));
    expect(determined([{ of: of("a", "b"), is: fraction(7n) }])).toEqual(new Map());
    expect(
      determined([
        { of: of("a", "b"), is: fraction(7n) },
        { of: of("b"), is: fraction(3n) },
      ]),
    ).toEqual(
      new Map([
        ["a", fraction(4n)],
        ["b", fraction(3n)],
      ]),
    );
  });

  it("finds figures where only those of few answers are hidden", () => {
    const naive = campaigns.flatMap(({ call, lines }) => {
      const rows = filesOf({ ...call, least: 1 }, lines)["results.csv"].map((row) =>
        Number(row.n) > 0 && Number(row.n) < 5 ? { ...row, n: "", hidden: "yes" } : row,
      );
      return workedOut(call, rows).filter(({ by }) => by === "equations");
    });
    expect(naive.length).toBeGreaterThan(60);
  });

  it("finds no hidden figure in sixty campaigns", () => {
    const hidden = campaigns.map(({ call, lines }) => {
      const rows = publishedOf(call, lines);
      expect(rows.map((row) => JSON.stringify(row)).toSorted()).toEqual(
        filesOf(call, lines)
          ["results.csv"].map((row) => JSON.stringify(row))
          .toSorted(),
      );
      expect(workedOut(call, rows).filter(({ by }) => by === "equations")).toEqual([]);
      return rows.filter((row) => row.hidden === "yes").length;
    });
    expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(300);
  });
});
