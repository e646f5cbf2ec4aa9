import type { Ui } from "../../reading/ui.ts";
import type { View } from "../view.ts";
import { ErrorMessage } from "./error-message.tsx";

/** What is wrong with what was typed under a name, in a sentence. */
export interface Fault {
  readonly name: string;
  readonly text: string;
}

/** All that is wrong with a page, each with a link to where it is mended. */
export const Faults = ({
  faults,
  view: { ui },
}: {
  readonly faults: readonly Fault[];
  readonly view: View;
}) =>
  faults.length === 0 ? null : (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map(({ name, text }) => (
              <li key={name + text}>
                <a href={`#${name}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );

interface Props {
  readonly ui: Ui;
  readonly name: string;
  /** Where a page has several of one name: what tells this one apart. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  /** The language in which it is written, where that may not be the page's. */
  readonly language?: "lt" | "en";
  readonly faults?: readonly Fault[];
}

/** A text of several lines that belongs to no form of a process. */
export function TextBox({ ui, name, id = name, label, hint, value, rows, language, faults = [] }: Props) {
  const fault = faults.find((one) => one.name === id);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(fault === undefined ? [] : [`${id}-error`]),
  ];
  return (
    <div class={`govuk-form-group${fault ? " govuk-form-group--error" : ""}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault ? (
        <ErrorMessage id={`${id}-error`} ui={ui}>
          {fault.text}
        </ErrorMessage>
      ) : null}
      <textarea
        class={`govuk-textarea${fault ? " govuk-textarea--error" : ""}`}
        id={id}
        name={name}
        rows={rows}
        {...(language === undefined ? {} : { lang: language })}
        {...(described.length === 0 ? {} : { "aria-describedby": described.join(" ") })}
      >
        {value}
      </textarea>
    </div>
  );
}
