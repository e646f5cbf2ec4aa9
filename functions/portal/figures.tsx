import { printAmount } from "../../workflows/kernel/facts/print.ts";
import { licences } from "../../workflows/kernel/open.ts";
import { paths } from "../addresses/paths.ts";
import { compare, comparedPlaces } from "../compared/figures.ts";
import { spreadsheetOf } from "../documents/spreadsheet.ts";
import { namesOfForms } from "../monitoring/names.ts";
import {
  figuresLicence as licence,
  type OpenTable,
  openTableNames,
  openTables,
} from "../monitoring/open-tables.ts";
import { dictionaryOf } from "../public/open-data.ts";
import { csv, json } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ComparedForms } from "../web/parts/compared-forms.tsx";
import { DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { LicenceLink } from "./parts/licence.tsx";

const dictionaryEnding = "-metadata.json";

/** The programme's figures for everybody: forms compared, people and money, with files and what their columns mean. */
export const showFigures: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui, language } = view;
  const [tables, names] = await Promise.all([openTables(house), namesOfForms(language)]);
  const compared = compare(await comparedPlaces(house), [...names.keys()]);
  const title = ui.say("figures.title");
  return page(view, {
    title,
    back: "/",
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("figures.about")}</p>
        <ComparedForms compared={compared} nameOf={(form) => names.get(form) ?? form} view={view} />
        {openTableNames
          .filter((name) => name !== "comparison")
          .map((name) => (
            <Figures table={tables[name]} view={view} key={name} />
          ))}
        <h2 class="govuk-heading-m">{ui.say("figures.files")}</h2>
        <ul class="govuk-list">
          {openTableNames.map((name) => (
            <li key={name}>
              {tables[name].title[language]}:{" "}
              <a class="govuk-link" href={paths.programmeFile(`${name}.csv`)}>
                CSV<span class="govuk-visually-hidden"> {tables[name].title[language]}</span>
              </a>
              ,{" "}
              <a class="govuk-link" href={paths.programmeFile(`${name}.xlsx`)}>
                XLSX<span class="govuk-visually-hidden"> {tables[name].title[language]}</span>
              </a>
              ,{" "}
              <a class="govuk-link" href={paths.programmeFile(`${name}.csv${dictionaryEnding}`)}>
                {ui.say("openData.dictionary")}
                <span class="govuk-visually-hidden"> {tables[name].title[language]}</span>
              </a>
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          {ui.say("library.licence")}: <LicenceLink name={licence} />
        </p>
      </>
    ),
  });
};

/** A table as it is in its file, in the reader's language: without the names of forms in the other one. */
function Figures({
  table: { title, columns, rows },
  view: { ui, language },
}: {
  readonly table: OpenTable;
  readonly view: View;
}) {
  const other = language === "lt" ? "name_en" : "name_lt";
  const isNamed = columns.some(({ name }) => name === other);
  const shown = [...columns.entries()].filter(
    ([, { name }]) => name !== other && name !== "hidden" && !(isNamed && name === columns[0]?.name),
  );
  const isHidden = (row: OpenTable["rows"][number]) => row.at(-1) === true;
  return (
    <DataTable
      caption={title[language]}
      stacks
      columns={shown.map(([, column]) => ({
        label: column.name.startsWith("name_")
          ? ui.say(columns[0]?.name === "form" ? "monitoring.form" : "monitoring.measure")
          : headed(column.title[language], language),
        isNumeric: column.datatype !== "string",
      }))}
    >
      <Rows>
        {rows.map((row) => (
          <tr class="govuk-table__row" key={String(row[0])}>
            {shown.map(([index, column]) =>
              column.datatype === "string" ? (
                <th scope="row" class="govuk-table__header" key={column.name}>
                  {row[index]}
                </th>
              ) : (
                <td
                  class="govuk-table__cell govuk-table__cell--numeric"
                  data-label={headed(column.title[language], language)}
                  key={column.name}
                >
                  {row[index] === null
                    ? isHidden(row) && column.name !== "planned"
                      ? ui.say("compared.hidden")
                      : "–"
                    : printed(column.name, String(row[index]), language)}
                </td>
              ),
            )}
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** A dictionary tells what a column means in the middle of a sentence; a heading begins one. */
const headed = (title: string, language: View["language"]): string =>
  title.slice(0, 1).toLocaleUpperCase(language) + title.slice(1);

/** Sums of money as people write them. */
const printed = (column: string, cell: string, language: View["language"]): string =>
  column.endsWith("_eur") ? printAmount(Math.round(Number(cell) * 100), language) : cell;

/** A file of them: a table as CSV, or what its columns mean, as CSV on the Web says. */
export const giveFigures: Work = async ({ house, request, at }: Visit) => {
  const file = at("file");
  const isDictionary = file.endsWith(dictionaryEnding);
  const [wanted = "", kind] = (isDictionary ? file.slice(0, -dictionaryEnding.length) : file).split(".");
  const name = openTableNames.find((one) => one === wanted);
  if (name === undefined || (kind !== "csv" && kind !== "xlsx") || (isDictionary && kind !== "csv"))
    return refusalPage(request, notFound);
  const { title, columns, rows, keys } = (await openTables(house))[name];
  if (isDictionary)
    return json(
      200,
      dictionaryOf(
        { title, licence, columns, keys, least: 5, source: house.config.portalUrl },
        { file: `${name}.csv`, licenceUrl: licences[licence] },
      ),
      { "content-type": "application/csvm+json; charset=utf-8" },
    );
  const header = columns.map((column) => column.name);
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "boolean" ? (cell ? "yes" : "no") : (cell ?? ""))),
  );
  return kind === "csv"
    ? csv(`${name}.csv`, spreadsheetOf(header, cells))
    : fileOf("xlsx", { name, title: title.lt, header, rows: cells });
};
