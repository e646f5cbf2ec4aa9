import { domainToASCII } from "node:url";
import { isValidIBAN } from "ibantools";
import { describe, expect, it } from "vitest";
import {
  choice,
  choices,
  confirmation,
  date,
  email,
  iban,
  longText,
  number,
  phone,
  text,
  town,
  yesNo,
} from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { formWith } from "../../../workflows/kernel/given.ts";
import { parseAnswer, parsePage } from "../../../workflows/kernel/parse.ts";
import type { FieldProblem } from "../../../workflows/kernel/problem.ts";

/** A form with every kind of field. */
const unbound = defineForm({
  id: "example",
  outcomes: ["sent"],
  fields: {
    name: text({ max: 10, min: 2, identifying: true }),
    story: longText({ max: 50, optional: true }),
    mail: email({ optional: true }),
    call: phone({ optional: true }),
    account: iban({ optional: true, isIban: isValidIBAN, isReached: (said) => said.startsWith("LT") }),
    from: date({ optional: true }),
    to: date({ optional: true }),
    years: number({ min: 1, max: 70, optional: true }),
    points: number({ max: 100, decimals: 2, optional: true }),
    rural: yesNo({ optional: true }),
    level: choice({ options: ["A1", "A2"], optional: true }),
    countries: choices({ max: 2, options: { from: "countries" }, optional: true }),
    home: town({ optional: true }),
    truthful: confirmation({}),
  },
  pages: [
    { id: "person", fields: ["name", "story", "mail", "call", "account", "home", "rural"] },
    { id: "rest", fields: ["from", "to", "years", "points", "level", "countries", "truthful"] },
  ],
  check: ({ from, to }) => (from && to && to < from ? [{ field: "to", problem: "outOfOrder" }] : []),
});
const form = formWith(unbound, { lists: { countries: ["IE", "FI", "ES"] } });
const least = { name: "Ona", truthful: "yes" };
const parse = (more: Readonly<Record<string, unknown>>) => parseAnswer(form, { ...least, ...more });

describe("what a person typed becomes what the field holds", () => {
  it.each<[string, string, unknown, unknown]>([
    ["spaces around a line go", "name", "  Ona ", "Ona"],
    ["letters written in two signs become one", "name", "S\u030Car\u016Bne\u0307", "Šarūnė"],
    ["lines end as they do everywhere", "story", "one\r\ntwo\r\n", "one\ntwo"],
    ["markup is text like any other", "story", "<b>labas</b>", "<b>labas</b>"],
    ["a number may have a decimal comma", "points", "72,35", 72.35],
    ["or a point", "points", "72.35", 72.35],
    ["a program sends a number as a number", "years", 12, 12],
    ["yes is true", "rural", "yes", true],
    ["no is false, which is an answer", "rural", "no", false],
    ["an account loses its spaces", "account", "lt12 1000 0111 0100 1000", "LT121000011101001000"],
    [
      "an account loses blanks of every kind",
      "account",
      "lt12\u00a01000\u202f0111\u2003 0100\t1000",
      "LT121000011101001000",
    ],
    ["an account loses hyphens and dashes", "account", "LT12-1000–0111—0100‑1000", "LT121000011101001000"],
    [
      "an account loses what is not seen",
      "account",
      "\ufeffLT12\u200b1000\u00ad0111\u20600100\u200e1000",
      "LT121000011101001000",
    ],
    ["an account in wide letters", "account", "ＬＴ１２ 1000 0111 0100 1000", "LT121000011101001000"],
    ["a telephone with blanks of every kind", "call", "+370\u00a0612\u200934\u202f567", "+370 612 34 567"],
    ["a telephone with dashes", "call", "+370–612—34‑567", "+370-612-34-567"],
    ["a telephone copied from a page", "call", "\u202a+370 612 34567\u202c", "+370 612 34567"],
    ["a number with blanks between thousands", "years", "\u00a07\u202f0", 70],
    ["an address with what is not seen", "mail", "\u200bona@mokykla.lt\ufeff", "ona@mokykla.lt"],
    ["an address as it is linked", "mail", "mailto:ona@mokykla.lt", "ona@mokykla.lt"],
    ["an address between brackets", "mail", "<ona@mokykla.lt>", "ona@mokykla.lt"],
    [
      "an address of a domain with Lithuanian letters",
      "mail",
      "ona@žalgirio-mokykla.lt",
      `ona@${domainToASCII("žalgirio-mokykla.lt")}`,
    ],
    ["one ticked box is a list of one", "countries", "FI", ["FI"]],
    ["the order of preference is kept", "countries", ["FI", "IE"], ["FI", "IE"]],
    ["unused boxes are no choice", "countries", ["FI", ""], ["FI"]],
    ["a ticked box without a value is ticked", "truthful", "on", true],
  ])("%s", (_rule, field, typed, held) => {
    expect(parse({ [field]: typed })).toEqual({
      outcome: "valid",
      value: { outcome: "sent", values: { name: "Ona", truthful: true, [field]: held } },
    });
  });

  it("what is left open is not there", () => {
    const blank = { story: "", mail: "  ", years: null, countries: [] };
    expect(parse(blank)).toEqual(parse({}));
  });
});

describe("what cannot be held is told field by field, with a limit where there is one", () => {
  it.each<[FieldProblem, Readonly<Record<string, unknown>>, string, number?]>([
    ["missing", { name: "   " }, "name"],
    ["tooLong", { name: "Konstantinas" }, "name", 10],
    ["tooShort", { name: "O" }, "name", 2],
    ["tooMany", { countries: ["IE", "FI", "ES"] }, "countries", 2],
    ["tooSmall", { years: "0" }, "years", 1],
    ["tooLarge", { years: "71" }, "years", 70],
    ["wrongType", { name: { first: "Ona" } }, "name"],
    ["wrongType", { years: "many" }, "years"],
    ["wrongType", { rural: "perhaps" }, "rural"],
    ["wrongType", { call: "call me" }, "call"],
    ["notEmail", { mail: "ona@" }, "mail"],
    ["notIban", { account: "LT121000011101001001" }, "account"],
    ["notEmail", { mail: "ona jonas@mokykla.lt" }, "mail"],
    ["notEmail", { mail: "ona@ž/a.lt" }, "mail"],
    ["notPrintable", { mail: "ona@mokykla.lt\nBcc: visi@mokykla.lt" }, "mail"],
    ["notPrintable", { account: "LT12\n1000" }, "account"],
    ["notSepa", { account: "TR330006100519786457841326" }, "account"],
    ["noLetters", { name: "— !" }, "name"],
    ["notDate", { from: "2027-02-29" }, "from"],
    ["notWhole", { years: "2,5" }, "years"],
    ["notWhole", { points: 72.355 }, "points"],
    ["unknownOption", { level: "D1" }, "level"],
    ["unknownOption", { countries: ["IE", "US"] }, "countries"],
    ["repeated", { countries: ["IE", "IE"] }, "countries"],
    ["outOfOrder", { from: "2027-03-02", to: "2027-03-01" }, "to"],
    ["unknownField", { surname: "Onaitė" }, "surname"],
    ["mustAgree", { truthful: "" }, "truthful"],
    ["mustAgree", { truthful: false }, "truthful"],
  ])("%s: %j", (problem, given, field, limit) => {
    const error = { field, problem, ...(limit === undefined ? {} : { limit }) };
    expect(parse(given)).toEqual({ outcome: "invalid", errors: [error] });
  });

  it("all of them at once, so that a person mends the form in one go", () => {
    const parsed = parse({ name: "", mail: "ona", years: "71" });
    expect(parsed).toMatchObject({ outcome: "invalid" });
    expect(parsed.outcome === "invalid" && parsed.errors.map(({ field }) => field)).toEqual([
      "name",
      "mail",
      "years",
    ]);
  });

  it("what concerns several fields is told only when each of them is right", () => {
    const parsed = parse({ from: "2027-03-02", to: "2027-03-01", years: "71" });
    expect(parsed).toEqual({
      outcome: "invalid",
      errors: [{ field: "years", problem: "tooLarge", limit: 70 }],
    });
  });

  it.each([[null], [undefined], [7], ["text"], [[]]])("an answer that is no record at all: %j", (raw) => {
    expect(parseAnswer(form, raw)).toEqual({
      outcome: "invalid",
      errors: [{ field: "", problem: "wrongType" }],
    });
  });

  it("an option is unknown when the call brings no list", () => {
    expect(parseAnswer(unbound, { ...least, countries: ["IE"] })).toEqual({
      outcome: "invalid",
      errors: [{ field: "countries", problem: "unknownOption" }],
    });
  });
});

describe("the way that an answer ends", () => {
  const attendance = defineForm({
    id: "attendance",
    outcomes: ["full", "partial"],
    fields: {
      daysMissed: number({ min: 1, max: 30, for: ["partial"] }),
      remarks: text({ optional: true }),
    },
  });

  it("must be chosen where there are several", () => {
    const missing = { outcome: "invalid", errors: [{ field: "outcome", problem: "missing" }] };
    expect(parseAnswer(attendance, {})).toEqual(missing);
    expect(parseAnswer(attendance, { outcome: "" })).toEqual(missing);
  });

  it("must be one of the form's", () => {
    expect(parseAnswer(attendance, { outcome: "expired" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "outcome", problem: "unknownOption" }],
    });
  });

  it("need not be said where there is only one, but may be", () => {
    expect(parseAnswer(form, least)).toEqual(parseAnswer(form, { ...least, outcome: "sent" }));
  });

  it("decides which questions are asked at all: the others are left out, whatever stands there", () => {
    expect(parseAnswer(attendance, { outcome: "full", daysMissed: "nonsense" })).toEqual({
      outcome: "valid",
      value: { outcome: "full", values: {} },
    });
    expect(parseAnswer(attendance, { outcome: "partial" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "daysMissed", problem: "missing" }],
    });
  });
});

describe("one page of a draft", () => {
  it("is read without the pages that are still empty", () => {
    expect(parsePage(form, "rest", { truthful: "yes", years: "3" })).toEqual({
      outcome: "valid",
      value: { truthful: true, years: 3 },
    });
  });

  it("knows only its own fields", () => {
    expect(parsePage(form, "rest", { truthful: "yes", name: "Ona" })).toEqual({
      outcome: "invalid",
      errors: [{ field: "name", problem: "unknownField" }],
    });
  });

  it("must be a page of the form", () => {
    expect(parsePage(form, "nowhere", {})).toMatchObject({ outcome: "invalid" });
  });
});

it("by the name that a field had before is understood as by that of today", () => {
  const moved = defineForm({
    id: "moved",
    outcomes: ["sent"],
    fields: { shares: choices({ max: 2, options: { from: "shares" } }) },
    formerly: { countries: "shares" },
  });
  const read = parseAnswer(formWith(moved, { lists: { shares: ["FI"] } }), { countries: ["FI"] });
  expect(read).toMatchObject({ outcome: "valid", value: { values: { shares: ["FI"] } } });
});
