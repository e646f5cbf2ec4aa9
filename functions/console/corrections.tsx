import { paths } from "../addresses/paths.ts";
import { applicationIn } from "../cases/applications/application-forms.ts";
import {
  type Correctable,
  correctApplication,
  correctableOf,
} from "../cases/corrections/correct-application.ts";
import { correctionForm } from "../cases/tasks/forms.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { printedAnswer } from "../reading/printed.ts";
import { asMessages } from "../reading/ui.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { answerRows, Said, SummaryList } from "../web/parts/summary.tsx";
import { numberIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { shownChoices, shownIn, typedInto } from "../web/typed.ts";
import { type CaseVisit, ofCoordinator, withPost } from "./of-case.ts";
import { type Act, drawAct } from "./parts/act.tsx";

/** The answers of an application, each with a way to put it right. */
export const showCorrectable = ofCoordinator(async (visit) => {
  const { loaded, view, at, request } = visit;
  const { ui, language } = view;
  const form = applicationIn(loaded);
  if (!form || loaded.entry?.ended) return refusalPage(request, notFound);
  const printing = await printingOf(visit, form);
  const known = correctableOf(loaded);
  const changeOf = (name: string) =>
    known.some((one) => one.name === name && !one.isWeighed)
      ? { href: paths.correction(at("id"), name), text: ui.say("corrections.change") }
      : undefined;
  const title = ui.say("corrections.title");
  return page(view, {
    title,
    back: paths.consoleCase(at("id")),
    body: (
      <>
        <span class="govuk-caption-l">
          {callTitle(loaded, language)}, {loaded.process.people("applicant", loaded.file)?.name}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("corrections.text")}</p>
        {known.some(({ isWeighed }) => isWeighed) ? (
          <div class="govuk-inset-text">{ui.say("corrections.ranks")}</div>
        ) : null}
        <SummaryList
          rows={answerRows(
            printing,
            known.map(({ name }) => name),
            loaded.file.application,
            { all: true, changeOf },
          )}
        />
      </>
    ),
  });
});

/** Asks for one answer anew; nothing is changed before it is given. */
export const askToCorrect = ofCoordinator(async (visit) => {
  const known = correctableAt(visit);
  return known ? draw(visit, known) : refusalPage(visit.request, notFound);
});

/** Puts the answer right, once however often the page is sent. */
export const takeCorrection = ofCoordinator((visit) =>
  withPost(visit, async (post) => {
    const { house, request, loaded, member, view, at } = visit;
    const known = correctableAt(visit);
    if (!known) return refusalPage(request, notFound);
    const form = correctionForm(known.field);
    const typed = typedInto(form, Object.keys(form.fields), post);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const by = { name: member.name, email: member.email };
    const wish = { name: known.name, typed: typed.value, by, after: numberIn(post, "after") };
    const corrected = await correctApplication(house, loaded, wish);
    switch (corrected.outcome) {
      case "corrected":
        return redirect(paths.consoleCase(at("id")));
      case "invalid":
        return draw(visit, known, { typed: typed.value, errors: corrected.errors });
      case "unknown":
        return refusalPage(request, notFound);
      case "weighed":
        return draw(visit, known, { typed: typed.value, refused: view.ui.say("corrections.ranks") });
      case "same":
      case "changed": {
        const refused = view.ui.say(`correction.${corrected.outcome}`);
        return draw(visit, known, { typed: typed.value, refused });
      }
    }
  }),
);

const correctableAt = ({ loaded, at }: CaseVisit): Correctable | undefined =>
  loaded.entry?.ended ? undefined : correctableOf(loaded).find(({ name }) => name === at("field"));

const printingOf = async (
  { loaded, view }: CaseVisit,
  form: NonNullable<CaseVisit["loaded"]["process"]["application"]>,
) => ({
  form,
  words: await caseWords(loaded, view.language),
  ui: view.ui,
});

type Saying = Pick<Act, "typed" | "errors" | "refused">;

async function draw(
  visit: CaseVisit,
  { name, field, isWeighed }: Correctable,
  said: Saying = {},
): Promise<Answer> {
  const { loaded, view, at, request } = visit;
  const { ui } = view;
  const application = applicationIn(loaded);
  if (!application) return refusalPage(request, notFound);
  const printing = await printingOf(visit, application);
  const label = printing.words.say(`${application.id}.${name}.label`);
  const value = loaded.file.application[name];
  const lines = printedAnswer(printing, name, value);
  const typed = { value: Array.isArray(value) ? shownChoices(value) : shownIn(value), reason: "" };
  return drawAct(view, {
    typed,
    ...said,
    ...(isWeighed ? { refused: ui.say("corrections.ranks") } : {}),
    loaded,
    form: correctionForm(field),
    title: ui.say("correction.title", { label }),
    words: wordsOf(printing.words, asMessages(ui), { prefix: `${application.id}.${name}.`, label }),
    children: (
      <>
        <p class="govuk-body">{ui.say("correction.was")}</p>
        <div class="govuk-inset-text">{lines.length === 0 ? ui.say("none") : <Said lines={lines} />}</div>
      </>
    ),
    here: paths.correction(at("id"), name),
    back: paths.corrections(at("id")),
    hidden: { after: loaded.head.amended ?? 0 },
  });
}

/** The value is asked for by the words of the application, the reason by the portal's own. */
function wordsOf(
  own: Messages,
  portal: Messages,
  { prefix, label }: { readonly prefix: string; readonly label: string },
): Messages {
  const maybe: Messages["maybe"] = (key, parameters) =>
    key === "correction.value.label"
      ? label
      : key.startsWith("correction.value.")
        ? own.maybe(key.replace("correction.value.", prefix), parameters)
        : (portal.maybe(key, parameters) ?? own.maybe(key, parameters));
  const say: Messages["say"] = (key, parameters) => {
    const said = maybe(key, parameters);
    if (said === undefined) throw new Error(`no word ${key}`);
    return said;
  };
  return { language: own.language, say, maybe };
}
