import type { ComponentChildren } from "preact";
import type { View } from "../../web/view.ts";

/** A part of the address to choose from a list; nothing chosen filters nothing. */
export interface FilterList {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | undefined;
  /** What nothing chosen means, in the words of the list. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface Props {
  readonly action: string;
  readonly lists: readonly FilterList[];
  readonly view: View;
  /** Where names are typed into it, it is sent, and what was typed reaches no address. */
  readonly isSent?: boolean;
  /** What is asked before the lists. */
  readonly children?: ComponentChildren;
  /** What is asked after them. */
  readonly more?: ComponentChildren;
}

/** A filter of a page: a form that changes the address alone, so that it can be kept and sent on. */
export const Filter = ({ action, lists, view: { ui, language }, isSent = false, children, more }: Props) => (
  <form method={isSent ? "post" : "get"} action={action} class="kelias-filter">
    {isSent ? null : <input type="hidden" name="lang" value={language} />}
    {children}
    {lists.map(({ name, label, chosen, all, options }) => (
      <div class="govuk-form-group" key={name}>
        <label class="govuk-label" for={name}>
          {label}
        </label>
        <select class="govuk-select" id={name} name={name}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={chosen === option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    ))}
    {more}
    <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
      {ui.say("console.filter.show")}
    </button>
  </form>
);
