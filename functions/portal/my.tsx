import { isByAddress } from "../../workflows/kernel/applicant.ts";
import { printTime } from "../../workflows/kernel/facts/print.ts";
import { isBlind } from "../../workflows/kernel/roles.ts";
import { paths } from "../addresses/paths.ts";
import { loadCall, summaryOf } from "../calls/calls.ts";
import { draftsOfAddress } from "../cases/applications/own-drafts.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import { tasksOfGuest } from "../cases/people/guest-tasks.ts";
import { casesOfAddress } from "../cases/people/mine.ts";
import { ownPathOf } from "../cases/people/own-path.ts";
import { papersFor } from "../cases/people/sign-several.ts";
import { stateNow } from "../cases/road/show-state.ts";
import type { InboxTask } from "../cases/tasks/inbox.ts";
import { groupsLedBy, type LedGroup } from "../groups/led.ts";
import { confirmPath, ledPath, taskPath } from "../links.ts";
import { callTitle, caseWords, parametersOf } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import { tasksOfApplicant } from "../reading/history.ts";
import { nextIn } from "../reading/next-in.ts";
import { stageIn } from "../reading/stages.ts";
import { signedIn } from "../sign-in/session.ts";
import type { Draft } from "../store/applicant-items.ts";
import { idOf, isCall } from "../store/keys.ts";
import { redirect } from "../web/answers.ts";
import { page } from "../web/page.ts";
import { PostForm } from "../web/parts/form.tsx";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { openDraft } from "./open-draft.ts";

/** My cases: each with what happens next in a sentence, and what I have to do. */
export const showMine: Work = async ({ house, request }) => {
  const email = await signedIn(house, request.cookies);
  if (email === undefined) return redirect(paths.signIn());
  const cases = await casesOfAddress(house, email);
  const view = await viewOf(request, cases[0]?.head.language);
  const { ui } = view;
  const cards = await Promise.all(cases.map((loaded) => card(house, loaded, view, email)));
  const drafts = await Promise.all(
    (await draftsOfAddress(house, email)).map((draft) => draftCard(house, draft, view)),
  );
  const led = await ledCards(house, await groupsLedBy(house, email), view);
  const { papers } = await papersFor(house, { email, isGuest: true });
  const asked = await guestCards(house, await tasksOfGuest(house, email), view);
  const count = cases.length + drafts.length + asked.length + led.length;
  return page(view, {
    title: ui.say("my.title"),
    body: (
      <>
        <h1 class="govuk-heading-l">{ui.say("my.title")}</h1>
        <p class="govuk-body">{ui.say("my.who", { email })}</p>
        {papers.length > 1 ? (
          <p class="govuk-body">
            <a class="govuk-link govuk-!-font-weight-bold" href={paths.papersOfMine()}>
              {ui.say("together.link", { count: papers.length })}
            </a>
          </p>
        ) : null}
        {led}
        {count === 0 ? <p class="govuk-body">{ui.say("my.none")}</p> : cards}
        {drafts}
        {asked.length === 0 ? null : (
          <section class="kelias-own">
            <h2 class="govuk-heading-m">{ui.say("my.asked")}</h2>
            <ul class="govuk-list govuk-list--bullet">{asked}</ul>
          </section>
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.record()}>
            {ui.say("my.record")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.schools()}>
            {ui.say("school.title")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={paths.ownData()}>
            {ui.say("ownData.title")}
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/">
            {ui.say("my.calls")}
          </a>
        </p>
        <PostForm action={paths.signOut()}>
          <button type="submit" class="govuk-button govuk-button--secondary">
            {ui.say("my.signOut")}
          </button>
        </PostForm>
      </>
    ),
  });
};

async function card(house: Visit["house"], loaded: LoadedCase, view: View, email: string) {
  const { ui, language } = view;
  const { linkSecret } = house.config;
  const words = await caseWords(loaded, language);
  const now = house.clock.now();
  const tasks = tasksOfApplicant(loaded, now);
  const here = ownPathOf(linkSecret, loaded);
  return (
    <section class="kelias-own" key={loaded.head.pk}>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={here}>
          {callTitle(loaded, language)}
        </a>
      </h2>
      <p class="govuk-body kelias-said">{nextIn(loaded, words, now)}</p>
      {loaded.entry?.contested && !loaded.entry.ended && isByAddress(loaded.process) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={confirmPath(linkSecret, loaded.head.pk, email)}>
            {ui.say("my.contested")}
          </a>
        </p>
      ) : null}
      {tasks.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {tasks.map((task) => (
            <li key={task.sk}>
              <a class="govuk-link" href={taskPath(linkSecret, task)}>
                {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
              </a>
              {task.dueAt ? `, ${ui.say("mine.task.due", { time: printTime(task.dueAt, language) })}` : ""}
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-hint">{ui.say("my.sent", { time: printTime(loaded.file.submittedAt, language) })}</p>
    </section>
  );
}

/** The groups that somebody leads, each with where it is. */
function ledCards(house: Visit["house"], groups: readonly LedGroup[], { ui, language }: View) {
  const now = house.clock.now();
  return Promise.all(
    groups.map(async ({ loaded, email }) => {
      const { head, process } = loaded;
      const words = await caseWords(loaded, language);
      const stage = stageIn(process, words, stateNow(loaded, now), head.endedAt !== undefined);
      return (
        <section class="kelias-own" key={head.pk}>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={ledPath(house.config.linkSecret, head.pk, email)}>
              {callTitle(loaded, language)}
            </a>
          </h2>
          <p class="govuk-body">{ui.say("led.yours", { stage })}</p>
        </section>
      );
    }),
  );
}

/** What is asked of whoever has no case of their own, or beside it: each task with its call and until when. */
function guestCards(house: Visit["house"], tasks: readonly InboxTask[], { ui, language }: View) {
  return Promise.all(
    tasks.map(async (task) => {
      const loaded = await loadCase(house, task.pk);
      if (!loaded) return null;
      const words = await caseWords(loaded, language);
      const due = task.dueAt ? `, ${ui.say("mine.task.due", { time: printTime(task.dueAt, language) })}` : "";
      // Whoever judges several without names tells them apart by their codes.
      const code = isBlind(loaded.process, task.role) && !isCall(task.pk) ? [codeOf(task.pk)] : [];
      return (
        <li key={`${task.pk} ${task.sk}`}>
          <a class="govuk-link" href={taskPath(house.config.linkSecret, task)}>
            {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
          </a>
          {` (${[callTitle(loaded, language), ...code].join(", ")})${due}`}
        </li>
      );
    }),
  );
}

/** A draft that is not sent yet: where to go on with it, and until when. */
async function draftCard(house: Visit["house"], { pk }: Draft, { ui, language }: View) {
  const open = await openDraft(house, idOf(pk));
  const call = open && (await loadCall(house, open.draft.callId));
  if (!open || !call) return null;
  const { title, closesAt, state } = summaryOf(call, house.clock.now());
  const time = printTime(closesAt, language);
  return (
    <section class="kelias-own" key={pk}>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={paths.check(open.id)}>
          {ui.say("my.draft", { call: title[language] })}
        </a>
      </h2>
      <p class="govuk-body">{ui.say(state === "closed" ? "draft.closed" : "draft.saved.until", { time })}</p>
      <p class="govuk-hint">
        {ui.say("my.draft.saved", { time: printTime(open.draft.changedAt, language) })}
      </p>
    </section>
  );
}
