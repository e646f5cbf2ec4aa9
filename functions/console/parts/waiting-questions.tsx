import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { paths } from "../../addresses/paths.ts";
import { codeOf } from "../../reading/codes.ts";
import type { Ui } from "../../reading/ui.ts";
import { idOf } from "../../store/keys.ts";
import type { Question } from "../../store/question-item.ts";
import { columnsIn, DataTable, Rows } from "../../web/parts/table.tsx";
import type { View } from "../../web/view.ts";

/** On the page of a case: how many questions wait, and the way to them. */
export function WaitingQuestions({
  questions,
  href,
  mayAnswer,
  ui,
}: {
  readonly questions: readonly Question[];
  readonly href: string;
  readonly mayAnswer: boolean;
  readonly ui: Ui;
}) {
  if (questions.length === 0) return null;
  const waiting = questions.filter(({ answer }) => !answer).length;
  return (
    <section class={waiting > 0 ? "kelias-own" : ""}>
      {waiting > 0 ? <p class="govuk-body">{ui.say("questions.waiting", { count: waiting })}</p> : null}
      <p class="govuk-body">
        <a class={waiting > 0 && mayAnswer ? "govuk-button" : "govuk-link"} href={href}>
          {ui.say(waiting > 0 && mayAnswer ? "questions.answer" : "questions.title")}
        </a>
      </p>
    </section>
  );
}

/** So much of a question is read in a list. */
const shownOf = 120;

/** What applicants ask one of the staff, the oldest first; nothing where nobody asks. */
export function QuestionTable({
  waiting: { questions, isMore },
  view: { ui, language },
}: {
  readonly waiting: { readonly questions: readonly Question[]; readonly isMore: boolean };
  readonly view: View;
}) {
  if (questions.length === 0) return null;
  return (
    <>
      <DataTable
        caption={ui.say("questions.inbox")}
        stacks
        columns={columnsIn(ui, "questions.inbox.who", "questions.inbox.what", "questions.inbox.since")}
      >
        <Rows>
          {questions.map(({ pk, sk, by, text, at }) => (
            <tr class="govuk-table__row" key={`${pk} ${sk}`}>
              <th scope="row" class="govuk-table__header">
                <a class="govuk-link" href={paths.questions(idOf(pk))}>
                  {`${by.name} (${codeOf(pk)})`}
                </a>
              </th>
              <td class="govuk-table__cell" data-label={ui.say("questions.inbox.what")}>
                {text.length > shownOf ? `${text.slice(0, shownOf)}…` : text}
              </td>
              <td class="govuk-table__cell" data-label={ui.say("questions.inbox.since")}>
                {printTime(at, language)}
              </td>
            </tr>
          ))}
        </Rows>
      </DataTable>
      {isMore ? <p class="govuk-body">{ui.say("questions.inbox.more")}</p> : null}
    </>
  );
}
