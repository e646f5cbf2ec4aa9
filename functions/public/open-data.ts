import { processOf } from "../../workflows/catalogue.ts";
import { type OpenColumn, type OpenData, openData, openDataName } from "../../workflows/kernel/open-data.ts";
import { allCalls } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { recordItem } from "../store/items.ts";
import { documentKey, idOf, refOfCall } from "../store/keys.ts";

/** What a call has published for everybody; `undefined` before it did. */
export async function openDataOf(
  { table, documents }: Pick<House, "table" | "documents">,
  callId: string,
): Promise<OpenData | undefined> {
  const ref = refOfCall(callId);
  const records = (await table.query(ref, "record#")).map((item) => recordItem.parse(item));
  // Nobody asks for what no record names: a bucket that nobody may list refuses it.
  if (!records.some(({ document }) => document === openDataName)) return undefined;
  const kept = await documents.read(documentKey(ref, openDataName));
  return kept && openData.parse(JSON.parse(Buffer.from(kept.body).toString("utf8")));
}

/** The calls that have published figures, by their identifier. */
export async function everyOpenData(
  house: Pick<House, "table" | "documents">,
): Promise<readonly { readonly id: string; readonly data: OpenData }[]> {
  const found: { id: string; data: OpenData }[] = [];
  for (const { pk, data: call = {} } of await allCalls(house)) {
    const { anonymous } = await processOf(String(call.applicationProcess));
    const data = anonymous && anonymous.of !== "case" ? await openDataOf(house, idOf(pk)) : undefined;
    if (data) found.push({ id: idOf(pk), data });
  }
  return found;
}

/** Its rows as programs read them, each by its columns; what is blank is left out. */
export const rowsOf = ({
  columns,
  rows,
}: {
  readonly columns: readonly OpenColumn[];
  readonly rows: readonly (readonly OpenData["rows"][number][number][])[];
}): readonly Readonly<Record<string, unknown>>[] =>
  rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ name }, at) => (row[at] === null || row[at] === undefined ? [] : [[name, row[at]]])),
    ),
  );

/**
 * The dictionary of its file: which columns there are and what they mean [W3C Recommendation 2015-12-17, "Metadata Vocabulary for
 * Tabular Data"].
 */
export const dictionaryOf = (
  {
    title,
    licence,
    source,
    columns,
    least,
    keys,
  }: Pick<OpenData, "title" | "licence" | "least"> & {
    readonly columns: readonly OpenColumn[];
    readonly source: string;
    /** So many of the columns tell a row from the others. */
    readonly keys: number;
  },
  { file, licenceUrl }: { readonly file: string; readonly licenceUrl: string },
) => ({
  "@context": ["http://www.w3.org/ns/csvw", { "@language": "lt" }],
  url: file,
  "dc:title": { lt: title.lt, en: title.en },
  "dc:license": { "@id": licenceUrl },
  "dc:rights": licence,
  "dc:source": source,
  "dc:description": {
    lt: `Kur atsakė mažiau kaip ${least}, skaičiai slepiami, o kartu su jais ir tie, iš kurių paslėptuosius būtų galima apskaičiuoti.`,
    en: `Where fewer than ${least} answered, figures are hidden, and with them those from which hidden ones could be worked out.`,
  },
  dialect: { header: true, encoding: "utf-8", delimiter: "," },
  tableSchema: {
    columns: columns.map(({ name, title: titles, datatype }) => ({
      name,
      titles: { lt: titles.lt, en: titles.en },
      datatype: datatype === "boolean" ? { base: datatype, format: "yes|no" } : datatype,
      required: false,
      null: "",
    })),
    primaryKey: columns.slice(0, keys).map(({ name }) => name),
  },
});
