import { everyProcess } from "../../workflows/catalogue.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { formWith } from "../../workflows/kernel/given.ts";
import type { State } from "../../workflows/kernel/states.ts";
import { listsFor } from "./fitting.ts";

const processes = await everyProcess();

/** Every form that somebody may be asked to fill in, with the process that asks it. */
const forms = [
  ...new Map(
    processes
      .flatMap((process) =>
        [
          ...(process.application ? [process.application] : []),
          ...Object.values<State<string>>(process.states).flatMap(formsOf),
          ...Object.values(process.interruptions).map((interruption) => interruption.form),
        ].map((form) => ({ form, of: process.id })),
      )
      .toReversed()
      .map((asked) => [asked.form, asked]),
  ).values(),
];

function formsOf(state: State<string>): Form[] {
  if (state.kind === "ask" || state.kind === "each") return [state.form];
  return state.kind === "all" ? Object.values(state.parts).map(({ form }) => form) : [];
}

/** The same with something to choose from in each list. */
export const everyForm = forms.map(({ form, of }) => ({
  id: form.id,
  of,
  form: formWith(form, { lists: listsFor(form) }),
}));
