import type { ComponentChildren } from "preact";
import { type Asked, describedBy, labelOf, optionsOf } from "../../reading/asked.ts";
import { printedAnswer } from "../../reading/printed.ts";
import { pickName, searchedName, shownIn } from "../typed.ts";
import { FormGroup, HintAndError, type Question, surroundings } from "./group.tsx";
import { Radios } from "./options.tsx";
import { Said } from "./summary.tsx";

/**
 * One of many, such as a school: what is typed is searched for, and one of those found is picked. It works without scripts, with
 * keyboards and with screen readers, since it is made of an input, a button and radios.
 */
export function PickInput(question: Question) {
  const { asked, name, field } = question;
  const isOneOfTwoWays = Object.values(asked.form.fields).some(({ listed }) => listed);
  const around = {
    ...surroundings(question),
    // Whoever does not find theirs enters it; one of the two has to be said, so neither is called optional.
    ...(isOneOfTwoWays ? { label: labelOf(asked, name) } : {}),
  };
  const value = shownIn(asked.values[name]);
  const label = optionsOf(asked, name, field).find((option) => option.value === value)?.label;
  const found = asked.found?.[name];
  const searched = label ?? value;
  const ids = describedBy(around.describedBy, found && `${name}-found`);
  return (
    <FormGroup around={around}>
      <label class="govuk-label govuk-label--s" for={name}>
        {around.label}
      </label>
      <HintAndError name={name} around={around} asked={asked} />
      <div class="kelias-search">
        <input
          class={`govuk-input${around.error ? " govuk-input--error" : ""}`}
          id={name}
          name={name}
          type="text"
          value={searched}
          spellcheck={false}
          autocomplete="off"
          aria-describedby={ids}
        />
        <button type="submit" name="search" value={name} class="govuk-button govuk-button--secondary">
          {asked.ui.say("pick.search")}
          <span class="govuk-visually-hidden">: {around.label}</span>
        </button>
      </div>
      {label === undefined ? null : <Picked name={name} searched={searched} value={value} />}
      {found ? <FoundOptions question={question} searched={searched} found={found} /> : null}
    </FormGroup>
  );
}

/** What has been picked stays so as long as nothing else is typed. */
const Picked = ({ name, searched, value }: Record<"name" | "searched" | "value", string>) => (
  <>
    <input type="hidden" name={searchedName(name)} value={searched} />
    <input type="hidden" name={pickName(name)} value={value} />
  </>
);

function FoundOptions({
  question: { asked, name },
  searched,
  found,
}: {
  readonly question: Question;
  readonly searched: string;
  readonly found: NonNullable<Asked["found"]>[string];
}) {
  const [only] = found.length === 1 ? found : [];
  if (found.length === 0)
    return (
      <p class="govuk-body" id={`${name}-found`}>
        {asked.ui.say("pick.none")}
      </p>
    );
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend" id={`${name}-found`}>
        {asked.ui.say("pick.found", { count: found.length })}
      </legend>
      <input type="hidden" name={searchedName(name)} value={searched} />
      <Radios name={pickName(name)} options={found} chosen={only?.value ?? ""} />
    </fieldset>
  );
}

/** What a list says already, to read. */
export function KnownAnswer({ asked, name }: Question) {
  const lines = printedAnswer(asked, name, asked.form.facts?.[name]);
  return (
    <div class="govuk-form-group">
      <p class="govuk-label govuk-label--s">{labelOf(asked, name)}</p>
      <p class="govuk-hint">{asked.ui.say("pick.known")}</p>
      <p class="govuk-body">
        <Said lines={lines} />
      </p>
    </div>
  );
}

/** What is asked only of whoever does not find theirs in the list. */
export function Unlisted({
  asked,
  names,
  children,
}: {
  readonly asked: Asked;
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}) {
  const isUsed =
    names.some((name) => shownIn(asked.values[name]) !== "") ||
    asked.errors.some(({ field }) => names.includes(field));
  return (
    <details class="govuk-details" open={isUsed}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{asked.ui.say("pick.unlisted")}</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">{asked.ui.say("pick.unlisted.text")}</p>
        {children}
      </div>
    </details>
  );
}
