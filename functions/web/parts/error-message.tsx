import type { ComponentChildren } from "preact";
import type { Ui } from "../../reading/ui.ts";

/** What is wrong with an answer, beside it: seen by its colour, and said to be a fault to whoever hears the page [WCAG 2.2, 3.3.1]. */
export const ErrorMessage = ({
  id,
  ui,
  children,
}: {
  readonly id?: string;
  readonly ui: Ui;
  readonly children: ComponentChildren;
}) => (
  <p {...(id === undefined ? {} : { id })} class="govuk-error-message">
    <span class="govuk-visually-hidden">{ui.say("errors.prefix")}</span> {children}
  </p>
);
