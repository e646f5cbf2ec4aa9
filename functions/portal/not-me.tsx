import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { disown, disownForm, mayDisown } from "../cases/people/disown.ts";
import { type FoundTask, findTask } from "../cases/tasks/find-task.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { asMessages } from "../reading/ui.ts";
import { addressOf } from "../web/addresses.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

type Open = Exclude<FoundTask, { outcome: "unknown" }>;

async function openTask(visit: Visit): Promise<Open | undefined> {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  return found?.outcome === "open" && mayDisown(found.loaded.process, found.task) ? found : undefined;
}

const taskOf = ({ request }: Visit): string => request.path.slice(0, -"/not-me".length);

/** A guest who was asked by mistake can say so, and who should be asked instead. */
export const showNotMe: Work = async (visit) => {
  const found = await openTask(visit);
  return found ? draw(visit, found) : refusalPage(visit.request, notFound);
};

/** Notes it, and thanks: nothing more is asked of this person. */
export const takeNotMe: Work = async (visit) => {
  const found = await openTask(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const typed = typedInto(disownForm, Object.keys(disownForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(visit.request, typed.refusal);
  const raw = { ...typed.value, outcome: post.value.get("outcome")?.[0] ?? "" };
  const parsed = parseAnswer(disownForm, raw);
  if (parsed.outcome === "invalid") return draw(visit, found, raw, parsed.errors);
  await disown(visit.house, found, parsed.value);
  return redirect(taskOf(visit));
};

async function draw(
  visit: Visit,
  { task, loaded }: Open,
  values: Typed = {},
  errors: readonly FieldError[] = [],
) {
  const view = await viewOf(visit.request, task.assignee?.language);
  const { ui, language } = view;
  const words = await caseWords(loaded, language);
  const asked: Asked = { form: disownForm, words: asMessages(ui), ui, values, errors };
  return page(view, {
    title: ui.say("disown.title"),
    back: taskOf(visit),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("disown.title")}</h1>
        <p class="govuk-body-l">
          {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
        </p>
        <p class="govuk-body">{ui.say("disown.text")}</p>
        <TypedForm action={visit.request.path}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("disown.submit")} />
        </TypedForm>
      </>
    ),
  });
}
