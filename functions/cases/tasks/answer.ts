import type { Person } from "../../../workflows/kernel/case-file.ts";
import { dayAt, isOver } from "../../../workflows/kernel/facts/ends.ts";
import type { FieldError, Form } from "../../../workflows/kernel/form.ts";
import { type Parsed, parseAnswer } from "../../../workflows/kernel/parse.ts";
import { heldPayment } from "../../../workflows/kernel/payment.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import { claimChosen, slotErrors } from "../../slots/asking.ts";
import { type Task, taskItem } from "../../store/items.ts";
import { pendingSince, roleTakenKey } from "../../store/keys.ts";
import { ownerOfTask } from "../../uploads/owner.ts";
import { fileColumnsOf } from "../../uploads/places.ts";
import { filesOf, withReleased } from "../../uploads/uploads.ts";
import type { LoadedCase } from "../load.ts";
import { checkSignature } from "../people/signing-code.ts";
import { deliverAnswer } from "../road/deliver.ts";
import { isDecidedInRun } from "./decided-in-run.ts";
import { type FoundTask, findTask, type TaskAddress } from "./find-task.ts";

export type Answered =
  | { readonly outcome: "answered" }
  | { readonly outcome: "alreadyAnswered" | "expired"; readonly at: string }
  /** Whoever is asked must not answer, by a rule of the call; the task has gone on without them. */
  | { readonly outcome: "cancelled" | "unknown" | "decidedInRun" | "conflict" }
  | { readonly outcome: "invalid"; readonly errors: readonly FieldError[] };

/**
 * Stores an answer, once; then lets the machine go on, or leaves that to the sweeper. `known`: the task as it was
 * just found at this address, so that it is not read again. `key`: under which a program sends it.
 */
export async function answerTask(
  house: Pick<House, "table" | "config" | "clock" | "engine" | "log">,
  address: TaskAddress,
  raw: unknown,
  { known, key }: { readonly known?: FoundTask; readonly key?: string | undefined } = {},
): Promise<Answered> {
  const found = known ?? (await findTask(house, address));
  if (found.outcome === "unknown") return found;
  const { task, loaded } = found;
  const refusal = refuse(found.outcome, task);
  if (refusal) return refusal;
  if (isDecidedInRun(loaded, task) && found.form !== heldPayment) return { outcome: "decidedInRun" };
  if (found.conflict) {
    await storeAnswer(house, found, found.conflict, task.assignee?.email ?? "");
    return { outcome: "conflict" };
  }
  const parsed = await readAnswer(house, found, raw);
  if (parsed.outcome === "invalid")
    return { outcome: "invalid", errors: slotErrors(loaded, found.form, raw, parsed.errors) };
  const taken = await claimChosen(house, loaded, found.form, parsed.value.values);
  if (taken) return { outcome: "invalid", errors: [taken] };
  await noteRole(house, task, loaded);
  const stored = await storeAnswer(house, found, parsed.value, task.assignee?.email ?? "", key);
  if (stored === "refused") {
    const again = await findTask(house, address);
    return again.outcome === "unknown"
      ? again
      : (refuse(again.outcome, again.task) ?? { outcome: "unknown" });
  }
  return { outcome: "answered" };
}

/** Whoever answers in a role that the process says finds the case in their record; the house's own staff keep none. */
async function noteRole(
  { table, config }: Pick<House, "table" | "config">,
  { role, assignee }: Task,
  { head, process }: LoadedCase,
): Promise<void> {
  if (role === undefined || !assignee || !Object.hasOwn(process.roles ?? {}, role)) return;
  const address = addressIdOf(config.linkSecret, assignee.email);
  await table.put({ ...roleTakenKey(address, head.pk, role) }, { ifAbsent: true });
}

/** Stores what has been read of an answer where none is yet, and tries at once to let the machine go on. */
export async function storeAnswer(
  house: Pick<House, "table" | "clock" | "engine" | "log">,
  { task, loaded }: { readonly task: Task; readonly loaded: LoadedCase },
  { outcome, values }: Valid,
  by: string,
  key?: string,
): Promise<"stored" | "refused"> {
  const now = house.clock.now();
  const stored = await house.table.change(
    { pk: task.pk, sk: task.sk },
    {
      set: {
        status: "answered",
        outcome,
        values,
        closedAt: now,
        by,
        ...(key === undefined ? {} : { answerKey: key }),
        ...(task.insteadOf ? { assignee: task.assignee, insteadOf: task.insteadOf } : {}),
        ...pendingSince(task.pk, now),
      },
      remove: ["inbox", "typed", "typedBy", "typedAt"],
      when: { status: { is: "open" } },
    },
  );
  if (stored.outcome === "refused") return "refused";
  house.log("K102", { ref: task.pk, state: task.state });
  await tryNow(house, taskItem.parse(stored.item), loaded);
  return "stored";
}

/** One of the staff answers a task of their inbox without opening its link; the outcome asks for nothing more. */
export async function storeBulk(
  house: Pick<House, "table" | "config" | "clock" | "engine" | "log">,
  { task, loaded, form }: { readonly task: Task; readonly loaded: LoadedCase; readonly form: Form },
  member: Person,
  outcome: string,
): Promise<Answered> {
  if (task.dueAt !== undefined && isOver(task.dueAt, house.clock.now()))
    return { outcome: "expired", at: task.dueAt };
  const parsed = parseAnswer(form, { outcome }, dayAt(house.clock.now()));
  if (parsed.outcome === "invalid") return parsed;
  const answered = { task: answeredBy(task, member), loaded };
  const stored = await storeAnswer(house, answered, parsed.value, member.email);
  return stored === "stored" ? { outcome: "answered" } : { outcome: "cancelled" };
}

/** The task as somebody answers it who may stand in for its person. */
function answeredBy(task: Task, { name, email, language }: Person): Task {
  const { assignee } = task;
  const isOwn = assignee?.email.toLowerCase() === email.toLowerCase();
  return isOwn || !assignee ? task : { ...task, assignee: { name, email, language }, insteadOf: assignee };
}

/**
 * One of several signatures that one code confirms: an answer of its own, under the version that was shown. Nobody is asked anything there
 * but to agree.
 */
export async function storeSignature(
  house: Pick<House, "table" | "config" | "clock" | "engine" | "log">,
  { task, loaded, form }: { readonly task: Task; readonly loaded: LoadedCase; readonly form: Form },
  member: Person,
  version: number,
): Promise<"signed" | "outdated" | "expired" | "gone"> {
  if (task.dueAt !== undefined && isOver(task.dueAt, house.clock.now())) return "expired";
  if (form.signs?.versions(loaded.file).length !== version) return "outdated";
  const agreed = Object.fromEntries(Object.keys(form.fields).map((name) => [name, true]));
  const parsed = parseAnswer(form, agreed, dayAt(house.clock.now()));
  if (parsed.outcome === "invalid") return "gone";
  const { outcome, values } = parsed.value;
  const answered = answeredBy(task, member);
  await noteRole(house, answered, loaded);
  const signed = { outcome, values: { ...values, version } };
  return (await storeAnswer(house, { task: answered, loaded }, signed, member.email)) === "stored"
    ? "signed"
    : "gone";
}

type Valid = { readonly outcome: string; readonly values: Readonly<Record<string, unknown>> };

/** Reads an answer; what signs something is checked last, so that a slip elsewhere does not cost a try of the code. */
async function readAnswer(
  house: Pick<House, "table" | "config" | "clock">,
  found: Exclude<FoundTask, { outcome: "unknown" }>,
  raw: unknown,
): Promise<Parsed<Valid>> {
  const { form } = found;
  const today = dayAt(house.clock.now());
  if (takesFiles(form)) {
    const before = answeredBefore(found.task, form, found.loaded);
    return parseAnswer(form, await withFiles(house, found.task, form, raw, before), today);
  }
  if (!form.signs || typeof raw !== "object" || raw === null) return parseAnswer(form, raw, today);
  const { version, code, ...rest }: Readonly<Record<string, unknown>> = { ...raw };
  const parsed = parseAnswer(form, rest, today);
  if (parsed.outcome === "invalid") return parsed;
  const signed = await checkSignature(house, found, { version, code });
  if ("problem" in signed) return { outcome: "invalid", errors: [signed] };
  const { outcome, values } = parsed.value;
  return { outcome: "valid", value: { outcome, values: { ...values, version: signed.version } } };
}

const takesFiles = ({ fields }: Form): boolean =>
  Object.values(fields).some(({ kind }) => kind === "file") || fileColumnsOf(fields).length > 0;

/** A file is what was uploaded for this task and released: whatever else is sent in its place is not looked at. */
export async function withFiles(
  house: Pick<House, "table">,
  task: Task,
  form: Form,
  raw: unknown,
  before: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw;
  return withReleased(form, { ...raw }, await filesOf(house, ownerOfTask(task), form, before));
}

/**
 * What was answered before where somebody is asked the same again, to change it; nothing where it decides something. Files that
 * somebody else has brought are theirs.
 */
export function answeredBefore(
  { state, part, assignee }: Pick<Task, "state" | "part" | "assignee">,
  form: Form,
  { file }: Pick<LoadedCase, "file">,
): Readonly<Record<string, unknown>> {
  if (form.outcomes.length > 1) return {};
  const before = file.answers.findLast(
    (answer) =>
      answer.form === form.id &&
      answer.state === state &&
      answer.part === part &&
      answer.visit > (form.since ?? -1),
  );
  if (!before || before.by.toLowerCase() === assignee?.email.toLowerCase()) return before?.values ?? {};
  return Object.fromEntries(
    Object.entries(before.values).filter(([name]) => form.fields[name]?.kind !== "file"),
  );
}

function refuse(status: Task["status"], task: Task): Answered | undefined {
  switch (status) {
    case "open":
      return undefined;
    case "answered":
      return { outcome: "alreadyAnswered", at: task.closedAt ?? task.openedAt };
    case "expired":
      return { outcome: "expired", at: task.dueAt ?? task.openedAt };
    case "cancelled":
      return { outcome: "cancelled" };
  }
}

/** The answer is stored; whatever fails from here on is the sweeper's to mend. */
async function tryNow(
  house: Pick<House, "table" | "clock" | "engine" | "log">,
  task: Task,
  loaded: LoadedCase,
): Promise<void> {
  try {
    await deliverAnswer(house, task, loaded);
  } catch (error) {
    house.log("K303", {
      ref: task.pk,
      what: "answer",
      error: error instanceof Error ? error.name : "unknown",
    });
  }
}
