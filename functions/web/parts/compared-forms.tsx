import { comparedQuestions } from "../../../workflows/kernel/comparing.ts";
import type { Compared } from "../../compared/figures.ts";
import type { View } from "../view.ts";
import { Bars } from "./bars.tsx";
import { columnsIn, DataTable, Rows } from "./table.tsx";

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
          ...columnsIn(ui, "monitoring.form", "compared.moment", "compared.question"),
          ...(["compared.n", "compared.mean", "compared.agree"] as const).map((name) => ({
            label: ui.say(name),
            isNumeric: true,
          })),
        ]}
      >
        <Rows>
          {compared.flatMap(({ form, moment, figures }) =>
            comparedQuestions.map((question) => {
              const figure = figures[question];
              const cells = figure.hidden
                ? [ui.say("compared.hidden"), "–", "–"]
                : [
                    String(figure.n),
                    figure.mean === undefined ? "–" : decimal(figure.mean),
                    figure.agree === undefined ? "–" : `${figure.agree} %`,
                  ];
              return (
                <tr class="govuk-table__row" key={`${form} ${moment} ${question}`}>
                  <th scope="row" class="govuk-table__header">
                    {nameOf(form)}
                  </th>
                  <td class="govuk-table__cell" data-label={ui.say("compared.moment")}>
                    {ui.say(`compared.${moment}`)}
                  </td>
                  <td class="govuk-table__cell" data-label={ui.say("compared.question")}>
                    {ui.say(`compared.${question}`)}
                  </td>
                  {(["compared.n", "compared.mean", "compared.agree"] as const).map((name, index) => (
                    <td
                      class="govuk-table__cell govuk-table__cell--numeric"
                      data-label={ui.say(name)}
                      key={name}
                    >
                      {cells[index]}
                    </td>
                  ))}
                </tr>
              );
            }),
          )}
        </Rows>
      </DataTable>
    </>
  );
}
