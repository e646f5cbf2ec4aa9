import { answerTask } from "../../cases/answer.ts";
import { heldFromRuns, isDecidedInRun } from "../../cases/decided-in-run.ts";
import { mayDisown } from "../../cases/disown.ts";
import { type FoundTask, findTask } from "../../cases/find-task.ts";
import { sendSigningCode } from "../../cases/signing-code.ts";
import type { Task } from "../../store/items.ts";
import { isCall } from "../../store/keys.ts";
import { addressOf } from "../addresses.ts";
import { redirect } from "../answers.ts";
import { parametersOf } from "../case-words.ts";
import { asRole, factsFor } from "../facts.ts";
import { Adoptions } from "../parts/adoptions.tsx";
import { ApplicantsTable } from "../parts/applicants.tsx";
import { documentLinks } from "../parts/documents.tsx";
import { Facts } from "../parts/facts.tsx";
import { ErrorSummary, OneClick, PostForm, SubmitButton, WholeForm } from "../parts/form.tsx";
import { LinkList } from "../parts/links.tsx";
import { RankingTable, rankedAmong } from "../parts/ranking.tsx";
import { CodeInput, GetCode } from "../parts/signing.tsx";
import { SummaryList } from "../parts/summary.tsx";
import { readPost } from "../posts.ts";
import { notFound } from "../refusal.ts";
import { type Typed, typedInto } from "../typed.ts";
import { page, viewOf } from "../view.ts";
import { paths, type Visit, type Work } from "../visit.ts";
import { closedTaskPage } from "./closed-tasks.tsx";
import { conflictPage } from "./conflict.tsx";
import { refusalPage } from "./faults.tsx";
import { aboutTask, askedFor, type TaskView, tellingOf } from "./task-view.ts";
import { waysOnFrom } from "./ways-on.ts";

/** Shows a task. Opening its link changes nothing, so a mail scanner does no harm. */
export const showTask: Work = async (visit) => {
  const address = addressOf(visit);
  const found = address ? await findTask(visit.house, address) : undefined;
  if (!found || found.outcome === "unknown") return refusalPage(visit.request, notFound);
  const open = await openView(visit, found);
  if (found.conflict) return conflictPage(open, visit, 200);
  return found.outcome === "open" ? drawTask(open, visit, 200) : closedTaskPage(open, visit, found.outcome);
};

type Known = Exclude<FoundTask, { outcome: "unknown" }>;

async function openView({ house, request }: Visit, found: Known): Promise<TaskView> {
  const view = await viewOf(request, found.task.assignee?.language);
  return aboutTask(house, view, found, request.query.get("after") ?? undefined);
}

/** Takes an answer, once; what is wrong with it is said on the same page with all that was typed. */
export const takeAnswer: Work = async (visit) => {
  const { house, request } = visit;
  const address = addressOf(visit);
  const found = address ? await findTask(house, address) : undefined;
  if (!address || !found || found.outcome === "unknown") return refusalPage(request, notFound);
  const post = readPost(request);
  if (post.outcome === "refused") return refusalPage(request, post.refusal);
  const typed = typedInto(found.form, Object.keys(found.form.fields), post.value);
  if (typed.outcome === "refused") return refusalPage(request, typed.refusal);
  const [outcome] = post.value.get("outcome") ?? [];
  const signing = found.form.signs
    ? { version: post.value.get("version")?.[0] ?? "", code: post.value.get("code")?.[0] ?? "" }
    : {};
  const raw = {
    ...typed.value,
    ...signing,
    ...(found.form.outcomes.length > 1 ? { outcome: outcome ?? "" } : {}),
  };
  const wanted = post.value.get("upload")?.[0];
  if (wanted !== undefined && found.form.fields[wanted]?.kind === "file") {
    await keepTyped(house, found.task, typed.value);
    return redirect(`${request.path}/upload/${encodeURIComponent(wanted)}`);
  }
  const answered = await answerTask(house, address, raw, found);
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
    case "unknown":
      return refusalPage(request, notFound);
    default:
      return showTask(visit);
  }
};

/** What was typed is there again when the file is. */
async function keepTyped({ table }: Visit["house"], { pk, sk }: Task, typed: Typed): Promise<void> {
  await table.change({ pk, sk }, { set: { typed }, when: { status: { is: "open" } } });
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

async function drawTask(open: TaskView, visit: Visit, status: number) {
  const { view, words, task, loaded } = open;
  const { ui } = view;
  const asked = askedFor(open);
  const parameters = parametersOf(loaded, words, task);
  const title = words.say(`task.${task.state}.title`, parameters);
  const role = asRole(task.role);
  const facts = role ? factsFor(role, loaded, task) : [];
  const ways = await waysOnFrom(open, visit);
  const documents = await documentLinks(visit.request.path, role, loaded, view.language);
  const held = await heldFromRuns(loaded, task);
  const { after } = open.cases;
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
        {task.disowned ? <p class="govuk-inset-text">{ui.say("disown.thanks")}</p> : null}
        <SummaryList rows={open.rows} />
        <h2 class="govuk-heading-m">{ui.say("task.why")}</h2>
        <p class="govuk-body kelias-said">{words.say(`task.${task.state}.why`, parameters)}</p>
        {role === "reviewer" ? <p class="govuk-inset-text">{ui.say("task.unblinded")}</p> : null}
        {facts.length + open.cases.lines.length > 0 ? (
          <h2 class="govuk-heading-m">{ui.say("task.facts")}</h2>
        ) : null}
        <Facts facts={facts} telling={{ ...tellingOf(open), words }} />
        {documents}
        {isCall(task.pk) && role !== "member" ? (
          <Adoptions loaded={loaded} words={open.caseWords} ui={ui} />
        ) : null}
        {role === "member" ? (
          <ApplicantsTable lines={open.cases.lines} more={more} telling={tellingOf(open)} />
        ) : (
          <RankingTable rows={rankedAmong(open.cases.lines)} more={more} telling={tellingOf(open)} />
        )}
        {ways.length > 0 ? <LinkList links={ways} /> : null}
        <h2 class="govuk-heading-m">{ui.say("task.answer")}</h2>
        {asked.form.signs ? (
          <GetCode open={open} action={`${visit.request.path}/code`} sent={visit.request.query.get("code")} />
        ) : null}
        {held ? <p class="govuk-inset-text">{ui.say(`task.held.${held}`)}</p> : null}
        {!held && isDecidedInRun(loaded, task) ? (
          <p class="govuk-inset-text">
            {ui.say("task.inRun")}{" "}
            <a class="govuk-link" href={paths.paymentRuns(loaded.head.callId)}>
              {ui.say("runs.title")}
            </a>
          </p>
        ) : (
          <PostForm action={visit.request.path}>
            <WholeForm asked={asked} />
            {asked.form.signs ? (
              <CodeInput asked={asked} version={asked.form.signs.version(loaded.file)} />
            ) : null}
            <p class="govuk-hint">{ui.say("task.after.text")}</p>
            <SubmitButton label={words.say(`${asked.form.id}.submit`)} />
          </PostForm>
        )}
        <OneClick asked={asked} action={visit.request.path} />
        {mayDisown(task) ? (
          <p class="govuk-body">
            <a class="govuk-link" href={`${visit.request.path}/not-me`}>
              {ui.say("disown.link")}
            </a>
          </p>
        ) : null}
      </>
    ),
  });
}
