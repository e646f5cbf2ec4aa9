import { printTime } from "../../workflows/kernel/facts/print.ts";
import { paths } from "../addresses/paths.ts";
import { applicationIn } from "../cases/applications/application-forms.ts";
import { type LoadedCase, loadOwnCase } from "../cases/load.ts";
import { mayHandOver } from "../cases/people/hand-over.ts";
import { isBreakingIn, wordsNow } from "../cases/road/interrupt.ts";
import { stateNow } from "../cases/road/show-state.ts";
import { type DiaryDay, diaryOf } from "../cases/tasks/diary.ts";
import { membersOf } from "../groups/members.ts";
import { reservePositionNow } from "../lines/reserve.ts";
import { taskPath } from "../links.ts";
import { mailSubject } from "../mails/subject.ts";
import { openRowsOf } from "../public/open-rows.ts";
import { callTitle, caseWords, nameOfRole, parametersOf } from "../reading/case-words.ts";
import { explain } from "../reading/explanation.ts";
import { type Fact, factsFor, isPublished } from "../reading/facts.ts";
import { type Happening, historyOf, tasksOfApplicant } from "../reading/history.ts";
import { invitedOr } from "../reading/invited.ts";
import { offeredIn } from "../reading/standing.ts";
import { refOfCase } from "../store/keys.ts";
import { refusalPage } from "../web/faults.tsx";
import { page } from "../web/page.ts";
import { AchievementPicture } from "../web/parts/achievement.tsx";
import { countPages } from "../web/parts/diary.tsx";
import { documentLinks } from "../web/parts/documents.tsx";
import { Facts, type Telling } from "../web/parts/facts.tsx";
import { Road } from "../web/parts/road.tsx";
import { SeatLinks } from "../web/parts/seat-links.tsx";
import { seatsShown } from "../web/parts/seats-said.tsx";
import { answerRows, SummaryList } from "../web/parts/summary.tsx";
import { notFound } from "../web/refusal.ts";
import { type View, viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { OwnGroup } from "./parts/own-group.tsx";
import { OwnQuestions } from "./parts/own-questions.tsx";
import { slipsOf } from "./parts/slips-of.ts";

/** The case behind the link of an own page; `undefined` for a link that is not this case's. */
export const ownCase = ({ house, at }: Visit): Promise<LoadedCase | undefined> =>
  loadOwnCase(house, refOfCase(at("id")), at("secret"));

/** My application: where it is, what happens next, what I have to do, what has happened. */
export const showMyCase: Work = async (visit) => {
  const { house, request } = visit;
  const loaded = await ownCase(visit);
  if (!loaded) return refusalPage(request, notFound);
  const view = await viewOf(request, loaded.head.language);
  const { ui, language } = view;
  const telling: Telling = {
    ui,
    words: await caseWords(loaded, language),
  };
  const now = house.clock.now();
  const isNew = request.query.has("submitted");
  const title = ui.say(isNew ? "submitted.title" : invitedOr(loaded.process, "mine.title"));
  const successor = loaded.process.successor?.(loaded.file);
  const own = [visit.at("id"), visit.at("secret")] as const;
  // What was applied with belongs to whoever wrote it.
  const form = successor === undefined ? applicationIn(loaded) : undefined;
  const documents = isPublished(loaded)
    ? await documentLinks(
        {
          document: (file) => paths.ownDocument(...own, file),
          upload: (id) => paths.ownUploaded(...own, id),
        },
        "applicant",
        loaded,
        language,
      )
    : null;
  const group = await ownGroup(house, loaded);
  const measured = loaded.process.achievement?.(loaded.file);
  const joinable = loaded.process.opens?.(loaded.file);
  const happened = await describe(historyOf(loaded), loaded, telling);
  return page(view, {
    title,
    body: (
      <>
        {isNew ? <Submitted view={view} /> : <Heading view={view} loaded={loaded} />}
        <Standing loaded={loaded} telling={telling} now={now} reserve={await reserveNow(house, loaded)} />
        <Tasks visit={visit} loaded={loaded} telling={telling} now={now} />
        <DiaryLink days={diaryOf(loaded, now)} href={paths.diary(...own)} ui={ui} />
        <SeatLinks
          shown={await seatsShown(house, loaded)}
          telling={telling}
          secret={house.config.linkSecret}
        />
        <Facts facts={ownFacts(loaded)} loaded={loaded} telling={telling} />
        {joinable !== undefined && !loaded.entry?.ended ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.call(joinable)}>
              {ui.say("mine.opened")}
            </a>
          </p>
        ) : null}
        {measured ? <AchievementPicture said={measured} ui={ui} /> : null}
        {group ? <OwnGroup {...group} own={loaded.head.pk} ui={ui} /> : null}
        {documents}
        {isPublished(loaded) && hasDates(loaded) ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.ownCalendar(...own)} download>
              {ui.say("mine.calendar")}
            </a>
          </p>
        ) : null}
        <OwnQuestions loaded={loaded} href={paths.ownQuestion(...own)} ui={ui} />
        <h2 class="govuk-heading-m">{ui.say("mine.history")}</h2>
        <Road stops={happened} />
        {form ? (
          <>
            <h2 class="govuk-heading-m">{ui.say("mine.answers")}</h2>
            <SummaryList
              rows={answerRows({ ...telling, form }, Object.keys(form.fields), loaded.file.application)}
            />
          </>
        ) : null}
        {wordsNow(loaded, "applicant", now).map((name) => (
          <p class="govuk-body" key={name}>
            <a class="govuk-link" href={paths.ownSaying(...own, name)}>
              {telling.words.say(`${loaded.process.interruptions[name]?.form.id}.title`)}
            </a>
          </p>
        ))}
        {openRowsOf(loaded).length > 0 ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.publicOfMine(...own)}>
              {ui.say("public.mine")}
            </a>
          </p>
        ) : null}
        {slipsOf(loaded).length > 0 ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.slips(...own)}>
              {ui.say("slips.title")}
            </a>
          </p>
        ) : null}
        {mayHandOver(loaded) ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.handOver(...own)}>
              {ui.say("handOver.title")}
            </a>
          </p>
        ) : null}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.newLink(...own)}>
            {ui.say("link.title")}
          </a>
        </p>
      </>
    ),
  });
};

/** The place on the reserve list as it is now; only who waits there has one. */
async function reserveNow(
  house: Visit["house"],
  { head, entry, process }: LoadedCase,
): Promise<number | undefined> {
  const { kind, position } = process.selects?.decisionIn(entry?.decision) ?? {};
  if (entry?.ended || kind !== "reserve" || position === undefined) return undefined;
  return reservePositionNow(house, head.callId, head.pk, position);
}

/** The group that this case travels with, until its road is over. */
async function ownGroup(house: Visit["house"], { group, entry, process, file }: LoadedCase) {
  if (!group || entry?.ended || process.groups?.destination(file) === undefined) return undefined;
  return { group, members: await membersOf(house, group) };
}

const hasDates = ({ process, file, entry }: LoadedCase): boolean =>
  !entry?.ended && (process.calendar?.events(file).length ?? 0) > 0;

const Submitted = ({ view: { ui } }: { readonly view: View }) => (
  <div class="kelias-panel">
    <h1 class="govuk-heading-l">{ui.say("submitted.title")}</h1>
    <p>{ui.say("submitted.text")}</p>
  </div>
);

const Heading = ({ view, loaded }: { readonly view: View; readonly loaded: LoadedCase }) => (
  <>
    <span class="govuk-caption-l">{callTitle(loaded, view.language)}</span>
    <h1 class="govuk-heading-l">{view.ui.say(invitedOr(loaded.process, "mine.title"))}</h1>
  </>
);

/**
 * What was offered, what it pays and what the reviewers wrote; what others answered stands in the history. Where the call selects, none
 * of it is shown before it has said whom; what other processes gave is nobody's secret.
 */
function ownFacts(loaded: LoadedCase): readonly Fact[] {
  const isKnown = isPublished(loaded) || !loaded.process.selects;
  return factsFor("applicant", loaded).filter((fact) =>
    isKnown
      ? ["shown", "calculation", "comments"].includes(fact.kind)
      : fact.kind === "shown" && fact.name === "links",
  );
}

/** The way to the diary, once its first day has come. */
function DiaryLink({ days, href, ui }: { days: readonly DiaryDay[]; href: string; ui: View["ui"] }) {
  const { written, begun } = countPages(days);
  if (begun === 0) return null;
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={href}>
        {ui.say("diary.title")}
      </a>{" "}
      {ui.say("diary.count", { written, begun })}
    </p>
  );
}

interface Shown {
  readonly loaded: LoadedCase;
  readonly telling: Telling;
  readonly now: string;
}

/** Where the case is and what happens next, in a sentence; then the score, once the call's word is known. */
function Standing({ loaded, telling, now, reserve }: Shown & { readonly reserve: number | undefined }) {
  const { ui, words } = telling;
  const { entry, process } = loaded;
  const selection = process.selects;
  const parameters = parametersOf(loaded, words);
  const latest = loaded.head.interruptions.at(-1);
  const reasons =
    selection && isPublished(loaded) ? explain({ selection, words, ui }, entry?.decision, reserve) : [];
  // Whoever was chosen reads it below how things stand years later, which it does not explain.
  const isChosen = selection?.decisionIn(entry?.decision)?.kind === "offered";
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say(invitedOr(process, "mine.now"))}</h2>
      {entry?.ended ? (
        <>
          <p class="govuk-body govuk-!-font-weight-bold">{words.say(`status.${entry.state}`, parameters)}</p>
          <p class="govuk-body kelias-said">{words.maybe(`status.${entry.state}.text`, parameters)}</p>
        </>
      ) : (
        <p class="govuk-body-l kelias-said">
          {latest && isBreakingIn(loaded)
            ? `${words.say(`interruption.${latest.name}.said`, parameters)} ${ui.say("saying.soon")}`
            : words.say(`state.${standingOf(loaded, now)}`, parameters)}
        </p>
      )}
      {reasons.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{ui.say(isChosen ? "why.chosen" : "why.title")}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A state that a machine only passes through has no sentence; the case is shown where it last stood. */
function standingOf(loaded: LoadedCase, now: string): string {
  const state = stateNow(loaded, now);
  return loaded.process.states[state]?.kind === "step" ? "submitted" : state;
}

function Tasks({ visit, loaded, telling, now }: Shown & { readonly visit: Visit }) {
  const { ui, words } = telling;
  const tasks = tasksOfApplicant(loaded, now);
  if (tasks.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{ui.say("mine.tasks")}</h2>
      <ul class="govuk-task-list">
        {tasks.map((task) => (
          <li class="govuk-task-list__item govuk-task-list__item--with-link" key={task.sk}>
            <div class="govuk-task-list__name-and-hint">
              <a
                class="govuk-link govuk-task-list__link"
                href={taskPath(visit.house.config.linkSecret, task)}
              >
                {words.say(`task.${task.state}.title`, () => parametersOf(loaded, words, task))}
              </a>
            </div>
            <div class="govuk-task-list__status">
              {task.dueAt ? ui.say("mine.task.due", { time: printTime(task.dueAt, ui.language) }) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What happened, in sentences. */
async function describe(happenings: readonly Happening[], loaded: LoadedCase, telling: Telling) {
  const { ui, words } = telling;
  const lines: { when: string; text: string; more?: string }[] = [];
  for (const happening of happenings) {
    const when = printTime(happening.at, ui.language);
    switch (happening.what) {
      case "answered":
        lines.push({ when, ...answered(happening, telling) });
        break;
      case "mailed": {
        const subject = await mailSubject(happening.mail, loaded, ui.language);
        const { message } = happening.mail;
        const text = ui.say("mine.history.mail", { subject });
        lines.push({ when, text, ...(message ? { more: message.text } : {}) });
        break;
      }
      case "offered": {
        lines.push({ when, text: offeredIn(happening.made, loaded.process, words) });
        break;
      }
      case "submitted":
        lines.push({ when, text: ui.say(invitedOr(loaded.process, "mine.history.submitted")) });
        break;
      case "handedOver": {
        const { from, to } = happening;
        lines.push({ when, text: ui.say("mine.history.handedOver", { from, to }) });
        break;
      }
      case "said": {
        const parameters = parametersOf(loaded, words);
        lines.push({ when, text: words.say(`interruption.${happening.name}.said`, parameters) });
        break;
      }
    }
  }
  return lines;
}

function answered(happening: Extract<Happening, { what: "answered" }>, { ui, words }: Telling) {
  const what = words.say(`${happening.form}.title`);
  const how =
    happening.outcome === undefined
      ? what
      : `${what} – ${words.say(`${happening.form}.outcome.${happening.outcome}`)}`;
  return {
    text: ui.say("facts.answer", { who: nameOfRole(words, happening.role), what: how }),
    ...(happening.reason === undefined ? {} : { more: happening.reason }),
  };
}
