import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { textsOf } from "../../../infra/local/rehearse/example-files.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/assessment-campaign/example.json" with { type: "json" };

async function faultsOf(call: object, more: Readonly<Record<string, string>> = {}) {
  const people = example.people.slice(0, 1).map((row) => ({ ...row, ...more }));
  const { callText, peopleText } = textsOf({ call: { ...example.call, ...call }, people });
  const read = await checkCall(callText);
  if (read.outcome === "faulty") return read.faults;
  const cast = readPeople(Buffer.from(peopleText), read.value.call);
  return cast.outcome === "faulty" ? cast.faults : [];
}

const [item] = example.call.instrument.items;
const [school] = example.call.schools;

describe("a campaign's files may say", () => {
  it.each([
    [
      "schools by their code",
      { schools: { S1: { municipality: "Molėtų r.", invited: { teachers: 0 } } } },
      {},
    ],
    [
      "items by their name",
      {
        instrument: {
          id: "a",
          version: "2.1",
          items: { safe: { from: 1, to: 4, agree: 3 }, heard: { from: 0, to: 1, agree: 1 } },
        },
      },
      {},
    ],
    ["a group that the school does not invite", {}, { group: "parents" }],
    ["a value beside its scale", {}, { safe: "99" }],
    ["the last minute", {}, { at: "2027-03-31T16:00" }],
  ])("%s", async (_, call, cells) => {
    expect(await faultsOf(call, cells)).toEqual([]);
  });
});

describe("what is wrong in files is told in its place, with what is expected", () => {
  it.each([
    ["call.json", { reminders: ["2027-05-01"] }, {}, /reminders\.0.*while answers are taken/],
    ["call.json", { reminders: ["2027-03-15", "2027-03-15"] }, {}, /reminders\.1.*stands twice/],
    ["call.json", { schools: [school, school] }, {}, /schools\.1\.code.*S1 stands twice/],
    [
      "call.json",
      { instrument: { ...example.call.instrument, items: [item, item] } },
      {},
      /items\.1\.id.*stands twice/,
    ],
    [
      "call.json",
      { instrument: { ...example.call.instrument, items: [{ ...item, from: 5 }] } },
      {},
      /items\.0\.to.*a scale that rises/,
    ],
    [
      "call.json",
      { instrument: { ...example.call.instrument, items: [{ ...item, id: "school" }] } },
      {},
      /items\.0\.id: expected a name that no column of people.csv has, found "school"/,
    ],
    ["call.json", { least: 0 }, {}, /least: expected a number of at least 1$/],
    ["call.json", { schools: [] }, {}, /schools: expected a list of at least 1 entry$/],
    ["call.json", { compares: "pernai" }, {}, /compares: expected only of a study, with a sample/],
    [
      "people.csv",
      {},
      { school: "S9" },
      /line 2, column school: expected the code of a school of the call, found "S9"/,
    ],
    ["people.csv", {}, { code: "used" }, /line 2, column code: expected new, again or unknown/],
    ["people.csv", {}, { safe: "often" }, /line 2, column safe: expected a whole number/],
    ["people.csv", {}, { at: "2027-02-01T10:00" }, /line 2, column at: expected a time from the opening on/],
  ])("%s: %j %j", async (_, call, cells, sentence) => {
    expect((await faultsOf(call, cells)).join("\n")).toMatch(sentence);
  });
});
