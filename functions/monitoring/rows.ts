import { comparedQuestions } from "../../workflows/kernel/comparing.ts";
import type { Compared } from "../compared/figures.ts";
import type { Cell } from "../documents/workbook.ts";
import type { Ui, UiKey } from "../reading/ui.ts";
import { type Programme, type Spent, sumOf } from "./programme.ts";

/** Averages of all pupils with one decimal; 0 where nobody was measured. */
const average = (sum: number, pupils: number): number =>
  pupils === 0 ? 0 : Math.round((10 * sum) / pupils) / 10;

/** Every figure of the programme as a line: which picture, of what, which measure, how much. */
export function monitoringRows(
  { forms, calls, years, municipalities, achieved, later, published }: Programme,
  compared: readonly Compared[],
  names: ReadonlyMap<string, string>,
  ui: Ui,
): readonly (readonly Cell[])[] {
  const nameOf = (form: string) => names.get(form) ?? form;
  const money = (picture: string, of: string, spent: Spent, budget?: number): Cell[][] => [
    ...(budget === undefined ? [] : [[picture, of, ui.say("ledger.budget"), { cents: budget }]]),
    [picture, of, ui.say("numbers.promised"), { cents: spent.promised }],
    [picture, of, ui.say("numbers.paid"), { cents: spent.paid }],
    [picture, of, ui.say("numbers.recovered"), { cents: spent.recovered }],
  ];
  const people = ui.say("monitoring.people");
  const together = (of: (one: Programme["calls"][number]) => number) => sumOf(calls, of);
  const measured: readonly (readonly [UiKey, number])[] = [
    ["monitoring.rural", together(({ rural }) => rural)],
    ["monitoring.placed", together(({ placed }) => placed)],
    ["monitoring.measured", achieved.cases],
    ["monitoring.before", average(achieved.before, achieved.pupils)],
    ["monitoring.after", average(achieved.after, achieved.pupils)],
    ["monitoring.rose", achieved.rose],
    ["monitoring.askedLater", later.asked],
    ["monitoring.usedLater", later.used],
    ["monitoring.published", published],
  ];
  return [
    ...forms.flatMap(({ form, finished, going, planned }): Cell[][] => [
      [people, nameOf(form), ui.say("monitoring.finished"), finished],
      [people, nameOf(form), ui.say("monitoring.going"), going],
      ...(planned === undefined ? [] : [[people, nameOf(form), ui.say("monitoring.plan"), planned]]),
    ]),
    ...measured.map(([label, count]) => [ui.say("monitoring.measures"), ui.say(label), "", count]),
    ...compared.flatMap(({ form, moment, figures }) =>
      comparedQuestions.flatMap((question): Cell[][] => {
        const figure = figures[question];
        const picture = `${ui.say(`compared.${question}`)} ${ui.say(`compared.${moment}`)}`;
        if (figure.hidden) return [[picture, nameOf(form), "n", ui.say("compared.hidden")]];
        return [
          [picture, nameOf(form), "n", figure.n],
          ...(figure.mean === undefined
            ? []
            : [[picture, nameOf(form), ui.say("compared.mean"), Number(figure.mean)]]),
          ...(figure.agree === undefined
            ? []
            : [[picture, nameOf(form), ui.say("compared.agree"), figure.agree]]),
        ];
      }),
    ),
    ...forms.flatMap((one) => money(ui.say("monitoring.byForm"), nameOf(one.form), one, one.budget)),
    ...calls.flatMap((one) =>
      money(ui.say("monitoring.byCall"), one.call.title[ui.language], one, one.budget),
    ),
    ...years.flatMap((one) => money(ui.say("monitoring.byYear"), one.key, one)),
    ...municipalities.flatMap((one) =>
      money(ui.say("monitoring.byMunicipality"), one.key || ui.say("numbers.unsaid"), one),
    ),
  ];
}
