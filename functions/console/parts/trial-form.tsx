import type { ComponentChildren } from "preact";
import { printAmount } from "../../../workflows/kernel/facts/print.ts";
import { printScore, storedScore } from "../../../workflows/kernel/score.ts";
import { paths } from "../../addresses/paths.ts";
import { codeOf } from "../../reading/codes.ts";
import { shareIn } from "../../reading/standing.ts";
import type { Ui } from "../../reading/ui.ts";
import { idOf } from "../../store/keys.ts";
import { ErrorMessage } from "../../web/parts/error-message.tsx";
import type { View } from "../../web/view.ts";
import type { Tried } from "./tried.ts";

/** What of the trial cannot be, each with a way to where it stands. */
export function TrialProblems({ tried, ui }: { readonly tried: Tried; readonly ui: Ui }) {
  if (tried.faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {tried.faults.map(({ name, problem }) => (
              <li key={name}>
                <Led to={problem === "unknown" ? undefined : idFor(name)}>
                  {ui.say(`trial.problem.${problem}`, { name: labelFor(name, tried, ui) })}
                </Led>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** What is not on the page leads nowhere. */
const Led = ({ to, children }: { readonly to: string | undefined; readonly children: ComponentChildren }) =>
  to === undefined ? children : <a href={`#${to}`}>{children}</a>;

const idFor = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "-");

/** What a change is about, in words; what names nothing of this call is told as it was sent. */
function labelFor(name: string, { words, selection, mayName, cases }: Tried, ui: Ui): string {
  const [kind, key = ""] = [name.split(".", 1)[0], name.slice(name.indexOf(".") + 1)];
  if (kind === "minimumScore") return ui.say("trial.minimum");
  if (kind === "budget") return words.maybe("budget.trial") ?? key;
  if (kind === "places") return shareIn(words, selection, key);
  if (kind === "weights") return mayName.criteria.find(({ id }) => id === key)?.title[ui.language] ?? key;
  const listed = cases.find(({ ref }) => idOf(ref) === key);
  return listed ? `${listed.applicantName} (${codeOf(listed.ref)})` : key;
}

interface NumberProps {
  readonly name: string;
  readonly label: string;
  readonly now: string;
  readonly tried: Tried;
  readonly ui: Ui;
}

/** One number that may be changed; left empty it stays as it is. */
function NumberInput({ name, label, now, tried, ui }: NumberProps) {
  const id = idFor(name);
  const fault = tried.faults.find((known) => known.name === name);
  const described = [`${id}-hint`, ...(fault ? [`${id}-error`] : [])].join(" ");
  return (
    <div class={`govuk-form-group${fault ? " govuk-form-group--error" : ""}`}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <div class="govuk-hint" id={`${id}-hint`}>
        {ui.say("trial.now", { now })}
      </div>
      {fault ? (
        <ErrorMessage id={`${id}-error`} ui={ui}>
          {ui.say(`trial.problem.${fault.problem}`, { name: label })}
        </ErrorMessage>
      ) : null}
      <input
        class={`govuk-input govuk-input--width-5${fault ? " govuk-input--error" : ""}`}
        id={id}
        name={name}
        inputMode="decimal"
        value={tried.query.get(name) ?? ""}
        aria-describedby={described}
      />
    </div>
  );
}

/** The changes to try, as a form that changes the address alone. */
export function TrialForm({ tried, view: { ui, language } }: { readonly tried: Tried; readonly view: View }) {
  const { mayName, cases, words, selection, query, loaded } = tried;
  const here = paths.whatIf(idOf(loaded.head.pk));
  const score = (stored: unknown) => {
    const units = selection.bidIn(stored)?.score;
    return units === undefined ? "–" : printScore(storedScore(units), language);
  };
  const changed = cases.filter(({ ref }) => query.get(`score.${idOf(ref)}`));
  const shared = { tried, ui };
  return (
    <form method="get" action={here}>
      <input type="hidden" name="lang" value={language} />
      <fieldset class="govuk-fieldset kelias-filter">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
          {words.say(`${selection.award.kind}.trial`)}
        </legend>
        <SharedOut {...shared} />
      </fieldset>
      {mayName.hasMinimum || mayName.criteria.length > 0 ? (
        <fieldset class="govuk-fieldset kelias-filter">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ui.say("trial.scoring")}</legend>
          <Scoring {...shared} />
        </fieldset>
      ) : null}
      <fieldset class="govuk-fieldset kelias-filter">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ui.say("trial.score")}</legend>
        {changed.map(({ ref, applicantName, bid: stored }) => (
          <NumberInput
            key={ref}
            name={`score.${idOf(ref)}`}
            label={`${applicantName} (${codeOf(ref)})`}
            now={score(stored)}
            {...shared}
          />
        ))}
        <PickedScore {...shared} listed={cases.filter((one) => !changed.includes(one))} score={score} />
      </fieldset>
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" data-module="govuk-button">
          {ui.say("trial.show")}
        </button>
        <a class="govuk-link" href={here}>
          {ui.say("trial.discard")}
        </a>
      </div>
    </form>
  );
}

interface PartProps {
  readonly tried: Tried;
  readonly ui: Ui;
}

/** How much there is of what is shared out: the budget, or the places of each share. */
function SharedOut({ tried, ui }: PartProps) {
  const { words, selection, terms, mayName } = tried;
  return (
    <>
      {mayName.isOfMoney ? (
        <NumberInput
          name="budget"
          label={words.say("budget.trial")}
          now={printAmount(terms.budgetCents ?? 0, ui.language)}
          tried={tried}
          ui={ui}
        />
      ) : null}
      {Object.entries(terms.places).map(([share, count]) => (
        <NumberInput
          key={share}
          name={`places.${share}`}
          label={shareIn(words, selection, share)}
          now={String(count)}
          tried={tried}
          ui={ui}
        />
      ))}
    </>
  );
}

/** The minimum score, and how much each criterion weighs. */
const Scoring = ({ tried, ui }: PartProps) => (
  <>
    {tried.mayName.hasMinimum ? (
      <NumberInput
        name="minimumScore"
        label={ui.say("trial.minimum")}
        now={String(tried.terms.minimumScore)}
        tried={tried}
        ui={ui}
      />
    ) : null}
    {tried.mayName.criteria.map(({ id, title, weight }) => (
      <NumberInput
        key={id}
        name={`weights.${id}`}
        label={ui.say("trial.weight", { title: title[ui.language] })}
        now={String(weight)}
        tried={tried}
        ui={ui}
      />
    ))}
  </>
);

interface PickedProps {
  readonly tried: Tried;
  readonly listed: Tried["cases"];
  readonly score: (stored: unknown) => string;
  readonly ui: Ui;
}

/** One more score that may be changed: whose, and to what. */
function PickedScore({ tried, listed, score, ui }: PickedProps) {
  const wrong = (name: string) => tried.faults.find((fault) => fault.name === name);
  const around = (name: string, children: ComponentChildren) => {
    const fault = wrong(name);
    return (
      <div class={`govuk-form-group${fault ? " govuk-form-group--error" : ""}`}>
        <label class="govuk-label" for={name}>
          {ui.say(name === "case" ? (tried.isLarge ? "trial.caseCode" : "trial.case") : "trial.newScore")}
        </label>
        {fault ? (
          <ErrorMessage id={`${name}-error`} ui={ui}>
            {ui.say(`trial.problem.${fault.problem}`, { name: "" })}
          </ErrorMessage>
        ) : null}
        {children}
      </div>
    );
  };
  const described = (name: string) => (wrong(name) ? { "aria-describedby": `${name}-error` } : {});
  const chosen = tried.query.get("case");
  const byName = listed.toSorted((a, b) => a.applicantName.localeCompare(b.applicantName, "lt"));
  return (
    <>
      {around(
        "case",
        tried.isLarge ? (
          <input
            class={`govuk-input govuk-input--width-10${wrong("case") ? " govuk-input--error" : ""}`}
            id="case"
            name="case"
            value={chosen ?? ""}
            {...described("case")}
          />
        ) : (
          <select
            class={`govuk-select${wrong("case") ? " govuk-select--error" : ""}`}
            id="case"
            name="case"
            {...described("case")}
          >
            <option value="">{ui.say("choose")}</option>
            {byName.map(({ ref, applicantName, bid: stored }) => (
              <option key={ref} value={idOf(ref)} selected={idOf(ref) === chosen}>
                {applicantName} ({codeOf(ref)}), {score(stored)}
              </option>
            ))}
          </select>
        ),
      )}
      {around(
        "newScore",
        <input
          class={`govuk-input govuk-input--width-5${wrong("newScore") ? " govuk-input--error" : ""}`}
          id="newScore"
          name="newScore"
          inputMode="decimal"
          value={tried.query.get("newScore") ?? ""}
          {...described("newScore")}
        />,
      )}
    </>
  );
}
