import type { FieldError } from "../../../../workflows/kernel/form.ts";
import { type LoadedCase, loadCase } from "../../../cases/load.ts";
import { breakOff, mayInterrupt } from "../../../cases/withdraw.ts";
import { refOfCase } from "../../../store/keys.ts";
import { type Answer, redirect } from "../../answers.ts";
import { callTitle, caseWords } from "../../case-words.ts";
import type { Asked } from "../../parts/asked.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../../parts/form.tsx";
import { readPost } from "../../posts.ts";
import { notFound } from "../../refusal.ts";
import { type Typed, typedInto } from "../../typed.ts";
import { page } from "../../view.ts";
import { paths } from "../../visit.ts";
import { refusalPage } from "../faults.tsx";
import { forStaff, type StaffVisit } from "./guard.tsx";

/** The words by which this member of the staff may break a case off now. */
export const wordsToBreakOff = ({ house, member }: StaffVisit, loaded: LoadedCase): readonly string[] =>
  Object.entries(loaded.process.interruptions)
    .filter(([name, { by }]) => {
      const person = by === "applicant" ? undefined : loaded.process.people(by, loaded.file);
      const isTheirs = person?.email.toLowerCase() === member.email.toLowerCase();
      return isTheirs && mayInterrupt(loaded, name, house.clock.now());
    })
    .map(([name]) => name);

const found = async ({ house, at }: StaffVisit): Promise<LoadedCase | undefined> => {
  const loaded = await loadCase(house, refOfCase(at("id")));
  return loaded?.process.interruptions[at("name")] ? loaded : undefined;
};

/** Asks whether and why a case shall be broken off; nothing is done before the answer. */
export const showBreakOff = forStaff(async (visit) => {
  const loaded = await found(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  return wordsToBreakOff(visit, loaded).includes(visit.at("name"))
    ? draw(visit, loaded, {}, [])
    : tooLate(visit);
});

/** Breaks the case off, once. */
export const takeBreakOff = forStaff(async (visit) => {
  const { house, request, at } = visit;
  const loaded = await found(visit);
  const form = loaded?.process.interruptions[at("name")]?.form;
  if (!loaded || !form) return refusalPage(request, notFound);
  if (!wordsToBreakOff(visit, loaded).includes(at("name"))) return tooLate(visit);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(form, Object.keys(form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const said = await breakOff(house, loaded, at("name"), typed.value);
  switch (said.outcome) {
    case "accepted":
      return redirect(paths.consoleCase(at("id")));
    case "invalid":
      return draw(visit, loaded, typed.value, said.errors);
    case "tooLate":
      return tooLate(visit);
    case "unknown":
      return refusalPage(request, notFound);
  }
});

async function draw(
  { view, at }: StaffVisit,
  loaded: LoadedCase,
  values: Typed,
  errors: readonly FieldError[],
): Promise<Answer> {
  const { ui, language } = view;
  const form = loaded.process.interruptions[at("name")]?.form;
  if (!form) throw new Error(`${loaded.head.pk}: no interruption ${at("name")}`);
  const words = await caseWords(loaded, language);
  const asked: Asked = { form, words, ui, lists: {}, values, errors };
  const title = words.say(`${form.id}.title`);
  const back = paths.consoleCase(at("id"));
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">
          {callTitle(loaded, language)}, {loaded.process.people("applicant", loaded.file)?.name}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("case.break.text")}</p>
        <PostForm action={paths.breakOff(at("id"), at("name"))}>
          <WholeForm asked={asked} />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${form.id}.submit`)} warning />
            <a class="govuk-link" href={back}>
              {ui.say("case.break.keep")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  });
}

const tooLate = ({ view, at }: StaffVisit): Promise<Answer> =>
  page(view, {
    title: view.ui.say("case.break.late.title"),
    back: paths.consoleCase(at("id")),
    status: 409,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say("case.break.late.title")}</h1>
        <p class="govuk-body">{view.ui.say("case.break.late.text")}</p>
      </>
    ),
  });
