import { printTime } from "../../workflows/kernel/facts/print.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { isBlind, roleIn } from "../../workflows/kernel/roles.ts";
import type { LoadedCase } from "../cases/load.ts";
import { answeredBefore } from "../cases/tasks/answer.ts";
import type { FoundTask } from "../cases/tasks/find-task.ts";
import { kindOf, readInbox } from "../cases/tasks/inbox.ts";
import type { House } from "../house.ts";
import { type CasePage, pageOfCases } from "../lines/case-list.ts";
import { isPlace } from "../lines/case-query.ts";
import { readFigures } from "../lines/figures.ts";
import type { Asked } from "../reading/asked.ts";
import { callTitle, caseWords, wordsOfCases } from "../reading/case-words.ts";
import { codeOf } from "../reading/codes.ts";
import type { Messages } from "../reading/messages.ts";
import type { Task } from "../store/items.ts";
import { idOf, isCall } from "../store/keys.ts";
import { ownerOfTask } from "../uploads/owner.ts";
import { filesOf } from "../uploads/uploads.ts";
import type { Telling } from "../web/parts/facts.tsx";
import type { SummaryRow } from "../web/parts/summary.tsx";
import type { View } from "../web/view.ts";

/** A task as its page shows it. */
export interface TaskView {
  readonly view: View;
  readonly words: Messages;
  readonly task: Task;
  readonly form: Form;
  readonly loaded: LoadedCase;
  readonly callTitle: string;
  readonly rows: readonly SummaryRow[];
  /** For a call's task: a page of the cases that it decides on, in their order. */
  readonly cases: CasePage;
  /** The words of the cases' own process, where the task is a call's. */
  readonly caseWords: Messages;
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly files: Asked["files"] & {};
}

type Known = Exclude<FoundTask, { outcome: "unknown" }>;

/** Gathers what the page of a task shows. */
export async function aboutTask(
  house: Pick<House, "table" | "clock">,
  view: View,
  { task, form, loaded }: Known,
  after?: string,
): Promise<TaskView> {
  const words = await caseWords(loaded, view.language);
  const ofCall = isCall(task.pk);
  return {
    view,
    words,
    task,
    form,
    loaded,
    callTitle: callTitle(loaded, view.language),
    rows: [...rowsFor(view, words, task, loaded), ...(await leftFor(house, view, task, loaded))],
    cases: ofCall ? await listedFor(house, loaded.process, task, after) : { lines: [] },
    caseWords: ofCall ? await wordsOfCases(loaded, view.language) : words,
    values: typedBefore(task, form, loaded) ?? { ...form.values, ...valuesBefore(task, form, loaded) },
    files: await filesOf(house, ownerOfTask(task), form, answeredBefore(task, form, loaded)),
    errors: [],
  };
}

/** Whoever sees names alone looks at everybody who applied; whoever decides, at the ranking. */
async function listedFor(
  house: Pick<House, "table" | "clock">,
  process: LoadedCase["process"],
  task: Task,
  after: string | undefined,
): Promise<CasePage> {
  const callId = idOf(task.pk);
  const { figures } = await readFigures(house, callId);
  const order = roleIn(process, task.role)?.sees.namesAlone ? "name" : "position";
  const place = after === undefined || !isPlace(after) ? {} : { after };
  return pageOfCases(house, callId, { order, isReversed: false, ...place }, figures);
}

function rowsFor({ ui, language }: View, words: Messages, task: Task, loaded: LoadedCase): SummaryRow[] {
  const applicant =
    task.role === "applicant" || isCall(task.pk)
      ? undefined
      : loaded.process.people("applicant", loaded.file)?.name;
  return [
    ...(applicant === undefined
      ? []
      : isBlind(loaded.process, task.role)
        ? [{ label: ui.say("task.code"), value: codeOf(task.pk) }]
        : [{ label: words.say("role.applicant"), value: applicant }]),
    ...(task.assignee ? [{ label: ui.say("task.for"), value: task.assignee.name }] : []),
    ...(task.dueAt ? [{ label: ui.say("task.due"), value: printTime(task.dueAt, language) }] : []),
  ];
}

/** How many more of the same wait for whoever judges several without names. */
async function leftFor(
  house: Pick<House, "table" | "clock">,
  { ui }: View,
  task: Task,
  { process, head }: LoadedCase,
): Promise<SummaryRow[]> {
  if (task.status !== "open" || !task.assignee || !isBlind(process, task.role)) return [];
  const kind = kindOf({ process: head.process, state: task.state });
  const { count, isMore } = await readInbox(house, task.assignee.email, {
    filter: { whose: "mine", call: head.callId, kind },
  });
  const others = Math.max(0, count - 1);
  return [
    {
      label: ui.say("task.left"),
      value: ui.say(isMore ? "task.left.more" : "task.left.count", { count: others }),
    },
  ];
}

/**
 * What this reader has typed and kept, also before a word broke in on the same question; somebody else who is asked now begins anew.
 */
function typedBefore(task: Task, { since = -1 }: Form, { tasks }: LoadedCase): Task["typed"] {
  const brokenOff = tasks.findLast(
    ({ visit, state, part, status, typed }) =>
      visit > since &&
      visit < task.visit &&
      state === task.state &&
      part === task.part &&
      status === "cancelled" &&
      typed !== undefined,
  );
  const { typed, typedBy } = task.typed === undefined && brokenOff ? brokenOff : task;
  return typedBy === undefined || typedBy === task.assignee?.email ? typed : undefined;
}

const kept: ReadonlySet<string> = new Set([
  "text",
  "longText",
  "number",
  "money",
  "rows",
  "yesNo",
  "choice",
  "choices",
  "several",
]);

/** Who is asked again to change what they wrote finds it in the form; declarations and dates are made anew. */
const valuesBefore = (task: Task, form: Form, loaded: LoadedCase): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(answeredBefore(task, form, loaded)).filter(([name]) =>
      kept.has(form.fields[name]?.kind ?? ""),
    ),
  );

/** The task's form as its page asks it. */
export const askedFor = ({ form, words, view, values, errors, files }: TaskView): Asked => ({
  form,
  words,
  ui: view.ui,
  values,
  errors,
  files,
});

/** What the task's facts are printed with. */
export const tellingOf = ({ view, caseWords: words }: TaskView): Telling => ({
  ui: view.ui,
  words,
});
