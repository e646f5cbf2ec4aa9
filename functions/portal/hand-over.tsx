import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { handOver, handOverForm, mayHandOver, refusalOf } from "../cases/people/hand-over.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle } from "../reading/case-words.ts";
import { asMessages } from "../reading/ui.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, PostForm, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

async function caseOfOrganisation(visit: Visit): Promise<LoadedCase | undefined> {
  const loaded = await ownCase(visit);
  return loaded && mayHandOver(loaded) ? loaded : undefined;
}

/** Whoever represents an organisation says which colleague does from now on. */
export const showHandOver: Work = async (visit) => {
  const loaded = await caseOfOrganisation(visit);
  return loaded ? draw(visit, loaded) : refusalPage(visit.request, notFound);
};

/** Shows what was typed and what it means, and gives the case away when that was confirmed. */
export const takeHandOver: Work = async (visit) => {
  const loaded = await caseOfOrganisation(visit);
  if (!loaded) return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const typed = typedInto(handOverForm, Object.keys(handOverForm.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(visit.request, typed.refusal);
  const raw = { ...typed.value, outcome: "handedOver" };
  const parsed = parseAnswer(handOverForm, raw);
  if (parsed.outcome === "invalid") return draw(visit, loaded, { values: raw, errors: parsed.errors });
  const { values } = parsed.value;
  const refused = refusalOf(loaded, values);
  if (refused) return draw(visit, loaded, { values: raw, refused });
  if (!post.value.has("confirmed")) return drawConfirmation(visit, loaded, values);
  return (await handOver(visit.house, loaded, values))
    ? drawDone(visit, loaded, values)
    : draw(visit, loaded, { values: raw, refused: "changed" });
};

interface Tried {
  readonly values?: Typed;
  readonly errors?: readonly FieldError[];
  readonly refused?: "same" | "staff" | "changed";
}

async function draw(visit: Visit, loaded: LoadedCase, { values = {}, errors = [], refused }: Tried = {}) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui, language } = view;
  const asked: Asked = { form: handOverForm, words: asMessages(ui), ui, values, errors };
  const hasErrors = errors.length > 0;
  return page(view, {
    title: ui.say("handOver.title"),
    back: paths.ownCase(visit.at("id"), visit.at("secret")),
    hasErrors,
    status: hasErrors || refused ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("handOver.title")}</h1>
        <p class="govuk-body">{ui.say("handOver.text")}</p>
        {refused ? (
          <p class="govuk-inset-text" role="alert">
            {ui.say(`handOver.${refused}`)}
          </p>
        ) : null}
        <TypedForm action={visit.request.path}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("handOver.submit")} />
        </TypedForm>
      </>
    ),
  });
}

type Successor = { readonly name: string; readonly email: string; readonly note?: string | undefined };

async function drawConfirmation(visit: Visit, loaded: LoadedCase, { name, email, note = "" }: Successor) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui, language } = view;
  return page(view, {
    title: ui.say("handOver.confirm.title"),
    back: visit.request.path,
    body: (
      <>
        <span class="govuk-caption-l">{callTitle(loaded, language)}</span>
        <h1 class="govuk-heading-l">{ui.say("handOver.confirm.title")}</h1>
        <p class="govuk-body">{ui.say("handOver.confirm.text", { name, email })}</p>
        <PostForm action={visit.request.path}>
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="note" value={note} />
          <input type="hidden" name="confirmed" value="yes" />
          <SubmitButton label={ui.say("handOver.confirm.submit")} />
        </PostForm>
      </>
    ),
  });
}

/** Told on a page of no link's: the one by which it was asked opens nothing any more. */
async function drawDone(visit: Visit, loaded: LoadedCase, { name }: Successor) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui } = view;
  return page(view, {
    title: ui.say("handOver.done.title"),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("handOver.done.title")}</h1>
        <p class="govuk-body">{ui.say("handOver.done.text", { name })}</p>
      </>
    ),
  });
}
