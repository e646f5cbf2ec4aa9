import { stringify } from "csv-stringify/sync";
import { describe, expect, it } from "vitest";
import { checkCall } from "../../../infra/local/rehearse/call-file.ts";
import { readPeople } from "../../../infra/local/rehearse/people-file.ts";
import example from "../../../workflows/university-module/example.json" with { type: "json" };

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

const unread = { years: "", vacancy: "", modules: "", offer: "", admission: "" };

describe("a file of people who study modules", () => {
  it("is taken as it is in the example, and with cells that no road comes to", async () => {
    expect(await saidOf({})).toEqual([]);
    const nothing = { progress: "", grade: "", cause: "" };
    expect(await saidOf({ qualified: "no", ...unread, ...nothing })).toEqual([]);
    expect(await saidOf({ principal: "silent", ...unread, ...nothing })).toEqual([]);
    expect(await saidOf({ offer: "decline", progress: "xxl", grade: "" })).toEqual([]);
    expect(await saidOf({ admission: "refused", progress: "", grade: "" })).toEqual([]);
    expect(await saidOf({ progress: "sll", grade: "" })).toEqual([]);
    expect(await saidOf({ submitted_at: "2027-03-01T00:00", ...unread, ...nothing })).toEqual([]);
  });

  it("is taken with modules beyond those that count, with one twice, and with what goes as it should", async () => {
    expect(await saidOf({ modules: "Fizika;Fizika; Informatika" })).toEqual([]);
    const asItShould = {
      qualified: "",
      principal: "",
      offer: "",
      admission: "",
      vacancy: "",
      settlement: "",
    };
    expect(await saidOf(asItShould)).toEqual([]);
    expect(await saidOf({ settlement: "Molėtai" })).toEqual([]);
    expect(await saidOf({ settlement: "Balninkų miestelis" })).toEqual([]);
  });

  it.each([
    ["email", "ieva", "an e-mail address"],
    ["position", "boss", "teacher, support, head, kindergarten, founder or specialist"],
    ["settlement", "kaims", "miestas, miestelis, kaimas, viensėdis, or the name of a town"],
    ["qualified", "perhaps", "yes or no"],
    ["years", "-1", "a whole number from 0 to 70"],
    ["vacancy", "1", "yes or no"],
    ["modules", "Alchemija", "modules of the call with ; between them"],
    ["modules", ";", "modules of the call with ; between them"],
    ["submitted_at", "2027-02-30T10:00", "a local time such as 2027-03-01T23:59:59"],
    ["principal", "yes", "endorse, refuse or silent"],
    ["offer", "maybe", "accept, decline or silent"],
    ["admission", "no", "admitted or refused"],
    ["progress", "sq", "a letter for each semester: s, d, x or l"],
    ["grade", "10.01", "a number from 0 to 10 with at most two decimals"],
    ["cause", "illness", "yes or no"],
  ])("tells of a wrong %s by line, column and what is expected (%s)", async (column, cell, expected) => {
    expect(await saidOf({ [column]: cell })).toEqual([
      `line 2, column ${column}: expected ${expected}, found "${cell}"`,
    ]);
  });

  it.each([
    ["years", "a whole number from 0 to 70 (needed because the application is endorsed)"],
    ["modules", "modules of the call with ; between them (needed because the application is endorsed)"],
    ["grade", "a number from 0 to 10 with at most two decimals (needed because all semesters were studied)"],
  ])("asks for %s where the road needs it", async (column, expected) => {
    expect(await saidOf({ [column]: "" })).toEqual([
      `line 2, column ${column}: expected ${expected}, found nothing`,
    ]);
  });

  it("has nobody twice by name", async () => {
    expect(await saidOf({ applicant: "Petras Petraitis" })).toEqual([
      'line 3, column applicant: expected a name that no other line has (line 2 has it), found "Petras Petraitis"',
    ]);
  });
});

describe("a file of a call of modules", () => {
  const { Fizika, Informatika } = example.call.modules;

  it("says its modules by their names, in a record or a list", async () => {
    const modules = [
      { name: "Fizika", ...Fizika },
      { name: "Informatika", ...Informatika },
    ];
    expect(await saidOf({}, { modules })).toEqual([]);
    expect(await saidOf({}, { modules: [...modules, modules[0]] })).toEqual([
      "modules: expected each with a name that no other one has",
    ]);
  });

  it.each([
    [{ modules: {} }, "modules"],
    [{ modules: { Fizika: { ...Fizika, semesters: 0 }, Informatika } }, "modules.Fizika.semesters"],
    [{ modules: { Fizika: { ...Fizika, places: -1 }, Informatika } }, "modules.Fizika.places"],
    [{ modules: { Fizika: { ...Fizika, tuitionCents: 10.5 }, Informatika } }, "modules.Fizika.tuitionCents"],
    [{ modules: { Fizika: { ...Fizika, university: undefined }, Informatika } }, "modules.Fizika.university"],
    [{ choices: 0 }, "choices"],
    [{ offerDays: 0 }, "offerDays"],
    [{ passGrade: 11 }, "passGrade"],
    [{ begins: "2027-02-30" }, "begins"],
    [{ semesterMonths: 13 }, "semesterMonths"],
    [{ closes: "2027-01-31T09:00" }, "closes"],
  ])("is refused with the name of its field: %j", async (wrong, field) => {
    const [fault = "", ...more] = await saidOf({}, wrong);
    expect(more).toEqual([]);
    expect(fault.startsWith(field), fault).toBe(true);
    expect(fault).toMatch(/expected/i);
  });
});
