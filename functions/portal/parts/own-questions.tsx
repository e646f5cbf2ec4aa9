import type { LoadedCase } from "../../cases/load.ts";
import { mayAsk, ownQuestions } from "../../questions/questions.ts";
import type { Ui } from "../../reading/ui.ts";
import { QuestionsSaid } from "../../web/parts/questions.tsx";

/** What I have asked of my case, what I was told, and the way to ask more. */
export function OwnQuestions({
  loaded,
  href,
  ui,
}: {
  readonly loaded: LoadedCase;
  readonly href: string;
  readonly ui: Ui;
}) {
  const questions = ownQuestions(loaded);
  if (questions.length === 0 && mayAsk(loaded) === "no") return null;
  return (
    <section aria-labelledby="questions">
      {questions.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-m" id="questions">
            {ui.say("questions.title")}
          </h2>
          <QuestionsSaid
            questions={questions}
            ui={ui}
            waiting={() => <p class="govuk-body">{ui.say("questions.waits")}</p>}
          />
        </>
      )}
      {mayAsk(loaded) === "no" ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={href}>
            {ui.say("question.title")}
          </a>
        </p>
      )}
    </section>
  );
}
