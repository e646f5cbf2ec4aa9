import type { CaseQuery } from "../../numbers/case-list.ts";
import type { View } from "../view.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly query: CaseQuery;
  readonly stages: readonly Choice[];
  readonly municipalities: readonly Choice[];
  readonly here: string;
  readonly view: View;
}

/** The filter of a list of cases, as a form that changes the address alone. */
export function CaseFilter({ query, stages, municipalities, here, view: { ui, language } }: Props) {
  const lists = [
    { name: "stage", label: ui.say("console.state"), chosen: query.stage, options: stages },
    {
      name: "municipality",
      label: ui.say("console.municipality"),
      chosen: query.municipality,
      options: municipalities,
    },
  ];
  return (
    <form method="get" action={here} class="kelias-filter">
      <input type="hidden" name="lang" value={language} />
      {query.day === undefined ? null : <input type="hidden" name="day" value={query.day} />}
      <div class="govuk-form-group">
        <label class="govuk-label" for="text">
          {ui.say("cases.text")}
        </label>
        <input class="govuk-input" id="text" name="text" value={query.text ?? ""} />
      </div>
      {lists.map(({ name, label, chosen, options }) => (
        <div class="govuk-form-group" key={name}>
          <label class="govuk-label" for={name}>
            {label}
          </label>
          <select class="govuk-select" id={name} name={name}>
            <option value="">{ui.say("console.filter.all")}</option>
            {options.map(({ value, label: text }) => (
              <option key={value} value={value} selected={chosen === value}>
                {text}
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
