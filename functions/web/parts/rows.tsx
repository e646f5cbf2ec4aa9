import { Fragment, type VNode } from "preact";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import type { Fields } from "../../../workflows/kernel/field.ts";
import { rowsSoFar } from "../../../workflows/kernel/parse.ts";
import { sumsOf } from "../../../workflows/kernel/sums.ts";
import { type Asked, describedBy, groupLabel, labelOf } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { printedShare } from "../../reading/printed.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { fileOfCell } from "../../uploads/places.ts";
import { choicesOf, linesInWords } from "../options-in-lines.ts";
import { inRow, leftOutName, shownIn, shownOf, shownRows } from "../typed.ts";
import { ErrorMessage } from "./error-message.tsx";
import { FormGroup, type Question, surroundings } from "./group.tsx";

/** Rows that have something in them, and one more to fill in. */
const rowsShown = (value: unknown, most: number): number => Math.min(most, shownRows(value).length + 1);

/**
 * Several of the same, each with inputs of its own under its number, and an empty one after them; a button gets another.
 * `draw` draws one input: it is the one that draws this.
 */
export function RowsInput({
  draw: Draw,
  ...question
}: Question & { readonly draw: (question: Question) => VNode | undefined }) {
  const { asked, name, field } = question;
  const { columns = {}, max = 1 } = field;
  const around = surroundings(question);
  const rows = shownRows(asked.values[name]);
  const own = asked.errors.filter((error) => error.field === name && error.at?.column === undefined);
  return (
    <FormGroup around={{ ...around, error: own.length > 0 ? around.error : undefined }}>
      <p class="govuk-visually-hidden">{around.label}</p>
      {around.hint ? <div class="govuk-hint">{around.hint}</div> : null}
      <ErrorMessages asked={asked} errors={own} id={`${name}-error`} />
      {Array.from({ length: rowsShown(rows, max) }, (_, index) => index + 1).map((row) => (
        <fieldset class="govuk-fieldset kelias-row" key={row}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
            {asked.words.say(`${asked.form.id}.${name}.row`, { row })}
          </legend>
          {Object.entries(columns).map(([column, asks]) => (
            <Fragment key={column}>
              <Draw
                asked={rowOf(asked, name, row, rows[row - 1] ?? {})}
                name={inRow(name, row, column)}
                field={asks}
              />
              {asks.kind === "file" ? (
                <RowFile
                  name={inRow(name, row, column)}
                  cell={shownIn(rows[row - 1]?.[column])}
                  isThere={
                    fileOfCell(asked.files ?? {}, name, column, rows[row - 1]?.[column])?.status ===
                    "released"
                  }
                  label={asked.ui.say("file.leaveOut")}
                />
              ) : null}
            </Fragment>
          ))}
        </fieldset>
      ))}
      <SumsTable {...question} />
      <div class="govuk-button-group">
        {rows.length < max ? <More name={name} label={asked.ui.say("rows.more")} /> : null}
        {field.sums ? <More name={name} label={asked.ui.say("sums.update")} /> : null}
      </div>
    </FormGroup>
  );
}

/** What the row knows of its file goes along with what is typed into it; a box takes the file out. */
const RowFile = ({
  name,
  cell,
  isThere,
  label,
}: Record<"name" | "cell" | "label", string> & { readonly isThere: boolean }) =>
  cell === "" ? null : (
    <>
      <input type="hidden" name={name} value={cell} />
      {isThere ? (
        <div class="govuk-form-group">
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={leftOutName(name)}
                name={leftOutName(name)}
                type="checkbox"
                value="yes"
              />
              <label class="govuk-label govuk-checkboxes__label" for={leftOutName(name)}>
                {label}
              </label>
            </div>
          </div>
        </div>
      ) : null}
    </>
  );

/** Keeps what was typed and comes back to it: with a row more, and with what the rows come to. */
const More = ({ name, label }: Record<"name" | "label", string>) => (
  <button type="submit" name="more" value={name} class="govuk-button govuk-button--secondary">
    {label}
  </button>
);

/** What the rows come to, as far as they are filled in, and each group's share beside the most that it may have. */
function SumsTable({ asked, name, field }: Question) {
  const summed = sumsOf(field, rowsSoFar(field, asked.values[name]));
  if (!summed) return null;
  const { ui, form, words } = asked;
  const { shares = {} } = field.limit ?? {};
  const print = (cents: number) => printAmount(cents, ui.language);
  const { by } = field.sums ?? {};
  const groups = by === undefined ? "" : words.say(`${form.id}.${name}.${by}.label`);
  const heads = [
    ui.say("sums.cents"),
    ...(by === undefined ? [] : [ui.say("sums.share")]),
    ...(Object.keys(shares).length === 0 ? [] : [ui.say("sums.most")]),
  ];
  const row = (label: string, cells: readonly string[]) => (
    <SumRow key={label} label={label} heads={heads} cells={cells.slice(0, heads.length)} />
  );
  return (
    <table class="govuk-table kelias-stacks" id={`${name}-sums`}>
      <caption class="govuk-table__caption govuk-table__caption--s">
        {ui.say("sums.caption", { label: labelOf(asked, name) })}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {by === undefined ? (
            <td class="govuk-table__header" />
          ) : (
            <th scope="col" class="govuk-table__header">
              {groups}
            </th>
          )}
          {heads.map((head) => (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {summed.groups.map(({ group, cents, perMille }) =>
          row(groupLabel(asked, name, group), [
            print(cents),
            printedShare(perMille, ui),
            shares[group] === undefined ? "–" : printedShare((shares[group] ?? 0) * 10, ui),
          ]),
        )}
        {summed.columns.map(({ column, cents }) => {
          const label = words.say(`${form.id}.${name}.${column}.label`);
          const isAlone = summed.columns.length === 1;
          return row(isAlone ? ui.say("sums.whole") : ui.say("sums.title", { label }), [
            print(cents),
            "",
            "",
          ]);
        })}
      </tbody>
    </table>
  );
}

/** A row of sums; on a phone, where rows stand below each other, each cell says what it is. */
const SumRow = ({
  label,
  heads,
  cells,
}: { readonly label: string } & Readonly<Record<"heads" | "cells", readonly string[]>>) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      {label}
    </th>
    {cells.map((cell, index) => (
      <td
        class="govuk-table__cell govuk-table__cell--numeric"
        key={`${label} ${index}`}
        {...(cell === "" ? {} : { "data-label": heads[index] })}
      >
        {cell}
      </td>
    ))}
  </tr>
);

/** One row as a form of its own: its inputs are called by the row, its words by the column alone. */
function rowOf(asked: Asked, name: string, row: number, typed: Readonly<Record<string, unknown>>): Asked {
  const columns = Object.entries(asked.form.fields[name]?.columns ?? {});
  const id = `${asked.form.id}.${name}`;
  const prefix = `${id}.${inRow(name, row, "")}`;
  const without = (key: string): string =>
    key.startsWith(prefix) ? `${id}.${key.slice(prefix.length)}` : key;
  const words: Messages = {
    ...asked.words,
    say: (key, parameters) => asked.words.say(without(key), parameters),
    maybe: (key, parameters) => asked.words.maybe(without(key), parameters),
  };
  return {
    ...asked,
    words,
    form: {
      ...asked.form,
      id,
      fields: Object.fromEntries(columns.map(([column, field]) => [inRow(name, row, column), field])),
    },
    values: Object.fromEntries(columns.map(([column]) => [inRow(name, row, column), typed[column]])),
    files: Object.fromEntries(
      columns.flatMap(([column, { kind }]) => {
        const file = kind === "file" && fileOfCell(asked.files ?? {}, name, column, typed[column]);
        return file ? [[inRow(name, row, column), file]] : [];
      }),
    ),
    errors: asked.errors.flatMap(({ at, ...error }) =>
      error.field === name && at?.row === row && at.column !== undefined
        ? [{ ...error, field: inRow(name, row, at.column) }]
        : [],
    ),
  };
}

/** Many of the same as lines of one text, as they come out of a spreadsheet. */
export function LinesInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question);
  const own = asked.errors.filter((error) => error.field === name);
  const columns = Object.entries(field.columns ?? {});
  const order = columns
    .map(([column, { optional }]) => {
      const label = asked.words.say(`${asked.form.id}.${name}.${column}.label`);
      return optional ? asked.ui.say("optional", { label }) : label;
    })
    .join("; ");
  const ids = describedBy(
    around.hint && `${name}-hint`,
    `${name}-order`,
    own.length > 0 ? `${name}-error` : undefined,
  );
  const typed = asked.values[name];
  const choices = choicesOf(asked, name, field);
  const lines = linesInWords(
    typeof typed === "string" ? typed : linesIn(typed, field.columns ?? {}, asked.ui.language),
    choices,
  );
  const offered = columns.flatMap(([column], index) => {
    const labels = (choices[index] ?? []).map(({ label }) => label);
    const label = asked.words.say(`${asked.form.id}.${name}.${column}.label`);
    return labels.length > 0 ? [asked.ui.say("rows.options", { label, options: labels.join(", ") })] : [];
  });
  return (
    <FormGroup around={around}>
      <label class="govuk-label govuk-label--s" for={name}>
        {around.label}
      </label>
      {around.hint ? (
        <div id={`${name}-hint`} class="govuk-hint">
          {around.hint}
        </div>
      ) : null}
      <div id={`${name}-order`} class="govuk-hint">
        {[asked.ui.say("rows.lines", { order }), ...offered].join(" ")}
      </div>
      <ErrorMessages asked={asked} errors={own} id={`${name}-error`} />
      <textarea
        class={`govuk-textarea${own.length > 0 ? " govuk-textarea--error" : ""}`}
        id={name}
        name={name}
        rows={Math.min(20, Math.max(5, lines.split("\n").length + 2))}
        spellcheck={false}
        aria-describedby={ids}
      >
        {lines.startsWith("\n") ? `\n${lines}` : lines}
      </textarea>
      <SumsTable {...question} />
      {field.sums ? <More name={name} label={asked.ui.say("sums.update")} /> : null}
    </FormGroup>
  );
}

/** Rows that a program said, as lines. */
const linesIn = (value: unknown, columns: Fields, language: "lt" | "en"): string =>
  shownRows(value)
    .map((row) =>
      Object.entries(columns)
        .map(([column, field]) => shownOf(field, row[column], language))
        .join("; "),
    )
    .join("\n");

function ErrorMessages({
  asked,
  errors,
  id,
}: {
  readonly asked: Asked;
  readonly errors: Asked["errors"];
  readonly id: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div id={id}>
      {errors.map((error) => (
        <ErrorMessage key={`${error.at?.row} ${error.at?.column}`} ui={asked.ui}>
          {sentenceOf(error, asked)}
        </ErrorMessage>
      ))}
    </div>
  );
}
