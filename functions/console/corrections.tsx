import { paths } from "../addresses/paths.ts";
import { applicationIn } from "../cases/applications/application-forms.ts";
import {
  type Correctable,
  correctApplication,
  correctableAt,
  correctableOf,
} from "../cases/corrections/correct-application.ts";
import { forgetReason, keepReason, keptReason } from "../cases/corrections/kept-reason.ts";
import { correctionForm } from "../cases/tasks/forms.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import type { Messages } from "../reading/messages.ts";
import { printedAnswer } from "../reading/printed.ts";
import { asMessages } from "../reading/ui.ts";
import { placeIn } from "../uploads/places.ts";
import { filesOf, withReleased } from "../uploads/uploads.ts";
import { type Answer, redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { answerRows, Said, SummaryList } from "../web/parts/summary.tsx";
import { numberIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { shownChoices, shownIn, typedInto, uploadWanted } from "../web/typed.ts";
import { type Bringing, removeUploadOf, showUploadOf } from "../web/uploading.tsx";
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
  const known = correctableAt(visit.loaded, visit.at("field"));
  return known ? draw(visit, known) : refusalPage(visit.request, notFound);
});

/** Puts the answer right, once however often the page is sent. */
export const takeCorrection = ofCoordinator((visit) =>
  withPost(visit, async (post) => {
    const { house, request, loaded, member, view, at } = visit;
    const known = correctableAt(loaded, at("field"));
    if (!known) return refusalPage(request, notFound);
    const form = correctionForm(known.field);
    const typed = typedInto(form, Object.keys(form.fields), post);
    if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
    const wanted = uploadWanted(form, post);
    if (wanted) {
      const { reason } = typed.value;
      await keepReason(house, correctingIn(visit, known), typeof reason === "string" ? reason : "");
      return redirect(paths.correctionUpload(at("id"), known.name, wanted.place));
    }
    const by = { name: member.name, email: member.email };
    const said = withReleased(form, typed.value, await filesFor(visit, known));
    const wish = { name: known.name, typed: said, by, after: numberIn(post, "after") };
    const corrected = await correctApplication(house, loaded, wish);
    switch (corrected.outcome) {
      case "corrected":
        await forgetReason(house, correctingIn(visit, known));
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

const ownerFor = ({ at }: CaseVisit, { name }: Correctable) =>
  ({ kind: "correction", id: at("id"), name }) as const;

const correctingIn = ({ member, at }: CaseVisit, { name }: Correctable) =>
  ({ email: member.email, caseId: at("id"), name }) as const;

const filesFor = (visit: CaseVisit, known: Correctable) =>
  filesOf(visit.house, ownerFor(visit, known), correctionForm(known.field));

async function bringing(visit: CaseVisit): Promise<Bringing | undefined> {
  const { loaded, view, at, request } = visit;
  const application = applicationIn(loaded);
  const known = correctableAt(loaded, at("field"));
  const form = known && correctionForm(known.field);
  if (!application || !known || !form || !placeIn(form.fields, at("place"))) return undefined;
  const { words } = await printingOf(visit, application);
  return {
    ...{ owner: ownerFor(visit, known), form, field: at("place"), view, here: request.path },
    words: wordsOf(words, asMessages(view.ui), wordedAs(application, known, words)),
    back: paths.correction(at("id"), known.name),
  };
}

export const showCorrectionUpload = ofCoordinator(async (visit) =>
  showUploadOf(visit, await bringing(visit)),
);
export const removeCorrectionUpload = ofCoordinator(async (visit) =>
  removeUploadOf(visit, await bringing(visit)),
);

const printingOf = async (
  { loaded, view }: CaseVisit,
  form: NonNullable<CaseVisit["loaded"]["process"]["application"]>,
) => ({
  form,
  words: await caseWords(loaded, view.language),
  ui: view.ui,
});

type Saying = Pick<Act, "typed" | "errors" | "refused">;

async function draw(visit: CaseVisit, known: Correctable, said: Saying = {}): Promise<Answer> {
  const { loaded, view, at, request } = visit;
  const { ui } = view;
  const { name, field, isWeighed } = known;
  const application = applicationIn(loaded);
  if (!application) return refusalPage(request, notFound);
  const printing = await printingOf(visit, application);
  const worded = wordedAs(application, known, printing.words);
  const value = loaded.file.application[name];
  const lines = printedAnswer(printing, name, value);
  const reason = (await keptReason(visit.house, correctingIn(visit, known))) ?? "";
  const typed = { value: Array.isArray(value) ? shownChoices(value) : shownIn(value), reason };
  return drawAct(view, {
    typed,
    ...said,
    ...(isWeighed ? { refused: ui.say("corrections.ranks") } : {}),
    loaded,
    form: correctionForm(field),
    title: ui.say("correction.title", { label: worded.label }),
    words: wordsOf(printing.words, asMessages(ui), worded),
    files: await filesFor(visit, known),
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

interface Worded {
  readonly label: string;
  /** With what the application's own words of the question begin; none where they speak to whoever applies. */
  readonly prefix?: string;
  /** With what the portal's words for it begin. */
  readonly asks: "correction" | "copy";
}

const wordedAs = (
  { id }: { readonly id: string },
  { name, field }: Correctable,
  words: Messages,
): Worded => ({
  label: words.say(`${id}.${name}.label`),
  ...(field.namelessOf === undefined ? { asks: "correction", prefix: `${id}.${name}.` } : { asks: "copy" }),
});

/** The value is asked for by the words of the application, the reason by the portal's own. */
function wordsOf(own: Messages, portal: Messages, { label, prefix, asks }: Worded): Messages {
  const maybe: Messages["maybe"] = (key, parameters) =>
    key === "correction.value.label"
      ? label
      : prefix !== undefined && key.startsWith("correction.value.")
        ? own.maybe(key.replace("correction.value.", prefix), parameters)
        : (portal.maybe(key.replace(/^correction\./, `${asks}.`), parameters) ?? own.maybe(key, parameters));
  const say: Messages["say"] = (key, parameters) => {
    const said = maybe(key, parameters);
    if (said === undefined) throw new Error(`no word ${key}`);
    return said;
  };
  return { language: own.language, say, maybe };
}
