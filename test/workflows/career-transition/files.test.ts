import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/career-transition/example.json" with { type: "json" };

/** What is said of the example's files, some cells of which are others. Lines by the names that people have there. */
async function saidOf(
  cells: Readonly<Record<string, Readonly<Record<string, string>>>>,
  call: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const read = await checkCall(JSON.stringify({ ...example.call, ...call }));
  if (read.outcome === "faulty") return read.faults;
  const people = example.people.map((person) => ({ ...person, ...cells[person.applicant] }));
  const cast = readPeople(Buffer.from(stringify(people, { header: true })), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

describe("a file of people who change to another role", () => {
  it("is taken as it is in the example", async () => {
    expect(await saidOf({})).toEqual([]);
  });

  it.each([
    ["agreed", "gardener", 'line 2, column agreed: expected mentor or consultant, found "gardener"'],
    ["role", "", "line 2, column role: expected mentor or consultant, found nothing"],
    [
      "load_percent",
      "101",
      'line 2, column load_percent: expected a whole number from 0 to 100, found "101"',
    ],
    [
      "accredited_on",
      "2027-02-27",
      'line 2, column accredited_on: expected a day not before the call closes (2027-02-28T23:59), found "2027-02-27"',
    ],
    [
      "accredited_on",
      "2027-02-30",
      'line 2, column accredited_on: expected a day such as 2027-05-03, found "2027-02-30"',
    ],
    [
      "submitted_at",
      "2027-01-31T10:00",
      'line 2, column submitted_at: expected a time not before the call opens (2027-02-01T09:00), found "2027-01-31T10:00"',
    ],
  ])("tells of a wrong %s by line, column and what is expected", async (column, cell, sentence) => {
    expect(await saidOf({ "Ona Onaitė": { [column]: cell } })).toEqual([sentence]);
  });

  it.each(["24:4.5", "24:5.1:3", "24:4.5:41", "24:4.555:3", "holiday", "leave;;stop", "-1:4:3"])(
    "takes no word about renewals that says nothing: %s",
    async (said) => {
      const [sentence, ...more] = await saidOf({ "Ona Onaitė": { renewals: said } });
      expect(more).toEqual([]);
      expect(sentence).toBe(
        "line 2, column renewals: expected words with ; between them, each hours:mean:raters (as in 24:4.5:6, the mean from 0 to 5, " +
          `at most 40 raters), leave or stop, found "${said}"`,
      );
    },
  );

  it("asks for what the road needs, and for nothing that it does not", async () => {
    const empty = { months: "", load_percent: "", training_hours: "", trial: "", accredited_on: "" };
    expect(await saidOf({ "Stasys Stasaitis": empty, "Rita Ritaitė": { agreed: "consultant" } })).toEqual([]);
    expect(await saidOf({ "Ona Onaitė": { months: "", accredited_on: "" } })).toEqual([
      "line 2, column months: expected a whole number from 0 to 120 (needed because there is a place), found nothing",
      "line 2, column accredited_on: expected a day such as 2027-05-03 (needed because the trial is passed), found nothing",
    ]);
    expect(await saidOf({ "Jonas Jonaitis": { score_3: "" } })).toEqual([
      expect.stringContaining("line 3, column score_3"),
    ]);
  });

  it("goes on as it should where a cell says nothing else", async () => {
    const silent = { shows: "", agreed: "", trial: "", trial_2: "", consent: "" };
    expect(await saidOf({ "Ona Onaitė": silent, "Jonas Jonaitis": { trial_2: "" } })).toEqual([]);
  });

  it.each([
    ["a second trial, where the first was passed", "Ona Onaitė", { trial: "passed", trial_2: "failed" }],
    ["words after the one that ends it", "Ona Onaitė", { renewals: "stop;24:4.5:6" }],
    [
      "a day of accreditation before the close, of who has no place",
      "Stasys Stasaitis",
      { accredited_on: "2020-01-01" },
    ],
  ])("does not read what no road comes to: %s", async (_, who, cells) => {
    expect(await saidOf({ [who]: cells })).toEqual([]);
  });

  it("has nobody twice by name", async () => {
    expect(await saidOf({ "Jonas Jonaitis": { applicant: "Ona Onaitė" } })).toEqual([
      'line 3, column applicant: expected a name that no other line has (line 2 has it), found "Ona Onaitė"',
    ]);
  });
});

describe("a file of a call of career transitions", () => {
  const { renewal, roles } = example.call;
  it.each([
    [{ roles: {} }, "roles"],
    [{ roles: { ...roles, mentor: { trainingHours: 40 } } }, "roles.mentor.places"],
    [{ validMonths: 0 }, "validMonths"],
    [{ minimumScore: 60.005 }, "minimumScore"],
    [{ renewal: { ...renewal, feedback: 6 } }, "renewal.feedback"],
    [{ at: ["2028-03-01", "2028-03-01"] }, "at"],
    [{ at: ["2028-02-30"] }, "at"],
    [{ supportCents: -1 }, "supportCents"],
    [{ closes: "2027-01-31T09:00" }, "closes"],
  ])("is refused with the name of its field: %j", async (wrong, field) => {
    const [fault = "", ...more] = await saidOf({}, wrong);
    expect(more).toEqual([]);
    expect(fault.startsWith(field), fault).toBe(true);
    expect(fault).toMatch(/expected/);
  });
});
