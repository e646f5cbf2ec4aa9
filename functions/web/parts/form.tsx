import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Field } from "../../../workflows/kernel/field.ts";
import { type Asked, anchorOfError, labelOf } from "../../reading/asked.ts";
import { sentenceOf } from "../../reading/sentences.ts";
import { shownIn } from "../typed.ts";
import { FileInput } from "./files.tsx";
import { FormGroup, HintAndError, type Question } from "./group.tsx";
import { DateInput, LineInput, LongTextInput } from "./inputs.tsx";
import { KeptInForm, KeptPost, typedForm, useKept } from "./kept-values.ts";
import {
  ChoiceInput,
  ChoicesInput,
  ConfirmationInput,
  Radios,
  SeveralInput,
  YesNoInput,
} from "./options.tsx";
import { KnownAnswer, PickInput, Unlisted } from "./pick.tsx";
import { LinesInput, RowsInput } from "./rows.tsx";

/** The input of one question; the field's kind decides which. */
function FieldInput(question: Question) {
  switch (question.field.kind) {
    case "text":
      return question.field.among ? <PickInput {...question} /> : <LineInput {...question} />;
    case "email":
    case "phone":
    case "iban":
    case "number":
    case "money":
    case "time":
    case "certificate":
      return <LineInput {...question} />;
    case "town":
    case "school":
      return <PickInput {...question} />;
    case "longText":
      return <LongTextInput {...question} />;
    case "date":
      return <DateInput {...question} />;
    case "yesNo":
      return <YesNoInput {...question} />;
    case "choice":
      return <ChoiceInput {...question} />;
    case "choices":
      return <ChoicesInput {...question} />;
    case "several":
      return <SeveralInput {...question} />;
    case "confirmation":
      return <ConfirmationInput {...question} />;
    case "file":
      return <FileInput {...question} />;
    case "rows":
      return question.field.written === "lines" ? (
        <LinesInput {...question} />
      ) : (
        <RowsInput {...question} draw={FieldInput} />
      );
  }
}

/** Enter presses the first button of a form: it is to send the form, not to go for a file. */
const SendByEnter = () => <button type="submit" hidden />;

/** A button of such a question comes before the one that sends the form. */
const hasButton = ({ kind, among }: Field<unknown>): boolean =>
  among !== undefined || ["file", "town", "school", "rows"].includes(kind);

/** Some fields of a form, in the order given. */
export function FieldInputs({
  asked: given,
  names,
}: {
  readonly asked: Asked;
  readonly names: readonly string[];
}) {
  const asked = useKept(given, names);
  const { fields, facts = {} } = asked.form;
  const asks = names.flatMap((name) => fields[name] ?? []);
  const draw = (name: string) => {
    const field = fields[name];
    if (!field) return null;
    if (Object.hasOwn(facts, name)) return <KnownAnswer key={name} asked={asked} name={name} field={field} />;
    return field.fact ? null : <FieldInput key={name} asked={asked} name={name} field={field} />;
  };
  const isListed = (name: string) => fields[name]?.listed === true;
  // What the list leaves open of a school that was picked is asked like anything else.
  const isToPick = asks.some(({ kind }) => kind === "school") && !Object.keys(facts).some(isListed);
  const unlisted = isToPick ? names.filter(isListed) : [];
  const [firstUnlisted] = unlisted;
  return (
    <>
      {asks.some(hasButton) ? <SendByEnter /> : null}
      {names.map((name) => {
        if (!unlisted.includes(name)) return draw(name);
        return name === firstUnlisted ? (
          <Unlisted key={name} asked={asked} names={unlisted}>
            {unlisted.map(draw)}
          </Unlisted>
        ) : null;
      })}
    </>
  );
}

/** Is the question asked under this outcome alone? */
const isOnlyFor = (field: Field<unknown>, outcome: string): boolean =>
  field.for?.length === 1 && field.for[0] === outcome;

/** A whole form on one page: how the answer ends first, and under each way what is asked only there. */
export function WholeForm({ asked: given }: { readonly asked: Asked }) {
  const asked = useKept(given, []);
  const { form, words } = asked;
  const { oneClick = [] } = form;
  const outcomes = form.outcomes.filter((outcome) => !oneClick.includes(outcome));
  const entries = Object.entries(form.fields).filter(
    ([, field]) => !oneClick.some((outcome) => isOnlyFor(field, outcome)),
  );
  if (outcomes.length === 1) {
    return (
      <>
        {oneClick.length > 0 ? <input type="hidden" name="outcome" value={outcomes[0]} /> : null}
        <FieldInputs asked={asked} names={entries.map(([name]) => name)} />
      </>
    );
  }
  const error = asked.errors.find((candidate) => candidate.field === "outcome");
  const around = {
    error: error ? sentenceOf(error, asked) : undefined,
    hint: words.maybe(`${form.id}.outcome.hint`),
    label: labelOf(asked, "outcome"),
    describedBy: undefined,
  };
  const options = outcomes.map((outcome) => {
    const only = entries.filter(([, field]) => isOnlyFor(field, outcome)).map(([name]) => name);
    return {
      value: outcome,
      label: words.say(`${form.id}.outcome.${outcome}`),
      ...(only.length > 0 ? { reveals: <FieldInputs asked={asked} names={only} /> } : {}),
    };
  });
  const always = entries.filter(([, field]) => !outcomes.some((outcome) => isOnlyFor(field, outcome)));
  return (
    <>
      <FormGroup around={around}>
        <fieldset class="govuk-fieldset" {...(around.error ? { "aria-describedby": "outcome-error" } : {})}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{around.label}</legend>
          <HintAndError name="outcome" around={around} asked={asked} />
          <Radios name="outcome" options={options} chosen={shownIn(asked.values.outcome)} />
        </fieldset>
      </FormGroup>
      <FieldInputs asked={asked} names={always.map(([name]) => name)} />
    </>
  );
}

/** The ways to answer that are a button of their own: nothing else need be filled in. */
export function OneClick({
  asked: { form, words },
  action,
}: {
  readonly asked: Asked;
  readonly action: string;
}) {
  const { oneClick = [] } = form;
  return (
    <>
      {oneClick.map((outcome) => (
        <PostForm action={action} key={outcome}>
          <input type="hidden" name="outcome" value={outcome} />
          <p class="govuk-body">{words.maybe(`${form.id}.outcome.${outcome}.hint`)}</p>
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            data-module="govuk-button"
            data-prevent-double-click="true"
          >
            {words.say(`${form.id}.outcome.${outcome}`)}
          </button>
        </PostForm>
      ))}
    </>
  );
}

/** What is wrong, above all else, each with a way to where it is mended. */
export function ErrorSummary({
  asked,
  hrefOf = () => "",
}: {
  readonly asked: Asked;
  /** The page on which a field is mended, when it is another one. */
  readonly hrefOf?: (field: string) => string;
}) {
  const { errors, ui } = asked;
  if (errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{ui.say("errors.title")}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={`${error.field} ${error.at?.row} ${error.at?.column}`}>
                <a href={`${hrefOf(error.field)}#${anchorOfError(error, asked)}`}>
                  {sentenceOf(error, asked)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

interface Posting {
  readonly action: string;
  readonly children: ComponentChildren;
}

/** A form that goes to an address; what is wrong is said by the page, not by the browser. */
export const PostForm = ({ action, children }: Posting) => (
  <form method="post" action={action} noValidate>
    {children}
  </form>
);

/** The one form of a page into which something is typed; when the page comes in another language, it is there again. */
export const TypedForm = ({ action, children }: Posting) => (
  <KeptInForm.Provider value={useContext(KeptPost)}>
    <form method="post" action={action} id={typedForm} noValidate>
      {children}
    </form>
  </KeptInForm.Provider>
);

export const SubmitButton = ({
  label,
  warning = false,
}: {
  readonly label: string;
  readonly warning?: boolean;
}) => (
  <button
    type="submit"
    class={`govuk-button${warning ? " govuk-button--warning" : ""}`}
    data-module="govuk-button"
    data-prevent-double-click="true"
  >
    {label}
  </button>
);
