import { type Asked, describedBy } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { FormGroup, HintAndError } from "./group.tsx";

/** The place for the code that came by mail, by which something is signed. */
export function CodeField({ asked, hint }: { readonly asked: Asked; readonly hint?: string }) {
  const error = asked.errors.find(({ field }) => field === "code");
  const around = {
    error: error ? sentenceOf(error, asked) : undefined,
    hint,
    label: asked.words.say(`${asked.form.id}.code.label`),
    describedBy: describedBy(hint && "code-hint", error && "code-error"),
  };
  return (
    <FormGroup around={around}>
      <label class="govuk-label govuk-label--s" for="code">
        {around.label}
      </label>
      <HintAndError name="code" around={around} asked={asked} />
      <input
        class={`govuk-input govuk-input--width-10 kelias-figures${error ? " govuk-input--error" : ""}`}
        id="code"
        name="code"
        type="text"
        inputMode="numeric"
        autocomplete="one-time-code"
        spellcheck={false}
        aria-describedby={around.describedBy}
      />
    </FormGroup>
  );
}
