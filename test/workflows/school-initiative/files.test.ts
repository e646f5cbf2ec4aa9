import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../../infra/local/rehearse/example-files.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/school-initiative/example.json" with { type: "json" };

const people = example.people.slice(0, 1).map((row) => ({ ...row, school: "Inturkės mokykla" }));
async function faultsOf(call: object, more: Readonly<Record<string, string>> = {}) {
  const rows = people.map((row) => ({ ...row, ...more }));
  const { callText, peopleText } = textsOf({ call: { ...example.call, ...call }, people: rows });
  const read = await checkCall(callText);
  if (read.outcome === "faulty") return read.faults;
  const cast = readPeople(Buffer.from(peopleText), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

describe("a call's file may say", () => {
  it.each([
    ["schools by name", { schools: { "Inturkės mokykla": { settlement: "viensedis" } } }],
    [
      "a settlement by its kind",
      { schools: [{ name: "Inturkės mokykla", settlement: "kaimas", municipality: "Molėtų r." }] },
    ],
    ["schools by name and settlement alone", { schools: { "Inturkės mokykla": "viensėdis" } }],
    ["strands by their sums alone", { strands: { science: 2_500_000 } }],
    ["strands as a list", { strands: [{ id: "science", maxCents: 2_500_000 }] }],
    ["closes without seconds", { closes: "2027-02-12T23:59" }],
    ["after how many days reports are due", { milestones: [200, 400, 700] }],
  ])("%s", async (_, call) => {
    expect(await faultsOf(call)).toEqual([]);
  });
});

describe("what is wrong in files is told in its place, with what is expected", () => {
  it.each([
    ["days of reports", { milestones: ["2027-13-01"] }, /^milestones: .*expected days such as 2027-09-30/],
    ["no strand", { strands: {} }, /^strands: .*expected strands by their names/],
    [
      "a strand twice",
      {
        strands: [
          { id: "science", maxCents: 1 },
          { id: "science", maxCents: 2 },
        ],
      },
      /^strands: .*expected strands by their names/,
    ],
    [
      "a school twice",
      {
        schools: [
          { name: "A", settlement: "kaimas" },
          { name: "A", settlement: "miestas" },
        ],
      },
      /^schools: .*expected schools by name, each once/,
    ],
    ["a ceiling above all", { ceilings: { staff: 101 } }, /^ceilings\.staff: .*100/],
    ["a share that is none", { advancePercent: -1 }, /^advancePercent: .*0/],
    ["all paid by the school", { coFundingPercent: 100 }, /^coFundingPercent: .*99/],
    ["a budget in words", { budgetCents: "daug" }, /^budgetCents: .*number/],
    ["the end before the beginning", { closes: "2026-12-31T10:00" }, /^closes: expected a time after opens/],
  ])("call.json: %s", async (_, call, sentence) => {
    const [fault, ...more] = await faultsOf(call);
    expect(fault).toMatch(sentence);
    expect(more).toEqual([]);
  });

  it.each([
    ["a category twice", { lines: "staff:1;staff:2" }, "lines", "each category once"],
    ["no budget", { lines: "" }, "lines", "categories with their cents"],
    ["a budget below nothing", { lines: "staff:-1" }, "lines", "categories with their cents"],
    ["a school that the call has not", { school: "Nėra tokios" }, "school", "a school of the call"],
    ["a strand that the call has not", { strand: "chess" }, "strand", "science"],
    ["another word of a report", { report_2: "late" }, "report_2", "on_time, accepted, returned or never"],
    ["costs without a sum", { costs_1: "staff" }, "costs_1", "categories with their cents"],
    ["a change to nothing", { change: "staff:3" }, "change", "staff>equipment:20000"],
    ["another word of a change", { change_decision: "maybe" }, "change_decision", "approve or refuse"],
    ["no score of whoever is reviewed", { score_1: "" }, "score_1", "needed because"],
    ["a score above the best", { score_2: "101" }, "score_2", "a number from 0 to 100"],
    ["own money in words", { co_spent: "daug" }, "co_spent", "a whole number"],
    ["no such account", { iban: "LT12" }, "iban", ""],
    [
      "a time before the call",
      { submitted_at: "2026-01-01T10:00" },
      "submitted_at",
      "not before the call opens",
    ],
  ])("people.csv: %s", async (_, cells, column, expected) => {
    const [fault = "", ...more] = await faultsOf({}, cells);
    expect(fault.startsWith(`line 2, column ${column}: expected `), fault).toBe(true);
    expect(fault).toContain(expected);
    expect(more).toEqual([]);
  });

  it("people.csv: a name that stands twice, which is how rows of the output are known (C12)", async () => {
    const { callText, peopleText } = textsOf({
      call: example.call,
      people: example.people.map((row) => ({ ...row, applicant: "Rima Gailienė" })),
    });
    const read = await checkCall(callText);
    if (read.outcome === "faulty") throw new Error(read.faults.join());
    const cast = readPeople(Buffer.from(peopleText), read.value.call);
    expect(cast.outcome === "faulty" && cast.faults[0]).toBe(
      'line 3, column applicant: expected a name that no other line has (line 2 has it), found "Rima Gailienė"',
    );
  });

  it("people.csv: a milestone that is reported on twice, by its column", async () => {
    const { callText, peopleText } = textsOf({ call: example.call, people });
    const read = await checkCall(callText);
    if (read.outcome === "faulty") throw new Error(read.faults.join());
    const twice = peopleText.replace("report_2", "report_1");
    const cast = readPeople(Buffer.from(twice), read.value.call);
    expect(cast.outcome === "faulty" && cast.faults.join("\n")).toMatch(/report_[12]/);
  });

  it("takes cells to which no road comes, and a category of costs that was bought in twice", async () => {
    const unread = { founder: "refuse", score_1: "", score_2: "", score_3: "", report_1: "never" };
    expect(await faultsOf({}, unread)).toEqual([]);
    expect(await faultsOf({}, { costs_1: "staff:100;staff:200;gifts:5" })).toEqual([]);
  });
});
