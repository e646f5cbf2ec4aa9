import { describe, expect, it } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { choicesOf, linesInWords, withOptionsRead } from "../../../functions/web/options-in-lines.ts";
import { choice, longText, money, rows, text } from "../../../workflows/kernel/field-kinds.ts";
import { defineForm } from "../../../workflows/kernel/form.ts";

const form = defineForm({
  id: "report",
  outcomes: ["sent"],
  fields: {
    done: longText({}),
    costs: rows({
      max: 300,
      written: "lines",
      columns: {
        what: text({ max: 40 }),
        category: choice({ options: ["staff", "materials"] }),
        cents: money({}),
      },
    }),
  },
});
const wordings = async () => {
  const lt = {
    "report.costs.category.staff": "Darbo užmokestis",
    "report.costs.category.materials": "Priemonės",
  };
  const en = { "report.costs.category.staff": "Pay", "report.costs.category.materials": "Materials" };
  return [
    { words: messagesOf<Readonly<Record<string, string>>>(lt, "lt"), ui: await uiIn("lt") },
    { words: messagesOf<Readonly<Record<string, string>>>(en, "en"), ui: await uiIn("en") },
  ];
};
const read = (costs: string) => withOptionsRead(form, { done: "Darbo užmokestis", costs }, wordings);

describe("options in lines that are pasted", () => {
  it.each([
    ["as the page calls them", "Pamokos; Darbo užmokestis; 1,50", "Pamokos; staff; 1,50"],
    ["whatever the capitals and diacritics", "Pamokos;DARBO UZMOKESTIS;1", "Pamokos;staff;1"],
    [
      "from a spreadsheet, in the page's other language",
      "A\tMaterials\t1\r\nB\tPay\t2\r",
      "A\tmaterials\t1\r\nB\tstaff\t2\r",
    ],
    ["as programs call them", "A; staff; 1", "A; staff; 1"],
    ["that there are not, so that the form says so", "A; alga; 1", "A; alga; 1"],
    ["in their column alone", "Priemonės; Priemonės; Priemonės", "Priemonės; materials; Priemonės"],
    ["of lines that are not complete", "\n;\nA;\n", "\n;\nA;\n"],
  ])("are read %s", async (_, typed, costs) => {
    expect(await read(typed)).toEqual({ done: "Darbo užmokestis", costs });
  });

  it("are shown again as people call them", async () => {
    const [lt] = await wordings();
    if (!lt) throw new Error("no words");
    const choices = choicesOf({ form, ...lt }, "costs", form.fields.costs);
    expect(linesInWords("A; staff; 1\nB; alga; 2", choices)).toBe("A; Darbo užmokestis; 1\nB; alga; 2");
  });

  it("of no other answer are looked for", async () => {
    const asks = async () => {
      throw new Error("no words are needed");
    };
    expect(await withOptionsRead(form, { done: "staff" }, asks)).toEqual({ done: "staff" });
  });
});
