import type { Answer, InterruptionSaid } from "./case-file.ts";
import type { Fields } from "./field.ts";
import { longText } from "./field-kinds.ts";
import type { Form } from "./form.ts";
import { askingOf, type State } from "./states.ts";

/** Several lines that tell why: histories and sentences (`{reason}`) repeat them to whom it concerns. */
export const why = <const O extends Parameters<typeof longText>[0]>(options: O) => ({
  ...longText(options),
  tellsWhy: true as const,
});

interface Asking {
  readonly states: Readonly<Record<string, State<string>>>;
  readonly interruptions: Readonly<Record<string, { readonly form: Form<Fields, string> }>>;
}

/** Why a question was answered so, in the words of who answered, if they were asked and said it. */
export const whyAnswered = (
  { states }: Pick<Asking, "states">,
  { state, part, values }: Pick<Answer, "state" | "part" | "values">,
): string | undefined => whyIn(askingOf(states[state], part)?.form, values);

/** Why somebody broke in, in their own words. */
export const whySaid = (
  { interruptions }: Pick<Asking, "interruptions">,
  { name, values }: Pick<InterruptionSaid, "name" | "values">,
): string | undefined => whyIn(interruptions[name]?.form, values);

const whyIn = (
  form: Form<Fields, string> | undefined,
  values: Readonly<Record<string, unknown>>,
): string | undefined =>
  Object.entries(form?.fields ?? {})
    .flatMap(([name, { tellsWhy }]) => (tellsWhy ? [values[name]] : []))
    .find((said) => typeof said === "string");
