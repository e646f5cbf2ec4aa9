import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readEvents } from "../../../infra/local/rehearse/events-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import { faultsOf } from "../../functions/payments/bank-schema.ts";
import { bytesOf, layOut, rowsOf, runRehearsal } from "../../infra/local/rehearse/run-rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-group-rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../data/rehearsal/supervision/${name}`, import.meta.url)), "utf8");

/** The shipped call with one of its schools only. */
const files = layOut(join(folder, "once"), {
  callText: shipped("call.json"),
  peopleText: shipped("people.csv")
    .split("\n")
    .filter((line) => line.startsWith("kind,") || line.includes(",Molėtų 1,"))
    .join("\n"),
});

beforeAll(async () => {
  await runRehearsal(files);
});

const ends: Readonly<Record<string, readonly string[]>> = {
  done: ["completed", "35"],
  partly: ["completed", "35"],
  not_yet: ["completed", "35"],
  silent: ["left", ""],
  leaves: ["withdrawn", ""],
};

it("who was at every meeting completes, who missed one has a statement only, and who leaves or never answers has neither", () => {
  const people = new Map(
    shipped("people.csv")
      .trim()
      .split("\n")
      .map((line) => line.split(","))
      .map(([, , name, , , , , absent, answers]) => [name, { absent, answers }]),
  );
  const joined = rowsOf(files, "cases.csv").filter(({ kind }) => kind === "joins");
  expect(joined.length).toBeGreaterThan(5);
  for (const { name, status, hours } of joined) {
    const said = people.get(name);
    const expected = said?.absent ? ["attended", ""] : ends[said?.answers ?? ""];
    expect([name, status, hours]).toEqual([name, ...(expected ?? [])]);
  }
});

it("the supervisor is paid for the hours that were held: seven meetings of five hours at forty euros", () => {
  const paid = rowsOf(files, "ledger.csv").filter(({ kind }) => kind === "fee");
  expect(paid.map(({ amountEur }) => amountEur)).toEqual(["1400.00"]);
});

it("and the bank gets a valid file of it", async () => {
  const xml = bytesOf(files, "payments.xml");
  expect(await faultsOf(xml)).toEqual([]);
  expect(xml).toContain("<CtrlSum>1400.00</CtrlSum>");
});

it("words break in by the process of whose road it is: a school's, or a participant's", async () => {
  const call = await checkCall(shipped("call.json"));
  if (call.outcome === "faulty") throw new Error(call.faults.join());
  const people = readPeople(Buffer.from(shipped("people.csv")), call.value.call);
  if (people.outcome === "faulty") throw new Error(people.faults.join());
  const emailOf = (kind: string) =>
    shipped("people.csv")
      .split("\n")
      .find((line) => line.startsWith(`${kind},`))
      ?.split(",")[3];
  const read = (line: string) =>
    readEvents(Buffer.from(`email,state,days,says,values,decides\n${line}`), call.value, people.value);
  expect(await read(`${emailOf("asks")},running,9,withdrawn,reason=Remontas,`)).toMatchObject({
    outcome: "read",
  });
  expect(await read(`${emailOf("joins")},awaitingMeetings,9,withdrawn,reason=Liga,`)).toMatchObject({
    outcome: "read",
  });
  expect(await read(`${emailOf("joins")},running,9,withdrawn,reason=Liga,`)).toEqual({
    outcome: "faulty",
    faults: [expect.stringMatching(/^line 2, column state: expected one of waiting, /)],
  });
});
