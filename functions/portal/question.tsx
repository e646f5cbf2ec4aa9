import { paths } from "../addresses/paths.ts";
import type { LoadedCase } from "../cases/load.ts";
import { ask, longestQuestion, mayAsk } from "../questions/questions.ts";
import { callTitle } from "../reading/case-words.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { SubmitButton, TypedForm } from "../web/parts/form.tsx";
import { type Fault, Faults, TextBox } from "../web/parts/text-box.tsx";
import { numberIn, readPost, textIn } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { ownCase } from "./my-case.tsx";

/** Room for a question to the coordinator. */
export const showQuestion: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded || mayAsk(loaded) === "no") return refusalPage(visit.request, notFound);
  return draw(visit, loaded, {});
};

/** Takes a question, once however often its page is sent. */
export const takeQuestion: Work = async (visit) => {
  const loaded = await ownCase(visit);
  if (!loaded || mayAsk(loaded) === "no") return refusalPage(visit.request, notFound);
  const post = readPost(visit.request);
  if (post.outcome === "refused") return refusalPage(visit.request, post.refusal);
  const text = textIn(post.value, "text");
  if (text === "") return draw(visit, loaded, { text, fault: "empty" });
  if (text.length > longestQuestion) return draw(visit, loaded, { text, fault: "tooLong" });
  const asked = await ask(visit.house, loaded, { text, after: numberIn(post.value, "after") });
  if (asked === "tooMany") return draw(visit, loaded, { text, fault: "tooMany" });
  return redirect(`${paths.ownCase(visit.at("id"), visit.at("secret"))}#questions`);
};

interface Said {
  readonly text?: string;
  readonly fault?: "empty" | "tooLong" | "tooMany";
}

async function draw(visit: Visit, loaded: LoadedCase, { text = "", fault }: Said) {
  const view = await viewOf(visit.request, loaded.head.language);
  const { ui } = view;
  const own = [visit.at("id"), visit.at("secret")] as const;
  const most = { most: longestQuestion, count: text.length };
  const faults: readonly Fault[] =
    fault === undefined ? [] : [{ name: "text", text: ui.say(`question.${fault}`, most) }];
  return page(view, {
    title: ui.say("question.title"),
    back: paths.ownCase(...own),
    hasErrors: faults.length > 0,
    status: fault === undefined ? 200 : fault === "tooMany" ? 409 : 422,
    body: (
      <>
        <Faults faults={faults} view={view} />
        <span class="govuk-caption-l">{callTitle(loaded, view.language)}</span>
        <h1 class="govuk-heading-l">{ui.say("question.title")}</h1>
        <p class="govuk-body">{ui.say("question.lead")}</p>
        {fault === undefined && mayAsk(loaded) === "tooMany" ? (
          <p class="govuk-inset-text">{ui.say("question.tooMany")}</p>
        ) : (
          <TypedForm action={paths.ownQuestion(...own)}>
            <input type="hidden" name="after" value={loaded.questions?.length ?? 0} />
            <TextBox
              ui={ui}
              name="text"
              label={ui.say("question.label")}
              hint={ui.say("question.hint", most)}
              value={text}
              rows={8}
              faults={faults}
            />
            <SubmitButton label={ui.say("question.send")} />
          </TypedForm>
        )}
      </>
    ),
  });
}
