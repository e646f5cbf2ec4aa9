import { expect, it } from "vitest";
import { checkCall } from "../../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import places from "../../../data/rehearsal/national-internship/call.json" with { type: "json" };

const header = "kind,place,name,email,school,municipality,town,starts,ends,capacity,years,order,answers";
const home = "G,Molėtų rajono savivaldybė,Molėtai";
const offer = `offers,A,Ona,ona@m.example,${home},2027-05-03,2027-05-07,2,,jonas@m.example,yes`;
const applies = `applies,,Jonas,jonas@m.example,${home},,,,12,A,done`;
const call = await checkCall(JSON.stringify(places));
if (call.outcome === "faulty") throw new Error(call.faults.join());
const read = (...lines: readonly string[]) =>
  readPeople(Buffer.from([header, ...lines].join("\n")), call.value.call);

it("a line is a school with its place, or a teacher with the places wanted in order", () => {
  expect(read(offer, applies)).toMatchObject({
    outcome: "read",
    value: {
      rows: [
        { kind: "offers", place: "A", capacity: 2, order: ["jonas@m.example"], answers: "yes" },
        { kind: "applies", years: 12, order: ["A"], answers: "done" },
      ],
    },
  });
});

it.each([
  [`visits,,J,j@m.example,${home},,,,9,A,done`, "column kind: expected offers or applies"],
  [`applies,,J,j@m.example,${home},,,,many,A,done`, "column years: expected a whole number"],
  [`applies,,J,j@m.example,${home},,,,9,B,done`, "column order: expected places that are offered"],
  [`applies,,J,j@m.example,${home},,,,9,,done`, "column order: expected one place or two such as A;B"],
  [`applies,,J,j@m.example,${home},,,,9,A,perhaps`, "column answers: expected done or session_later"],
  [`offers,B,J,jonas,${home},2027-05-03,2027-05-07,2,,,yes`, "column email: expected an e-mail address"],
  [`offers,B,J,j@m.example,${home},in May,2027-05-07,2,,,yes`, "column starts: expected a day"],
  [
    `offers,B,J,j@m.example,${home},2027-05-03,2027-05-07,2,,x@m.example,yes`,
    "column order: expected addresses",
  ],
])("%s is refused: %s", (line, fault) => {
  const found = read(offer, applies, line);
  if (found.outcome !== "faulty") throw new Error("it was taken");
  expect(found.faults.join("\n")).toContain(`line 4, ${fault}`);
});

it("a file in which nobody offers a place is refused", () => {
  expect(read(applies.replace(",A,", ",,"))).toMatchObject({ outcome: "faulty" });
  expect(read()).toMatchObject({ outcome: "faulty" });
});
