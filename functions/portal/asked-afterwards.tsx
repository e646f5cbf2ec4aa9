import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { paths } from "../addresses/paths.ts";
import type { Asked } from "../reading/asked.ts";
import { caseWords } from "../reading/case-words.ts";
import { type AskedNow, askedNow, hasSaid, sayAfterwards } from "../seats/asked-afterwards.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { ErrorSummary, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto } from "../web/typed.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { type Own, ownRegistration } from "./registration.tsx";

/** What is asked of somebody by this address; `closed` where its time is over or has not come. */
async function askedOf(visit: Visit): Promise<{ own: Own; asked: AskedNow | "closed" } | undefined> {
  const own = await ownRegistration(visit);
  const name = visit.at("name");
  if (!own || !Object.hasOwn(own.opened.seats.asks ?? {}, name)) return undefined;
  const asked = askedNow(visit.house, own.opened, own.registration).find((one) => one.name === name);
  return { own, asked: asked ?? "closed" };
}

/** Questions to whoever was there, by the link that their address alone was mailed. */
export const showAsked: Work = async (visit) => {
  const found = await askedOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const { own, asked } = found;
  const view = await viewOf(visit.request, own.registration.language);
  if (asked === "closed") return drawSaid(visit, view, own, "closed");
  if (await hasSaid(visit.house, own.registration, asked.name)) return drawSaid(visit, view, own, "already");
  return drawAsked(visit, view, own, asked);
};

async function drawAsked(
  visit: Visit,
  view: View,
  { opened }: Own,
  { form, name, until }: AskedNow,
  typed: Typed = {},
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const { ui, language } = view;
  const words = await caseWords(opened.loaded, language);
  const asked: Asked = { form, words, ui, values: typed, errors };
  const [seats, id, secret] = [visit.at("seats"), visit.at("id"), visit.at("secret")];
  const title = words.say(`${form.id}.title`);
  return page(view, {
    title,
    back: paths.registration(seats, id, secret),
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{opened.seats.title(opened.loaded.file)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{ui.say("afterwards.unnamed", { time: printTime(until, language) })}</p>
        <TypedForm action={paths.registrationAsked(seats, id, secret, name)}>
          <WholeForm asked={asked} />
          <SubmitButton label={ui.say("afterwards.send")} />
        </TypedForm>
      </>
    ),
  });
}

/** Takes what somebody says, once. */
export const takeAsked: Work = async (visit) => {
  const found = await askedOf(visit);
  if (!found) return refusalPage(visit.request, notFound);
  const { own, asked } = found;
  const view = await viewOf(visit.request, own.registration.language);
  if (asked === "closed") return drawSaid(visit, view, own, "closed");
  const post = readPost(visit.request);
  const typed =
    post.outcome === "refused" ? post : typedInto(asked.form, Object.keys(asked.form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(visit.request, typed.refusal);
  const parsed = parseAnswer(asked.form, typed.value);
  if (parsed.outcome === "invalid") return drawAsked(visit, view, own, asked, typed.value, parsed.errors);
  return drawSaid(
    visit,
    view,
    own,
    await sayAfterwards(visit.house, own.registration, asked, parsed.value.values),
  );
};

function drawSaid(
  visit: Visit,
  view: View,
  { opened }: Own,
  said: "kept" | "already" | "closed",
): Promise<Answer> {
  const { ui } = view;
  const title = ui.say(`afterwards.${said}`);
  return page(view, {
    title,
    back: paths.registration(visit.at("seats"), visit.at("id"), visit.at("secret")),
    status: said === "kept" ? 200 : 409,
    body: (
      <>
        <span class="govuk-caption-l">{opened.seats.title(opened.loaded.file)}</span>
        <div class={said === "kept" ? "kelias-panel" : ""}>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class={said === "kept" ? "" : "govuk-body"}>{ui.say(`afterwards.${said}.text`)}</p>
        </div>
      </>
    ),
  });
}
