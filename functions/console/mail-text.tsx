import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { loadCase } from "../cases/load.ts";
import { casesNamed } from "../cases/tasks/several.ts";
import { pageOfCases } from "../lines/case-list.ts";
import { readFigures } from "../lines/figures.ts";
import { keepText, keysOf, latestText, textsOf } from "../mails/call-texts.ts";
import { faultOf, longest, mayName, namesIn, type TextFault, type TextKind } from "../mails/text-limits.ts";
import { codeOf } from "../reading/codes.ts";
import { parametersIn } from "../reading/message-parameters.ts";
import type { CallText, Texts } from "../store/call-text-item.ts";
import type { Head } from "../store/items.ts";
import { idOf, textPrefix } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { PostForm, TypedForm } from "../web/parts/form.tsx";
import { type Fault, Faults, TextBox } from "../web/parts/text-box.tsx";
import { Warning } from "../web/parts/warning.tsx";
import { numberIn, type Post, readPost, textIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import type { View } from "../web/view.ts";
import { forStaff, type StaffVisit } from "./guard.ts";
import { type NamedText, textsIn } from "./mail-texts.tsx";
import { PreviewedText, saidOfCase } from "./parts/previewed-text.tsx";

/** So many of the latest cases are offered for a preview. */
const mostCases = 30;

/** One text of a call's mails, with what is asked for it: each input stands for a text in a language. */
interface TextVisit {
  readonly visit: StaffVisit;
  readonly head: Head;
  readonly text: NamedText;
  readonly inputs: readonly Input[];
  readonly latest: CallText | undefined;
}

interface Input {
  readonly name: `${TextKind}.${"lt" | "en"}`;
  readonly kind: TextKind;
  readonly language: "lt" | "en";
  readonly standard: string;
}

async function textOf(visit: StaffVisit): Promise<TextVisit | undefined> {
  const { house, view, at } = visit;
  const head = await loadCall(house, at("id"));
  const text =
    head &&
    (await textsIn(head, view)).find(({ process, name }) => process === at("process") && name === at("name"));
  if (!head || !text) return undefined;
  const { words } = await processOf(text.process);
  const keys = keysOf(text);
  const inputs: Input[] = [];
  for (const language of ["lt", "en"] as const) {
    const said = await words[language]();
    for (const kind of ["subject", "body"] as const) {
      const key = keys[kind];
      const standard = key === undefined ? undefined : said[key];
      if (standard !== undefined) inputs.push({ name: `${kind}.${language}`, kind, language, standard });
    }
  }
  return { visit, head, text, inputs, latest: await latestText(house, head.callId, text) };
}

export const showMailText = forStaff(async (visit) => {
  const found = await textOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  return draw(found, { isKept: visit.request.query.has("kept") });
});

/** Keeps what was typed, shows it as a reader of the call would have it, or goes back to the standard. */
export const takeMailText = forStaff(async (visit) => {
  const found = await textOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const { head, text, inputs } = found;
  const wanted = post.value.get("do")?.[0];
  const after = numberIn(post.value, "version");
  const by = visit.member;
  const here = paths.mailText(head.callId, text.process, text.name);
  if (wanted === "standard") {
    const kept = await keepText(visit.house, head.callId, text, { by, after });
    return kept === "kept" ? redirect(`${here}?kept`) : draw(found, { isConflict: true });
  }
  const typed = typedIn(post.value, inputs);
  const faults = inputs.flatMap((input): readonly Fault[] => {
    const fault = faultOf({ ...input, typed: typed.get(input.name) ?? "" });
    return fault ? [{ name: input.name, text: sentenceOf(fault, input, visit.view) }] : [];
  });
  if (faults.length > 0) return draw(found, { typed, faults });
  if (wanted === "preview") return draw(found, { typed, about: post.value.get("case")?.[0] ?? "" });
  const kept = await keepText(visit.house, head.callId, text, { texts: textsOfTyped(typed), by, after });
  return kept === "kept" ? redirect(`${here}?kept`) : draw(found, { typed, isConflict: true });
});

const typedIn = (post: Post, inputs: readonly Input[]): ReadonlyMap<string, string> =>
  new Map(inputs.map(({ name }) => [name, textIn(post, name)]));

function textsOfTyped(typed: ReadonlyMap<string, string>): Texts {
  const of = (language: "lt" | "en") => {
    const subject = typed.get(`subject.${language}`);
    return { ...(subject === undefined ? {} : { subject }), body: typed.get(`body.${language}`) ?? "" };
  };
  return { lt: of("lt"), en: of("en") };
}

const listed = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(", ");

/** Which field, where in it, and what is expected. */
function sentenceOf(fault: TextFault, { name, standard, language }: Input, { ui }: View): string {
  const [sample = "call"] = namesIn(standard, language);
  const said = {
    ...fault,
    names: "names" in fault ? listed(fault.names) : "",
    known: "known" in fault ? listed(fault.known) : "",
    sample: `{${sample}}`,
  };
  return `${ui.say(`texts.${name}`)}: ${ui.say(`texts.error.${fault.kind}`, said)}`;
}

interface Said {
  readonly typed?: ReadonlyMap<string, string>;
  readonly faults?: readonly Fault[];
  readonly isConflict?: boolean;
  readonly isKept?: boolean;
  /** The case by which the typed text is shown. */
  readonly about?: string | undefined;
}

async function draw({ visit, head, text, inputs, latest }: TextVisit, said: Said) {
  const { house, view } = visit;
  const { ui, language } = view;
  const { typed, faults = [], isConflict = false, isKept = false, about } = said;
  const kept = (input: Input): string | undefined => latest?.texts?.[input.language][input.kind];
  const saidIn = (input: Input): string => typed?.get(input.name) ?? kept(input) ?? input.standard;
  const isOfCases = text.process === summaryOf(head, "").process;
  const { figures } = await readFigures(house, head.callId);
  const newest = { order: "submitted", isReversed: true } as const;
  const { lines } = await pageOfCases(house, head.callId, newest, figures, mostCases);
  const mayPreview = lines.length > 0 || !isOfCases;
  const here = paths.mailText(head.callId, text.process, text.name);
  const previewed =
    about === undefined ? undefined : await previewedIn(visit, head, isOfCases ? about : undefined);
  return page(view, {
    title: text.title,
    back: paths.mailTexts(head.callId),
    hasErrors: faults.length > 0 || isConflict,
    status: faults.length > 0 ? 422 : isConflict ? 409 : 200,
    body: (
      <>
        <Faults faults={faults} view={view} />
        {isConflict ? (
          <Warning view={view} text={ui.say("texts.conflict", { by: latest?.by.name ?? "–" })} />
        ) : null}
        <span class="govuk-caption-l">{`${summaryOf(head, house.clock.now()).title[language]}. ${ui.say("texts.title")}`}</span>
        <h1 class="govuk-heading-l">{text.title}</h1>
        {isKept ? (
          <p class="govuk-inset-text" role="status">
            {ui.say(latest?.texts ? "texts.kept" : "texts.reset.text")}
          </p>
        ) : null}
        {previewed && typed ? (
          <PreviewedText
            said={await saidOfCase(previewed, text.name, textsOfTyped(typed))}
            loaded={previewed}
            view={view}
          />
        ) : null}
        <TypedForm action={here}>
          <input type="hidden" name="version" value={latest?.version ?? 0} />
          {inputs.map((input) => (
            <TextBox
              ui={ui}
              key={input.name}
              name={input.name}
              label={ui.say(`texts.${input.name}`)}
              hint={hintOf(input, view)}
              value={saidIn(input)}
              rows={input.kind === "subject" ? 2 : 12}
              language={input.language}
              faults={faults}
            />
          ))}
          {mayPreview ? null : <p class="govuk-body">{ui.say("texts.case.none")}</p>}
          {isOfCases && mayPreview ? (
            <div class="govuk-form-group">
              <label class="govuk-label" for="case">
                {ui.say("texts.case")}
              </label>
              <select class="govuk-select" id="case" name="case">
                {lines.map(({ ref, name }) => (
                  <option key={ref} value={idOf(ref)} selected={idOf(ref) === about}>
                    {`${name} (${codeOf(ref)})`}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
          <div class="govuk-button-group">
            <button type="submit" name="do" value="keep" class="govuk-button" data-module="govuk-button">
              {ui.say("texts.keep")}
            </button>
            {!mayPreview ? null : (
              <button type="submit" name="do" value="preview" class="govuk-button govuk-button--secondary">
                {ui.say("texts.preview")}
              </button>
            )}
          </div>
        </TypedForm>
        {latest?.texts ? (
          <PostForm action={here}>
            <input type="hidden" name="version" value={latest.version} />
            <p class="govuk-body">{ui.say("texts.reset.text")}</p>
            <button type="submit" name="do" value="standard" class="govuk-button govuk-button--secondary">
              {ui.say("texts.reset")}
            </button>
          </PostForm>
        ) : null}
        <Earlier versions={await versionsOf(visit, head, text)} view={view} />
      </>
    ),
  });
}

function hintOf({ kind, language, standard }: Input, { ui }: View): string {
  const must = namesIn(standard, language);
  const [choosing] = parametersIn(standard, language).filter(
    ({ choices, isCounted }) => choices || isCounted,
  );
  return [
    ui.say(`texts.${kind}.hint`, { most: longest[kind] }),
    ui.say("texts.names", {
      names: listed(mayName({ kind, language, standard })),
      must: must.length === 0 ? ui.say("texts.names.none") : listed(must),
    }),
    ...(choosing ? [ui.say("texts.choices", { sample: `{${choosing.name}, …}` })] : []),
  ].join(" ");
}

/** The case by which a text is shown; what a call's own process says, the call. */
async function previewedIn({ house }: StaffVisit, head: Head, about: string | undefined) {
  if (about === undefined) return loadCase(house, head.pk);
  const [named] = await casesNamed(house, head.callId, [about]);
  return named;
}

const versionsOf = async ({ house }: StaffVisit, head: Head, { process, name }: NamedText) =>
  (await textsOf(house, head.callId)).filter(({ sk }) => sk.startsWith(textPrefix(process, name)));

/** Who changed it when, and what it said then. */
const Earlier = ({
  versions,
  view: { ui, language },
}: {
  readonly versions: readonly CallText[];
  readonly view: View;
}) =>
  versions.length === 0 ? null : (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{ui.say("texts.history")}</span>
      </summary>
      <div class="govuk-details__text">
        {versions.toReversed().map(({ version, by, at, texts }) => (
          <div key={version}>
            <h2 class="govuk-heading-s">
              {ui.say(texts ? "texts.became.changed" : "texts.became.standard", {
                by: by.name,
                time: printTime(at, language),
              })}
            </h2>
            {texts
              ? (["lt", "en"] as const).map((one) => (
                  <p class="govuk-body kelias-said" lang={one} key={one}>
                    {[texts[one].subject, texts[one].body].filter((part) => part !== undefined).join("\n\n")}
                  </p>
                ))
              : null}
          </div>
        ))}
      </div>
    </details>
  );
