import { breakIn } from "../../../../functions/cases/road/interrupt.ts";
import { isDecidedInRun } from "../../../../functions/cases/tasks/decided-in-run.ts";
import { isCall, refOfCall } from "../../../../functions/store/keys.ts";
import { opened } from "../../../../workflows/blocks/group/opened.ts";
import { latestRecord } from "../../../../workflows/kernel/case-file.ts";
import { answerAll, applyTo, loadOrThrow } from "../answering.ts";
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
 * answers at once or stays silent, as the file says.
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

  const { file } = await loadOrThrow(world, refOfCall(callId));
  const capacity = Number(file.call.capacity);
  const submit = async (row: GroupRow, to: string, with_: string): Promise<void> => {
    const ref = await applyTo(world, to, row.line, applicationFor(with_, row, capacity));
    refs.set(row.line, ref);
    rowOf.set(ref, row);
    if (row.kind === "asks") waiting.add(ref);
  };
  /** Those who were waiting for a group to open join it, and who leaves does so at once. */
  const join = async (ref: string, asked: GroupRow): Promise<void> => {
    const { file, head } = await loadOrThrow(world, ref);
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
    const leaves = async (row: GroupRow, of: string | undefined): Promise<void> => {
      if (of === undefined) return;
      const word = { name: "withdrawn", by: row.email };
      await breakIn(world.house, await loadOrThrow(world, of), word, { reason: "Repetuota." });
      await world.settle();
    };
    for (const row of rows)
      if (row.kind === "joins" && row.group === asked.group && row.answers === "leaves")
        await leaves(row, refs.get(row.line));
    if (asked.answers === "withdraws") await leaves(asked, ref);
  };

  await world.settle();
  for (const row of rows.filter(({ kind }) => kind === "asks")) await submit(row, callId, process);
  await world.settle();
  await answerAll(world, {
    ledger,
    act: async () => {
      for (const [ref, row] of rowOf) if (waiting.has(ref)) await join(ref, row);
    },
    answer: async (task, loaded) => {
      const row = isCall(task.pk) ? groups.get(task.pk) : rowOf.get(task.pk);
      if (!row) throw new Error(`${task.pk}: nobody stands behind it`);
      if (isDecidedInRun(loaded, task)) {
        await payInRuns(world.house, callId, new Set([task.pk]));
        await world.settle();
        return "done";
      }
      const knowing = { now: world.house.clock.now(), row, rowOf: (ref: string) => rowOf.get(ref) };
      return answerFor(task, loaded, knowing);
    },
    isOver: async () => (await loadOrThrow(world, refOfCall(callId))).head.endedAt !== undefined,
    onTurn: () =>
      onProgress({ submitted: refs.size, ended: ledger.endedCount(), now: world.house.clock.now() }),
  });
  return { refs, groups };
}
