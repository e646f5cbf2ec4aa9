import type { VNode } from "preact";
import { type Asked, describedBy } from "../../reading/asked.ts";
import type { Messages } from "../../reading/messages.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { inRow, shownIn, shownRows } from "../typed.ts";
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
            <Draw
              key={column}
              asked={rowOf(asked, name, row, rows[row - 1] ?? {})}
              name={inRow(name, row, column)}
              field={asks}
            />
          ))}
        </fieldset>
      ))}
      {rows.length < max ? (
        <button type="submit" name="more" value={name} class="govuk-button govuk-button--secondary">
          {asked.ui.say("rows.more")}
        </button>
      ) : null}
    </FormGroup>
  );
}

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
  const lines =
    typeof typed === "string"
      ? typed
      : linesIn(
          typed,
          columns.map(([column]) => column),
        );
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
        {asked.ui.say("rows.lines", { order })}
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
    </FormGroup>
  );
}

/** Rows that a program said, as lines. */
const linesIn = (value: unknown, columns: readonly string[]): string =>
  shownRows(value)
    .map((row) => columns.map((column) => shownIn(row[column])).join("; "))
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
        <p class="govuk-error-message" key={`${error.at?.row} ${error.at?.column}`}>
          <span class="govuk-visually-hidden">{asked.ui.say("errors.prefix")}</span>{" "}
          {sentenceOf(error, asked)}
        </p>
      ))}
    </div>
  );
}
