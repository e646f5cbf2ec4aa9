import type { LoadedCase } from "../../cases/load.ts";
import type { House } from "../../house.ts";
import { labelOf, optionsOf } from "../../reading/asked.ts";
import { type SaidByAll, saidByAll } from "../../seats/asked-afterwards.ts";
import { type Opened, seatsHere } from "../../seats/opened.ts";
import type { Telling } from "./facts.tsx";
import { SummaryList } from "./summary.tsx";

/** The seats of a case, and what those who were there said afterwards. */
export interface SeatsShown {
  readonly opened: Opened;
  readonly said: readonly { readonly name: string; readonly all: SaidByAll }[];
}

export async function seatsShown(house: House, loaded: LoadedCase): Promise<SeatsShown | undefined> {
  const opened = await seatsHere(house, loaded);
  if (!opened) return undefined;
  const names = opened.count.closedAt === undefined ? [] : Object.keys(opened.seats.asks ?? {});
  const said = names.map(async (name) => ({ name, all: await saidByAll(house, opened.count.pk, name) }));
  return { opened, said: await Promise.all(said) };
}

interface Props {
  readonly shown: SeatsShown;
  readonly telling: Telling;
}

/** What was said of the event: how often each option, and the texts; nobody is told who said what. */
export function SeatsSaid({ shown: { opened, said }, telling: { ui, words } }: Props) {
  return said.flatMap(({ name, all: { given, timesOf, textsOf } }) => {
    const form = opened.seats.asks?.[name]?.form;
    if (!form || given === 0) return [];
    const yesAndNo = (["yes", "no"] as const).map((value) => ({ value, label: ui.say(value) }));
    const rows = Object.entries(form.fields).flatMap(([field, asked]) => {
      const options = asked.kind === "yesNo" ? yesAndNo : optionsOf({ form, words, ui }, field, asked);
      const counted = options.map(({ value, label }) => `${label}: ${timesOf(field, value)}`);
      const lines = counted.length > 0 ? counted : textsOf(field);
      const value = (
        <ul class="govuk-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
      return lines.length > 0 ? [{ label: labelOf({ form, words }, field), value }] : [];
    });
    return [
      <section key={name}>
        <h2 class="govuk-heading-m">{words.say(`${form.id}.title`)}</h2>
        <p class="govuk-body">{ui.say("afterwards.given", { count: given })}</p>
        <SummaryList rows={rows} />
      </section>,
    ];
  });
}
