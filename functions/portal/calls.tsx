import { processOf } from "../../workflows/catalogue.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { type CallSummary, listCalls, loadCall, summaryOf } from "../calls/calls.ts";
import { publishedIn } from "../public/read.ts";
import { wordsOf } from "../reading/process-words.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { CallPage } from "../web/parts/call-page.tsx";
import { PostForm, SubmitButton } from "../web/parts/form.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Work } from "../web/visit.ts";
import { PublicationList } from "./library.tsx";

/** The calls that there are, those that can be applied to first. */
export const showHome: Work = async ({ house, request }) => {
  const view = await viewOf(request);
  const { ui } = view;
  const calls = (await listCalls(house)).filter(({ isUnlisted }) => !isUnlisted);
  const groups = (["open", "coming", "closed"] as const)
    .map((state) => ({ state, calls: calls.filter((call) => call.state === state) }))
    .filter((group) => group.calls.length > 0);
  return page(view, {
    title: ui.say("home.title"),
    body: (
      <>
        <h1 class="govuk-heading-xl">{ui.say("home.title")}</h1>
        <p class="govuk-body-l">{ui.say("home.lead")}</p>
        {groups.length === 0 ? <p class="govuk-body">{ui.say("home.none")}</p> : null}
        {groups.map(({ state, calls: listed }) => (
          <section key={state}>
            <h2 class="govuk-heading-m">{ui.say(`home.${state}`)}</h2>
            <ul class="kelias-calls">
              {listed.map((call) => (
                <li key={call.id}>
                  <a class="govuk-link govuk-!-font-weight-bold" href={paths.call(call.id)}>
                    {call.title[view.language]}
                  </a>
                  <span class="kelias-calls__when">{whenOf(view, call)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
};

function whenOf({ ui, language }: View, call: CallSummary): string {
  return call.state === "coming"
    ? ui.say("call.from", { time: printTime(call.opensAt, language) })
    : ui.say("call.until", { time: printTime(call.closesAt, language) });
}

/** What a call is about, when it can be applied to, and how to begin. */
export const showCall: Work = async ({ house, request, at }) => {
  const head = await loadCall(house, at("id"));
  if (!head) return refusalPage(request, notFound);
  const view = await viewOf(request);
  const { ui, language } = view;
  const call = summaryOf(head, house.clock.now());
  const process = await processOf(call.process);
  const words = await wordsOf(call.process, view);
  const shared = await publishedIn(house, call.id);
  return page(view, {
    title: call.title[language],
    back: "/",
    body: (
      <>
        <CallPage process={process} data={head.data} call={call} view={view} words={words}>
          <PostForm action={paths.startDraft(call.id)}>
            <SubmitButton label={ui.say("call.start")} />
          </PostForm>
        </CallPage>
        {shared.length > 0 ? (
          <section>
            <h2 class="govuk-heading-m">{ui.say("library.ofCall")}</h2>
            <PublicationList shown={shared} view={view} />
          </section>
        ) : null}
      </>
    ),
  });
};
