import { competences } from "../../workflows/kernel/develops.ts";
import type { Ui } from "../reading/ui.ts";
import type { Sums } from "./sums.ts";
import { printHours, rowsOf } from "./told.ts";

/** What the hours of a record come to, as tables of two columns under a title. */
export interface SumTable {
  readonly title: string;
  readonly of: string;
  readonly rows: readonly (readonly [string, string])[];
  /** Under it, where its rows are no parts of the sum. */
  readonly note?: string;
}

/** By year, and by what was developed; nothing where no hours count. */
export function sumTables(
  { hours, byYear, byCompetence, bySubject, untagged }: Sums,
  ui: Ui,
): readonly SumTable[] {
  if (hours === 0) return [];
  const nameOf = (name: string): string => {
    const known = competences.find((one) => one === name);
    return known ? ui.say(`competence.${known}`) : name;
  };
  const none: readonly (readonly [string, string])[] =
    untagged > 0 ? [[ui.say("tookPart.untagged"), printHours(untagged, ui.language)]] : [];
  return [
    {
      title: ui.say("tookPart.byYear"),
      of: ui.say("tookPart.year"),
      rows: [
        ...rowsOf(byYear, ui, (year) => year),
        [ui.say("tookPart.inAll"), printHours(hours, ui.language)],
      ],
    },
    {
      title: ui.say("tookPart.byCompetence"),
      of: ui.say("tookPart.competence"),
      rows: [...rowsOf(byCompetence, ui, nameOf), ...rowsOf(bySubject, ui, nameOf), ...none],
      note: ui.say("tookPart.both"),
    },
  ];
}
