import { expect, it } from "vitest";
import { readEvents } from "../../../../infra/local/rehearse/events-file.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import { peopleText, readPlainCall } from "./plain-files.ts";

const call = await readPlainCall();
const people = readPeople(
  Buffer.from(peopleText({ email: "Ona@mokykla.example" }, { email: "a@b.example" })),
  call.call,
);
if (people.outcome === "faulty") throw new Error(people.faults.join());
const header = "email,state,days,says,values,decides";
const read = (...lines: readonly string[]) =>
  readEvents(Buffer.from([header, ...lines].join("\n")), call, people.value);

it("a line is a word that breaks in on somebody's road, with what its form holds and what is decided on it", async () => {
  const line = "Ona@mokykla.example,departure,2,withdrawn,reason=Liga; costs=80.50,borne=40; reason=Taip";
  expect(await read(line)).toEqual({
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

it("without an address it is the call's own, and its countries are a list", async () => {
  const read1 = await read(",filling,90,calledOff,countries=FI|IE; reason=Neramu,");
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
  ["c@d.example,departure,2,withdrawn,,", "line 2, column email: expected an address of the file of people"],
])("%s is refused: %s", async (line, fault) => {
  const found = await read(line);
  expect(found.outcome).toBe("faulty");
  expect(JSON.stringify(found).replaceAll('\\"', '"')).toContain(fault);
});
