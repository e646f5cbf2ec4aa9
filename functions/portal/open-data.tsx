import { licences } from "../../workflows/kernel/open.ts";
import { type OpenData, openDataFile } from "../../workflows/kernel/open-data.ts";
import { paths } from "../addresses/paths.ts";
import { spreadsheetOf } from "../documents/spreadsheet.ts";
import { dictionaryOf, everyOpenData, openDataOf } from "../public/open-data.ts";
import { csv, json } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { LinkList } from "../web/parts/links.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { columnsIn, DataTable, Rows } from "../web/parts/table.tsx";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { LicenceLink } from "./parts/licence.tsx";

const given = ({ house, at }: Visit): Promise<OpenData | undefined> => openDataOf(house, at("id"));

/** What calls have published for everybody, with the way to each. */
export const showAllOpenData: Work = async ({ house, request }) => {
  const all = await everyOpenData(house);
  const view = await viewOf(request);
  const { ui, language } = view;
  return page(view, {
    title: ui.say("openData.title"),
    back: paths.registers(),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("openData.title")}</h1>
        <p class="govuk-body">{ui.say("openData.about")}</p>
        {all.length === 0 ? <p class="govuk-body">{ui.say("openData.none")}</p> : null}
        <LinkList
          links={all.map(({ id, data }) => ({ href: paths.openData(id), label: data.title[language] }))}
        />
      </>
    ),
  });
};

/** What a call has published for everybody: by what it was measured, under which licence, and the files. */
export const showOpenData: Work = async (visit) => {
  const data = await given(visit);
  if (!data) return refusalPage(visit.request, notFound);
  const view = await viewOf(visit.request);
  const { ui, language } = view;
  const id = visit.at("id");
  const title = data.title[language];
  const files = [
    [paths.openDataFile(id), "openData.csv"],
    [paths.openDataDictionary(id), "openData.dictionary"],
    [paths.apiOpenData(id), "openData.api"],
  ] as const;
  return page(view, {
    title,
    back: paths.allOpenData(),
    body: (
      <>
        <span class="govuk-caption-l">{ui.say("openData.title")}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("openData.hidden", { least: data.least })}</p>
        <SummaryList
          rows={[
            {
              label: ui.say("openData.instrument"),
              value: `${data.instrument.id}, ${data.instrument.version}`,
            },
            { label: ui.say("library.licence"), value: <LicenceLink name={data.licence} /> },
          ]}
        />
        <DataTable
          caption={ui.say("openData.columns")}
          columns={columnsIn(ui, "openData.column", "openData.means")}
        >
          <Rows>
            {data.columns.map(({ name, title: means }) => (
              <tr class="govuk-table__row" key={name}>
                <th scope="row" class="govuk-table__header">
                  {name}
                </th>
                <td class="govuk-table__cell">{means[language]}</td>
              </tr>
            ))}
          </Rows>
        </DataTable>
        <ul class="govuk-list">
          {files.map(([href, label]) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {ui.say(label)}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
};

export const giveOpenData: Work = async (visit) => {
  const data = await given(visit);
  if (!data) return refusalPage(visit.request, notFound);
  const rows = data.rows.map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell : String(cell ?? ""))),
  );
  return csv(
    openDataFile,
    spreadsheetOf(
      data.columns.map(({ name }) => name),
      rows,
    ),
  );
};

export const giveDictionary: Work = async (visit) => {
  const data = await given(visit);
  if (!data) return refusalPage(visit.request, notFound);
  const { id, version } = data.instrument;
  // A figure is of a level, a name, a group and an item [processes, rule 9.2].
  const said = { ...data, source: `${id}, ${version}`, keys: 4 };
  return json(200, dictionaryOf(said, { file: openDataFile, licenceUrl: licences[data.licence] }), {
    "content-type": "application/csvm+json; charset=utf-8",
  });
};
