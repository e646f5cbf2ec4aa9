import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/way-into-teaching/example.json" with { type: "json" };

/** What is said of the example's files, some cells of whose first line are others. */
async function saidOf(
  cells: Readonly<Record<string, string>>,
  call: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const read = await checkCall(JSON.stringify({ ...example.call, ...call }));
  if (read.outcome === "faulty") return read.faults;
  const people = example.people.map((person, index) => (index === 0 ? { ...person, ...cells } : person));
  const cast = readPeople(Buffer.from(stringify(people, { header: true })), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

describe("a file of people who want to teach", () => {
  it("is taken as it is in the example, and with cells that no road comes to", async () => {
    expect(await saidOf({})).toEqual([]);
    const unread = {
      interview_score: "",
      progress: "",
      grade: "",
      qualified_on: "",
      work: "",
      postponed: "",
    };
    expect(await saidOf({ shows: "no", ...unread })).toEqual([]);
    expect(await saidOf({ progress: "sd", grade: "", qualified_on: "" })).toEqual([]);
    expect(await saidOf({ progress: "ssxl", shows: "", offer: "", elsewhere: "", diploma: "" })).toEqual([]);
  });

  it.each([
    ["credits", "many", "a number from 0 to 1000 with at most two decimals"],
    ["diploma", "perhaps", "yes or no"],
    ["submitted_at", "2027-02-30T10:00", "a local time such as 2027-03-01T23:59:59"],
    ["interview_from", "soon", "a day such as 2027-05-03"],
    ["moves_to", "2027-13-01", "a day such as 2027-05-03"],
    ["interview_score", "101", "a number from 0 to 100 with at most two decimals"],
    ["offer", "maybe", "accept, decline or silent"],
    ["progress", "sq", "a letter for each semester: s, d, x or l"],
    ["grade", "11", "a number from 0 to 10 with at most two decimals"],
    ["qualified_on", "2028-02-30", "a day such as 2027-05-03"],
    [
      "postponed",
      "2029-05-15/2029-01-10",
      "periods with ; between them, each its first and last day, as in 2029-01-10/2029-05-15",
    ],
    [
      "work",
      "2028-09-01/2030-06-30@70",
      "work with ; between, each its days, share in per cent and kind of school, as in 2028-09-01/2030-06-30@70@municipal",
    ],
  ])("tells of a wrong %s by line, column and what is expected", async (column, cell, expected) => {
    expect(await saidOf({ [column]: cell })).toEqual([
      `line 2, column ${column}: expected ${expected}, found "${cell}"`,
    ]);
  });

  it("asks for what the road needs", async () => {
    expect(await saidOf({ interview_score: "" })).toEqual([
      expect.stringContaining("line 2, column interview_score"),
    ]);
    expect(await saidOf({ grade: "" })).toEqual([expect.stringContaining("line 2, column grade")]);
    expect(await saidOf({ qualified_on: "" })).toEqual([
      expect.stringContaining("line 2, column qualified_on"),
    ]);
  });

  it("has nobody twice by name", async () => {
    expect(await saidOf({ applicant: "Petras Petraitis" })).toEqual([
      'line 3, column applicant: expected a name that no other line has (line 2 has it), found "Petras Petraitis"',
    ]);
  });
});

describe("a file of a call of ways into teaching", () => {
  const { need, slots, commitment } = example.call;
  it.each([
    [{ need: [...need, need[0]] }, "need"],
    [{ slots: [...slots, slots[0]] }, "slots"],
    [{ slots: [{ interviewer: "Ona", starts: "2027-03-03" }] }, "slots"],
    [{ semesters: 0 }, "semesters"],
    [{ choices: 0 }, "choices"],
    [{ commitment: { ...commitment, recovery: "some" } }, "commitment.recovery"],
    [{ commitment: { ...commitment, days: 0 } }, "commitment.days"],
    [{ interviewMinimum: 60.005 }, "interviewMinimum"],
    [{ places: { physics: -1 } }, "places.physics"],
    [{ closes: "2027-01-31T09:00" }, "closes"],
  ])("is refused with the name of its field: %j", async (wrong, field) => {
    const [fault = "", ...more] = await saidOf({}, wrong);
    expect(more).toEqual([]);
    expect(fault.startsWith(field), fault).toBe(true);
    expect(fault).toMatch(/expected/);
  });
});
