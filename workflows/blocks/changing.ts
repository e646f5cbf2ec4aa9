import { spokenAs } from "../kernel/book.ts";
import { type CaseFile, latestInterruption } from "../kernel/case-file.ts";
import type { Fields } from "../kernel/field.ts";
import { defineForm, type Form } from "../kernel/form.ts";
import { named } from "../kernel/named.ts";
import type { Role } from "../kernel/roles.ts";
import { type All, all, ask, type Step, step } from "../kernel/states.ts";
import type { StepResult, StepRun } from "../kernel/step-result.ts";
import type { Tell } from "../kernel/tell.ts";
import { why } from "../kernel/why.ts";
import { staff } from "./asking.ts";
import { silence } from "./silence.ts";
import { blockWords } from "./words.ts";

/** The coordinator agrees to a change, or everything stays as it was. */
export const changeDecision = defineForm({
  id: "changeDecision",
  words: blockWords,
  outcomes: ["approved", "refused"],
  fields: { reason: why({ max: 2000 }) },
});

interface Changing<Where extends string, Signed extends string> {
  /** May it be made at once, or does the coordinator decide? What may not be asked for at all the form refuses. */
  readonly weigh: StepRun<"automatic" | "decided">;
  /** Makes it: records another version of what is changed. */
  readonly amend: (file: CaseFile) => NonNullable<StepResult<string>["record"]>;
  /** Where it may be asked for, also while something is asked for: the road goes on there, with that question again. */
  readonly during: readonly Where[];
  /** Where the version that was decided on is signed anew (`signedAnew`), before the road goes on; without it nobody is asked. */
  readonly signed?: Signed;
}

/**
 * A change that whoever takes part asks for by the word `name` (`changes`): made at once or decided by the coordinator in
 * `<name>Decision`, another version in `<name>Made`, and back to where the road stood by `<name>Return`.
 */
export const changing = <
  const Name extends string,
  const Where extends string,
  const Signed extends string = `${Name}Return`,
>(
  name: Name,
  { weigh, amend, during, signed }: Changing<Where, Signed>,
) => {
  const [decision, made, back] = [`${name}Decision`, `${name}Made`, `${name}Return`] as const;
  const make = (file: CaseFile): StepResult<"made" | "decided"> => ({
    outcome: decidedOn(file, name) ? "decided" : "made",
    record: amend(file),
  });
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
    ...named(made, spokenAs("changeMade", blockWords, step(make, { made: back, decided: signed ?? back }))),
    ...named(back, spokenAs("changeReturn", blockWords, returning)),
  };
};

/** The word of whoever takes part that asks for it; the process says it under the same name. */
export const changes = <const Name extends string, const Where extends string>(
  name: Name,
  { form, during }: { readonly form: Form<Fields, string>; readonly during: readonly Where[] },
) => ({ by: "applicant", form, during, to: name }) as const;

/** Nothing but back to where the road stood when a word was said, with that question again: a note that others work with later, and are told of. */
export const returning = <const Where extends string>(
  name: string,
  during: readonly Where[],
  tell: readonly Tell[] = [],
): Step<Where> => ({
  kind: "step",
  run: (file) => ({ outcome: stoodAt(file, name, during).stood, ...(tell.length > 0 ? { tell } : {}) }),
  on: Object.fromEntries(during.map((state) => [state, state])),
  tells: tell.map(({ template }) => template),
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
    const isKept = decidedOn(file, name)?.outcome === "refused" || isGivenUp(file, name);
    const template = isKept ? "changeRefused" : "changeMade";
    return {
      outcome: stoodAt(file, name, during).stood,
      tell: [{ role: "applicant", template }],
    };
  };

/** What was answered since the word was said last. */
const answeredSince = (file: CaseFile, name: string, form: string) => {
  const since = latestInterruption(file, name)?.visit ?? Number.POSITIVE_INFINITY;
  return file.answers.findLast((answer) => answer.form === form && answer.visit > since);
};
const decidedOn = (file: CaseFile, name: string) => answeredSince(file, name, changeDecision.id);

/** Was the change given up because it was not signed? */
const isGivenUp = (file: CaseFile, name: string): boolean =>
  answeredSince(file, name, silence.id)?.outcome === "released";

interface SignedAnew<S extends string, P extends Role> {
  readonly parts: All<S, P>["parts"];
  /** Have all signed the latest version? */
  readonly count: StepRun<"signed" | "missing">;
  /** Puts back what held before the change, as another version. */
  readonly undo: (file: CaseFile) => NonNullable<StepResult<string>["record"]>;
}

/**
 * What was changed is signed by everybody again: `<name>Agreement`; whoever is silent the coordinator asks again, or lets the change go
 * in `<name>Silence`, and all is as before.
 */
export const signedAnew = <const Name extends string, const P extends Role>(
  name: Name,
  { parts, count, undo }: SignedAnew<string, P>,
) => {
  const [signing, signatures] = [`${name}Agreement`, `${name}Signatures`] as const;
  const [silent, undone, back] = [`${name}Silence`, `${name}Undone`, `${name}Return`] as const;
  const unmake = (file: CaseFile): StepResult<"undone"> => ({ outcome: "undone", record: undo(file) });
  return {
    ...named(signing, spokenAs("changeAgreement", blockWords, all(parts, signatures))),
    ...named(
      signatures,
      spokenAs("changeSignatures", blockWords, step(count, { signed: back, missing: silent })),
    ),
    ...named(
      silent,
      spokenAs(
        "changeSilence",
        blockWords,
        ask("coordinator", silence, {
          ...staff,
          on: { askAgain: signing, released: undone, expired: silent },
        }),
      ),
    ),
    ...named(undone, spokenAs("changeUndone", blockWords, step(unmake, { undone: back }))),
  };
};
