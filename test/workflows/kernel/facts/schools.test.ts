import { describe, expect, it } from "vitest";
import { findMunicipality, listedMunicipalities } from "../../../../workflows/kernel/facts/gazetteer.ts";
import {
  isRural,
  labelOfSchool,
  type School,
  schoolsAtHand,
  schoolsOfCall,
} from "../../../../workflows/kernel/facts/schools.ts";
import { searchListed } from "../../../../workflows/kernel/search.ts";

const school = (code: string, name: string, settlement: string, kind: School["kind"]): School => ({
  code,
  name,
  municipality: "Šilutės r.",
  settlement,
  kind,
});
const schools = [
  school("190000001", "Vydūno gimnazija", "Šilutė", "miestas"),
  school("190000002", "Atmatos mokykla", "Rusnė", "miestelis"),
  school("190000003", "Švėkšnos „Saulės“ gimnazija", "Švėkšna", "miestelis"),
];
const listed = schools.map((one) => ({ value: one.code, label: labelOfSchool(one) }));
const found = (said: string) =>
  searchListed(listed, said).map((one) => (typeof one === "string" ? one : one.value));

describe("a school is found", () => {
  it.each([
    ["by the beginning of its name", "vyd", ["190000001"]],
    ["by its place", "Rusnė", ["190000002"]],
    ["without diacritics and quotation marks", "sveksnos saules", ["190000003"]],
    ["in any case, in any order of words", "GIMNAZIJA ŠVĖKŠ", ["190000003"]],
    [
      "among all of its municipality, in the order of the list",
      "silutes",
      ["190000001", "190000002", "190000003"],
    ],
    ["by its first word where the others are not in the list", "gimnazija Kaune", ["190000001", "190000003"]],
    ["by nothing that stands inside a word", "mokykl ydun", ["190000002"]],
    ["by no word at all: none", " „“ ", []],
  ])("%s", (_how, said, codes) => {
    expect(found(said)).toEqual(codes);
  });
});

it.each([
  ["miestas", false],
  ["miestelis", true],
  ["kaimas", true],
  ["viensėdis", true],
] as const)("a school in a %s is rural: %s", (kind, rural) => {
  expect(isRural({ kind })).toBe(rural);
});

describe("the list of the house", () => {
  const { schools: all, on, source } = schoolsAtHand();

  it("says of which day it is, and that its schools are made up", () => {
    expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(source).toContain("made up");
  });

  it("has schools of real municipalities, each code once, some of them rural", () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { municipality } of all) expect(findMunicipality(municipality)).toBeDefined();
    expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
    expect(all.filter(isRural).length).toBeGreaterThan(10);
  });
});

it("a call's own list has each code once", () => {
  const [first] = schools;
  const { error } = schoolsOfCall.safeParse([...schools, first]);
  expect(error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["3.code", "190000001 stands twice"],
  ]);
});

it("every municipality is found by the word that people write", () => {
  expect(searchListed(listedMunicipalities, "siauliu")).toEqual([
    { value: "Šiaulių m.", label: "Šiaulių m. sav." },
    { value: "Šiaulių r.", label: "Šiaulių r. sav." },
  ]);
});
