import type { PeopleList } from "../../people/lists.ts";
import type { Asked } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { ErrorMessage } from "../../web/parts/error-message.tsx";

/** So many are named at a glance. */
const most = 10;

/** A list of people on a page of a call: who is on it, and the way to the list, which keeps first what was typed beside it. */
export function PeopleOfPart({ asked, list }: { readonly asked: Asked; readonly list: PeopleList }) {
  const { ui, words, form } = asked;
  const { name, people, max } = list;
  const own = asked.errors.filter(({ field }) => field === name);
  const label = words.say(`${form.id}.${name}.label`);
  const hint = words.maybe(`${form.id}.${name}.hint`);
  const names = people.slice(0, most).map((person) => person.name);
  const others = people.length - names.length;
  const told =
    others > 0 ? ui.say("listed.named", { names: names.join(", "), count: others }) : names.join(", ");
  return (
    <section
      class={`govuk-form-group${own.length > 0 ? " govuk-form-group--error" : ""}`}
      id={name}
      tabIndex={-1}
      aria-labelledby={`${name}-label`}
    >
      <h2 class="govuk-heading-s" id={`${name}-label`}>
        {form.fields[name]?.optional ? ui.say("optional", { label }) : label}
      </h2>
      {hint === undefined ? null : <p class="govuk-hint">{hint}</p>}
      {own.map((error) => (
        <ErrorMessage key={`${error.at?.row} ${error.at?.column}`} ui={ui}>
          {sentenceOf(error, asked)}
        </ErrorMessage>
      ))}
      <p class="govuk-body">{ui.say("listed.count", { count: people.length, most: max })}</p>
      {names.length === 0 ? null : <p class="govuk-body">{told}</p>}
      <button type="submit" name="people" value={name} class="govuk-button govuk-button--secondary">
        {ui.say("listed.open")}
        <span class="govuk-visually-hidden">: {label}</span>
      </button>
    </section>
  );
}
