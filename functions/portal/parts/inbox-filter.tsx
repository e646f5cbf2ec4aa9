import type { CallSummary } from "../../calls/calls.ts";
import type { View } from "../view.ts";

const dues = ["overdue", "today"] as const;
const whose = ["mine", "theirs"] as const;

/** A kind of task that there is in the inbox, with its title. */
export interface Kind {
  readonly state: string;
  readonly title: string;
}

/** What of the inbox is shown; it stands in the address, so that it can be kept and sent on. */
export interface InboxFilter {
  readonly due?: (typeof dues)[number];
  /** The identifier of a call. */
  readonly call?: string;
  /** Own tasks, or those of colleagues who are away. */
  readonly whose?: (typeof whose)[number];
  /** What is asked: the state of the tasks. */
  readonly kind?: string;
}

/** Reads the filter from an address. What is not known there filters nothing. */
export function filterIn(
  query: URLSearchParams,
  calls: readonly CallSummary[],
  kinds: readonly Kind[],
): InboxFilter {
  const due = dues.find((known) => known === query.get("due"));
  const call = calls.find(({ id }) => id === query.get("call"))?.id;
  const one = whose.find((known) => known === query.get("whose"));
  const kind = kinds.find(({ state }) => state === query.get("kind"))?.state;
  return {
    ...(due ? { due } : {}),
    ...(call === undefined ? {} : { call }),
    ...(one ? { whose: one } : {}),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** The filter as a form that changes the address alone. */
export function FilterForm({
  filter,
  calls,
  kinds,
  view: { ui, language },
}: {
  readonly filter: InboxFilter;
  readonly calls: readonly CallSummary[];
  readonly kinds: readonly Kind[];
  readonly view: View;
}) {
  const lists = [
    { name: "due", chosen: filter.due, options: dues.map((due) => [due, ui.say(`console.${due}`)]) },
    {
      name: "whose",
      chosen: filter.whose,
      options: whose.map((one) => [one, ui.say(`console.filter.${one}`)]),
    },
    { name: "kind", chosen: filter.kind, options: kinds.map(({ state, title }) => [state, title]) },
    { name: "call", chosen: filter.call, options: calls.map(({ id, title }) => [id, title[language]]) },
  ] as const;
  return (
    <form method="get" action="/console" class="kelias-filter">
      <input type="hidden" name="lang" value={language} />
      {lists.map(({ name, chosen, options }) => (
        <div class="govuk-form-group" key={name}>
          <label class="govuk-label" for={name}>
            {ui.say(`console.filter.${name}`)}
          </label>
          <select class="govuk-select" id={name} name={name}>
            <option value="">{ui.say("console.filter.all")}</option>
            {options.map(([value, label]) => (
              <option key={value} value={value} selected={chosen === value}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        {ui.say("console.filter.show")}
      </button>
    </form>
  );
}
