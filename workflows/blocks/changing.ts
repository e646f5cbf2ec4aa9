import { spokenAs } from "../kernel/book.ts";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import type { Fields } from "../kernel/field.ts";
import { defineForm, type Form } from "../kernel/form.ts";
import { named } from "../kernel/named.ts";
import { ask, type Step, step } from "../kernel/states.ts";
import type { StepResult, StepRun } from "../kernel/step-result.ts";
import { why } from "../kernel/why.ts";
import { staff } from "./asking.ts";
import { blockWords } from "./words.ts";

/** The coordinator agrees to a change, or everything stays as it was. */
export const changeDecision = defineForm({
  id: "changeDecision",
  words: blockWords,
  outcomes: ["approved", "refused"],
  fields: { reason: why({ max: 2000 }) },
});

interface Changing<Where extends string> {
  /** May it be made at once, or does the coordinator decide? What may not be asked for at all the form refuses. */
  readonly weigh: StepRun<"automatic" | "decided">;
  /** Makes it: records another version of what is changed. */
  readonly amend: (file: CaseFile) => NonNullable<StepResult<string>["record"]>;
  /** Where it may be asked for, also while something is asked for: the road goes on there, with that question again. */
  readonly during: readonly Where[];
}

/**
 * A change that whoever takes part asks for by the word `name` (`changes`): made at once or decided by the coordinator in
 * `<name>Decision`, another version in `<name>Made`, and back to where the road stood by `<name>Return`.
 */
export const changing = <const Name extends string, const Where extends string>(
  name: Name,
  { weigh, amend, during }: Changing<Where>,
) => {
  const [decision, made, back] = [`${name}Decision`, `${name}Made`, `${name}Return`] as const;
  const make = (file: CaseFile): StepResult<"made"> => ({ outcome: "made", record: amend(file) });
  // Each state leads to itself by its own name, which the compiler cannot follow through the list.
  const returning: Step<Where> = {
    kind: "step",
    run: returnTo(name, during),
    on: Object.fromEntries(during.map((state) => [state, state])),
    tells: ["changeMade", "changeRefused"],
  };
  return {
    ...named(name, spokenAs("change", blockWords, step(weigh, { automatic: made, decided: decision }))),
    ...named(
      decision,
      ask("coordinator", changeDecision, {
        ...staff,
        on: { approved: made, refused: back, expired: decision },
      }),
    ),
    ...named(made, spokenAs("changeMade", blockWords, step(make, { made: back }))),
    ...named(back, spokenAs("changeReturn", blockWords, returning)),
  };
};

/** The word of whoever takes part that asks for it; the process says it under the same name. */
export const changes = <const Name extends string, const Where extends string>(
  name: Name,
  { form, during }: { readonly form: Form<Fields, string>; readonly during: readonly Where[] },
) => ({ by: "applicant", form, during, to: name }) as const;

/** Nothing but back to where the road stood when a word was said, with that question again: a note that others work with later. */
export const returning = <const Where extends string>(
  name: string,
  during: readonly Where[],
): Step<Where> => ({
  kind: "step",
  run: (file) => ({ outcome: stoodAt(file, name, during).stood }),
  on: Object.fromEntries(during.map((state) => [state, state])),
  tells: [],
});

function stoodAt<const Where extends string>(file: CaseFile, name: string, during: readonly Where[]) {
  const said = latestInterruption(file, name);
  const stood = during.find((state) => state === said?.state);
  if (!said || stood === undefined) throw new Error(`${file.ref}: nobody has said ${name}`);
  return { said, stood };
}

const returnTo =
  <const Where extends string>(name: string, during: readonly Where[]) =>
  (file: CaseFile): StepResult<Where> => {
    const { said, stood } = stoodAt(file, name, during);
    const decided = file.answers.findLast(
      ({ form, visit }) => form === changeDecision.id && visit > said.visit,
    );
    const template = decided?.outcome === "refused" ? "changeRefused" : "changeMade";
    return { outcome: stood, tell: [{ role: "applicant", template }] };
  };
