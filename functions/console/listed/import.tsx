import { paths } from "../../addresses/paths.ts";
import { type CellFault, type ImportRead, readPeople, rowForm } from "../../people/import.ts";
import { merged, type TypedPerson } from "../../people/lists.ts";
import { readTable, readText, type TableRead } from "../../people/table-read.ts";
import { optionsOf } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { redirect } from "../../web/answers.ts";
import { refusalPage } from "../../web/faults.tsx";
import { readFormData } from "../../web/form-data.ts";
import { page } from "../../web/page.ts";
import { PostForm, SubmitButton } from "../../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import { type Fault, Faults, TextBox } from "../../web/parts/text-box.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import { textIn } from "../../web/posts.ts";
import { seenVersion, versionIn } from "../making/draft-page.tsx";
import { wordingsOfForm } from "../making/guard.ts";
import { changeList, type ListVisit, labelOfColumn, ofList, sentencesOf } from "./listed.ts";

/** So many faults are told at once: whoever mends these sends it again. */
const mostFaults = 50;

/** Room for a table of people: a file, or what a spreadsheet copies. */
export const showImport = ofList((visit) => ask(visit, {}));

/** Reads a table and shows what would come of it; said once more, it is taken. */
export const takeImport = ofList(async (visit) => {
  const { request, list, view, at } = visit;
  const { ui } = view;
  const sent = await readFormData(request);
  if (sent.outcome === "refused") return refusalPage(request, sent.refusal);
  const { post, file } = sent.value;
  const text = textIn(post, "text");
  const table = file && file.length > 0 ? readTable(file) : readText(text);
  if (table.outcome !== "read") return ask(visit, { text, fault: sentenceOfTable(table, visit) });
  const read = readPeople(table.rows, list, await calledIn(visit));
  if (read.outcome !== "read") return refuse(visit, read, text);
  const { people, added, changed } = merged(list.people, read.people);
  const version = versionIn(post);
  const reason = textIn(post, "reason");
  const shown = { read: read.people, added, changed, reason };
  if (post.get("do")?.[0] !== "take") return preview(visit, shown);
  if (reason === "" || reason.length > 1000)
    return preview(visit, { ...shown, fault: ui.say("listed.import.reason") });
  const done = await changeList(visit, { people, reason, version });
  switch (done.outcome) {
    case "changed":
      return redirect(`${paths.peopleOfCall(at("id"))}#${list.name}`);
    case "nothing":
      return preview(visit, { ...shown, warning: ui.say("callChange.nothing") });
    case "conflict":
      return preview(visit, { ...shown, warning: ui.say("listed.conflict") });
    case "invalid":
      return preview(visit, { ...shown, warning: sentencesOf(visit, done.errors, view) });
  }
});

/** How columns and their options are called, in either language. */
async function calledIn({ call, list }: ListVisit) {
  const wordings = await wordingsOfForm(call.callForm);
  const form = rowForm(list.name, list.columns);
  return {
    labelsOf: (column: string) =>
      wordings.flatMap(({ words }) => words.maybe(`callForm.${list.name}.${column}.label`) ?? []),
    optionOf: (column: string, said: string): string => {
      const field = list.columns[column];
      if (!field?.options || said === "") return said;
      const options = wordings.flatMap((wording) => optionsOf({ form, ...wording }, column, field));
      return (
        options.find(({ value, label }) =>
          [value, label].some((known) => known.toLowerCase() === said.toLowerCase()),
        )?.value ?? said
      );
    },
  };
}

function sentenceOfTable(
  table: Exclude<TableRead, { outcome: "read" }>,
  { view: { ui } }: ListVisit,
): string {
  return ui.say(`listed.table.${table.outcome}`, { line: table.line ?? 0 });
}

function refuse(visit: ListVisit, read: Exclude<ImportRead, { outcome: "read" }>, text: string) {
  const { view, list, words } = visit;
  const { ui } = view;
  if (read.outcome === "faults") return ask(visit, { text, faults: read.faults });
  const names =
    "names" in read
      ? read.names
      : "columns" in read
        ? read.columns.map((one) => labelOfColumn(words, list, one))
        : [];
  const said = {
    line: "line" in read ? read.line : 0,
    count: "count" in read ? read.count : 0,
    most: list.max,
    columns: Object.keys(list.columns).length,
    names: names.map((name) => quoted(name, ui.language)).join(", "),
    known: Object.keys(list.columns)
      .map((column) => quoted(labelOfColumn(words, list, column), ui.language))
      .join(", "),
  };
  return ask(visit, { text, fault: ui.say(`listed.table.${read.outcome}`, said) });
}

const quoted = (name: string, language: "lt" | "en"): string =>
  language === "lt" ? `„${name}“` : `“${name}”`;

interface Asking {
  readonly text?: string;
  readonly fault?: string;
  readonly faults?: readonly CellFault[];
}

function ask(visit: ListVisit, { text = "", fault, faults = [] }: Asking) {
  const { view, list, at, title, callTitle, words } = visit;
  const { ui } = view;
  const own: readonly Fault[] = fault === undefined ? [] : [{ name: "text", text: fault }];
  const columns = Object.entries(list.columns).map(([column, { optional }]) => {
    const label = labelOfColumn(words, list, column);
    return optional ? ui.say("optional", { label }) : label;
  });
  return page(view, {
    title: `${title}. ${ui.say("listed.import")}`,
    back: paths.peopleOfCall(at("id")),
    wide: true,
    hasErrors: own.length + faults.length > 0,
    status: own.length + faults.length > 0 ? 422 : 200,
    body: (
      <>
        <Faults faults={own} view={view} />
        {faults.length === 0 ? null : (
          <Warning view={view} text={ui.say("listed.faults", { count: faults.length })} />
        )}
        <span class="govuk-caption-l">{`${callTitle}. ${title}`}</span>
        <h1 class="govuk-heading-l">{ui.say("listed.import")}</h1>
        {faults.length === 0 ? null : <FaultTable faults={faults} visit={visit} />}
        <p class="govuk-body">{ui.say("listed.import.lead", { most: list.max })}</p>
        <p class="govuk-body">{ui.say("listed.import.columns")}</p>
        <ol class="govuk-list govuk-list--number">
          {columns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ol>
        <form
          method="post"
          action={paths.importPeople(at("id"), list.name)}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name={seenVersion} value={visit.call.head.changed ?? 0} />
          <div class="govuk-form-group">
            <label class="govuk-label" for="file">
              {ui.say("listed.import.file")}
            </label>
            <input
              class="govuk-file-upload"
              id="file"
              name="file"
              type="file"
              accept=".csv,.txt,.tsv,.xlsx"
            />
          </div>
          <TextBox
            ui={ui}
            name="text"
            label={ui.say("listed.import.text")}
            hint={ui.say("listed.import.text.hint")}
            value={text}
            rows={8}
            faults={own}
          />
          <SubmitButton label={ui.say("listed.import.preview")} />
        </form>
      </>
    ),
  });
}

function FaultTable({ faults, visit }: { readonly faults: readonly CellFault[]; readonly visit: ListVisit }) {
  const { view, list, words } = visit;
  const { ui } = view;
  const form = rowForm(list.name, list.columns);
  const said = ({ fault, column }: CellFault): string =>
    typeof fault === "string"
      ? ui.say(`listed.fault.${fault}`)
      : sentenceOf(fault, {
          form,
          words: {
            ...words,
            say: (key, parameters) =>
              key.endsWith(`.${column}.label`)
                ? labelOfColumn(words, list, column)
                : words.say(key, parameters),
          },
          ui,
          values: {},
          errors: [fault],
        });
  return (
    <DataTable
      caption={ui.say("listed.faults.title")}
      stacks
      columns={columnsIn(ui, "listed.line", "listed.column", "listed.value", "listed.expected")}
    >
      <Rows>
        {faults.slice(0, mostFaults).map((one, index) => (
          <tr class="govuk-table__row" key={`${one.line} ${one.column} ${index}`}>
            <th scope="row" class="govuk-table__header">
              {one.line}
            </th>
            <td class="govuk-table__cell" data-label={ui.say("listed.column")}>
              {labelOfColumn(words, list, one.column)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("listed.value")}>
              {one.value === "" ? "–" : one.value}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("listed.expected")}>
              {said(one)}
            </td>
          </tr>
        ))}
      </Rows>
    </DataTable>
  );
}

/** People as a table again, which is read as the one that was sent. */
const asTable = (people: readonly TypedPerson[], columns: readonly string[]): string =>
  people
    .map((one) =>
      columns
        .map((column) => one[column] ?? "")
        .map((said) => (said.includes('"') ? `"${said.replaceAll('"', '""')}"` : said))
        .join("\t"),
    )
    .join("\n");

interface Preview {
  readonly read: readonly TypedPerson[];
  readonly added: number;
  readonly changed: number;
  readonly reason: string;
  readonly fault?: string;
  readonly warning?: string;
}

/** Whom the table names and what becomes of each; nothing is taken before it is said once more. */
function preview(visit: ListVisit, { read, added, changed, reason, fault, warning }: Preview) {
  const { view, list, at, title, callTitle, words, call } = visit;
  const { ui } = view;
  const faults: readonly Fault[] = fault === undefined ? [] : [{ name: "reason", text: fault }];
  const known = new Map(list.people.map((one) => [(one.email ?? "").toLowerCase(), one]));
  const becomes = (one: TypedPerson) => {
    const before = known.get((one.email ?? "").toLowerCase());
    if (!before) return ui.say("listed.becomes.added");
    return ui.say(
      JSON.stringify(before) === JSON.stringify(one) ? "listed.becomes.same" : "listed.becomes.changed",
    );
  };
  const columns = Object.keys(list.columns);
  return page(view, {
    title: `${title}. ${ui.say("listed.import")}`,
    back: paths.importPeople(at("id"), list.name),
    wide: true,
    hasErrors: fault !== undefined || warning !== undefined,
    status: fault === undefined && warning === undefined ? 200 : 422,
    body: (
      <>
        <Faults faults={faults} view={view} />
        {warning === undefined ? null : <Warning view={view} text={warning} />}
        <span class="govuk-caption-l">{`${callTitle}. ${title}`}</span>
        <h1 class="govuk-heading-l">{ui.say("listed.preview")}</h1>
        <p class="govuk-body-l">{ui.say("listed.preview.text", { added, changed })}</p>
        {added + changed === 0 ? null : (
          <PostForm action={paths.importPeople(at("id"), list.name)}>
            <input type="hidden" name={seenVersion} value={call.head.changed ?? 0} />
            <input type="hidden" name="text" value={asTable(read, Object.keys(list.columns))} />
            <TextBox
              ui={ui}
              name="reason"
              label={ui.say("callChange.reason.label")}
              value={reason}
              rows={3}
              faults={faults}
            />
            <div class="govuk-button-group">
              <button type="submit" name="do" value="take" class="govuk-button" data-module="govuk-button">
                {ui.say("listed.import.take")}
              </button>
              <a class="govuk-link" href={paths.peopleOfCall(at("id"))}>
                {ui.say("saying.keep")}
              </a>
            </div>
          </PostForm>
        )}
        <DataTable
          caption={title}
          captionSize="hidden"
          stacks
          columns={[
            ...columns.map((column) => ({ label: labelOfColumn(words, list, column) })),
            ...columnsIn(ui, "listed.becomes"),
          ]}
        >
          <Rows>
            {read.map((one) => (
              <tr class="govuk-table__row" key={one.email}>
                {columns.map((column) => (
                  <td class="govuk-table__cell" data-label={labelOfColumn(words, list, column)} key={column}>
                    {one[column]}
                  </td>
                ))}
                <td class="govuk-table__cell" data-label={ui.say("listed.becomes")}>
                  {becomes(one)}
                </td>
              </tr>
            ))}
          </Rows>
        </DataTable>
      </>
    ),
  });
}
