import type { Ui, UiKey } from "../../reading/ui.ts";
import { dateParts, partsOfDate, shownIn, shownOf } from "../typed.ts";
import { FormGroup, HintAndError, Labelled, Legended, type Question, surroundings } from "./group.tsx";

const errorClass = (error: string | undefined, component: string): string =>
  error ? ` govuk-${component}--error` : "";

/** What each kind of one-line answer asks of keyboards and of the browser's memory. */
function mannersOf({ field }: Question) {
  switch (field.kind) {
    case "email":
      return { type: "email", width: "govuk-input--width-20", spellcheck: false } as const;
    case "phone":
      return { type: "tel", width: "govuk-input--width-20" } as const;
    case "iban":
      return {
        type: "text",
        inputMode: "text",
        autocapitalize: "characters",
        spellcheck: false,
        width: "govuk-input--width-30 kelias-figures",
      } as const;
    case "certificate":
      return {
        type: "text",
        inputMode: "numeric",
        spellcheck: false,
        width: "govuk-input--width-20 kelias-figures",
      } as const;
    case "time":
      return { type: "text", spellcheck: false, width: "govuk-input--width-5" } as const;
    case "money":
      return {
        type: "text",
        inputMode: "decimal",
        spellcheck: false,
        width: "govuk-input--width-10 kelias-figures",
      } as const;
    case "number":
      return {
        type: "text",
        inputMode: field.decimals ? "decimal" : "numeric",
        spellcheck: false,
        width: "govuk-input--width-5",
      } as const;
    default:
      return { type: "text", width: "" } as const;
  }
}

/** A one-line answer: text, e-mail, telephone, account number, number, town. */
export function LineInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question);
  const { width, ...manners } = mannersOf(question);
  return (
    <Labelled name={name} around={around} asked={asked}>
      <input
        class={`govuk-input ${width}${errorClass(around.error, "input")}`}
        id={name}
        name={name}
        value={shownOf(field, asked.values[name], asked.ui.language)}
        aria-describedby={around.describedBy}
        {...(field.autocomplete ? { autocomplete: field.autocomplete } : {})}
        {...manners}
      />
    </Labelled>
  );
}

/** Several lines, with a count of what still fits. */
export function LongTextInput(question: Question) {
  const { asked, name, field } = question;
  const around = surroundings(question);
  const limit = field.max ?? 4000;
  const ids = [around.describedBy, `${name}-info`].filter((id) => id !== undefined).join(" ");
  return (
    <div
      class="govuk-character-count"
      data-module="govuk-character-count"
      data-maxlength={limit}
      {...countWords(asked.ui)}
    >
      <FormGroup around={around}>
        <label class="govuk-label govuk-label--s" for={name}>
          {around.label}
        </label>
        <HintAndError name={name} around={around} asked={asked} />
        <textarea
          class={`govuk-textarea govuk-js-character-count${errorClass(around.error, "textarea")}`}
          id={name}
          name={name}
          rows={limit > 2500 ? 10 : 5}
          aria-describedby={ids}
        >
          {`${openingLine(shownIn(asked.values[name]))}`}
        </textarea>
        <div id={`${name}-info`} class="govuk-hint govuk-character-count__message">
          {asked.ui.say("count.limit").replace("%{count}", String(limit))}
        </div>
      </FormGroup>
    </div>
  );
}

/** HTML drops the first line break in a textarea, so a text that begins with one gets another. */
const openingLine = (text: string): string => (text.startsWith("\n") ? `\n${text}` : text);

const counted: readonly (readonly [string, UiKey])[] = [
  ["characters-under-limit.one", "count.under.one"],
  ["characters-under-limit.few", "count.under.few"],
  ["characters-under-limit.many", "count.under.many"],
  ["characters-under-limit.other", "count.under.other"],
  ["characters-at-limit", "count.at"],
  ["characters-over-limit.one", "count.over.one"],
  ["characters-over-limit.few", "count.over.few"],
  ["characters-over-limit.many", "count.over.many"],
  ["characters-over-limit.other", "count.over.other"],
];

const countWords = (ui: Ui): Record<string, string> =>
  Object.fromEntries(counted.map(([name, key]) => [`data-i18n.${name}`, ui.say(key)]));

/** A day in three inputs, in the order of the language. */
export function DateInput(question: Question) {
  const { asked, name } = question;
  const around = surroundings(question, asked.ui.say("date.hint"));
  const parts = partsOfDate(shownIn(asked.values[name]));
  const order = asked.ui.language === "lt" ? dateParts : dateParts.toReversed();
  return (
    <Legended name={name} around={around} asked={asked}>
      <div class="govuk-date-input" id={`${name}-parts`}>
        {order.map((part) => (
          <div class="govuk-date-input__item" key={part}>
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={`${name}-${part}`}>
                {asked.ui.say(`date.${part}`)}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${part === "year" ? 4 : 2}${errorClass(around.error, "input")}`}
                id={`${name}-${part}`}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                value={parts[part]}
              />
            </div>
          </div>
        ))}
      </div>
    </Legended>
  );
}
