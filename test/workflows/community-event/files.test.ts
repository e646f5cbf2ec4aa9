import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/community-event/example.json" with { type: "json" };
import type { Line } from "./rules.ts";

type CallOf = Readonly<Record<string, unknown>>;

/** What is said of a file of these lines, all columns in each. */
async function saidOf(people: readonly Line[], call: CallOf = {}): Promise<readonly string[]> {
  const read = await checkCall(JSON.stringify({ ...example.call, ...call }));
  if (read.outcome === "faulty") return read.faults;
  const csv = stringify([...people], { header: true, columns: Object.keys(example.people[0] ?? {}) });
  const cast = readPeople(Buffer.from(csv), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

const proposes: Line = {
  ...{ kind: "proposes", event: "Atviros pamokos", sort: "exchange", name: "Ona Onaitė" },
  ...{ starts: "2027-04-15T10:00", hours: "6", capacity: "2" },
};
const registers: Line = {
  ...{ kind: "registers", event: "Atviros pamokos", name: "Ieva Ievaitė", email: "ieva@mokykla.example" },
  at: "2027-03-01T09:00",
};
const slot: Line = { kind: "slot", name: "Konsultantas", starts: "2027-04-15T10:00" };
const books: Line = { kind: "books", name: "Jonas", email: "jonas@pastas.example", at: "2027-03-01T09:00" };

describe("a file of people who propose events, register and book", () => {
  it("is taken as it is in the example", async () => {
    const people = example.people.map((line): Line => ({ ...line }));
    expect(await saidOf(people)).toEqual([]);
  });

  it("is taken with cells that no rule of their kind comes to, with people who come several times, and in any order", async () => {
    const all = [
      { ...registers, starts: "2020-01-01T10:00", hours: "3", capacity: "7", approval: "refuse" },
      {
        ...books,
        event: "Kitas",
        capacity: "1",
        confirms: "no",
        wants: "any",
        moves_not_before: "2027-04-01",
      },
      registers,
      {
        ...registers,
        event: "Niekas nesiūlo",
        cancels_at: "2026-01-01T10:00",
        claims_at: "2030-01-01T10:00",
      },
      slot,
      slot,
      { ...proposes, registration_opens: "2027-05-01T10:00", capacity: "0", hours: "", sort: "" },
      { ...proposes, event: "Kitas", hours: "1,5", sort: "campaigns" },
    ];
    expect(await saidOf(all)).toEqual([]);
    expect(await saidOf([slot, books])).toEqual([]);
  });

  it.each([
    ["kind", "visits", "proposes, registers, slot or books"],
    ["sort", "party", "exchange, consultation, series or campaign"],
    ["email", "ne adresas", "an e-mail address"],
    ["starts", "2027-04-15", "a local time such as 2027-03-01T23:59:59"],
    ["starts", "2027-02-30T10:00", "a local time such as 2027-03-01T23:59:59"],
    ["registration_opens", "rytoj", "a local time such as 2027-03-01T23:59:59"],
    ["hours", "šešios", "hours with at most two decimals"],
    ["hours", "-1", "hours with at most two decimals"],
    ["capacity", "daug", "a whole number from 0 to 100000"],
    ["capacity", "1.5", "a whole number from 0 to 100000"],
    ["approval", "perhaps", "approve, amend or refuse"],
    ["cancels_at", "2027-04-31T10:00", "a local time such as 2027-03-01T23:59:59"],
    ["confirms", "gal", "yes or no"],
    ["attends", "taip", "yes or no"],
    ["teacher", "?", "yes or no"],
    ["not_before", "2027-13-01", "a day such as 2027-05-03"],
  ])("tells of a wrong %s by line, column and what is expected", async (column, said, expected) => {
    expect(await saidOf([registers, { ...proposes, [column]: said }])).toEqual([
      `line 3, column ${column}: expected ${expected}, found "${said}"`,
    ]);
  });

  it.each([
    ["event", proposes, "the name of an event"],
    ["starts", proposes, "a local time such as 2027-03-01T10:00"],
    ["capacity", proposes, "a whole number from 0 to 100000"],
    ["event", registers, "the name of an event"],
    ["email", registers, "an e-mail address"],
    ["at", registers, "a local time such as 2027-03-01T10:00"],
    ["starts", slot, "a local time such as 2027-03-01T10:00"],
    ["email", books, "an e-mail address"],
    ["at", books, "a local time such as 2027-03-01T10:00"],
  ] as const)("asks for the %s that its kind of line needs", async (column, line, expected) => {
    expect(await saidOf([{ ...line, [column]: "" }])).toEqual([
      `line 2, column ${column}: expected ${expected}, found nothing`,
    ]);
  });

  it("has no event proposed twice", async () => {
    expect(await saidOf([proposes, { ...proposes, name: "Petras Petraitis" }])).toEqual([
      'line 3, column event: expected each event once, and line 2 has it, found "Atviros pamokos"',
    ]);
  });

  it("takes files without the columns of a series, and what these say of an event that is none", async () => {
    const known = [{ ...proposes }, { ...registers }];
    expect(known.some((line) => "meetings" in line)).toBe(false);
    expect(
      await saidOf([
        { ...proposes, meetings: "2020-01-01T10:00" },
        { ...registers, present: "7;7", governs: "both", programmes: "clubs;clubs" },
      ]),
    ).toEqual([]);
  });

  const series: Line = {
    ...{ ...proposes, sort: "series", hours: "8" },
    meetings: "2027-04-22T17:30;2027-04-29T17:30",
  };

  it.each([
    ["meetings", "2027-04-22", "local times such as 2027-03-08T17:30;2027-03-15T17:30"],
    ["meetings", "2027-04-29T17:30;2027-04-22T17:30", "each time after the one before, and after the start"],
    ["meetings", "2027-04-15T10:00", "each time after the one before, and after the start"],
    ["meetings", "2027-04-22T17:30;2027-04-22T17:30", "each time after the one before, and after the start"],
  ])("tells of wrong %s of a series (%s)", async (column, said, expected) => {
    expect(await saidOf([{ ...series, [column]: said }])).toEqual([
      `line 2, column ${column}: expected ${expected}, found "${said}"`,
    ]);
  });

  it.each([
    ["present", "1;4", "numbers from 1 to 3, as often as they meet"],
    ["present", "0", "the numbers of meetings, such as 1;2;4"],
    ["present", "1,2", "the numbers of meetings, such as 1;2;4"],
    ["governs", "president", "council, committee, both, none or silent"],
    ["programmes", "clubs;sailing", "learning, clubs, events, career, safety, other"],
  ])("tells of a wrong %s of whoever comes to it (%s)", async (column, said, expected) => {
    expect(await saidOf([series, { ...registers, [column]: said }])).toEqual([
      `line 3, column ${column}: expected ${expected}, found "${said}"`,
    ]);
  });

  it("tells of each wrong line, not of the first alone", async () => {
    const said = await saidOf([
      { ...proposes, hours: "x" },
      { ...registers, at: "" },
      { ...books, at: "x" },
    ]);
    expect(said.map((fault) => fault.slice(0, fault.indexOf(":")))).toEqual([
      "line 2, column hours",
      "line 3, column at",
      "line 4, column at",
    ]);
  });
});

describe("a file of a call of community events", () => {
  it.each([
    ["opens", "2027-13-01T09:00"],
    ["closes", "2026-12-01T09:00"],
    ["confirmHours", -1],
    ["promoteUntilHours", "two days"],
    ["bookUntilHours", undefined],
    ["certificateHours", null],
    ["materialsDays", 1.5],
  ])("tells of a wrong or missing %s", async (rule, said) => {
    expect(await saidOf([proposes], { [rule]: said })).toEqual([expect.stringContaining(rule)]);
  });
});
