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
    ["strands as a list", { strands: [{ id: "science", maxCents: 2_500_000 }] }],
    ["closes without seconds", { closes: "2027-02-12T23:59" }],
    ["after how many days reports are due", { milestones: [200, 400, 700] }],
  ])("%s", async (_, call) => {
    expect(await faultsOf(call)).toEqual([]);
  });
});

describe("what is wrong in files is told in its place, with what is expected", () => {
  it.each([
    ["call.json", { milestones: ["2027-13-01"] }, {}, /^milestones: .*expected days such as 2027-09-30/],
    ["call.json", { strands: {} }, {}, /^strands: .*expected strands/],
    ["people.csv", {}, { lines: "staff:1;staff:2" }, /line 2.*lines.*each category once/],
    ["people.csv", {}, { school: "Nėra tokios" }, /line 2.*school.*a school of the call/],
    ["people.csv", {}, { report_2: "late" }, /line 2.*report_2.*on_time, accepted, returned or never/],
    ["people.csv", {}, { change: "staff:3" }, /line 2.*change.*staff>equipment:20000/],
    ["people.csv", {}, { score_1: "" }, /line 2.*score_1/],
  ])("%s: %j %j", async (_, call, cells, sentence) => {
    expect((await faultsOf(call, cells)).join("\n")).toMatch(sentence);
  });
});
