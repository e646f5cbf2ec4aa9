import type { OpenData } from "../kernel/open-data.ts";
import type { callOf } from "./call.ts";
import { type Published, printMean } from "./results.ts";

const columns: OpenData["columns"] = [
  { name: "level", title: { lt: "Lygmuo", en: "Level" }, datatype: "string" },
  {
    name: "name",
    title: { lt: "Šalis, savivaldybė arba mokyklos kodas", en: "Country, municipality or school’s code" },
    datatype: "string",
  },
  { name: "group", title: { lt: "Grupė", en: "Group" }, datatype: "string" },
  { name: "item", title: { lt: "Teiginys", en: "Item" }, datatype: "string" },
  { name: "n", title: { lt: "Atsakiusiųjų skaičius", en: "Number of answers" }, datatype: "integer" },
  { name: "mean", title: { lt: "Vidurkis", en: "Mean" }, datatype: "decimal" },
  {
    name: "agree",
    title: { lt: "Pritariančiųjų dalis procentais", en: "Share of those who agree, in per cent" },
    datatype: "integer",
  },
  {
    name: "hidden",
    title: { lt: "Ar skaičiai slepiami", en: "Are the figures hidden" },
    datatype: "boolean",
  },
];

/** The cells of a row, in the order of the columns; what is hidden or missing is blank. */
export const cellsOf = ({ level, name, group, item, n, mean, agree, hidden }: Published) =>
  [
    level,
    name,
    group,
    item,
    n,
    mean === undefined ? undefined : printMean(mean),
    agree,
    hidden ? "yes" : "no",
  ] as const;

/** The columns of the files. */
export const columnNames: readonly string[] = columns.map(({ name }) => name);

/** What a campaign publishes for everybody. */
export const openDataOf = (
  {
    title,
    licence,
    instrument: { id, version },
    least,
  }: Pick<ReturnType<typeof callOf>, "title" | "licence" | "instrument" | "least">,
  results: readonly Published[],
): OpenData => ({
  title,
  licence,
  instrument: { id, version },
  columns,
  least,
  rows: results.map((one) => cellsOf(one).map((cell) => cell ?? null)),
});
