import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { labelOf } from "../../reading/asked.ts";
import { type Printing, printedAnswer, printedSums } from "../../reading/printed.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Version } from "../../reading/versions.ts";
import type { Telling } from "./facts.tsx";
import { DataTable, Rows } from "./table.tsx";

interface VersionsProps {
  readonly versions: readonly Version[];
  readonly telling: Telling;
  /** What is long can be opened: whoever is asked sees the question first. */
  readonly folds?: boolean;
}

/** So many signs of a change, both times together, are read at a glance. */
const fewSigns = 1200;

/** What whoever sent the same form again has changed: each question with what it says now, and what it said before. */
export const Versions = ({ versions, telling, folds = false }: VersionsProps) => (
  <>
    {versions.map((version) => (
      <Changes
        key={`${version.now.answer.state} ${version.now.answer.visit} ${version.now.answer.part}`}
        version={version}
        telling={telling}
        folds={folds}
      />
    ))}
  </>
);

function Changes({
  version: { now, before },
  telling: { ui, words },
  folds,
}: {
  readonly version: Version;
  readonly telling: Telling;
  readonly folds: boolean;
}) {
  const printing: Printing = { form: now.form, ui, words };
  const said = (values: Version["before"]["values"], name: string) =>
    printedAnswer(printing, name, values[name]);
  const changed = Object.keys(now.form.fields).filter(
    (name) => said(before.values, name).join("\n") !== said(now.answer.values, name).join("\n"),
  );
  const form = words.say(`${now.form.id}.title`);
  const what = now.name === undefined ? form : `${form} (${now.name})`;
  const title = ui.say("versions.title", { what });
  const heads = [
    ui.say("versions.question"),
    ui.say("versions.now", { time: printTime(now.answer.at, ui.language) }),
    ui.say("versions.before", { time: printTime(before.at, ui.language) }),
  ] as const;
  const signs = changed
    .flatMap((name) => [now.answer.values, before.values].flatMap((values) => said(values, name)))
    .join("").length;
  const told =
    changed.length === 0 ? (
      <p class="govuk-body">{ui.say("versions.same")}</p>
    ) : (
      <DataTable caption={title} captionSize="hidden" stacks columns={heads.map((label) => ({ label }))}>
        <Rows>
          {changed.map((name) => {
            const [is, was] = [now.answer.values, before.values].map((values) =>
              linesOf(printing, name, values[name]),
            );
            return (
              <tr class="govuk-table__row" key={name}>
                <th scope="row" class="govuk-table__header">
                  {labelOf(printing, name)}
                </th>
                <td class="govuk-table__cell" data-label={heads[1]}>
                  <Lines lines={is} others={was} ui={ui} />
                </td>
                <td class="govuk-table__cell" data-label={heads[2]}>
                  <Lines lines={was} others={is} ui={ui} />
                </td>
              </tr>
            );
          })}
        </Rows>
      </DataTable>
    );
  if (folds && signs > fewSigns)
    return (
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{title}</span>
        </summary>
        <div class="govuk-details__text">{told}</div>
      </details>
    );
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      {told}
    </>
  );
}

interface Line {
  /** Of rows, which it is. */
  readonly row?: number;
  readonly said: string;
}

/** An answer as lines, of which those that are rows are counted; what rows come to is no row. */
function linesOf(printing: Printing, name: string, value: unknown): readonly Line[] {
  const all = printedAnswer(printing, name, value);
  const rows = all.length - printedSums(printing, name, value).length;
  const hasRows = printing.form.fields[name]?.columns !== undefined;
  return all.map((said, index) => (hasRows && index < rows ? { row: index + 1, said } : { said }));
}

/** What an answer says; of rows only those that the other one does not have, and how many stand in both. */
function Lines({
  lines = [],
  others = [],
  ui,
}: {
  readonly lines: readonly Line[] | undefined;
  readonly others: readonly Line[] | undefined;
  readonly ui: Ui;
}) {
  if (lines.length === 0) return <p class="govuk-body govuk-!-margin-bottom-0">{ui.say("versions.none")}</p>;
  const not = (one: readonly Line[], other: readonly Line[]) =>
    one.filter(({ said }) => other.every((line) => line.said !== said));
  const own = not(lines, others);
  // What was put into another order, rows or choices, is read as a whole.
  const isWhole = lines[0]?.row === undefined || own.length + not(others, lines).length === 0;
  const shown = isWhole ? lines : own;
  const same = isWhole ? 0 : lines.filter((line) => line.row !== undefined && !own.includes(line)).length;
  return (
    <>
      {shown.map(({ row, said }) => (
        <div class="kelias-said" key={`${row} ${said}`}>
          {row === undefined ? said : ui.say("versions.row", { row, said })}
        </div>
      ))}
      {same > 0 ? (
        <p class="govuk-hint govuk-!-margin-bottom-0">{ui.say("versions.rest", { count: same })}</p>
      ) : null}
    </>
  );
}
