import type { Person } from "../../../workflows/kernel/case-file.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import type { LoadedCase } from "../../cases/load.ts";
import { breakIn, isAmong } from "../../cases/road/interrupt.ts";
import type { House } from "../../house.ts";
import type { Asked } from "../../reading/asked.ts";
import { callTitle, caseWords, parametersOf } from "../../reading/case-words.ts";
import { type Answer, redirect } from "../answers.ts";
import { refusalPage } from "../faults.tsx";
import { page } from "../page.ts";
import { readPost } from "../posts.ts";
import { notFound, type Refusal } from "../refusal.ts";
import type { HttpRequest } from "../request.ts";
import { type Typed, typedInto } from "../typed.ts";
import type { View } from "../view.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "./form.tsx";
import { TypedBack } from "./typed-back.tsx";

/** A word that somebody may say to break in on a case: which one, of which case, and where its pages are. */
export interface Saying {
  readonly loaded: LoadedCase;
  readonly name: string;
  readonly form: Form;
  /** The address of the question. */
  readonly here: string;
  /** Where to go back to. */
  readonly back: string;
}

const saidBefore = "saidBefore";

/** How many words its case had heard when a page was drawn: pressed twice, it says its word once. */
export const SaidBefore = ({ loaded: { head } }: Pick<Saying, "loaded">) => (
  <input type="hidden" name={saidBefore} value={head.interrupted} />
);

/** Was something said since the page was drawn from which this came? A program's post does not say what it has seen. */
export const isSaidSince = (request: HttpRequest, { head }: LoadedCase): boolean => {
  const seen = seenIn(request);
  return seen !== undefined && seen !== String(head.interrupted);
};

/** Was it this very word? Whoever sends it again, because no answer came, has said it. */
export const isSaidAgain = (
  request: HttpRequest,
  loaded: LoadedCase,
  word: { readonly name: string; readonly by: string },
  typed: Typed,
): boolean => {
  const said = loaded.head.interruptions.slice(Number(seenIn(request)));
  return isSaidSince(request, loaded) && isAmong(said, loaded, word, typed);
};

function seenIn(request: HttpRequest): string | undefined {
  const post = readPost(request);
  const [seen] = post.outcome === "refused" ? [] : (post.value.get(saidBefore) ?? []);
  return seen;
}

/** Asks whether and why; nothing is done before the answer. */
export async function drawSaying(
  view: View,
  { loaded, name, form, here, back }: Saying,
  typed?: Typed,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { ui, language } = view;
  const values = typed ?? form.values ?? {};
  const words = await caseWords(loaded, language);
  const asked: Asked = { form, words, ui, values, errors };
  const title = words.say(`${form.id}.title`);
  return page(view, {
    title,
    back,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">
          {[callTitle(loaded, language), loaded.process.people("applicant", loaded.file)?.name]
            .filter((part) => part !== undefined)
            .join(", ")}
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{words.say(`interruption.${name}.text`, parametersOf(loaded, words))}</p>
        <TypedForm action={here}>
          <SaidBefore loaded={loaded} />
          <WholeForm asked={asked} />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${form.id}.submit`)} warning />
            <a class="govuk-link" href={back}>
              {ui.say("saying.keep")}
            </a>
          </div>
        </TypedForm>
      </>
    ),
  });
}

/** A word that came too late, with what was typed for it and whom to ask. */
export async function drawSaidTooLate(
  view: View,
  { loaded, form, back }: Saying,
  values: Typed,
): Promise<Answer> {
  const words = await caseWords(loaded, view.language);
  return drawTooLate(view, back, {
    asked: { form, words, ui: view.ui, values, errors: [] },
    coordinator: loaded.process.people("coordinator", loaded.file),
  });
}

/** Says the word, and answers whoever said it: back where they came from, or what is to be mended. */
export async function sayWord(
  house: House,
  view: View,
  saying: Saying & { readonly by: string },
  values: Typed,
  request: HttpRequest,
): Promise<Answer> {
  const said = await breakIn(house, saying.loaded, { name: saying.name, by: saying.by }, values);
  switch (said.outcome) {
    case "accepted":
      return redirect(saying.back);
    case "invalid":
      return drawSaying(view, saying, values, said.errors);
    case "tooLate":
      return drawSaidTooLate(view, saying, values);
    case "unknown":
      return refusalPage(request, notFound);
  }
}

/** It can no longer be said, or not again: the page says so and leads back. */
export const drawTooLate = (
  { ui, ...view }: View,
  back: string,
  typed?: { readonly asked: Asked; readonly coordinator: Person | undefined },
): Promise<Answer> =>
  page(
    { ui, ...view },
    {
      title: ui.say("saying.late.title"),
      back,
      status: 409,
      body: (
        <>
          <h1 class="govuk-heading-l">{ui.say("saying.late.title")}</h1>
          <p class="govuk-body">{ui.say("saying.late.text")}</p>
          {typed?.coordinator ? (
            <p class="govuk-body">{ui.say("task.coordinator", { ...typed.coordinator })}</p>
          ) : null}
          {typed ? <TypedBack asked={typed.asked} /> : null}
        </>
      ),
    },
  );

/** What was typed into the word's form. */
export function readSaying(
  request: HttpRequest,
  form: Form,
):
  | { readonly outcome: "read"; readonly value: Typed }
  | { readonly outcome: "refused"; readonly refusal: Refusal } {
  const post = readPost(request);
  return post.outcome === "refused" ? post : typedInto(form, Object.keys(form.fields), post.value);
}
