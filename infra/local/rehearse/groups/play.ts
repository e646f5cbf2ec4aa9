import { isDecidedInRun } from "../../../../functions/cases/decided-in-run.ts";
import { breakIn } from "../../../../functions/cases/interrupt.ts";
import { type LoadedCase, loadCase } from "../../../../functions/cases/load.ts";
import { taskPath } from "../../../../functions/links.ts";
import { type Task, taskItem } from "../../../../functions/store/items.ts";
import { isCall, refOfCall } from "../../../../functions/store/keys.ts";
import { opened } from "../../../../workflows/blocks/group/opened.ts";
import { latestRecord } from "../../../../workflows/kernel/case-file.ts";
import type { Ledger } from "../ledger.ts";
import { payInRuns } from "../pay.ts";
import type { Progress } from "../progress.ts";
import type { OpenedWorld } from "../world.ts";
import { answerFor } from "./answers.ts";
import { applicationFor } from "./applications.ts";
import type { GroupRow } from "./rows-file.ts";

/** What came of it: the case of each line, and the groups that were opened. */
export interface Played {
  readonly refs: ReadonlyMap<number, string>;
  readonly groups: ReadonlyMap<string, GroupRow>;
}

interface Playing {
  readonly callId: string;
  readonly process: string;
  readonly ledger: Ledger;
  readonly onProgress: Progress["show"];
}

/**
 * Plays a call of groups from its opening to the last road's end: schools ask, groups open, teachers join, everybody
 * answers at nine the next morning or stays silent, as the file says.
 */
export async function playGroups(
  world: OpenedWorld,
  { callId, process, ledger, onProgress }: Playing,
  rows: readonly GroupRow[],
): Promise<Played> {
  const refs = new Map<number, string>();
  const rowOf = new Map<string, GroupRow>();
  const groups = new Map<string, GroupRow>();
  /** The cases whose group has not opened yet. */
  const waiting = new Set<string>();

  const submit = async (row: GroupRow, to: string, with_: string): Promise<void> => {
    const key = { "idempotency-key": `rehearsal-line-${String(row.line).padStart(6, "0")}` };
    const path = `/api/calls/${to}/applications`;
    const { status, body } = await world.request("POST", path, applicationFor(with_, row), key);
    if (status !== 201 || typeof body !== "object" || !body || !("ref" in body))
      throw new Error(`line ${row.line}: the portal answered ${status} ${JSON.stringify(body)}`);
    refs.set(row.line, String(body.ref));
    rowOf.set(String(body.ref), row);
    if (row.kind === "asks") waiting.add(String(body.ref));
  };
  const load = async (ref: string): Promise<LoadedCase> => {
    const loaded = await loadCase(world.house, ref);
    if (!loaded) throw new Error(`no ${ref}`);
    return loaded;
  };
  /** Those who were waiting for a group to open join it, and who leaves does so at once. */
  const join = async (ref: string, asked: GroupRow): Promise<void> => {
    const { file, head } = await load(ref);
    const id = latestRecord(file, opened)?.id;
    if (id === undefined && head.endedAt === undefined) return;
    waiting.delete(ref);
    if (id === undefined) return;
    groups.set(refOfCall(id), asked);
    for (const row of rows.filter(({ kind, group }) => kind === "joins" && group === asked.group)) {
      await submit(row, id, `${process}-participant`);
      await world.settle();
    }
    await world.settle();
    const says = async (row: GroupRow, of: string | undefined): Promise<void> => {
      if (of === undefined) return;
      await breakIn(
        world.house,
        await load(of),
        { name: "withdrawn", by: row.email },
        { reason: "Repetuota." },
      );
      await world.settle();
    };
    for (const row of rows)
      if (row.kind === "joins" && row.group === asked.group && row.answers === "leaves")
        await says(row, refs.get(row.line));
    if (asked.answers === "withdraws") await says(asked, ref);
  };
  /** Somebody's answer may have closed what was open a moment ago. */
  const isStillOpen = async ({ pk, sk }: Task): Promise<boolean> =>
    taskItem.parse(await world.house.table.get({ pk, sk })).status === "open";
  const answer = async (task: Task): Promise<void> => {
    const row = isCall(task.pk) ? groups.get(task.pk) : rowOf.get(task.pk);
    if (!row) throw new Error(`${task.pk}: nobody stands behind it`);
    const loaded = await load(task.pk);
    if (isDecidedInRun(loaded, task)) {
      await payInRuns(world.house, callId, new Set([task.pk]));
      await world.settle();
      return;
    }
    const knowing = { now: world.house.clock.now(), row, rowOf: (ref: string) => rowOf.get(ref) };
    const said = answerFor(task, loaded, knowing);
    if (said === undefined) return;
    const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
    const { status, body } = await world.request("POST", `/api/tasks${path}`, said, {});
    if (status !== 200) throw new Error(`${task.state}: answered by ${status} ${JSON.stringify(body)}`);
    await world.settle();
  };

  await world.settle();
  for (const row of rows.filter(({ kind }) => kind === "asks")) await submit(row, callId, process);
  await world.settle();
  for (;;) {
    for (const [ref, row] of rowOf) if (waiting.has(ref)) await join(ref, row);
    const tasks = ledger.takeOpened().filter(({ kind }) => kind === "ask");
    if (tasks.length > 0) {
      for (const task of tasks) if (await isStillOpen(task)) await answer(task);
      continue;
    }
    onProgress({ submitted: refs.size, ended: ledger.endedCount(), now: world.house.clock.now() });
    const next = world.nextTimer();
    if ((await load(refOfCall(callId))).head.endedAt !== undefined || next === undefined) break;
    await world.advanceTo(next);
    await world.settle();
  }
  return { refs, groups };
}
