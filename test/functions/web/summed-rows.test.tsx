import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Asked } from "../../../functions/reading/asked.ts";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { printedAnswer } from "../../../functions/reading/printed.ts";
import { sentenceOf } from "../../../functions/reading/sentences.ts";
import { tableOfSummed } from "../../../functions/reading/summed.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { FieldInputs } from "../../../functions/web/parts/form.tsx";
import { formWith } from "../../../workflows/kernel/given.ts";
import { parseAnswer } from "../../../workflows/kernel/parse.ts";
import { call, initiative } from "../../workflows/kernel/school-budget.ts";

const words = messagesOf<Readonly<Record<string, string>>>(
  {
    "application.strand.label": "Kryptis",
    "application.lines.label": "Sąmata",
    "application.lines.category.label": "Kategorija",
    "application.lines.category.staff": "Darbas",
    "application.lines.category.equipment": "Įranga",
    "application.lines.category.events": "Renginiai",
    "application.lines.what.label": "Kam",
    "application.lines.cents.label": "Suma",
    "application.own.label": "Nuosavos lėšos",
    "problem.coFunding": "„{label}“: reikia bent {percent, number} % visų lėšų.",
  },
  "lt",
);
const form = formWith(initiative, {
  lists: { strands: ["parents"] },
  limits: { lines: { total: 500_000, shares: call.ceilings } },
});

async function asking(values: Asked["values"]): Promise<Asked> {
  const parsed = parseAnswer(form, values);
  const errors = parsed.outcome === "invalid" ? parsed.errors : [];
  return { form, words, ui: await uiIn("lt"), values, errors };
}
/** What a page shows, without its marks; blanks that do not break are blanks. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

const lines = "staff; Vadovas; 700\nequipment; Knygos; 300,50\nevents; Salė; daug";

describe("rows with sums, on a page without scripts", () => {
  it("come with what they come to so far, by group, beside what a group may have, and a button that counts again", async () => {
    const asked = await asking({ strand: "parents", lines, own: "" });
    const html = renderToString(h(FieldInputs, { asked, names: ["lines"] }));
    expect(textOf(html)).toContain(
      "Iš viso: „Sąmata“ Kategorija Suma Dalis Ne daugiau kaip Darbas 700,00 Eur 69,9 % –",
    );
    expect(textOf(html)).toContain("Įranga 300,50 Eur 30 % 30 %");
    expect(textOf(html)).toContain("Iš viso 1 000,50 Eur");
    expect(textOf(html)).toContain("Iš viso ne daugiau kaip 5 000,00 Eur.");
    expect(html).toMatch(/<button[^>]*name="more"[^>]*value="lines"[^>]*>Perskaičiuoti/);
  });

  it("show amounts that a program said as euros, which are read back as the same", async () => {
    const said = [{ category: "staff", what: "Vadovas", cents: 70_005 }];
    const asked = await asking({ strand: "parents", lines: said, own: 10_000 });
    const html = renderToString(h(FieldInputs, { asked, names: ["lines", "own"] }));
    expect(html).toContain("Darbas; Vadovas; 700,05");
    expect(html).toContain('value="100,00"');
  });

  it("say in words what is too much", async () => {
    const asked = await asking({
      strand: "parents",
      lines: "staff; V; 4000\nequipment; K; 2000",
      own: "900",
    });
    expect(asked.errors.map((error) => sentenceOf(error, asked).replaceAll("\u00a0", " "))).toEqual([
      "„Sąmata“: iš viso gali būti ne daugiau kaip 5 000,00 Eur.",
      "„Sąmata“: „Įranga“ gali būti ne daugiau kaip 30 % visos sumos.",
    ]);
  });

  it("say by the process's own words what its own rule refuses", async () => {
    const asked = await asking({});
    const error = { field: "own", problem: "own.coFunding" as const, with: { percent: 10 } };
    expect(sentenceOf(error, asked)).toBe("„Nuosavos lėšos“: reikia bent 10 % visų lėšų.");
  });
});

it("stand in a workbook with the same sums and shares, beside what each group may have", async () => {
  const rows = [
    { category: "staff", what: "=Vadovas", cents: 70_000 },
    { category: "equipment", what: "Knygos", cents: 30_050 },
  ];
  const printing = { words, ui: await uiIn("lt") };
  const { header, rows: table } = tableOfSummed({ form, name: "lines", value: rows }, printing);
  expect([header, ...table]).toEqual([
    ["Eilutė", "Kategorija", "Kam", "Suma", "Dalis, %", "Ne daugiau kaip, %"],
    [1, "Darbas", "=Vadovas", { cents: 70_000 }, "", ""],
    [2, "Įranga", "Knygos", { cents: 30_050 }, "", ""],
    ["Darbas", "", "", { cents: 70_000 }, 69.9, ""],
    ["Įranga", "", "", { cents: 30_050 }, 30, 30],
    ["Iš viso", "", "", { cents: 100_050 }, "", ""],
  ]);
});

it("papers and pages that print an answer print its rows and what they come to", async () => {
  const rows = [
    { category: "staff", what: "Vadovas", cents: 70_000 },
    { category: "equipment", what: "Knygos", cents: 30_000 },
  ];
  const printing = { form, words, ui: await uiIn("lt") };
  expect(printedAnswer(printing, "lines", rows).map((line) => line.replaceAll("\u00a0", " "))).toEqual([
    "Darbas; Vadovas; 700,00 Eur",
    "Įranga; Knygos; 300,00 Eur",
    "Iš viso: Suma: 1 000,00 Eur",
    "Darbas: 700,00 Eur (70 %)",
    "Įranga: 300,00 Eur (30 %)",
  ]);
});
