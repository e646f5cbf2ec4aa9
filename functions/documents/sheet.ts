import { printAmount, printTime } from "../../workflows/kernel/facts/print.ts";
import type { Calculation } from "../../workflows/kernel/sheet.ts";
import { tell } from "../reading/tell.ts";
import type { Block } from "./composed.ts";
import type { Writing } from "./writing.ts";

/** One calculation under its own heading: of each line its number, unit, sum and source, as they were recorded. */
export function sheetBlocks(sheet: Calculation, { words, teller }: Writing): readonly Block[] {
  const { language } = words;
  const money = (cents: number) => printAmount(cents, language);
  return [
    { kind: "heading", text: tell(sheet.title, teller) },
    {
      kind: "facts",
      rows: [
        { label: words.say("sheet.calculated"), value: printTime(sheet.at, language) },
        ...sheet.facts.map(({ label, value }) => ({
          label: tell(label, teller),
          value: tell(value, teller),
        })),
      ],
    },
    {
      kind: "table",
      summary: words.say("sheet.summary"),
      columns: [
        { label: words.say("sheet.line"), share: 22 },
        { label: words.say("sheet.source"), share: 36 },
        { label: words.say("sheet.count"), share: 11, isNumeric: true },
        { label: words.say("sheet.unit"), share: 16, isNumeric: true },
        { label: words.say("sheet.sum"), share: 16, isNumeric: true },
      ],
      rows: sheet.lines.map((line) => [
        tell(line.label, teller),
        tell(line.source, teller),
        String(line.count),
        money(line.unitCents),
        money(line.sumCents),
      ]),
      totals: sheet.sums.map(({ label, cents }) => ({ label: tell(label, teller), value: money(cents) })),
    },
  ];
}
