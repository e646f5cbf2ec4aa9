import type { FieldError } from "../../../workflows/kernel/form.ts";
import { interrupt, mayInterrupt } from "../../cases/withdraw.ts";
import { casePath } from "../../links.ts";
import { redirect } from "../answers.ts";
import { caseWords } from "../case-words.ts";
import type { Asked } from "../parts/asked.ts";
import { ErrorSummary, PostForm, SubmitButton, WholeForm } from "../parts/form.tsx";
import { readPost } from "../posts.ts";
import { notFound } from "../refusal.ts";
import { type Typed, typedInto } from "../typed.ts";
import { page, viewOf } from "../view.ts";
import type { Visit, Work } from "../visit.ts";
import { refusalPage } from "./faults.tsx";
import { ownCase } from "./my-case.tsx";

/** Asks whether the applicant really wants to withdraw; nothing is done before the answer. */
export const showWithdrawal: Work = (visit) => drawWithdrawal(visit, {}, []);

async function drawWithdrawal(visit: Visit, values: Typed, errors: readonly FieldError[]) {
  const { house, request } = visit;
  const loaded = await ownCase(visit);
  const form = loaded?.process.interruptions.withdrawn?.form;
  if (!loaded || !form) return refusalPage(request, notFound);
  if (loaded.head.interruption) return withdrawnPage(visit);
  if (!mayInterrupt(loaded, "withdrawn", house.clock.now())) return tooLate(visit);
  const view = await viewOf(request, loaded.head.language);
  const { ui } = view;
  const words = await caseWords(loaded, view.language);
  const asked: Asked = { form, words, ui, lists: {}, values, errors };
  const mine = casePath(house.config.linkSecret, loaded.head.pk);
  return page(view, {
    title: ui.say("withdraw.title"),
    back: mine,
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <h1 class="govuk-heading-l">{ui.say("withdraw.title")}</h1>
        <p class="govuk-body">{ui.say("withdraw.text")}</p>
        <PostForm action={`${mine}/withdraw`}>
          <WholeForm asked={asked} />
          <div class="govuk-button-group">
            <SubmitButton label={words.say(`${form.id}.submit`)} warning />
            <a class="govuk-link" href={mine}>
              {ui.say("withdraw.keep")}
            </a>
          </div>
        </PostForm>
      </>
    ),
  });
}

/** Withdraws, once. */
export const takeWithdrawal: Work = async (visit) => {
  const { house, request, at } = visit;
  const loaded = await ownCase(visit);
  const form = loaded?.process.interruptions.withdrawn?.form;
  if (!loaded || !form) return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(form, Object.keys(form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const address = { id: at("id"), secret: at("secret"), name: "withdrawn" };
  const said = await interrupt(house, address, typed.value);
  switch (said.outcome) {
    case "accepted":
      return redirect(`${casePath(house.config.linkSecret, loaded.head.pk)}/withdraw`);
    case "invalid":
      return drawWithdrawal(visit, typed.value, said.errors);
    case "tooLate":
      return tooLate(visit);
    case "unknown":
      return refusalPage(request, notFound);
  }
};

const tooLate = (visit: Visit) => sayOnly(visit, "withdraw.late.title", "withdraw.late.text", 409);
const withdrawnPage = (visit: Visit) => sayOnly(visit, "withdraw.done", "withdraw.done.text", 200);

async function sayOnly(
  { house, request, at }: Visit,
  title: "withdraw.late.title" | "withdraw.done",
  text: "withdraw.late.text" | "withdraw.done.text",
  status: number,
) {
  const view = await viewOf(request);
  return page(view, {
    title: view.ui.say(title),
    back: casePath(house.config.linkSecret, `case#${at("id")}`),
    status,
    body: (
      <>
        <h1 class="govuk-heading-l">{view.ui.say(title)}</h1>
        <p class="govuk-body">{view.ui.say(text)}</p>
      </>
    ),
  });
}
