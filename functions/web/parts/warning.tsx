import type { View } from "../view.ts";

/** Why nothing was done, above all else; it belongs to no single field. */
export const Warning = ({ view: { ui }, text }: { readonly view: View; readonly text: string }) => (
  <div class="govuk-error-summary" data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
      <div class="govuk-error-summary__body">
        <p>{text}</p>
      </div>
    </div>
  </div>
);
