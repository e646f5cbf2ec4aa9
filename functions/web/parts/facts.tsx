import { printAmount, printDay, printTime } from "../../../workflows/kernel/facts/print.ts";
import { printScore, storedScore } from "../../../workflows/kernel/score.ts";
import type { Calculation } from "../../../workflows/kernel/sheet.ts";
import { paths } from "../../addresses/paths.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { labelOf } from "../../reading/asked.ts";
import { nameOfRole, tellerOf } from "../../reading/case-words.ts";
import type { Fact } from "../../reading/facts.ts";
import type { Messages } from "../../reading/messages.ts";
import { printIban } from "../../reading/printed.ts";
import { type Teller, tell } from "../../reading/tell.ts";
import type { Ui } from "../../reading/ui.ts";
import { idOf } from "../../store/keys.ts";
import { answerRows, Said, SummaryList, type SummaryRow } from "./summary.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

/** What facts are printed with. */
export interface Telling {
  readonly ui: Ui;
  readonly words: Messages;
}

/** Facts one under the other, each under its own heading. */
export function Facts({ facts, loaded, telling, folds = false }: FactsProps) {
  const teller = tellerOf(loaded, telling.words);
  return (
    <>
      {facts.map((fact, index) => (
        <FactSection
          key={`${fact.kind}-${index}`}
          fact={fact}
          telling={telling}
          teller={teller}
          folds={folds}
        />
      ))}
    </>
  );
}

interface FactsProps {
  readonly facts: readonly Fact[];
  readonly loaded: LoadedCase;
  readonly telling: Telling;
  /** What is long can be opened: whoever is asked sees the question and what it needs first. */
  readonly folds?: boolean;
}

interface SectionProps {
  readonly folds: boolean;
  readonly fact: Fact;
  readonly telling: Telling;
  readonly teller: Teller;
}

/** So many rows, or so many signs of what people wrote, are seen at a glance. */
const fewRows = 6;
const fewSigns = 600;

/** Is it long what somebody wrote? Figures and sums are never folded: they are what is decided on. */
function isLong(fact: Listed, rows: readonly SummaryRow[]): boolean {
  const written = writtenIn(fact);
  return written !== undefined && (rows.length > fewRows || JSON.stringify(written).length > fewSigns);
}

function writtenIn(fact: Listed): unknown {
  switch (fact.kind) {
    case "application":
      return fact.names.map((name) => fact.values[name] ?? "");
    case "answer":
      return fact.answer.values;
    case "word":
      return fact.said.values;
    case "comments":
      return fact.lines;
    default:
      return undefined;
  }
}

function FactSection({ fact, telling, teller, folds }: SectionProps) {
  if (fact.kind === "calculation") return <CalculationSheet sheet={fact} ui={telling.ui} teller={teller} />;
  if (fact.kind === "shown") return <Shown fact={fact} teller={teller} />;
  const rows = rowsOf(fact, telling);
  if (rows.length === 0) return null;
  if (folds && isLong(fact, rows))
    return (
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{headingOf(fact, telling)}</span>
        </summary>
        <div class="govuk-details__text">
          <SummaryList rows={rows} />
        </div>
      </details>
    );
  return (
    <section>
      <h3 class="govuk-heading-s">{headingOf(fact, telling)}</h3>
      <SummaryList rows={rows} />
    </section>
  );
}

/** What the process shows; a case among it leads there. */
const Shown = ({
  fact,
  teller,
}: {
  readonly fact: Extract<Fact, { kind: "shown" }>;
  readonly teller: Teller;
}) => (
  <section>
    <h3 class="govuk-heading-s">{teller.words.say(`shows.${fact.name}.title`, teller.parameters)}</h3>
    <SummaryList
      rows={fact.rows.map(({ label, value }) => ({
        label: tell(label, teller),
        value:
          typeof value === "object" && "ref" in value ? (
            <a class="govuk-link" href={paths.consoleCase(idOf(value.ref))}>
              {tell(value, teller)}
            </a>
          ) : (
            tell(value, teller)
          ),
      }))}
    />
  </section>
);

type Listed = Exclude<Fact, { kind: "calculation" | "shown" }>;

function headingOf(fact: Listed, { ui, words }: Telling): string {
  switch (fact.kind) {
    case "person":
      return ui.say("facts.person");
    case "application":
      return ui.say("facts.application");
    case "score":
      return ui.say("facts.scores");
    case "unassigned":
      return ui.say("facts.unassigned");
    case "comments":
      return ui.say("facts.comments");
    case "payment":
      return ui.say("facts.payment");
    case "word":
    case "answer": {
      const role = nameOfRole(words, fact.role);
      const name = fact.kind === "answer" ? fact.name : undefined;
      return ui.say("facts.answer", {
        who: name === undefined ? role : `${name} (${role.toLocaleLowerCase(ui.language)})`,
        what: words.say(`${fact.form.id}.title`),
      });
    }
  }
}

function rowsOf(fact: Listed, telling: Telling): readonly SummaryRow[] {
  const { ui, words } = telling;
  switch (fact.kind) {
    case "person":
      return [
        { label: ui.say("facts.name"), value: fact.name },
        { label: ui.say("facts.email"), value: fact.email },
      ];
    case "application":
      return [
        ...answerRows({ ...telling, form: fact.form }, fact.names, fact.values, {
          labelOf: (name) =>
            fact.typed?.includes(name)
              ? ui.say("facts.typed", { label: labelOf({ form: fact.form, words }, name) })
              : undefined,
        }),
        ...withheldRows(fact, telling),
      ];
    case "score":
      return [
        { label: ui.say("facts.score"), value: printScore(storedScore(fact.score), ui.language) },
        { label: ui.say("facts.reviews"), value: fact.reviews.map((said) => numberIn(ui, said)).join("; ") },
        ...fact.criteria.map(({ title, weight, best, scores }) => ({
          label: ui.say("facts.criterion", { title: title[ui.language], weight }),
          value: ui.say("facts.criterion.scores", { scores: scores.join("; "), best }),
        })),
      ];
    case "unassigned":
      return fact.found.map(({ name, why }) => ({ label: name, value: words.say(`obstacle.${why}`) }));
    case "comments":
      return [{ label: ui.say("facts.comments.label"), value: <Said lines={fact.lines} /> }];
    case "payment":
      return [
        { label: ui.say("facts.payment.sum"), value: printAmount(fact.cents, ui.language) },
        { label: ui.say("facts.payment.payee"), value: fact.name },
        { label: ui.say("facts.payment.account"), value: printIban(fact.iban) },
      ];
    case "word":
      return [
        ...answerRows({ ...telling, form: fact.form }, Object.keys(fact.form.fields), fact.said.values),
        { label: ui.say("facts.when"), value: printTime(fact.said.at, ui.language) },
      ];
    case "answer":
      return [...givenRows(fact, telling), ...withheldRows(fact, telling)];
  }
}

/** A file is there, and why it is not shown: whoever scores what it proves knows that somebody has seen it. */
const withheldRows = (
  { form, withheld = [] }: Extract<Fact, { kind: "application" | "answer" }>,
  { ui, words }: Telling,
): readonly SummaryRow[] =>
  withheld.map((name) => ({
    label: words.say(`${form.id}.${name}.label`),
    value: <Said lines={[ui.say("facts.withheld")]} />,
  }));

/** How somebody answered, what they wrote, and when. */
export function givenRows(
  { form, answer }: Pick<Extract<Fact, { kind: "answer" }>, "form" | "answer">,
  { ui, words }: Telling,
): readonly SummaryRow[] {
  const outcome =
    form.outcomes.length > 1
      ? [
          {
            label: ui.say("task.outcome"),
            value: <Said lines={[words.say(`${form.id}.outcome.${answer.outcome}`)]} />,
          },
        ]
      : [];
  return [
    ...outcome,
    ...answerRows({ form, ui, words }, Object.keys(form.fields), answer.values),
    { label: ui.say("facts.when"), value: printTime(answer.at, ui.language) },
  ];
}

export const periodIn = (ui: Ui, starts: string, ends: string): string =>
  ui.say("facts.period", { from: printDay(starts, ui.language), to: printDay(ends, ui.language) });

const numberIn = (ui: Ui, value: number): string =>
  ui.language === "lt" ? String(value).replace(".", ",") : String(value);

/** A calculation as a sheet: each line with its count, unit and source, then what it comes to. Two columns, so that a phone shows the sums. */
function CalculationSheet({
  sheet,
  ui,
  teller,
}: {
  readonly sheet: Calculation;
  readonly ui: Ui;
  readonly teller: Teller;
}) {
  const money = (cents: number) => printAmount(cents, ui.language);
  const right = "govuk-table__cell govuk-table__cell--numeric";
  return (
    <DataTable
      caption={tell(sheet.title, teller)}
      captionSize="s"
      columns={[
        ...columnsIn(ui, "money.line"),
        ...columnsIn(ui, "money.sum").map((column) => ({ ...column, isNumeric: true })),
      ]}
    >
      <Rows>
        {sheet.lines.map((line, index) => (
          <tr class="govuk-table__row" key={index}>
            <th scope="row" class="govuk-table__header">
              {tell(line.label, teller)}
              <div class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">
                {line.count} × {money(line.unitCents)} · {tell(line.source, teller)}
              </div>
            </th>
            <td class={right}>{money(line.sumCents)}</td>
          </tr>
        ))}
      </Rows>
      <tfoot>
        {sheet.sums.map(({ label, cents }) => {
          const name = tell(label, teller);
          return (
            <tr class="govuk-table__row" key={name}>
              <th scope="row" class="govuk-table__header">
                {name}
              </th>
              <td class={`${right} govuk-!-font-weight-bold`}>{money(cents)}</td>
            </tr>
          );
        })}
        {sheet.facts.map(({ label, value }) => {
          const name = tell(label, teller);
          return (
            <tr class="govuk-table__row" key={name}>
              <th scope="row" class="govuk-table__header">
                {name}
              </th>
              <td class={right}>{tell(value, teller)}</td>
            </tr>
          );
        })}
      </tfoot>
    </DataTable>
  );
}
