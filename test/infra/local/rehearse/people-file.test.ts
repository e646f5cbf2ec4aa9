import { describe, expect, it } from "vitest";
import { readPeople, readPeopleFile } from "../../../../infra/local/rehearse/people-file.ts";
import { inOrderOfApplying } from "../../../../workflows/blocks/rehearsal/applying.ts";
import { callOf, personsOf } from "./persons.ts";
import { type PersonCells, peopleText, plainCall, readPlainCall, readPlainPeople } from "./plain-files.ts";

const read = await readPlainCall();
const { call } = read;

const faultsOf = (text: string | Uint8Array): readonly string[] => {
  const people = readPeople(Buffer.from(text), call);
  return people.outcome === "faulty" ? people.faults : [];
};
const faultsOfOne = (cells: PersonCells): readonly string[] => faultsOf(peopleText(cells));

describe("a file of people", () => {
  it("gives each person with the line on which they stand", () => {
    expect(readPlainPeople(read, {}, { rural: "yes", score_3: "70.25", days_missed: "3" })).toMatchObject([
      {
        line: 2,
        name: "Austėja Žukauskaitė",
        cells: { countries: ["FI", "IE"], rural: false, score_1: 80, score_2: 90 },
      },
      { line: 3, cells: { rural: true, score_1: 80, score_2: 90, score_3: 70.25, days_missed: 3 } },
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ["a byte order mark", (text) => `\uFEFF${text}`],
    ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
    ["no quotes", (text) => text.replaceAll('"', "")],
    ["no line end after the last line", (text) => text.trimEnd()],
    ["empty lines at the end", (text) => `${text}\n\n`],
    ["semicolons between its cells", (text) => text.replaceAll(",", ";")],
    ["tabs between its cells", (text) => text.replaceAll(",", "\t")],
    ["rows at the end in which nothing stands", (text) => `${text}${",".repeat(21)}\n , ,\n`],
    ["columns at the end in which nothing stands", (text) => text.replaceAll("\n", ",,\n")],
    [
      "all that a Lithuanian spreadsheet writes",
      (text) =>
        `\uFEFF${text.replaceAll(",", ";").replaceAll("\n", ";\r\n")}${`${";".repeat(22)}\r\n`.repeat(3)}`,
    ],
    ["spaces around values", (text) => text.replaceAll('"eligible"', '" eligible "')],
  ])("may have %s", (_, written) => {
    const people = readPeople(Buffer.from(written(peopleText({}, {}))), call);
    expect(people).toMatchObject({
      outcome: "read",
      value: { rows: [{ line: 2 }, { line: 3, cells: { screening: "eligible" } }] },
    });
  });

  it("may have quoted cells with commas, quotes and line breaks; lines are counted as an editor does", () => {
    const school = 'Mokykla, ""Ąžuolas""\r\nII korpusas';
    const text = `${peopleText({ school }, {}, { rural: "maybe" })}`.replaceAll(/(?<!\r)\n/g, "\r\n");
    expect(faultsOf(text)).toEqual(['line 5, column rural: expected yes or no, found "maybe"']);
    expect(readPlainPeople(read, { school })).toMatchObject([
      { cells: { school: 'Mokykla, "Ąžuolas"\nII korpusas' } },
    ]);
  });

  it("may say beside the address as what somebody works (0.6), of six positions", () => {
    const saying = (position: string) =>
      peopleText({}).replace("email,", "email,position,").replace('@mokykla.example",', `$&"${position}",`);
    const read = readPeople(Buffer.from(saying("kindergarten")), call);
    expect(read).toMatchObject({
      outcome: "read",
      value: { rows: [{ cells: { position: "kindergarten" } }] },
    });
    expect(readPeople(Buffer.from(saying("")), call)).toMatchObject({ outcome: "read" });
    expect(faultsOf(saying("director"))).toEqual([
      "line 2, column position: expected teacher, support, head, kindergarten, founder or specialist, " +
        'found "director"',
    ]);
  });

  it("may have points as commas in numbers", () => {
    const text = peopleText({ score_3: "70,25" }).replaceAll(/,(?!25)/g, ";");
    expect(readPeople(Buffer.from(text), call)).toMatchObject({
      outcome: "read",
      value: { rows: [{ cells: { score_3: 70.25 } }] },
    });
  });

  it.each(["|", ":"])("is told when its separator is none that is read: %s", (separator) => {
    expect(faultsOf(peopleText({}).replaceAll(",", separator))).toEqual([
      `line 1: expected cells between commas, semicolons or tabs, found them between "${separator}"; save the file with another separator`,
    ]);
  });

  it("may have its columns in another order", () => {
    const [header = "", ...lines] = peopleText({}).trimEnd().split("\n");
    const turned = [header, ...lines].map((line) => line.split(",").reverse().join(",")).join("\n");
    expect(readPeople(Buffer.from(turned), call)).toMatchObject({
      outcome: "read",
      value: { rows: [{ cells: { town: "Kėdainiai" } }] },
    });
  });
});

describe("a file that is not one of people is refused", () => {
  it("when a column is missing, unknown or there twice, by its name", () => {
    expect(faultsOf(peopleText({}).replace("rural,", "countryside,"))).toEqual([
      "line 1: expected a column rural, found none",
      expect.stringMatching(/^line 1, column countryside: no such column/),
    ]);
    expect(faultsOf(peopleText({}).replace(",report", ",report,report"))).toEqual([
      "line 1, column report: expected once, found twice",
    ]);
  });

  it("when a line has cells too few or too many", () => {
    expect(faultsOf(peopleText({}, {}).replace(/,"on_time"\n$/, "\n"))).toEqual([
      "line 3, column report: expected 22 cells, found only 21",
    ]);
    expect(faultsOf(peopleText({}).replace(/\n$/, ",more\n"))).toEqual([
      "line 2, after column report: expected 22 cells, found 23",
    ]);
  });

  it("when a quote is never closed", () => {
    expect(faultsOf(`${peopleText({})}"Ona,`)).toEqual([expect.stringMatching(/^line 3: expected cells/)]);
  });

  it("when it is empty, or has no people", () => {
    expect(faultsOf("")).toEqual([expect.stringMatching(/^line 1: expected the header applicant,email/)]);
    expect(faultsOf(peopleText())).toEqual(["line 2: expected at least one person, found nothing"]);
  });

  it("when it is not UTF-8, by the line", () => {
    const windows1257 = Buffer.concat([Buffer.from(peopleText({})), Buffer.from([0xd0, 0xe0, 0x0a])]);
    expect(faultsOf(windows1257)).toEqual([expect.stringMatching(/^line 3: expected UTF-8/)]);
  });

  it("when it is not there", () => {
    expect(readPeopleFile("/nowhere/people.csv", call)).toMatchObject({
      outcome: "faulty",
      faults: [expect.stringContaining("/nowhere/people.csv: cannot be read")],
    });
  });
});

describe("a malformed cell is named by line, column and what is expected", () => {
  it.each<[PersonCells, string]>([
    [{ applicant: " " }, "applicant: expected a text of at most 120 characters, found nothing"],
    [{ email: "ona at school" }, 'email: expected an e-mail address, found "ona at school"'],
    [
      { town: "Kaunsa", municipality: "Kauno" },
      "town: expected a town of Lithuania, or else a municipality of Lithuania beside it; near it are Kaunas",
    ],
    [{ rural: "taip" }, 'rural: expected yes or no, found "taip"'],
    [{ experience_years: "3.5" }, 'experience_years: expected a whole number from 0 to 70, found "3.5"'],
    [{ language_level: "B3" }, 'language_level: expected A1, A2, B1, B2, C1 or C2, found "B3"'],
    [
      { countries: "FI;FI" },
      "countries: expected one or two different countries of the call (IE, FI), as in IE;FI",
    ],
    [{ countries: "FI;IE;FI" }, "countries: expected one or two"],
    [{ countries: "SI" }, "countries: expected one or two"],
    [{ countries: "" }, "countries: expected one or two"],
    [{ travelled_before: "Yes" }, "travelled_before: expected yes or no"],
    [{ iban: "LT12 1000 0111 0100 1001" }, "iban: expected an IBAN with a right checksum"],
    [{ submitted_at: "2027-02-30T10:00:00" }, "submitted_at: expected a local time such as"],
    [
      { submitted_at: "2027-01-11T08:59:59" },
      "submitted_at: expected a time not before the call opens (2027-01-11T09:00:00)",
    ],
    [{ principal: "endorsed" }, "principal: expected endorse, refuse or silent"],
    [{ screening: "yes" }, "screening: expected eligible, ineligible, supplement or supplement_silent"],
    [{ score_1: "100.01" }, "score_1: expected a number from 0 to 100 with at most two decimals"],
    [{ score_2: "70.125" }, "score_2: expected a number"],
    [{ score_2: "-1" }, "score_2: expected a number"],
    [{ score_2: "70,555" }, "score_2: expected a number"],
    [{ offer: "maybe" }, "offer: expected accept, decline or silent"],
    [{ attendance: "none" }, "attendance: expected full, partial or absent"],
    [{ days_missed: "1.5" }, "days_missed: expected a whole number from 0 to 400"],
    [{ report: "late" }, "report: expected on_time, returned_once or never"],
  ])("%j", (cells, fault) => {
    expect(faultsOfOne(cells)).toEqual([expect.stringContaining(`line 2, column ${fault}`)]);
  });

  it("also where the person will not need it", () => {
    expect(faultsOfOne({ principal: "refuse", report: "late" })).toHaveLength(1);
  });

  it("for the first twenty, and how many more there are", () => {
    const faults = faultsOf(peopleText(...Array<PersonCells>(25).fill({ rural: "?" })));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe("and 5 more like these");
  });
});

describe("a town", () => {
  it("that the gazetteer lacks is taken when its municipality is known", () => {
    expect(faultsOfOne({ town: "Krekenava", municipality: "Panevėžio r." })).toEqual([]);
  });
});

describe("what does not apply to a person may be empty; what will be needed may not", () => {
  const empty = (...columns: (keyof PersonCells)[]): PersonCells =>
    Object.fromEntries(columns.map((column) => [column, ""]));
  const journey = empty("green", "attendance", "days_missed", "report");
  const road = { ...journey, ...empty("score_1", "score_2", "score_3", "offer") };

  it.each<[string, PersonCells]>([
    ["whom the principal refuses", { ...road, principal: "refuse", screening: "" }],
    ["whose principal is silent", { ...road, principal: "silent", screening: "" }],
    ["who is ineligible", { ...road, screening: "ineligible" }],
    ["who never sends the supplement", { ...road, screening: "supplement_silent" }],
    ["who stays below the minimum", { ...journey, score_1: "59", score_2: "60.99", offer: "" }],
    ["who declines", { ...journey, offer: "decline" }],
    ["who never came", { attendance: "absent", report: "" }],
    ["who is late", { ...road, principal: "", screening: "", submitted_at: "2027-02-11T00:00:00" }],
  ])("for somebody %s", (_, cells) => {
    expect(faultsOfOne(cells)).toEqual([]);
  });

  it("for somebody who applies a second time from the same address", () => {
    const again = { ...road, principal: "", screening: "", submitted_at: "2027-02-02T10:00:00" };
    const first = { email: "ona@mokykla.example" };
    expect(faultsOf(peopleText({ ...again, email: " ONA@mokykla.example" }, first))).toEqual([]);
  });

  it.each<[PersonCells, string]>([
    [
      { principal: "" },
      "principal: expected endorse, refuse or silent (needed because the application is sent in time)",
    ],
    [{ principal: "", submitted_at: plainCall.closes }, "principal: expected endorse, refuse or silent"],
    [{ screening: "" }, "screening: expected eligible"],
    [{ score_2: "" }, "score_2: expected a number"],
    [
      { score_1: "70", score_2: "90.01" },
      "score_3: expected a number from 0 to 100 with at most two decimals (needed because score_1 and score_2 differ by more than 20)",
    ],
    [
      { score_1: "60", score_2: "60", offer: "" },
      "offer: expected accept, decline or silent (needed because the score reaches the minimum)",
    ],
    [{ attendance: "" }, "attendance: expected full"],
    [{ green: "" }, "green: expected yes or no"],
    [{ attendance: "partial" }, "days_missed: expected a whole number"],
    [{ report: "" }, "report: expected on_time"],
  ])("as here: %j", (cells, fault) => {
    expect(faultsOfOne(cells)).toEqual([expect.stringContaining(`line 2, column ${fault}`)]);
  });

  it("two reviews that differ by exactly the gap need no third", () => {
    expect(faultsOfOne({ score_1: "70", score_2: "90" })).toEqual([]);
  });
});

describe("people apply", () => {
  it("in the order of their time, then of the file", () => {
    const text = peopleText(
      { submitted_at: "2027-02-02T10:00:00" },
      { submitted_at: "2027-02-01T10:00:01" },
      { submitted_at: "2027-02-01T10:00" },
      { submitted_at: "2027-02-01T10:00:01" },
    );
    const people = personsOf(text, callOf(JSON.stringify(plainCall)));
    expect(inOrderOfApplying(people).map(({ line }) => line)).toEqual([4, 3, 5, 2]);
  });
});
