import { ErrorMessage } from "../../web/parts/error-message.tsx";
import type { View } from "../../web/view.ts";

/** A number to be checked by whoever has a paper with it; `wrong` is what to say of one that was typed and cannot be one. */
interface NumberAsked {
  readonly action: string;
  readonly label: string;
  readonly view: View;
  readonly typed: string | undefined;
  readonly wrong: string;
}

/** What stands above the page when the number was none. */
export const WrongNumber = ({ typed, wrong, view: { ui } }: Pick<NumberAsked, "typed" | "wrong" | "view">) =>
  typed === undefined ? null : (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          <li>
            <a href="#number">{wrong}</a>
          </li>
        </ul>
      </div>
    </div>
  );

export function NumberQuestion({ action, label, typed, wrong, view: { ui } }: NumberAsked) {
  const isWrong = typed !== undefined;
  return (
    <form method="get" action={action} noValidate>
      <div class={`govuk-form-group${isWrong ? " govuk-form-group--error" : ""}`}>
        <label class="govuk-label govuk-label--s" for="number">
          {label}
        </label>
        <div id="number-hint" class="govuk-hint">
          {ui.say("certificates.hint")}
        </div>
        {isWrong ? (
          <ErrorMessage id="number-error" ui={ui}>
            {wrong}
          </ErrorMessage>
        ) : null}
        <input
          class={`govuk-input govuk-input--width-20 kelias-figures${isWrong ? " govuk-input--error" : ""}`}
          id="number"
          name="number"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          spellcheck={false}
          value={(typed ?? "").slice(0, 100)}
          aria-describedby={isWrong ? "number-hint number-error" : "number-hint"}
        />
      </div>
      <button type="submit" class="govuk-button" data-module="govuk-button">
        {ui.say("certificates.check")}
      </button>
    </form>
  );
}
