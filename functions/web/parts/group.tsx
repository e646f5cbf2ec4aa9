import type { ComponentChildren } from "preact";
import type { Field } from "../../../workflows/kernel/field.ts";
import { type Asked, describedBy, labelOf } from "../../reading/asked.ts";
import { limitHint, sentenceOf, sharesHint } from "../../reading/sentences.ts";
import { ErrorMessage } from "./error-message.tsx";

/** One question with all that its input needs. */
export interface Question {
  readonly asked: Asked;
  readonly name: string;
  readonly field: Field<unknown>;
}

/** The sentences and ids around an input: what was wrong with it, what helps to answer it. */
export function surroundings({ asked, name, field }: Question, fallbackHint?: string) {
  const error = asked.errors.find((candidate) => candidate.field === name);
  const said = [
    asked.words.maybe(`${asked.form.id}.${name}.hint`) ?? fallbackHint,
    limitHint(field, asked.ui),
    sharesHint(name, field, asked),
  ];
  const hint = said.filter((part) => part !== undefined).join(" ") || undefined;
  const label = labelOf(asked, name);
  return {
    error: error ? sentenceOf(error, asked) : undefined,
    hint,
    label: field.optional ? asked.ui.say("optional", { label }) : label,
    describedBy: describedBy(hint && `${name}-hint`, error && `${name}-error`),
  };
}

export type Surroundings = ReturnType<typeof surroundings>;

interface GroupProps {
  readonly name: string;
  readonly around: Surroundings;
  readonly asked: Asked;
  readonly children: ComponentChildren;
}

export const FormGroup = ({
  around,
  children,
}: {
  readonly around: Surroundings;
  readonly children: ComponentChildren;
}) => <div class={`govuk-form-group${around.error ? " govuk-form-group--error" : ""}`}>{children}</div>;

/** The hint and the error message, in the order in which they are read. */
export const HintAndError = ({ name, around, asked }: Omit<GroupProps, "children">) => (
  <>
    {around.hint ? (
      <div id={`${name}-hint`} class="govuk-hint">
        {around.hint}
      </div>
    ) : null}
    {around.error ? (
      <ErrorMessage id={`${name}-error`} ui={asked.ui}>
        {around.error}
      </ErrorMessage>
    ) : null}
  </>
);

/** One input under its label. */
export const Labelled = ({ name, around, asked, children }: GroupProps) => (
  <FormGroup around={around}>
    <label class="govuk-label govuk-label--s" for={name}>
      {around.label}
    </label>
    <HintAndError name={name} around={around} asked={asked} />
    {children}
  </FormGroup>
);

/** Several inputs that answer one question. */
export const Legended = ({ name, around, asked, children }: GroupProps) => (
  <FormGroup around={around}>
    <fieldset class="govuk-fieldset" aria-describedby={around.describedBy}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{around.label}</legend>
      <HintAndError name={name} around={around} asked={asked} />
      {children}
    </fieldset>
  </FormGroup>
);
