import { summaryOf } from "../../../calls/calls.ts";
import { numbersOf } from "../../../numbers/load.ts";
import type { Answer } from "../../answers.ts";
import { figuresOf } from "../../figures.ts";
import { Bars } from "../../parts/bars.tsx";
import { Downloads } from "../../parts/links.tsx";
import { notFound } from "../../refusal.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { fileOf } from "./exports.ts";
import { forStaff } from "./guard.tsx";

/** A call in numbers: where the cases are, when and whence they came, days waited, money; each with its list. */
export const showNumbers = forStaff(async ({ house, request, view, at }) => {
  const found = await numbersOf(house, at("id"));
  if (!found) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { id, title } = summaryOf(found.call, house.clock.now());
  const file = (kind: string) => `${paths.numbers(id)}.${kind}?lang=${language}`;
  return page(view, {
    title: ui.say("numbers.title"),
    back: paths.consoleCall(id),
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say("numbers.title")}</h1>
        <p class="govuk-body-l">
          <a class="govuk-link" href={paths.casesOfCall(id)}>
            {ui.say("numbers.cases", { count: found.cases.length })}
          </a>
        </p>
        {(await figuresOf(house, found, view)).map((figure) => (
          <Bars key={figure.title} {...figure} ui={ui} />
        ))}
        <Downloads ui={ui} hrefOf={file} />
      </>
    ),
  });
});

/** The figures as a file: one line for each bar. */
export const downloadNumbers = (kind: "csv" | "xlsx") =>
  forStaff(async ({ house, request, view, at }): Promise<Answer> => {
    const found = await numbersOf(house, at("id"));
    if (!found) return refusalPage(request, notFound);
    const { ui } = view;
    const figures = await figuresOf(house, found, view);
    return fileOf(kind, {
      name: `numbers-${at("id")}`,
      title: ui.say("numbers.title"),
      header: [ui.say("numbers.figure"), ui.say("ledger.what"), ui.say("console.count")],
      rows: figures.flatMap(({ title, bars }) => bars.map(({ label, cell }) => [title, label, cell])),
    });
  });
