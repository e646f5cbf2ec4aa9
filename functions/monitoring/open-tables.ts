import { comparedQuestions, leastCompared } from "../../workflows/kernel/comparing.ts";
import type { OpenColumn } from "../../workflows/kernel/open-data.ts";
import { withoutSmall } from "../../workflows/kernel/small-counts.ts";
import { allCalls } from "../calls/calls.ts";
import { compare, comparedPlaces } from "../compared/figures.ts";
import type { House } from "../house.ts";
import { namesOfForms } from "./names.ts";
import { monitor, type Programme, type SpentBy, sumOf } from "./programme.ts";

type Cell = string | number | boolean | null;

/** A table of the programme's figures that everybody may have, with what its columns mean. */
export interface OpenTable {
  readonly name: string;
  readonly title: Readonly<Record<"lt" | "en", string>>;
  readonly columns: readonly OpenColumn[];
  /** So many columns tell a row from the others. */
  readonly keys: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** Under which everybody may use them. */
export const figuresLicence = "CC-BY-4.0";

/** The tables, by the names of their files. */
export const openTableNames = [
  "participants",
  "measures",
  "comparison",
  "money-by-form",
  "money-by-year",
] as const;
export type OpenTableName = (typeof openTableNames)[number];

const text = (name: string, lt: string, en: string): OpenColumn => ({
  name,
  title: { lt, en },
  datatype: "string",
});
const whole = (name: string, lt: string, en: string): OpenColumn => ({
  name,
  title: { lt, en },
  datatype: "integer",
});
const decimal = (name: string, lt: string, en: string): OpenColumn => ({
  name,
  title: { lt, en },
  datatype: "decimal",
});
const hidden: OpenColumn = {
  name: "hidden",
  title: {
    lt: "paslėpta, nes žmonių mažiau kaip penki",
    en: "hidden, because there are fewer than five people",
  },
  datatype: "boolean",
};
const form = text("form", "forma", "form");
const named = [
  text("name_lt", "formos pavadinimas lietuviškai", "name of the form in Lithuanian"),
  text("name_en", "formos pavadinimas angliškai", "name of the form in English"),
];
const money = [
  decimal("promised_eur", "pažadėta, eurais", "promised, EUR"),
  decimal("paid_eur", "išmokėta, eurais", "paid, EUR"),
  decimal("recovered_eur", "susigrąžinta, eurais", "recovered, EUR"),
  hidden,
];

const isFew = (count: number): boolean => count > 0 && count < leastCompared;
const euros = (cents: number): string => (cents / 100).toFixed(2);

/**
 * What was spent by each, in their order. Of few cases nothing is told; and since forms and years come to the same sum, never of one
 * alone.
 */
function spentOf(all: readonly Omit<SpentBy, "key">[]): readonly (readonly Cell[])[] {
  const shown = withoutSmall(all.map(({ cases }) => cases));
  return all.map(({ promised, paid, recovered }, index) =>
    shown[index] === undefined
      ? [null, null, null, true]
      : [euros(promised), euros(paid), euros(recovered), false],
  );
}

const measuresOpen = ({ calls, achieved, later }: Programme) => [
  {
    key: "rural",
    lt: "Baigusieji iš kaimo mokyklų",
    en: "Have gone through, of rural schools",
    count: sumOf(calls, ({ rural }) => rural),
    of: sumOf(calls, ({ placed }) => placed),
  },
  {
    key: "rose",
    lt: "Kur mokinių pasiekimai pakilo",
    en: "Where pupils’ achievement rose",
    count: achieved.rose,
    of: achieved.cases,
  },
  {
    key: "used",
    lt: "Kur po metų rezultatai naudojami",
    en: "Where results are used a year later",
    count: later.used,
    of: later.asked,
  },
];

/** The programme's figures for everybody, over all of its calls: no small counts, and no totals from which they would follow. */
export async function openTables(
  house: Pick<House, "table" | "clock">,
): Promise<Readonly<Record<OpenTableName, OpenTable>>> {
  const [heads, lt, en] = await Promise.all([allCalls(house), namesOfForms("lt"), namesOfForms("en")]);
  const programme = await monitor(house, heads);
  const { forms, years } = programme;
  const compared = compare(await comparedPlaces(house), [...lt.keys()]);
  const [byForm, byYear] = [spentOf(forms), spentOf(years)];
  const names = (id: string): readonly Cell[] => [lt.get(id) ?? id, en.get(id) ?? id];
  return {
    participants: {
      name: "participants",
      title: { lt: "Dalyviai pagal formą", en: "Participants by form" },
      columns: [
        form,
        ...named,
        whole("finished", "baigė", "have gone through"),
        whole("going", "dar dalyvauja", "are on their way"),
        whole("planned", "planuota", "planned"),
        hidden,
      ],
      keys: 1,
      rows: forms.map(({ form: id, finished, going, planned }) => [
        id,
        ...names(id),
        isFew(finished) ? null : finished,
        isFew(going) ? null : going,
        planned ?? null,
        isFew(finished) || isFew(going),
      ]),
    },
    measures: {
      name: "measures",
      title: { lt: "Tikslo rodikliai", en: "Measures of the objective" },
      columns: [
        text(
          "measure",
          "rodiklis: rural – baigusieji iš kaimo mokyklų, rose – kur mokinių pasiekimai pakilo, used – kur po metų rezultatai naudojami",
          "measure: rural – have gone through, of rural schools; rose – pupils’ achievement rose; used – results are used a year later",
        ),
        text("name_lt", "rodiklio pavadinimas lietuviškai", "name of the measure in Lithuanian"),
        text("name_en", "rodiklio pavadinimas angliškai", "name of the measure in English"),
        whole("count", "kiek", "how many"),
        whole("of", "iš kiek, apie kuriuos žinoma", "of how many of which it is known"),
        hidden,
      ],
      keys: 1,
      rows: measuresOpen(programme).map(({ key, lt: inLithuanian, en: inEnglish, count, of }) => {
        // What is not counted follows from the two, so it may not be of few either.
        const isHidden = isFew(count) || isFew(of - count) || isFew(of);
        return [key, inLithuanian, inEnglish, ...(isHidden ? [null, null] : [count, of]), isHidden];
      }),
    },
    comparison: {
      name: "comparison",
      title: { lt: "Formų palyginimas pagal tris klausimus", en: "Forms compared by three questions" },
      columns: [
        form,
        text(
          "moment",
          "kada klausta: end – baigus, later – po mėnesių",
          "when it was asked: end, or later, after months",
        ),
        text(
          "question",
          "klausimas: useful – ar naudinga, applied – ar taikoma pamokose, recommended – ar rekomenduotų",
          "question: useful, applied in lessons, recommended to colleagues",
        ),
        ...named,
        whole("n", "kiek atsakė", "how many answered"),
        decimal("mean", "vidurkis nuo 1 iki 4", "mean, from 1 to 4"),
        whole("agree", "kiek procentų atsakė 3 arba 4", "per cent who answered 3 or 4"),
        hidden,
      ],
      keys: 3,
      rows: compared.flatMap(({ form: id, moment, figures }) =>
        comparedQuestions.map((question) => {
          const figure = figures[question];
          return [
            ...[id, moment, question, ...names(id)],
            ...(figure.hidden
              ? [null, null, null, true]
              : [figure.n, figure.mean ?? null, figure.agree ?? null, false]),
          ];
        }),
      ),
    },
    "money-by-form": {
      name: "money-by-form",
      title: { lt: "Lėšos pagal formą", en: "Money by form" },
      columns: [form, ...named, ...money],
      keys: 1,
      rows: forms.map(({ form: id }, index) => [id, ...names(id), ...(byForm[index] ?? [])]),
    },
    "money-by-year": {
      name: "money-by-year",
      title: { lt: "Lėšos pagal metus", en: "Money by year" },
      columns: [text("year", "metai", "year"), ...money],
      keys: 1,
      rows: years.map(({ key }, index) => [key, ...(byYear[index] ?? [])]),
    },
  };
}
