import { paths } from "../addresses/paths.ts";
import { longestMessage } from "../mails/messages.ts";
import { answerQuestion, questionsFor } from "../questions/questions.ts";
import { callTitle } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { idOf } from "../store/keys.ts";
import type { Question } from "../store/question-item.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { QuestionsSaid } from "../web/parts/questions.tsx";
import { type Fault, Faults, TextBox } from "../web/parts/text-box.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { numberIn, textIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type CaseVisit, ofCase, ofCoordinator, withPost } from "./of-case.ts";

/** What the applicant of a case asked, and room for the answers. */
export const showQuestions = ofCase((visit) => draw(visit, {}));

/** Answers one question, by mail and on its asker's page. */
export const takeAnswer = ofCoordinator((visit) =>
  withPost(visit, async (post) => {
    const { house, request, member, loaded, at, view } = visit;
    const number = numberIn(post, "number");
    const text = textIn(post, "text");
    const typed = { number, text };
    const told = { most: longestMessage, count: text.length };
    if (text === "") return draw(visit, { typed, fault: view.ui.say("questions.answer.empty") });
    if (text.length > longestMessage)
      return draw(visit, { typed, fault: view.ui.say("questions.answer.tooLong", told) });
    const answered = await answerQuestion(house, loaded, { number, text, by: member });
    if (answered === "unknown") return refusalPage(request, notFound);
    return answered === "other" ? draw(visit, { isLate: number }) : redirect(paths.questions(at("id")));
  }),
);

interface Said {
  readonly typed?: { readonly number: number; readonly text: string };
  readonly fault?: string;
  /** The question that a colleague answered first. */
  readonly isLate?: number;
}

/** The oldest question of another case that waits for whoever has answered those of this one. */
async function nextAfter({ house, member, loaded, mayAct }: CaseVisit): Promise<Question | undefined> {
  if (!mayAct || loaded.questions?.some(({ answer }) => !answer)) return undefined;
  const { questions } = await questionsFor(house, member.email);
  return questions.find(({ pk }) => pk !== loaded.head.pk);
}

async function draw(visit: CaseVisit, { typed, fault, isLate }: Said) {
  const { view, loaded, at, mayAct } = visit;
  const { ui } = view;
  const { questions = [] } = loaded;
  const next = await nextAfter(visit);
  const nameOf = (number: number) => `text-${number}`;
  const faults: readonly Fault[] =
    typed && fault !== undefined ? [{ name: nameOf(typed.number), text: fault }] : [];
  const by = questions.find(({ number }) => number === isLate)?.answer?.by.name ?? "–";
  return page(view, {
    title: ui.say("questions.title"),
    back: paths.consoleCase(at("id")),
    hasErrors: faults.length > 0,
    status: isLate !== undefined ? 409 : faults.length > 0 ? 422 : 200,
    body: (
      <>
        <Faults faults={faults} view={view} />
        {isLate === undefined ? null : (
          <Warning view={view} text={ui.say("questions.answer.other", { by })} />
        )}
        <span class="govuk-caption-l">
          {`${callTitle(loaded, view.language)}, ${loaded.process.people("applicant", loaded.file)?.name ?? codeOf(loaded.head.pk)}`}
        </span>
        <h1 class="govuk-heading-l">{ui.say("questions.title")}</h1>
        {next ? (
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={paths.questions(idOf(next.pk))}>
              {ui.say("questions.next", { who: `${next.by.name} (${codeOf(next.pk)})` })}
            </a>
          </p>
        ) : null}
        {questions.length === 0 ? <p class="govuk-body">{ui.say("questions.none")}</p> : null}
        <QuestionsSaid
          questions={questions}
          ui={ui}
          waiting={({ number }) =>
            mayAct ? (
              <TypedForm action={paths.questions(at("id"))}>
                <input type="hidden" name="number" value={number} />
                <TextBox
                  ui={ui}
                  id={nameOf(number)}
                  name="text"
                  label={ui.say("questions.answer.label")}
                  hint={ui.say("questions.answer.hint", { most: longestMessage })}
                  value={typed?.number === number ? typed.text : ""}
                  rows={6}
                  faults={faults}
                />
                <SubmitButton label={ui.say("questions.answer.send")} />
              </TypedForm>
            ) : (
              <p class="govuk-body">{ui.say("questions.waits")}</p>
            )
          }
        />
      </>
    ),
  });
}
