import { expect, it } from "vitest";
import { readEvents } from "../../../../infra/local/rehearse/events-file.ts";
import { callFile } from "../../../../workflows/foreign-internship/call.ts";
import { demoCall } from "../../../functions/demo-house.ts";

const call = callFile.parse(demoCall);
const header = "email,state,days,says,values,decides";
const read = (...lines: readonly string[]) => readEvents(Buffer.from([header, ...lines].join("\n")), call);

it("a line is a word that breaks in on somebody's road, with what its form holds and what is decided on it", () => {
  const line = "Ona@mokykla.example,departure,2,withdrawn,reason=Liga; costs=80.50,borne=40; reason=Taip";
  expect(read(line)).toEqual({
    outcome: "read",
    value: [
      {
        line: 2,
        email: "ona@mokykla.example",
        state: "departure",
        days: 2,
        says: "withdrawn",
        values: { reason: "Liga", costs: "80.50" },
        decides: { borne: "40", reason: "Taip" },
      },
    ],
  });
});

it("without an address it is the call's own, and its countries are a list", () => {
  const read1 = read(",filling,90,calledOff,countries=FI|IE; reason=Neramu,");
  expect(read1).toMatchObject({ value: [{ values: { countries: ["FI", "IE"] } }] });
});

it.each([
  ["a@b.example,departure,2,vanished,,", "line 2, column says: expected one of withdrawn"],
  ["a@b.example,report,2,withdrawn,,", "line 2, column state: expected one of endorsement"],
  [
    "a@b.example,departure,soon,withdrawn,,",
    'line 2, column days: expected a whole number from 0 to 999, found "soon"',
  ],
  ["a@b.example,departure,2,withdrawn,reason,", "line 2, column values: expected name=value"],
  ["a@b.example,departure,2,changed,starts=2027-05-09; ends=2027-05-01; reason=x,", "ends: outOfOrder"],
  [",filling,9,calledOff,countries=XX; reason=x,", "countries"],
  ["a@b.example,departure,2,__proto__,,", "line 2, column says"],
])("%s is refused: %s", (line, fault) => {
  const found = read(line);
  expect(found.outcome).toBe("faulty");
  expect(JSON.stringify(found).replaceAll('\\"', '"')).toContain(fault);
});
