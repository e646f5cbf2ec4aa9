import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { printAmount, printDay, printTime } from "../../workflows/kernel/facts/print.ts";
import { sourceIn, travelRates } from "../../workflows/kernel/facts/rates.ts";
import type { LoadedCase } from "../cases/load.ts";
import { type Calculation, calculationsOf } from "../reading/calculations.ts";
import { callTitle } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Ui } from "../reading/ui.ts";
import type { Block, Paper } from "./paper.ts";
import type { DocumentWords } from "./words.ts";

/** What a paper about a case is written with. */
export interface Writing {
  readonly loaded: LoadedCase;
  readonly ui: Ui;
  readonly words: DocumentWords;
}

/**
 * The sheet of the grant's calculation: of each line its number, unit, sum, source and since when the source holds,
 * as they were recorded; then the settlement, once there is one. `undefined` before anything was worked out.
 */
export function calculationPaper(writing: Writing): Paper | undefined {
  const { loaded, ui, words } = writing;
  const { language } = ui;
  const calculated = calculationsOf(loaded.file);
  const latest = calculated.map(({ at }) => at).toSorted();
  const asOf = latest.at(-1);
  if (asOf === undefined) return undefined;
  const code = codeOf(loaded.head.pk);
  return {
    language,
    title: words.say("sheet.title"),
    caption: callTitle(loaded, language),
    asOf,
    foot: words.say("sheet.foot", { code }),
    pageOf: (page, pages) => words.say("page", { page, pages }),
    blocks: [
      {
        kind: "facts",
        rows: [
          {
            label: words.say("sheet.applicant"),
            value: loaded.process.people("applicant", loaded.file)?.name ?? "–",
          },
          { label: words.say("sheet.code"), value: code },
        ],
      },
      ...calculated.flatMap((sheet) => calculationBlocks(sheet, writing)),
    ],
  };
}

/** One calculation under its own heading. */
export function calculationBlocks(sheet: Calculation, writing: Writing): readonly Block[] {
  const { ui, words } = writing;
  const { language } = ui;
  const money = (cents: number) => printAmount(cents, language);
  const title = sheet.of === "grant" ? "money.grant" : "money.settlement";
  return [
    { kind: "heading", text: ui.say(title) },
    {
      kind: "facts",
      rows: [
        { label: words.say("sheet.calculated"), value: printTime(sheet.at, language) },
        ...(sheet.km === undefined
          ? []
          : [{ label: words.say("sheet.distance"), value: ui.say("money.kilometres", { km: sheet.km }) }]),
      ],
    },
    {
      kind: "table",
      summary: words.say("sheet.summary"),
      columns: [
        { label: words.say("sheet.line"), share: 22 },
        { label: words.say("sheet.source"), share: 36 },
        { label: ui.say("money.count"), share: 11, isNumeric: true },
        { label: ui.say("money.unit"), share: 16, isNumeric: true },
        { label: ui.say("money.sum"), share: 16, isNumeric: true },
      ],
      rows: sheet.lines.map((line) => [
        ui.say(`money.line.${line.label}`),
        sourceOf(line.source, writing),
        String(line.count),
        money(line.unitCents),
        money(line.sumCents),
      ]),
      totals: sheet.results.map(({ name, cents }) => ({
        label: ui.say(`money.${name}`),
        value: money(cents),
      })),
    },
  ];
}

const opened = z.object({ opensAt: z.string() });

/** Where a unit comes from, and since when that holds. */
function sourceOf(source: string, { loaded, ui, words }: Writing): string {
  const { language } = ui;
  const { file } = loaded;
  const day = (instant: string) => printDay(localDay(Temporal.Instant.from(instant)), language);
  switch (source) {
    case "call":
      return words.say("sheet.source.call", {
        call: callTitle(loaded, language),
        day: day(opened.parse(file.call).opensAt),
      });
    case "agreement": {
      const agreed = calculationsOf(file).find(({ of }) => of === "grant");
      return words.say("sheet.source.agreement", { day: day(agreed?.at ?? file.submittedAt) });
    }
    case "group":
      return words.say("sheet.source.group");
    case "stated":
      return words.say("sheet.source.stated", {
        day: day(file.interruptions.at(-1)?.at ?? file.submittedAt),
      });
    default: {
      const rates = travelRates.find((known) => known.source === source);
      return rates
        ? words.say("sheet.source.published", {
            source: sourceIn(source, language),
            day: printDay(rates.effectiveFrom, language),
          })
        : source;
    }
  }
}
