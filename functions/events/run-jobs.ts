import middy from "@middy/core";
import type { Context } from "aws-lambda";
import * as z from "zod";
import type { Item, Key } from "../adapters/table.ts";
import { postpone } from "../cases/road/postpone.ts";
import type { House } from "../house.ts";
import { countFigures } from "../lines/figures.ts";
import {
  exportPrefix,
  figuresKey,
  findingPrefix,
  idOf,
  jobsPartition,
  rebuildKey,
  runPrefix,
} from "../store/keys.ts";

/** How long a job is left to whoever has begun it; longer than this function may run. */
const leaseMillis = 16 * 60_000;
/** With less time left nothing new is begun. */
const reserveMilliseconds = 60_000;

/**
 * `upTo`: jobs that are due by then (UTC instant); without it those that are due now. `rebuild`: a call of which lists and
 * figures are to be made anew first, or `*` for every one.
 */
const wanted = z.object({ upTo: z.string().optional(), rebuild: z.string().optional() });

export interface Jobs {
  readonly done: number;
  readonly later: number;
  /** There is no call of the identifier that was named. */
  readonly unknownCall?: string;
}

export interface RunJobsOptions {
  /** Resolves when the next piece of work may begin, where others have a better right to the machine. */
  readonly turn?: () => Promise<void>;
  /** How long a part of a file is; S3 takes 5 MB at least. */
  readonly partBytes?: number;
}

/**
 * Does what takes longer than a request may: counts calls anew, makes files that were ordered of them, makes their lists
 * anew. Each job is taken by one worker alone
 * (a lease that runs out), and one that fails comes back a little later each time. What needs more time than there is says
 * how far it came, and goes on there the next time.
 */
export function runJobs(house: House, { turn = async () => {}, partBytes }: RunJobsOptions = {}) {
  let isUpToDate = false;
  return middy<unknown, Jobs>(async (event: unknown, context: Context) => {
    // Once for each process that does jobs: a release replaces them all.
    if (!isUpToDate) await (await import("../lines/old-names.ts")).bringNamesUpToDate(house);
    isUpToDate = true;
    const { upTo = house.clock.now(), rebuild } = wanted.parse(event);
    const total = { done: 0, later: 0 };
    if (rebuild !== undefined) {
      const { askForRebuild } = await import("../lines/rebuild-job.ts");
      const { outcome } = await askForRebuild(house, rebuild);
      if (outcome === "unknownCall") return { ...total, unknownCall: rebuild };
    }
    const isOver = () => context.getRemainingTimeInMillis() < reserveMilliseconds;
    for (let after: string | undefined; ; ) {
      const { items, next } = await house.table.indexPage("pending", jobsPartition, {
        upTo,
        limit: 25,
        after,
      });
      for (const item of items) {
        if (isOver()) return total;
        const outcome = await attempt(house, item, { isOver, turn, partBytes });
        if (outcome !== undefined) total[outcome]++;
      }
      if (next === undefined) break;
      after = next;
    }
    house.log("K603", { ...total });
    return total;
  });
}

interface Pace {
  readonly isOver: () => boolean;
  readonly turn: () => Promise<void>;
  readonly partBytes: number | undefined;
}

/** Takes a job and does it; `undefined` when somebody else has it. */
async function attempt(house: House, item: Item, pace: Pace): Promise<"done" | "later" | undefined> {
  const key = { pk: String(item.pk), sk: String(item.sk) };
  const until = new Date(Date.parse(house.clock.now()) + leaseMillis).toISOString();
  const failed = (error: unknown): void =>
    house.log("K604", { ref: key.pk, error: error instanceof Error ? error.name : "unknown" });
  try {
    const { outcome } = await house.table.change(key, {
      set: { pendingAt: until },
      when: { pending: { is: jobsPartition }, pendingAt: { is: String(item.pendingAt) } },
    });
    if (outcome === "refused") return undefined;
    return (await perform(house, key, pace)) === "again" ? "later" : "done";
  } catch (error) {
    failed(error);
    const attempts = typeof item.attempts === "number" ? { attempts: item.attempts } : {};
    await postpone(house, { ...key, ...attempts }).catch(failed);
    return "later";
  }
}

async function perform(house: House, { pk, sk }: Key, pace: Pace): Promise<"done" | "again"> {
  switch (sk) {
    case figuresKey("").sk:
      return (await countFigures(house, idOf(pk))) === "again" ? "again" : "done";
    case rebuildKey("").sk:
      return (await import("../lines/rebuild-job.ts")).goOnRebuilding(house, idOf(pk), pace);
    default:
      if (sk.startsWith(exportPrefix))
        return (await import("../exports/make.ts")).goOnMaking(house, { pk, sk }, pace);
      if (sk.startsWith(runPrefix)) return goOnWith(house, { pk, sk }, pace);
      if (sk.startsWith(findingPrefix))
        return (await import("../findings/find.ts")).findOut(house, { pk, sk });
      throw new Error(`nobody does ${sk}`);
  }
}

async function goOnWith(house: House, key: Key, pace: Pace): Promise<"done" | "again"> {
  const item = await house.table.get(key);
  if (!item) return "done";
  const [{ runItem }, { goOnWithRun }] = await Promise.all([
    import("../store/run-item.ts"),
    import("../payments/run-work.ts"),
  ]);
  return goOnWithRun(house, runItem.parse(item), pace);
}
