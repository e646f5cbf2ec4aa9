import { comparedQuestions } from "../../workflows/kernel/comparing.ts";
import type { Compared } from "../compared/figures.ts";
import type { Cell } from "../documents/workbook.ts";
import type { Ui } from "../reading/ui.ts";
import type { Programme, Spent } from "./programme.ts";

/** Every figure of the programme as a line: which picture, of what, which measure, how much. */
export function monitoringRows(
  { forms, calls, years, municipalities, achieved, published }: Programme,
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
  return [
    ...forms.flatMap(({ form, finished, going, planned }): Cell[][] => [
      [people, nameOf(form), ui.say("monitoring.finished"), finished],
      [people, nameOf(form), ui.say("monitoring.going"), going],
      ...(planned === undefined ? [] : [[people, nameOf(form), ui.say("monitoring.plan"), planned]]),
    ]),
    [ui.say("monitoring.measures"), ui.say("monitoring.rose"), "", achieved.rose],
    [ui.say("monitoring.measures"), ui.say("monitoring.published"), "", published],
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
