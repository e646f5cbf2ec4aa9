import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { readFigures } from "../lines/figures.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { Bars } from "../web/parts/bars.tsx";
import { Downloads } from "../web/parts/links.tsx";
import { notFound } from "../web/refusal.ts";
import { fileOf } from "../web/table-file.ts";
import { figuresOf } from "./figures.ts";
import { forStaff } from "./guard.ts";
import { AsOf } from "./parts/as-of.tsx";

const filesOf = { csv: paths.numbersCsv, xlsx: paths.numbersXlsx };

/** A call in numbers: where the cases are, when and whence they came, days waited, money; each with its list. */
export const showNumbers = forStaff(async ({ house, request, view, at }) => {
  const call = await loadCall(house, at("id"));
  if (!call) return refusalPage(request, notFound);
  const { ui, language } = view;
  const { id, title } = summaryOf(call, house.clock.now());
  const { figures } = await readFigures(house, id);
  const file = (kind: keyof typeof filesOf) => `${filesOf[kind](id)}?lang=${language}`;
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
            {ui.say("numbers.cases", { count: figures.cases })}
          </a>
        </p>
        <AsOf at={figures.at} view={view} />
        {(await figuresOf(house, call, figures, view)).map((figure) => (
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
    const call = await loadCall(house, at("id"));
    if (!call) return refusalPage(request, notFound);
    const { ui } = view;
    const { figures } = await readFigures(house, call.callId);
    const shown = await figuresOf(house, call, figures, view);
    return fileOf(kind, {
      name: `numbers-${at("id")}`,
      title: ui.say("numbers.title"),
      header: [ui.say("numbers.figure"), ui.say("ledger.what"), ui.say("console.count")],
      rows: shown.flatMap(({ title, bars }) => bars.map(({ label, cell }) => [title, label, cell])),
    });
  });
