import type { Ui } from "../../reading/ui.ts";

/** Asks whether this sign-in shall end the others of the same person. */
export const OthersBox = ({ ui }: { readonly ui: Ui }) => (
  <div class="govuk-form-group">
    <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="others" name="others" type="checkbox" value="yes" />
        <label class="govuk-label govuk-checkboxes__label" for="others">
          {ui.say("enter.others")}
        </label>
      </div>
    </div>
  </div>
);
