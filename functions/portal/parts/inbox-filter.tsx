import type { CallSummary } from "../../calls/calls.ts";
import type { View } from "../view.ts";

const dues = ["overdue", "today"] as const;

/** What of the inbox is shown; it stands in the address, so that it can be kept and sent on. */
export interface InboxFilter {
  readonly due?: (typeof dues)[number];
  /** The identifier of a call. */
  readonly call?: string;
}

/** Reads the filter from an address. What is not known there filters nothing. */
export function filterIn(query: URLSearchParams, calls: readonly CallSummary[]): InboxFilter {
  const due = dues.find((known) => known === query.get("due"));
  const call = calls.find(({ id }) => id === query.get("call"))?.id;
  return { ...(due ? { due } : {}), ...(call === undefined ? {} : { call }) };
}

/** The filter as a form that changes the address alone. */
export function FilterForm({
  filter,
  calls,
  view: { ui, language },
}: {
  readonly filter: InboxFilter;
  readonly calls: readonly CallSummary[];
  readonly view: View;
}) {
  return (
    <form method="get" action="/console" class="kelias-filter">
      <input type="hidden" name="lang" value={language} />
      <div class="govuk-form-group">
        <label class="govuk-label" for="due">
          {ui.say("console.filter.due")}
        </label>
        <select class="govuk-select" id="due" name="due">
          <option value="">{ui.say("console.filter.all")}</option>
          {dues.map((due) => (
            <option key={due} value={due} selected={filter.due === due}>
              {ui.say(`console.${due}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="call">
          {ui.say("console.filter.call")}
        </label>
        <select class="govuk-select" id="call" name="call">
          <option value="">{ui.say("console.filter.all")}</option>
          {calls.map(({ id, title }) => (
            <option key={id} value={id} selected={filter.call === id}>
              {title[language]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
        {ui.say("console.filter.show")}
      </button>
    </form>
  );
}
