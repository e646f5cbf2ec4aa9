import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/creative-partnership/example.json" with { type: "json" };

/** The lines of the example on which its first creator and its first school stand. */
const [creator, school] = [2, 6];

/** What is said of the example's files, some cells of one line of which are others. */
async function saidOf(
  line: number,
  cells: Readonly<Record<string, string>>,
  call: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const read = await checkCall(JSON.stringify({ ...example.call, ...call }));
  if (read.outcome === "faulty") return read.faults;
  const people = example.people.map((one, index) => (index + 2 === line ? { ...one, ...cells } : one));
  const cast = readPeople(Buffer.from(stringify(people, { header: true })), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

describe("a file of creators and schools", () => {
  it("is taken as it is in the example, with blank cells that say what goes well, and with names that lead nowhere", async () => {
    expect(await saidOf(school, {})).toEqual([]);
    const blank = { accepts: "", approval: "", missed: "", spent_cents: "", answered: "", positive: "" };
    expect(await saidOf(school, { ...blank, shared: "", venue: "", iban: "", order: "" })).toEqual([]);
    expect(await saidOf(school, { order: "Niekas;;Teatras „Lėlė“;Teatras „Lėlė“" })).toEqual([]);
    expect(await saidOf(school, { spent_cents: "999999", answered: "99", positive: "99" })).toEqual([]);
    expect(await saidOf(creator, { capacity: "0", pupils: "7", email: "MOLETAI@mokykla.example" })).toEqual(
      [],
    );
  });

  it("looks at nothing of whoever is late or refused", async () => {
    const bare = { fields: "", municipality: "", pupils: "", sessions: "", missed: "9", positive: "30" };
    expect(await saidOf(school, { ...bare, submitted_at: "2027-02-12T16:01" })).toEqual([]);
    expect(await saidOf(school, { ...bare, approval: "refuse" })).toEqual([]);
  });

  it("takes a school and a creator of one name, and no two of a kind", async () => {
    expect(await saidOf(school, { name: "Dailės studija" })).toEqual([]);
    expect(await saidOf(creator, { name: "Dailės studija" })).toEqual([
      'line 3, column name: expected a name that no other line has (line 2 has it), found "Dailės studija"',
    ]);
  });

  it.each([
    [school, "kind", "offers", "creates or wishes"],
    [school, "email", "mokykla", "an e-mail address"],
    [school, "submitted_at", "2027-02-30T10:00", "a local time such as 2027-03-01T23:59:59"],
    [school, "submitted_at", "2027-01-11T08:59", "a time not before the call opens (2027-01-11T09:00)"],
    [school, "approval", "perhaps", "approve, amend or refuse"],
    [school, "accepts", "maybe", "yes, no or silent"],
    [school, "pupils", "-3", "a whole number from 0 to 10000"],
    [school, "pupils", "0", "a whole number above 0"],
    [school, "pupils", "", "a whole number above 0"],
    [school, "sessions", "2.5", "a whole number from 0 to 100"],
    [school, "fields", "", "fields with ; between them"],
    [school, "municipality", "", "a municipality"],
    [school, "missed", "5", "at most as many as there are sessions (4)"],
    [school, "positive", "21", "at most as many as answered (20)"],
    [school, "spent_cents", "12,50", "a whole number from 0 to 1000000000"],
    [school, "shared", "later", "yes or no"],
    [school, "iban", "LT12", "an IBAN with a right checksum, of a country of SEPA"],
    [creator, "capacity", "", "a whole number from 0 to 1000"],
    [creator, "municipalities", "", "municipalities with ; between them"],
  ])("tells of line %i's wrong %s (%s) what is expected", async (line, column, cell, expected) => {
    expect(await saidOf(line, { [column]: cell })).toEqual([
      `line ${line}, column ${column}: expected ${expected}, found ${cell === "" ? "nothing" : `"${cell}"`}`,
    ]);
  });
});

describe("a file of a call of creative partnerships", () => {
  it.each([
    [{ choices: 0 }, "choices"],
    [{ sessionCents: -1 }, "sessionCents"],
    [{ materialsCents: 2.5 }, "materialsCents"],
    [{ budgetCents: "much" }, "budgetCents"],
    [{ acceptDays: 0 }, "acceptDays"],
    [{ feedbackMinimum: -1 }, "feedbackMinimum"],
    [{ firstSession: "soon" }, "firstSession"],
    [{ resultDays: 0 }, "resultDays"],
    [{ closes: "2027-01-10T09:00" }, "closes"],
  ])("is refused with the name of its field: %j", async (wrong, field) => {
    const [fault = "", ...more] = await saidOf(school, {}, wrong);
    expect(more).toEqual([]);
    expect(fault.startsWith(field), fault).toBe(true);
    expect(fault).toMatch(/expected/);
  });
});
