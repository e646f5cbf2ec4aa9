import type { PanelComments } from "../../reading/panel-comments.ts";
import type { Ui } from "../../reading/ui.ts";

/** What reviewers wrote to the commission, under the name of whoever applied. */
export const PanelCommentList = ({
  written,
  ui,
}: {
  readonly written: readonly PanelComments[];
  readonly ui: Ui;
}) =>
  written.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{ui.say("facts.toCommission")}</h3>
      {written.map(({ ref, name, comments }) => (
        <section key={ref}>
          <h4 class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{name}</h4>
          {comments.map((comment, index) => (
            <p class="govuk-body kelias-said" key={index}>
              {comment}
            </p>
          ))}
        </section>
      ))}
    </>
  );
