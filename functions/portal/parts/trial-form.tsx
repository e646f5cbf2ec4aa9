import { printScore, storedScore } from "../../../workflows/blocks/score/score.ts";
import { bid } from "../../../workflows/blocks/selection.ts";
import { idOf } from "../../store/keys.ts";
import { codeOf } from "../codes.ts";
import type { Tried } from "../pages/console/what-if.tsx";
import type { Ui } from "../ui.ts";
import type { View } from "../view.ts";
import { paths } from "../visit.ts";
import { countryIn } from "./facts.tsx";

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
                <a href={`#${idFor(name)}`}>
                  {ui.say(`trial.problem.${problem}`, { name: labelFor(name, tried, ui) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

const idFor = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "-");

/** What a change is about, in words; what names nothing of this call is told as it was sent. */
function labelFor(name: string, { words, criteria, cases }: Tried, ui: Ui): string {
  const [kind, key = ""] = [name.split(".", 1)[0], name.slice(name.indexOf(".") + 1)];
  if (kind === "minimumScore") return ui.say("trial.minimum");
  if (kind === "places") return words.maybe(`list.countries.${key}`) ?? key;
  if (kind === "weights") return criteria.find(({ id }) => id === key)?.title[ui.language] ?? key;
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
        <p class="govuk-error-message" id={`${id}-error`}>
          {ui.say(`trial.problem.${fault.problem}`, { name: label })}
        </p>
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
  const { rules, criteria, cases, words, query, loaded } = tried;
  const here = paths.whatIf(idOf(loaded.head.pk));
  const score = (stored: unknown) => printScore(storedScore(bid.parse(stored).score), language);
  const changed = cases.filter(({ ref }) => query.get(`score.${idOf(ref)}`));
  const shared = { tried, ui };
  return (
    <form method="get" action={here}>
      <input type="hidden" name="lang" value={language} />
      <fieldset class="govuk-fieldset kelias-filter">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ui.say("trial.places")}</legend>
        {Object.entries(rules.places).map(([country, count]) => (
          <NumberInput
            key={country}
            name={`places.${country}`}
            label={countryIn(words, country)}
            now={String(count)}
            {...shared}
          />
        ))}
      </fieldset>
      <fieldset class="govuk-fieldset kelias-filter">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{ui.say("trial.scoring")}</legend>
        <NumberInput
          name="minimumScore"
          label={ui.say("trial.minimum")}
          now={String(rules.minimumScore)}
          {...shared}
        />
        {criteria.map(({ id, title, weight }) => (
          <NumberInput
            key={id}
            name={`weights.${id}`}
            label={ui.say("trial.weight", { title: title[language] })}
            now={String(weight)}
            {...shared}
          />
        ))}
      </fieldset>
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
        <div class="govuk-form-group">
          <label class="govuk-label" for="case">
            {ui.say("trial.case")}
          </label>
          <select class="govuk-select" id="case" name="case">
            <option value="">{ui.say("choose")}</option>
            {cases
              .filter((listed) => !changed.includes(listed))
              .toSorted((a, b) => a.applicantName.localeCompare(b.applicantName, "lt"))
              .map(({ ref, applicantName, bid: stored }) => (
                <option key={ref} value={idOf(ref)}>
                  {applicantName} ({codeOf(ref)}), {score(stored)}
                </option>
              ))}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="newScore">
            {ui.say("trial.newScore")}
          </label>
          <input class="govuk-input govuk-input--width-5" id="newScore" name="newScore" inputMode="decimal" />
        </div>
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
