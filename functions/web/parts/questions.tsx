import type { ComponentChildren } from "preact";
import { printTime } from "../../../workflows/kernel/facts/print.ts";
import type { Ui } from "../../reading/ui.ts";
import type { Question } from "../../store/question-item.ts";

interface Props {
  readonly questions: readonly Question[];
  readonly ui: Ui;
  /** What stands where an answer is still waited for. */
  readonly waiting: (question: Question) => ComponentChildren;
}

/** What was asked and what was answered, oldest first. */
export const QuestionsSaid = ({ questions, ui, waiting }: Props) => (
  <ol class="kelias-notes">
    {questions.map((question) => (
      <li key={question.number}>
        <div class="kelias-said">{question.text}</div>
        <span class="kelias-notes__who">
          {`${question.by.name}. ${ui.say("questions.asked", { time: printTime(question.at, ui.language) })}`}
        </span>
        {question.answer ? (
          <blockquote class="govuk-inset-text">
            <div class="kelias-said">{question.answer.text}</div>
            <span class="kelias-notes__who">
              {ui.say("questions.answered", {
                by: question.answer.by.name,
                time: printTime(question.answer.at, ui.language),
              })}
            </span>
          </blockquote>
        ) : (
          waiting(question)
        )}
      </li>
    ))}
  </ol>
);
