import { stringify } from "csv-stringify/sync";
import { expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { rehearsal } from "../../../workflows/first-year/rehearsal.ts";
import { readExample } from "../../examples.ts";
import { columns } from "./made-up.ts";

const { call, people } = await rehearsal.example();

const faultsOfCall = async (changed: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
  const read = await checkCall(JSON.stringify({ ...call, ...changed }));
  return read.outcome === "faulty" ? read.faults : [];
};

/** What is told of the people of the example when some cells of one line (the header is 1) are otherwise. */
async function faultsOfPeople(
  line: number,
  cells: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const read = await checkCall(JSON.stringify(call));
  if (read.outcome === "faulty") throw new Error(read.faults.join());
  const lines = people.map((one, index) => (index === line - 2 ? { ...one, ...cells } : one));
  const text = stringify(lines, { header: true, columns: [...columns] });
  const cast = readPeople(Buffer.from(text), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

it("the example has no fault", async () => {
  expect(await faultsOfCall({})).toEqual([]);
  expect(await faultsOfPeople(2, {})).toEqual([]);
});

it("a call may take registrations for longer than first years last", async () => {
  expect(await faultsOfCall({ closes: "2029-06-30T23:59" })).toEqual([]);
  expect(await readExample({ call: { ...call, closes: "2029-06-30T23:59" }, people })).toBeDefined();
});

it("a term that ends before it begins, and one that stands twice, are told where they stand", async () => {
  const [autumn] = Array.isArray(call.terms) ? call.terms : [];
  expect(await faultsOfCall({ terms: [{ id: "a", from: "2027-12-01", to: "2027-11-30" }] })).toEqual([
    "terms.0.to: expected a day not before from (2027-12-01), found 2027-11-30",
  ]);
  expect(await faultsOfCall({ terms: [autumn, autumn] })).toEqual([
    "terms.1.id: expected each term once, found 2027-autumn again",
  ]);
});

it.each([
  [{ days: 0 }, /^days: /],
  [{ checkInDays: -1 }, /^checkInDays: /],
  [{ lastDay: "2028-02-30" }, /^lastDay: /],
  [{ mentorCents: 0.5 }, /^mentorCents: /],
  [{ terms: [] }, /^terms: /],
])("a call with %j is refused, and the sentence begins with the field", async (changed, told) => {
  expect(await faultsOfCall(changed)).toEqual([expect.stringMatching(told)]);
});

it.each([
  [
    5,
    { mentor: "Niekas" },
    'line 5, column mentor: expected the name of a mentor of the file, found "Niekas"',
  ],
  [
    5,
    { mentor: "Jonas Jonaitis" },
    'line 5, column mentor: expected the name of a mentor of the file, found "Jonas Jonaitis"',
  ],
  [
    5,
    { starts: "2029-01-01" },
    'line 5, column starts: expected a day not after 2028-12-31, the last day of the call, found "2029-01-01"',
  ],
  [5, { starts: "" }, "line 5, column starts: expected a day such as 2027-05-03, found nothing"],
  [5, { school: "Niekur" }, 'line 5, column school: expected a school of the call, found "Niekur"'],
  [
    2,
    { municipality: "Utenos r." },
    'line 2, column municipality: expected Molėtų r., as the call says of Molėtų gimnazija, found "Utenos r."',
  ],
  [2, { capacity: "" }, "line 2, column capacity: expected a whole number from 0 to 500, found nothing"],
  [
    6,
    { name: "Ona Onaitė" },
    'line 6, column name: expected one that no other line has (line 5 has it), found "Ona Onaitė"',
  ],
  [
    6,
    { email: "ONA@mokykla.example" },
    'line 6, column email: expected one that no other line has (line 5 has it), found "ONA@mokykla.example"',
  ],
  [
    5,
    { declared: "2027-autumn:both;2027-autumn:mentor" },
    'line 5, column declared: expected each term once, found "2027-autumn:both;2027-autumn:mentor"',
  ],
  [
    5,
    { declared: "2031-autumn:both" },
    'line 5, column declared: expected terms of the call (2031-autumn is none), found "2031-autumn:both"',
  ],
  [
    5,
    { events: "2027-10-01=school:Niekur" },
    'line 5, column events: expected schools of the call (Niekur is none), found "2027-10-01=school:Niekur"',
  ],
  [
    5,
    { events: "2027-10-01=mentor:Niekas" },
    'line 5, column events: expected mentors of the file (Niekas is none), found "2027-10-01=mentor:Niekas"',
  ],
  [5, { events: "2027-02-30=pause" }, /^line 5, column events: expected a day and what was said on it/],
  [5, { events: "2027-10-01=sleep" }, /^line 5, column events: expected a day and what was said on it/],
  [5, { checkins: "1;1" }, /^line 5, column checkins: expected how many check-ins were held/],
  [
    5,
    { evaluation: "perhaps" },
    'line 5, column evaluation: expected passed, failed or extend, found "perhaps"',
  ],
  [5, { again: "extend" }, 'line 5, column again: expected passed or failed, found "extend"'],
])("line %i with %j is refused", async (line, cells, told) => {
  expect(await faultsOfPeople(line, cells)).toEqual([
    typeof told === "string" ? told : expect.stringMatching(told),
  ]);
});
