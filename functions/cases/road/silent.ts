import * as z from "zod";
import type { House } from "../../house.ts";
import { entryItem, type Head, headItem, type Task, taskItem } from "../../store/items.ts";
import { entryKey, headKey, refOfCall } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { inVain, isAskedInVain, mostAsked } from "./in-vain.ts";
import { executionOf } from "./restart.ts";

type Parts = Pick<House, "table" | "engine" | "clock">;

/** A case or a call that does not go on by itself. */
export type Silent =
  /** Its machine has broken down. */
  | { readonly kind: "machine"; readonly since: string; readonly loaded: LoadedCase }
  /** It waits for the word of a call that is over. */
  | { readonly kind: "signal"; readonly since: string; readonly loaded: LoadedCase }
  /** Somebody was asked the same again and again and does not answer. */
  | { readonly kind: "unanswered"; readonly since: string; readonly loaded: LoadedCase; readonly task: Task };

/** A machine is given so long for what it does by itself, its retries with it. */
const graceMillis = 15 * 60_000;
/** So many cases are looked at, or asked about, at a time. */
const atOnce = 25;
/** So many cases that stand still are named at most: one cause often stops many, and whoever mends it looks again. */
const mostNamed = 100;

/** The cases of a call that were found to stand still, by ref. */
export const silentFinding = z.object({ refs: z.array(z.string()) });

/** Looks through a call, some cases at a time, for those whose machine left nothing behind that could be waited for. */
export async function silentRefs(house: Parts, callId: string): Promise<z.infer<typeof silentFinding>> {
  const item = await house.table.get(headKey(refOfCall(callId)));
  if (!item) return { refs: [] };
  const call = headItem.parse(item);
  const refs: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await house.table.page(call.pk, { prefix: "entry#", limit: atOnce, after });
    const going = items.map((one) => entryItem.parse(one)).filter(({ ended }) => !ended);
    const found = await Promise.all(going.map(({ ref }) => lookAt(house, call, ref)));
    refs.push(...found.flatMap((one) => one?.loaded.head.pk ?? []));
    after = next;
  } while (after !== undefined && refs.length < mostNamed);
  return { refs: refs.slice(0, mostNamed) };
}

/** What is wrong with a case, where anything is. */
export async function lookAt(house: Parts, call: Head, ref: string): Promise<Silent | undefined> {
  const now = Date.parse(house.clock.now());
  const stored = await house.table.get(entryKey(call.callId, ref));
  const { signal, ended } = stored ? entryItem.parse(stored) : { signal: undefined, ended: true };
  if (ended) return undefined;
  const tasks = (await house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
  const standing = tasks.filter(
    ({ status, dueAt }) =>
      status === "open" && (dueAt === undefined || now < Date.parse(dueAt) + graceMillis),
  );
  const unanswered = await lookAtSilence(house, ref, tasks);
  if (unanswered) return unanswered;
  const endless = standing.find(({ kind, dueAt }) => kind === "await" && dueAt === undefined);
  const isForsaken = call.endedAt !== undefined && endless !== undefined && signal === undefined;
  if (standing.length > 0 && !isForsaken) return undefined;
  const loaded = await loadCase(house, ref);
  if (!loaded) return undefined;
  const since = latestOf(tasks, loaded.head, loaded);
  if (now < Date.parse(since) + graceMillis) return undefined;
  if (!(await isDriven(house, loaded.head))) return { kind: "machine", since, loaded };
  return isForsaken ? { kind: "signal", since: call.endedAt ?? since, loaded } : undefined;
}

/** What is asked in vain of a case or a call, where silence alone would ask it for ever. */
async function lookAtSilence(house: Parts, ref: string, tasks: readonly Task[]): Promise<Silent | undefined> {
  const task = tasks.find((one) => one.status === "open" && inVain(tasks, one).length >= mostAsked);
  const loaded = task && (await loadCase(house, ref));
  if (!task || !loaded || !isAskedInVain(loaded, task)) return undefined;
  const since = inVain(loaded.tasks, task).at(-1)?.openedAt ?? task.openedAt;
  return { kind: "unanswered", since, loaded, task };
}

/** The same of a call's own road, whose tasks are few. */
export async function silenceOf(house: Parts, { pk }: Head): Promise<Silent | undefined> {
  const tasks = (await house.table.query(pk, "task#")).map((item) => taskItem.parse(item));
  return lookAtSilence(house, pk, tasks);
}

/** Does an execution drive it, or is one about to? */
export const isDriven = async ({ engine }: Pick<House, "engine">, head: Head): Promise<boolean> =>
  head.toStart !== undefined ||
  head.takeUp !== undefined ||
  engine.isRunning(head.process, executionOf(head));

/** When something last happened on its road. */
export function latestOf(
  tasks: readonly Task[],
  head: Head,
  { records, file }: { readonly records?: LoadedCase["records"]; readonly file?: LoadedCase["file"] } = {},
): string {
  const instants = [
    head.submittedAt,
    ...tasks.map(({ openedAt, closedAt }) => closedAt ?? openedAt),
    ...(records ?? []).map(({ at }) => at),
    ...(file?.interruptions ?? []).map(({ at }) => at),
    ...(head.restarts ?? []).map(({ at }) => at),
  ];
  return instants.toSorted().at(-1) ?? head.submittedAt;
}
