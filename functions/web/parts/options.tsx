import type { ComponentChildren } from "preact";
import { optionsOf } from "../../reading/asked.ts";
import { shownChoices, shownIn } from "../typed.ts";
import { FormGroup, HintAndError, Labelled, Legended, type Question, surroundings } from "./group.tsx";

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Asked only when this option is picked; without scripts it is always seen. */
  readonly reveals?: ComponentChildren;
}

interface RadiosProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly inline?: boolean;
}

/** One of a few. The first has the id that the error summary leads to. */
export const Radios = ({ name, options, chosen, inline }: RadiosProps) => (
  <div class={`govuk-radios${inline ? " govuk-radios--inline" : ""}`} data-module="govuk-radios">
    {options.map(({ value, label, reveals }, index) => {
      const id = index === 0 ? name : `${name}-${index + 1}`;
      return (
        <>
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              id={id}
              name={name}
              type="radio"
              value={value}
              checked={chosen === value}
              {...(reveals ? { "data-aria-controls": `conditional-${id}` } : {})}
            />
            <label class="govuk-label govuk-radios__label" for={id}>
              {label}
            </label>
          </div>
          {reveals ? (
            <div
              class={`govuk-radios__conditional${chosen === value ? "" : " govuk-radios__conditional--hidden"}`}
              id={`conditional-${id}`}
            >
              {reveals}
            </div>
          ) : null}
        </>
      );
    })}
  </div>
);

/** More options than this are easier to find in a list that opens. */
const fewOptions = 7;

/** Yes or no. */
export function YesNoInput(question: Question) {
  const { asked, name } = question;
  const around = surroundings(question);
  const options = [
    { value: "yes", label: asked.ui.say("yes") },
    { value: "no", label: asked.ui.say("no") },
  ];
  return (
    <Legended name={name} around={around} asked={asked}>
      <Radios name={name} options={options} chosen={shownIn(asked.values[name])} inline />
    </Legended>
  );
}

/** One of several: radios for a few, a list for many. */
export function ChoiceInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question);
  const options = optionsOf(asked, name, field);
  const chosen = shownIn(asked.values[name]);
  if (field.takesSlot && options.length === 0) return <NoSlots {...question} />;
  if (options.length <= fewOptions) {
    return (
      <Legended name={name} around={around} asked={asked}>
        <Radios name={name} options={options} chosen={chosen} />
      </Legended>
    );
  }
  return <ListInput {...question} />;
}

const NoSlots = (question: Question) => (
  <Legended name={question.name} around={surroundings(question)} asked={question.asked}>
    <p class="govuk-body">{question.asked.ui.say("slots.none")}</p>
  </Legended>
);

/** One of several in a list that opens, however few there are: for the same question asked of many. */
export function ListInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question);
  return (
    <Labelled name={name} around={around} asked={asked}>
      <Select
        id={name}
        name={name}
        options={optionsOf(asked, name, field)}
        chosen={shownIn(asked.values[name])}
        empty={asked.ui.say("choose")}
        describedBy={around.describedBy}
        wrong={around.error !== undefined}
      />
    </Labelled>
  );
}

interface SelectProps {
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly empty: string;
  readonly describedBy?: string | undefined;
  readonly wrong: boolean;
}

const Select = ({ id, name, options, chosen, empty, describedBy, wrong }: SelectProps) => (
  <select
    class={`govuk-select${wrong ? " govuk-select--error" : ""}`}
    id={id}
    name={name}
    aria-describedby={describedBy}
  >
    <option value="" selected={chosen === ""}>
      {empty}
    </option>
    {options.map(({ value, label }) => (
      <option key={value} value={value} selected={chosen === value}>
        {label}
      </option>
    ))}
  </select>
);

/** Some of several, in order of preference: as many lists as there may be answers. */
export function ChoicesInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question, asked.ui.say("choices.hint"));
  const options = optionsOf(asked, name, field);
  const chosen = shownChoices(asked.values[name]);
  const places = Array.from(
    { length: Math.max(1, Math.min(field.max ?? options.length, options.length)) },
    (_, place) => place + 1,
  );
  return (
    <Legended name={name} around={around} asked={asked}>
      {places.map((place) => {
        const id = place === 1 ? name : `${name}-${place}`;
        return (
          <div class="govuk-form-group" key={place}>
            <label class="govuk-label" for={id}>
              {place === 1
                ? asked.ui.say("choices.place", { place })
                : asked.ui.say("optional", { label: asked.ui.say("choices.place", { place }) })}
            </label>
            <Select
              id={id}
              name={name}
              options={options}
              chosen={chosen[place - 1] ?? ""}
              empty={asked.ui.say("choose")}
              wrong={around.error !== undefined}
            />
          </div>
        );
      })}
    </Legended>
  );
}

/** Any of several: a box for each. */
export function SeveralInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question, asked.ui.say("several.hint"));
  const chosen = shownChoices(asked.values[name]);
  const options = optionsOf(asked, name, field);
  return (
    <Legended name={name} around={around} asked={asked}>
      {options.length === 0 ? <p class="govuk-body">{asked.ui.say("several.none")}</p> : null}
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        {options.map(({ value, label }, index) => {
          const id = index === 0 ? name : `${name}-${index + 1}`;
          return (
            <div class="govuk-checkboxes__item" key={value}>
              <input
                class="govuk-checkboxes__input"
                id={id}
                name={name}
                type="checkbox"
                value={value}
                checked={chosen.includes(value)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={id}>
                {label}
              </label>
            </div>
          );
        })}
      </div>
    </Legended>
  );
}

/** A box that must be ticked. */
export function ConfirmationInput(question: Question) {
  const { asked, name } = question;
  const around = surroundings(question);
  return (
    <FormGroup around={around}>
      <HintAndError name={name} around={around} asked={asked} />
      <div class="govuk-checkboxes" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id={name}
            name={name}
            type="checkbox"
            value="yes"
            checked={shownIn(asked.values[name]) === "yes"}
            aria-describedby={around.describedBy}
          />
          <label class="govuk-label govuk-checkboxes__label" for={name}>
            {around.label}
          </label>
        </div>
      </div>
    </FormGroup>
  );
}
