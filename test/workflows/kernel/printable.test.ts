import { describe, expect, it } from "vitest";
import { longText, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";

const form = defineForm({
  id: "letter",
  outcomes: ["sent"],
  fields: {
    fullName: text({}),
    school: text({ optional: true }),
    motivation: longText({ optional: true }),
    people: rows({ max: 3, optional: true, columns: { name: text({}) } }),
  },
});
const problems = (said: Readonly<Record<string, unknown>>) => {
  const parsed = parseAnswer(form, { fullName: "Ona", ...said });
  return parsed.outcome === "invalid" ? parsed.errors.map(({ problem }) => problem) : [];
};
const storedName = (fullName: string) => {
  const parsed = parseAnswer(form, { fullName });
  return parsed.outcome === "valid" ? parsed.value.values.fullName : undefined;
};

describe("one line of text", () => {
  it.each([
    "Ona\nBcc: x",
    "Ona\r\n",
    "O\u0000na",
    "O\u2028na",
    "O\u2029na",
    "O\u0085na",
    "Ona\ud800x",
    "\udc00Ona",
  ])("is refused with what cannot be printed in a line: %j", (fullName) => {
    const said = fullName.trim() === "Ona" ? fullName.replace("Ona", "Ona\nx") : fullName;
    expect(problems({ fullName: said })).toEqual(["notPrintable"]);
    expect(problems({ people: [{ name: said }] })).toEqual(["notPrintable"]);
  });

  it("loses what is not seen: marks of direction, joiners and soft hyphens", () => {
    expect(storedName("O\u202ena \u2066Onaitė\u2069\u00ad\ufeff")).toBe("Ona Onaitė");
  });

  it("keeps every letter that people are called by", () => {
    for (const name of ["Šarūnė Žąsytė-O’Neil", "Łukasz Ängström", "李小龙", "Анна", "Zoë 🙂"])
      expect(storedName(name)).toBe(name);
  });
});

describe("a name", () => {
  it.each(["Ona https://evil.example", "www.evil.example", "Ona http://x"])(
    "holds no web address: %s",
    (fullName) => {
      expect(problems({ fullName })).toEqual(["webAddress"]);
    },
  );

  it("is the only text that may not: a school may have one", () => {
    expect(problems({ school: "www.mokykla.example" })).toEqual([]);
  });
});

describe("a longer text", () => {
  it("keeps its lines, and is refused with half of a character", () => {
    expect(problems({ motivation: "Viena.\n\nDvi." })).toEqual([]);
    expect(problems({ motivation: "Viena \ud83d" })).toEqual(["notPrintable"]);
  });
});
