import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import type { Finding, Question } from "../../findings/ask.ts";
import { PostForm } from "../../web/parts/form.tsx";
import type { View } from "../../web/view.ts";

/** Of a large call: as of when it was looked through, whether it is being looked through, and the button that has it done. */
export function FindingState({
  question: { callId, kind, said = "" },
  finding: { at, isUnderWay, hasFailed },
  here,
  view: { ui, language },
}: {
  readonly question: Question;
  readonly finding: Finding<unknown>;
  /** The page itself, as it is asked for. */
  readonly here: string;
  readonly view: View;
}) {
  return (
    <>
      <p class="govuk-body">{ui.say("findings.large")}</p>
      <div data-module={isUnderWay ? "kelias-follow" : undefined}>
        <div role="status" aria-live="polite" class="govuk-inset-text">
          <p class="govuk-body">
            {at === undefined ? "" : `${ui.say("findings.at", { at: printTime(at, language) })} `}
            {isUnderWay ? ui.say("findings.underWay") : ""}
            {hasFailed ? ui.say("findings.failed") : ""}
            {at === undefined && !isUnderWay && !hasFailed ? ui.say("findings.none") : ""}
          </p>
          {at !== undefined || isUnderWay ? (
            <p class="govuk-body">
              <a class="govuk-link" href={here}>
                {ui.say("findings.show")}
              </a>
            </p>
          ) : null}
        </div>
      </div>
      {isUnderWay ? null : (
        <PostForm action={paths.findings(callId)}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="said" value={said} />
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            data-module="govuk-button"
            data-prevent-double-click="true"
          >
            {ui.say(at === undefined ? "findings.ask" : "findings.again")}
          </button>
        </PostForm>
      )}
    </>
  );
}

/** That of so many only some are told. */
export const ShownOf = ({
  shown,
  count,
  view: { ui },
}: {
  readonly shown: number;
  readonly count: number;
  readonly view: View;
}) => (shown < count ? <p class="govuk-body">{ui.say("findings.some", { shown, count })}</p> : null);
