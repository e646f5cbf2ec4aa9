import { expect, it, vi } from "vitest";
import { checkCall } from "../../../../infra/local/rehearse/call-file.ts";
import { readEvents } from "../../../../infra/local/rehearse/events-file.ts";
import { textsOf } from "../../../../infra/local/rehearse/example-files.ts";
import { readPeople } from "../../../../infra/local/rehearse/people-file.ts";
import { example } from "./book-grant/rehearsal.ts";

vi.mock("../../../../workflows/catalogue.ts", async (original) => {
  const real = await original<typeof import("../../../../workflows/catalogue.ts")>();
  const { choosingGrant } = await import("./book-grant/choosing.ts");
  const processOf = async (id: string) => (id === choosingGrant.id ? choosingGrant : real.processOf(id));
  return { ...real, processOf, isProcess: (id: unknown) => id === choosingGrant.id || real.isProcess(id) };
});

const { callText, peopleText } = textsOf(example);
const call = await checkCall(callText);
if (call.outcome === "faulty") throw new Error(call.faults.join());
const people = readPeople(Buffer.from(peopleText), call.value.call);
if (people.outcome === "faulty") throw new Error(people.faults.join());
const [somebody] = people.value.rows;

const read = (says: string, values: string) => {
  const line = `${somebody?.email},decision,1,${says},${values},`;
  return readEvents(Buffer.from(`email,state,days,says,values,decides\n${line}`), call.value, people.value);
};

it("a word about a case chooses among what its call lists, and nothing else", async () => {
  expect(await read("moved", "which=finance")).toMatchObject({ outcome: "read" });
  expect(await read("moved", "which=attic")).toEqual({
    outcome: "faulty",
    faults: [expect.stringMatching(/^line 2, column values: expected what the form takes \(which: /)],
  });
});

it("of what only the road will list nothing is wrong before it is played", async () => {
  expect(await read("handedBack", "which=copy-7")).toMatchObject({ outcome: "read" });
});
