import type { AskedAnonymously, RatedItem } from "../../workflows/kernel/anonymous.ts";
import { askedInRound } from "../../workflows/kernel/comparing.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { findSlip, giveAnswer, type SlipFound } from "../anonymous/slips.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { type LoadedCase, loadCase, processOfCases } from "../cases/load.ts";
import { roundIn } from "../compared/campaign.ts";
import type { Ui } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { refOfCase } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { keptIn } from "../web/kept.ts";
import { page } from "../web/page.ts";
import { ErrorMessage } from "../web/parts/error-message.tsx";
import { SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";

/** A questionnaire for whoever holds a slip; of who that is nothing is asked, and nothing kept. */
export const showQuestions: Work = async (visit) => {
  const asked = await askedOf(visit);
  if (!asked) return refusalPage(visit.request, notFound);
  const found = await findSlip(visit.house, asked, slipAt(visit));
  if (found !== "unused") return drawOver(visit, asked, found);
  const kept = keptIn(visit.request);
  const pseudonym = pseudonymOf(kept);
  return draw(visit, asked, { said: saidIn(asked, kept), pseudonym, beyond: [], isPseudonymWrong: false });
};

export const takeAnswers: Work = async (visit) => {
  const asked = await askedOf(visit);
  if (!asked) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const said = saidIn(asked, post.value);
  const pseudonym = pseudonymOf(post.value);
  const given = await giveAnswer(visit.house, asked, slipAt(visit), said, pseudonym);
  if (given === "accepted") return redirect(`${visit.request.path}?done`);
  return typeof given === "string"
    ? drawOver(visit, asked, given)
    : draw(visit, asked, { said, pseudonym, ...given });
};

/** What the call of the address asks, or a case that asks by itself; `undefined` where nobody is asked so. */
async function askedOf({ house, at }: Visit): Promise<AskedAnonymously | undefined> {
  const round = roundIn(at("call"));
  if (round !== undefined) return askedOfForm(await loadCall(house, at("school")), round, house.clock.now());
  const head = await loadCall(house, at("call"));
  if (!head) return askedOfCase(await loadCase(house, refOfCase(at("call"))));
  const anonymous = (await processOfCases(head))?.anonymous;
  return anonymous && anonymous.of !== "case" && head.data ? anonymous.asked(head.data) : undefined;
}

/** How the form of a call was, which its cases are asked without a name (decision 99). */
const askedOfForm = (head: Head | undefined, round: string, now: string): AskedAnonymously | undefined =>
  head && askedInRound(round, summaryOf(head, now).title);

const askedOfCase = (loaded: LoadedCase | undefined): AskedAnonymously | undefined =>
  loaded?.process.anonymous?.of === "case" ? loaded.process.anonymous.asked(loaded.file) : undefined;

const slipAt = ({ at }: Visit) => ({
  callId: at("call"),
  school: at("school"),
  group: at("group"),
  code: at("code"),
});

type Answers = Readonly<Record<string, string>>;

const saidIn = ({ items }: AskedAnonymously, post: Post | undefined): Answers =>
  Object.fromEntries(items.map(({ id }) => [id, post?.get(fieldOf(id))?.[0]?.trim() ?? ""]));

const fieldOf = (id: string): string => `item.${id}`;

const pseudonymField = "pseudonym";
const pseudonymOf = (post: Post | undefined): string => post?.get(pseudonymField)?.[0]?.trim() ?? "";

const statusOf = { used: 409, unknown: 404, closed: 410, early: 403 } as const;

/** There is nothing to fill in: the code was used, or is none, or the time is over. Whoever has just answered reads thanks. */
async function drawOver(
  { request, at }: Visit,
  { title, opensAt }: AskedAnonymously,
  found: Exclude<SlipFound, "unused">,
) {
  const view = await viewOf(request);
  const { ui, language } = view;
  const isDone = found === "used" && request.query.has("done");
  const told = isDone ? "done" : found;
  // No school has handed this link out, and no school can give another.
  const isOfForm = roundIn(at("call")) !== undefined && (told === "used" || told === "unknown");
  return page(view, {
    title: ui.say(`answer.${told}.title`),
    status: isDone ? 200 : statusOf[found],
    body: (
      <>
        <span class="govuk-caption-l">{title[language]}</span>
        <h1 class="govuk-heading-l">{ui.say(`answer.${told}.title`)}</h1>
        <p class="govuk-body">
          {ui.say(isOfForm ? `answer.form.${told}` : `answer.${told}.text`, {
            time: printTime(opensAt, language),
          })}
        </p>
      </>
    ),
  });
}

interface Said {
  readonly said: Answers;
  /** Items whose answer is not on their scale. */
  readonly beyond: readonly string[];
  /** Of a study. */
  readonly pseudonym: string;
  readonly isPseudonymWrong: boolean;
}

async function draw(
  visit: Visit,
  asked: AskedAnonymously,
  { said, beyond, pseudonym, isPseudonymWrong }: Said,
) {
  const view = await viewOf(visit.request);
  const { ui, language } = view;
  const isOfForm = roundIn(visit.at("call")) !== undefined;
  const wrong = [
    ...(isPseudonymWrong ? [{ at: pseudonymField, sentence: ui.say("answer.pseudonym.wrong") }] : []),
    ...asked.items
      .filter(({ id }) => beyond.includes(id))
      .map((item) => ({ at: fieldOf(item.id), sentence: sentenceOn(item, view) })),
  ];
  return page(view, {
    title: asked.title[language],
    hasErrors: wrong.length > 0,
    status: wrong.length > 0 ? 422 : 200,
    body: (
      <>
        {wrong.length > 0 ? (
          <div class="govuk-error-summary" data-module="govuk-error-summary">
            <div role="alert">
              <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
              <ul class="govuk-list govuk-error-summary__list">
                {wrong.map(({ at, sentence }) => (
                  <li key={at}>
                    <a href={`#${at}`}>{sentence}</a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        ) : null}
        <h1 class="govuk-heading-l">{asked.title[language]}</h1>
        <p class="govuk-body">{ui.say(introOf(asked, isOfForm))}</p>
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{ui.say("answer.limits.title")}</span>
          </summary>
          <div class="govuk-details__text">
            {ui.say(isOfForm ? "answer.form.limits" : "answer.limits.text")}
            {asked.isPaired ? ` ${ui.say("answer.pseudonym.limits")}` : ""}
          </div>
        </details>
        <TypedForm action={visit.request.path}>
          {asked.isPaired ? <Pseudonym typed={pseudonym} view={view} isWrong={isPseudonymWrong} /> : null}
          {asked.items.map((item) => (
            <Rating
              key={item.id}
              item={item}
              view={view}
              hint={hintOn(asked, item, view)}
              chosen={said[item.id] ?? ""}
              isWrong={beyond.includes(item.id)}
            />
          ))}
          <SubmitButton label={ui.say("answer.submit")} />
        </TypedForm>
      </>
    ),
  });
}

function introOf({ isPaired }: AskedAnonymously, isOfForm: boolean) {
  if (isPaired) return "answer.pseudonym.intro";
  return isOfForm ? "answer.form.intro" : "answer.intro";
}

const textOf = ({ id, text }: RatedItem, { language }: View): string => text?.[language] ?? id;

const sentenceOn = (item: RatedItem, view: View): string =>
  view.ui.say("answer.beyond", { item: textOf(item, view), from: item.from, to: item.to });

function hintOn(
  { ends }: AskedAnonymously,
  { from, to }: RatedItem,
  { ui, language }: { readonly ui: Ui; readonly language: View["language"] },
): string {
  return ends
    ? ui.say("answer.ends", { from, to, low: ends.from[language], high: ends.to[language] })
    : ui.say("answer.scale", { from, to });
}

interface TypedPseudonym {
  readonly typed: string;
  readonly view: View;
  readonly isWrong: boolean;
}

/** By which an answer is paired with that of another study; browsers are not to suggest the one of somebody else. */
function Pseudonym({ typed, view: { ui }, isWrong }: TypedPseudonym) {
  const described = [`${pseudonymField}-hint`, ...(isWrong ? [`${pseudonymField}-error`] : [])].join(" ");
  return (
    <div class={`govuk-form-group${isWrong ? " govuk-form-group--error" : ""}`}>
      <label class="govuk-label govuk-label--s" for={pseudonymField}>
        {ui.say("answer.pseudonym")}
      </label>
      <div id={`${pseudonymField}-hint`} class="govuk-hint">
        {ui.say("answer.pseudonym.hint")}
      </div>
      {isWrong ? (
        <ErrorMessage id={`${pseudonymField}-error`} ui={ui}>
          {ui.say("answer.pseudonym.wrong")}
        </ErrorMessage>
      ) : null}
      <input
        class={`govuk-input govuk-input--width-10${isWrong ? " govuk-input--error" : ""}`}
        id={pseudonymField}
        name={pseudonymField}
        value={typed}
        autocomplete="off"
        spellcheck={false}
        aria-describedby={described}
      />
    </div>
  );
}

interface Rated {
  readonly item: RatedItem;
  readonly view: View;
  readonly hint: string;
  readonly chosen: string;
  readonly isWrong: boolean;
}

/** One item: its scale as radio buttons, and the way to leave it out. */
function Rating({ item, view, hint, chosen, isWrong }: Rated) {
  const name = fieldOf(item.id);
  const steps = Array.from({ length: item.to - item.from + 1 }, (_, index) => String(item.from + index));
  const described = [`${name}-hint`, ...(isWrong ? [`${name}-error`] : [])].join(" ");
  return (
    <div class={`govuk-form-group${isWrong ? " govuk-form-group--error" : ""}`}>
      <fieldset class="govuk-fieldset" aria-describedby={described}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{textOf(item, view)}</legend>
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
        {isWrong ? (
          <ErrorMessage id={`${name}-error`} ui={view.ui}>
            {sentenceOn(item, view)}
          </ErrorMessage>
        ) : null}
        <div class="govuk-radios govuk-radios--inline" data-module="govuk-radios">
          {[...steps, ""].map((value, index) => {
            const id = index === 0 ? name : `${name}-${value === "" ? "blank" : value}`;
            return (
              <div class="govuk-radios__item" key={id}>
                <input
                  class="govuk-radios__input"
                  type="radio"
                  id={id}
                  name={name}
                  value={value}
                  {...(chosen === value && (value !== "" || isWrong) ? { checked: true } : {})}
                />
                <label class="govuk-label govuk-radios__label" for={id}>
                  {value === "" ? view.ui.say("answer.blank") : value}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
