import {
  type ComparedFigure,
  type ComparedMoment,
  comparedMoments,
  comparedQuestions,
} from "../../../workflows/kernel/comparing.ts";
import type { Compared } from "../../compared/figures.ts";
import type { View } from "../view.ts";
import { Bars } from "./bars.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

const measures = ["compared.n", "compared.mean", "compared.agree"] as const;

interface ComparedProps {
  readonly compared: readonly Compared[];
  readonly nameOf: (form: string) => string;
  /** Where the lists behind a form are; for everybody there are none. */
  readonly hrefOf?: (form: string) => string;
  readonly view: View;
}

/** Forms side by side, at their end and months later, by each of the three questions: a picture of the means, and a table of all. */
export function ComparedForms({ compared, nameOf, hrefOf, view: { ui, language } }: ComparedProps) {
  const decimal = (mean: string) => (language === "lt" ? mean.replace(".", ",") : mean);
  const title = ui.say("compared.title");
  const forms = [...new Set(compared.map(({ form }) => form))];
  const labelOf = (name: (typeof measures)[number], moment: ComparedMoment) =>
    `${ui.say(name)}, ${ui.say(`compared.${moment}`)}`;
  const cellsOf = (figure: ComparedFigure | undefined): readonly string[] => {
    if (!figure) return ["–", "–", "–"];
    if (figure.hidden) return [ui.say("compared.hidden"), "–", "–"];
    const { n, mean, agree } = figure;
    return [String(n), mean === undefined ? "–" : decimal(mean), agree === undefined ? "–" : `${agree} %`];
  };
  if (compared.length === 0)
    return (
      <>
        <h2 class="govuk-heading-l">{title}</h2>
        <p class="govuk-body">{ui.say("compared.none")}</p>
      </>
    );
  return (
    <>
      <h2 class="govuk-heading-l">{title}</h2>
      <p class="govuk-body">{ui.say("compared.about")}</p>
      {comparedQuestions.map((question) => (
        <Bars
          key={question}
          title={ui.say(`compared.${question}`)}
          columns={["monitoring.form", "compared.mean"]}
          ui={ui}
          bars={compared.flatMap(({ form, moment, figures }) => {
            const figure = figures[question];
            if (figure.hidden || figure.mean === undefined) return [];
            const printed = decimal(figure.mean);
            return {
              key: `${form} ${moment}`,
              label: `${nameOf(form)}, ${ui.say(`compared.${moment}`)}`,
              value: Number(figure.mean),
              printed,
              href: hrefOf?.(form),
            };
          })}
        />
      ))}
      <DataTable
        caption={ui.say("compared.table")}
        stacks
        columns={[
          ...columnsIn(ui, "monitoring.form", "compared.question"),
          ...comparedMoments.flatMap((moment) =>
            measures.map((name) => ({ label: labelOf(name, moment), isNumeric: true })),
          ),
        ]}
      >
        <Rows>
          {forms.flatMap((form) =>
            comparedQuestions.map((question) => (
              <tr class="govuk-table__row" key={`${form} ${question}`}>
                <th scope="row" class="govuk-table__header">
                  {nameOf(form)}
                </th>
                <td class="govuk-table__cell" data-label={ui.say("compared.question")}>
                  {ui.say(`compared.${question}`)}
                </td>
                {comparedMoments.flatMap((moment) => {
                  const cells = cellsOf(
                    compared.find((one) => one.form === form && one.moment === moment)?.figures[question],
                  );
                  return measures.map((name, index) => (
                    <td
                      class="govuk-table__cell govuk-table__cell--numeric"
                      data-label={labelOf(name, moment)}
                      key={`${moment} ${name}`}
                    >
                      {cells[index]}
                    </td>
                  ));
                })}
              </tr>
            )),
          )}
        </Rows>
      </DataTable>
    </>
  );
}
