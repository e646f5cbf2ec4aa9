import type { ComponentChild } from "preact";
import type { CellFault, TableForm } from "../../people/import.ts";
import type { TypedPerson } from "../../people/lists.ts";
import { page } from "../../web/page.ts";
import { PostForm, SubmitButton } from "../../web/parts/form.tsx";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import { type Fault, Faults, TextBox } from "../../web/parts/text-box.tsx";
import { Warning } from "../../web/parts/warning.tsx";
import type { View } from "../../web/view.ts";
import { seenVersion } from "../making/draft-page.tsx";

/** So many faults are told at once: whoever mends these sends it again. */
const mostFaults = 50;

/** How the pages on which a table of people is taken speak of it. */
export interface TableShown {
  readonly view: View;
  readonly form: TableForm;
  /** Above the heading: of which call, and who is asked for. */
  readonly caption: string;
  readonly lead: string;
  /** Its address, and the one from which people come. */
  readonly here: string;
  readonly back: string;
  /** How many changes of the call there were when it was read. */
  readonly version: number;
  readonly take: string;
  readonly labelOf: (column: string) => string;
  /** What a column takes, where it takes only some words. */
  readonly takes?: (column: string) => string | undefined;
  /** What a cell says, as people read it. */
  readonly shownAs?: (column: string, value: string) => string;
  readonly sentenceOf: (fault: CellFault) => string;
}

interface Asking {
  readonly text?: string;
  readonly fault?: string;
  readonly faults?: readonly CellFault[];
  /** What is wrong with no cell of it. */
  readonly warning?: string | undefined;
}

/** Room for a table of people: a file, or what a spreadsheet copies; with what was wrong with the last one. */
export function askForTable(shown: TableShown, { text = "", fault, faults = [], warning }: Asking) {
  const { view, form, caption, lead, here, back, version, labelOf, takes = () => undefined } = shown;
  const { ui } = view;
  const own: readonly Fault[] = fault === undefined ? [] : [{ name: "text", text: fault }];
  const hasErrors = own.length + faults.length > 0 || warning !== undefined;
  const columns = Object.entries(form.columns).map(([column, { optional }]) => {
    const label = optional ? ui.say("optional", { label: labelOf(column) }) : labelOf(column);
    const words = takes(column);
    return words === undefined ? label : `${label}: ${words}`;
  });
  return page(view, {
    title: `${caption}. ${ui.say("listed.import")}`,
    back,
    wide: true,
    hasErrors,
    status: hasErrors ? 422 : 200,
    body: (
      <>
        <Faults faults={own} view={view} />
        {warning === undefined ? null : <Warning view={view} text={warning} />}
        {faults.length === 0 ? null : (
          <Warning view={view} text={ui.say("listed.faults", { count: faults.length })} />
        )}
        <span class="govuk-caption-l">{caption}</span>
        <h1 class="govuk-heading-l">{ui.say("listed.import")}</h1>
        {faults.length === 0 ? null : <FaultTable faults={faults} shown={shown} />}
        <p class="govuk-body">{lead}</p>
        <p class="govuk-body">{ui.say("listed.import.columns")}</p>
        <ol class="govuk-list govuk-list--number">
          {columns.map((column) => (
            <li key={column}>{column}</li>
          ))}
        </ol>
        <form method="post" action={here} encType="multipart/form-data" noValidate>
          <input type="hidden" name={seenVersion} value={version} />
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

const identity = (_column: string, value: string): string => value;

function FaultTable({
  faults,
  shown,
}: {
  readonly faults: readonly CellFault[];
  readonly shown: TableShown;
}) {
  const { view, labelOf, sentenceOf, shownAs = identity } = shown;
  const { ui } = view;
  return (
    <DataTable
      caption={ui.say("listed.faults.title")}
      stacks
      columns={columnsIn(ui, "listed.line", "listed.column", "listed.value", "listed.expected")}
    >
      <Rows>
        {faults.slice(0, mostFaults).map((one, index) => (
          <tr class="govuk-table__row" key={`${one.line} ${one.column} ${index}`}>
            <th scope="row" class="govuk-table__header" data-label={ui.say("listed.line")}>
              {one.line}
            </th>
            <td class="govuk-table__cell" data-label={ui.say("listed.column")}>
              {labelOf(one.column)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("listed.value")}>
              {one.value === "" ? "–" : shownAs(one.column, one.value)}
            </td>
            <td class="govuk-table__cell" data-label={ui.say("listed.expected")}>
              {sentenceOf(one)}
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

/** What would come of a table. */
export interface Preview {
  readonly people: readonly TypedPerson[];
  /** What becomes of each of them. */
  readonly becomes: readonly string[];
  /** All of it in a sentence. */
  readonly told: string;
  readonly isNothing: boolean;
  /** What the table does not say itself. */
  readonly more?: ComponentChild;
}

interface Previewed extends Preview {
  /** Why, where that is asked. */
  readonly reason?: string;
  readonly fault?: string;
  readonly warning?: string;
}

/** Whom the table names and what becomes of each; nothing is taken before it is said once more. */
export function previewTable(
  shown: TableShown,
  { people, becomes, told, isNothing, more, reason, fault, warning }: Previewed,
) {
  const { view, form, caption, here, back, version, take, labelOf, shownAs = identity } = shown;
  const { ui } = view;
  const faults: readonly Fault[] = fault === undefined ? [] : [{ name: "reason", text: fault }];
  const columns = Object.keys(form.columns);
  return page(view, {
    title: `${caption}. ${ui.say("listed.import")}`,
    back: here,
    wide: true,
    hasErrors: fault !== undefined || warning !== undefined,
    status: fault === undefined && warning === undefined ? 200 : 422,
    body: (
      <>
        <Faults faults={faults} view={view} />
        {warning === undefined ? null : <Warning view={view} text={warning} />}
        <span class="govuk-caption-l">{caption}</span>
        <h1 class="govuk-heading-l">{ui.say("listed.preview")}</h1>
        <p class="govuk-body-l">{told}</p>
        {more}
        {isNothing ? null : (
          <PostForm action={here}>
            <input type="hidden" name={seenVersion} value={version} />
            <input type="hidden" name="text" value={asTable(people, columns)} />
            {reason === undefined ? null : (
              <TextBox
                ui={ui}
                name="reason"
                label={ui.say("callChange.reason.label")}
                value={reason}
                rows={3}
                faults={faults}
              />
            )}
            <div class="govuk-button-group">
              <button type="submit" name="do" value="take" class="govuk-button" data-module="govuk-button">
                {take}
              </button>
              <a class="govuk-link" href={back}>
                {ui.say("saying.keep")}
              </a>
            </div>
          </PostForm>
        )}
        <DataTable
          caption={caption}
          captionSize="hidden"
          stacks
          columns={[
            ...columns.map((column) => ({ label: labelOf(column) })),
            ...columnsIn(ui, "listed.becomes"),
          ]}
        >
          <Rows>
            {people.map((one, index) => (
              <tr class="govuk-table__row" key={`${one.email} ${index}`}>
                {columns.map((column) => (
                  <td class="govuk-table__cell" data-label={labelOf(column)} key={column}>
                    {shownAs(column, one[column] ?? "")}
                  </td>
                ))}
                <td class="govuk-table__cell" data-label={ui.say("listed.becomes")}>
                  {becomes[index]}
                </td>
              </tr>
            ))}
          </Rows>
        </DataTable>
      </>
    ),
  });
}
