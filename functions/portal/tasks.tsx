import { isDeepStrictEqual } from "node:util";
import type { Form } from "../../workflows/kernel/form.ts";
import { isBlind, roleIn } from "../../workflows/kernel/roles.ts";
import { slotField } from "../../workflows/kernel/slots.ts";
import { placeOf } from "../addresses/of-ref.ts";
import { paths } from "../addresses/paths.ts";
import { mayDisown } from "../cases/people/disown.ts";
import { sendSigningCode } from "../cases/people/signing-code.ts";
import { answerTask } from "../cases/tasks/answer.ts";
import { heldFromRuns, isDecidedInRun } from "../cases/tasks/decided-in-run.ts";
import { type FoundTask, findHandedOn, findTask } from "../cases/tasks/find-task.ts";
import { caseWords, parametersOf } from "../reading/case-words.ts";
import { factsByNeed, factsFor } from "../reading/facts.ts";
import { foundIn } from "../reading/found.ts";
import { panelComments } from "../reading/panel-comments.ts";
import { uiIn } from "../reading/ui.ts";
import { versionsFor } from "../reading/versions.ts";
import type { Task } from "../store/items.ts";
import { isCall } from "../store/keys.ts";
import { addressOf } from "../web/addresses.ts";
import { redirect } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { type Wording, withOptionsRead } from "../web/options-in-lines.ts";
import { page } from "../web/page.ts";
import { adoptionsIn } from "../web/parts/adoptions.tsx";
import { documentLinks } from "../web/parts/documents.tsx";
import { Facts } from "../web/parts/facts.tsx";
import { ErrorSummary, OneClick, SubmitButton, TypedForm, WholeForm } from "../web/parts/form.tsx";
import { LinesTable } from "../web/parts/lines-table.tsx";
import { LinkList } from "../web/parts/links.tsx";
import { RankingTable, rankedAmong } from "../web/parts/ranking.tsx";
import { SummaryList } from "../web/parts/summary.tsx";
import { typedRows } from "../web/parts/typed-back.tsx";
import { Versions } from "../web/parts/versions.tsx";
import { type Post, readPost } from "../web/posts.ts";
import { notFound } from "../web/refusal.ts";
import { type Typed, typedInto, uploadWanted } from "../web/typed.ts";
import { viewOf } from "../web/view.ts";
import type { Visit, Work } from "../web/visit.ts";
import { closedTaskPage, handedOnPage } from "./closed-tasks.tsx";
import { conflictPage } from "./conflict.tsx";
import { PanelCommentList } from "./parts/panel-comments.tsx";
import { CodeInput, GetCode } from "./parts/signing.tsx";
import { unrankedIn } from "./parts/unranked.tsx";
import { aboutTask, askedFor, type TaskView, tellingOf } from "./task-view.ts";
import { waysOnFrom } from "./ways-on.ts";

/** Shows a task. Opening its link changes nothing, so a mail scanner does no harm. */
export const showTask: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (!found || found.outcome === "unknown") return drawHandedOn(visit);
  const open = await openView(visit, found);
  if (found.conflict) return conflictPage(open, visit, 200);
  return found.outcome === "open" ? drawTask(open, visit, 200) : closedTaskPage(open, visit, found.outcome);
};

type Known = Exclude<FoundTask, { outcome: "unknown" }>;

/** Whoever was asked before the task was given to somebody else is told so; to everybody else there is nothing here. */
async function drawHandedOn(visit: Visit) {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address && (await findHandedOn(house, address));
  if (!found) return refusalPage(request, notFound);
  const post = readPost(request);
  const typed =
    post.outcome === "read" ? typedInto(found.form, Object.keys(found.form.fields), post.value) : post;
  const said =
    post.outcome === "read" && typed.outcome === "read" ? { ...typed.value, ...outcomeIn(post.value) } : {};
  const view = await viewOf(request, found.task.assignee?.language);
  const open = await aboutTask(house, view, { ...found, outcome: "cancelled" });
  return handedOnPage(open, said);
}

async function openView({ house, request }: Visit, found: Known): Promise<TaskView> {
  const view = await viewOf(request, found.task.assignee?.language);
  return aboutTask(house, view, found, request.query.get("after") ?? undefined);
}

/** Takes an answer, once; what is wrong with it is said on the same page with all that was typed. */
export const takeAnswer: Work = async (visit) => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!address || !found || found.outcome === "unknown") return drawHandedOn(visit);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const wanted = uploadWanted(found.form, post.value);
  const typed = typedInto(found.form, Object.keys(found.form.fields), wanted?.post ?? post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const read = await withOptionsRead(found.form, typed.value, () => wordingsOf(found));
  const said = { ...read, ...outcomeIn(post.value) };
  if (found.outcome !== "open") return drawLate(visit, said);
  if (!wanted && post.value.has("later") && isSavedElsewhere(found.task, said, post.value)) {
    const open = await openView(visit, found);
    return drawTask({ ...open, values: said }, visit, 409, open.values);
  }
  if (wanted || post.value.has("later")) {
    const kept = await keepTyped(house, found.task, said);
    if (kept === "late") return drawLate(visit, said);
    return redirect(
      wanted
        ? paths.taskUpload(...placeOf(found.task), address.secret, wanted.place)
        : `${request.path}?saved`,
    );
  }
  const [more] = [...(post.value.get("more") ?? []), ...(post.value.get("search") ?? [])];
  if (more !== undefined && Object.hasOwn(found.form.fields, more))
    return drawTask({ ...(await openView(visit, found)), values: said }, visit, 200);
  const signing = found.form.signs
    ? { version: post.value.get("version")?.[0] ?? "", code: post.value.get("code")?.[0] ?? "" }
    : {};
  const raw = {
    ...read,
    ...signing,
    ...(found.form.outcomes.length > 1 ? { outcome: "", ...said } : {}),
  };
  const answered = await answerTask(house, address, raw, { known: found });
  switch (answered.outcome) {
    case "answered":
      return redirect(`${request.path}?done`);
    case "invalid": {
      const open = await openView(visit, found);
      return drawTask({ ...open, values: raw, errors: answered.errors }, visit, 422);
    }
    case "decidedInRun":
      return drawTask(await openView(visit, found), visit, 409);
    case "conflict":
      return conflictPage(await openView(visit, found), visit, 409);
    default:
      return drawLate(visit, said);
  }
};

/** Whoever pastes lines calls options by the words of the page, in whichever language it was open. */
const wordingsOf = ({ loaded }: Known): Promise<readonly Wording[]> =>
  Promise.all(
    (["lt", "en"] as const).map(async (language) => ({
      words: await caseWords(loaded, language),
      ui: await uiIn(language),
    })),
  );

const outcomeIn = (post: Post): Typed => {
  const [outcome] = post.get("outcome") ?? [];
  return outcome === undefined ? {} : { outcome };
};

/** An answer that came when the task was answered, over, not needed any more or somebody else's: what was typed is shown back. */
async function drawLate(visit: Visit, typed: Typed) {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (!found || found.outcome === "unknown") return drawHandedOn(visit);
  const open = await openView(visit, found);
  return found.outcome === "open"
    ? drawTask({ ...open, values: typed }, visit, 409)
    : closedTaskPage(open, visit, found.outcome, typed);
}

/** Was something else saved since the page was drawn that is saved now? Then one of two windows would drop what the other kept. */
function isSavedElsewhere({ typed, typedBy, typedAt, assignee }: Task, said: Typed, post: Post): boolean {
  const [seen] = post.get("typedAt") ?? [];
  return (
    seen !== undefined &&
    typedAt !== undefined &&
    typedBy === assignee?.email &&
    seen !== typedAt &&
    !isDeepStrictEqual(typed, said)
  );
}

/** Keeps what was typed without sending it: for its own person, who takes it up again by the same link. */
async function keepTyped(
  { table, clock }: Visit["house"],
  { pk, sk, assignee }: Task,
  typed: Typed,
): Promise<"kept" | "late"> {
  const set = { typed, typedBy: assignee?.email ?? "", typedAt: clock.now() };
  const { outcome } = await table.change({ pk, sk }, { set, when: { status: { is: "open" } } });
  return outcome === "changed" ? "kept" : "late";
}

/** Mails the code to sign with; the page then says where it went. */
export const sendCode: Work = async (visit) => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!address || !found || found.outcome === "unknown") return refusalPage(request, notFound);
  const asked = await sendSigningCode(house, address);
  const task = request.path.slice(0, -"/code".length);
  if (asked.outcome === "unknown") return redirect(task);
  return redirect(`${task}?code=${asked.outcome}#main-content`);
};

/** What takes longer than a few clicks can be saved and taken up again; a signature cannot. */
const isLong = ({ fields, signs }: Form): boolean =>
  !signs &&
  Object.values(fields).some(({ kind }) => kind === "longText" || kind === "rows" || kind === "file");

async function drawTask(
  open: TaskView,
  visit: Visit,
  status: number,
  /** What was saved meanwhile in another window. */
  elsewhere?: TaskView["values"],
) {
  const { view, words, task, loaded } = open;
  const { ui } = view;
  const said = askedFor(open);
  const asked = { ...said, found: await foundIn(said.form, said.values, Object.keys(said.form.fields)) };
  const parameters = parametersOf(loaded, words, task);
  const title = words.say(`task.${task.state}.title`, parameters);
  const { role } = task;
  const facts = role ? factsFor(role, loaded, task) : [];
  const { needed, earlier } = factsByNeed(facts, loaded, task);
  const ways = await waysOnFrom(open, visit);
  const place = [...placeOf(task), visit.at("secret")] as const;
  const documents = await documentLinks(
    {
      document: (file) => paths.taskDocument(...place, file),
      upload: (id) => paths.taskUploaded(...place, id),
    },
    role,
    loaded,
    view.language,
    task,
  );
  const held = await heldFromRuns(loaded, task);
  const namesAlone = roleIn(loaded.process, role)?.sees.namesAlone === true;
  const { selects: selection } = loaded.file;
  const selecting = selection && { selection, ...tellingOf(open) };
  const adoptions = selecting && !namesAlone ? await adoptionsIn(loaded, selecting) : null;
  const ranked = namesAlone ? [] : rankedAmong(open.cases.lines);
  const unranked =
    selecting && isCall(task.pk) && !namesAlone ? await unrankedIn(visit.house, loaded, selecting) : null;
  const written = await panelComments(visit.house, ranked);
  const { after } = open.cases;
  const isSaved = task.typedAt !== undefined && visit.request.query.has("saved");
  const more = after === undefined ? undefined : `?${new URLSearchParams({ after })}`;
  return page(view, {
    title,
    hasErrors: asked.errors.length > 0,
    status,
    body: (
      <>
        <ErrorSummary asked={asked} />
        <span class="govuk-caption-l">{open.callTitle}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {isSaved ? (
          <p class="govuk-inset-text" role="status">
            {ui.say("task.saved")}
          </p>
        ) : null}
        {elsewhere ? (
          <section class="govuk-inset-text" role="alert">
            <p>{ui.say("task.savedElsewhere")}</p>
            <SummaryList rows={typedRows({ ...asked, values: elsewhere })} />
          </section>
        ) : null}
        {task.disowned ? <p class="govuk-inset-text">{ui.say("disown.thanks")}</p> : null}
        <p class="govuk-body-l kelias-said">{words.say(`task.${task.state}.why`, parameters)}</p>
        <SummaryList rows={open.rows} />
        {isBlind(loaded.process, role) ? <p class="govuk-inset-text">{ui.say("task.unblinded")}</p> : null}
        {facts.length + open.cases.lines.length > 0 ? (
          <h2 class="govuk-heading-m">{ui.say("task.facts")}</h2>
        ) : null}
        {role ? (
          <Versions
            versions={versionsFor(role, { facts, needed }, loaded.file.submittedAt)}
            folds
            telling={{ ...tellingOf(open), words }}
          />
        ) : null}
        <Facts facts={needed} loaded={loaded} folds telling={{ ...tellingOf(open), words }} />
        {earlier.length > 0 ? (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {ui.say("task.earlier", { count: earlier.length })}
              </span>
            </summary>
            <div class="govuk-details__text">
              <Facts facts={earlier} loaded={loaded} telling={{ ...tellingOf(open), words }} />
            </div>
          </details>
        ) : null}
        {documents}
        {adoptions}
        {namesAlone ? (
          <LinesTable
            lines={open.cases.lines}
            ui={ui}
            name={({ name }) => name}
            more={{ href: more, label: "facts.applicants.more" }}
          />
        ) : selecting ? (
          <>
            <RankingTable rows={ranked} more={more} telling={selecting} />
            {unranked}
            <PanelCommentList written={written} ui={ui} />
          </>
        ) : null}
        {ways.length > 0 ? <LinkList links={ways} /> : null}
        <h2 class="govuk-heading-m">{ui.say("task.answer")}</h2>
        {asked.form.signs ? (
          <GetCode open={open} action={paths.taskCode(...place)} sent={visit.request.query.get("code")} />
        ) : null}
        {held ? <p class="govuk-inset-text">{ui.say(`task.held.${held}`)}</p> : null}
        {(!held || held === "mayBePaid") && isDecidedInRun(loaded, task) ? (
          <p class="govuk-inset-text">
            {ui.say("task.inRun")}{" "}
            <a class="govuk-link" href={paths.paymentRuns(loaded.head.callId)}>
              {ui.say("runs.title")}
            </a>
          </p>
        ) : (
          <TypedForm action={visit.request.path}>
            <WholeForm asked={asked} />
            {asked.form.signs ? (
              <CodeInput asked={asked} version={asked.form.signs.versions(loaded.file).length} />
            ) : null}
            <p class="govuk-hint">
              {ui.say(slotField(asked.form.fields) ? "task.after.slot" : "task.after.text")}
            </p>
            <div class="govuk-button-group">
              <SubmitButton label={words.say(`${asked.form.id}.submit`)} />
              {isLong(asked.form) ? <input type="hidden" name="typedAt" value={task.typedAt ?? ""} /> : null}
              {isLong(asked.form) ? (
                <button type="submit" name="later" value="yes" class="govuk-button govuk-button--secondary">
                  {ui.say("draft.later")}
                </button>
              ) : null}
            </div>
          </TypedForm>
        )}
        <OneClick asked={asked} action={visit.request.path} />
        {mayDisown(loaded.process, task) ? (
          <p class="govuk-body">
            <a class="govuk-link" href={paths.notMe(...place)}>
              {ui.say("disown.link")}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}
