import { functionCatalogue } from "../../functions/catalogue.ts";
import type { DatabaseOptions } from "./database/database.ts";
import type { LocalHouse } from "./house.ts";
import { keptDigests } from "./kept-digests.ts";
import { readKept, writeKept, writeOften } from "./kept-file.ts";
import { doAllJobs, keepChangedLines } from "./lines-keeper.ts";
import { nextOf, readSchedule } from "./schedule.ts";

/** What happens while time is being skipped. */
export interface Progress {
  /** The instant that was reached (UTC). */
  readonly at: string;
  /** Events since the skip began: timers, deliveries, digests. */
  readonly events: number;
}

export interface Runtime {
  /** Resolves when nothing moves any more until somebody acts or time passes. */
  readonly settle: () => Promise<void>;
  /** The next instant (UTC) at which a machine's timer or something pending is due. */
  readonly nextTimer: () => string | undefined;
  /** As `nextTimer`, and the digests of staff. */
  readonly nextEvent: () => string | undefined;
  /**
   * Lets time pass to an instant (UTC), stopping at each event on the way until it has settled. One at a time:
   * `busy` while another is under way. `stopped` when the runtime was closed on the way.
   */
  readonly advanceTo: (
    instant: string,
    onProgress?: (progress: Progress) => void,
  ) => Promise<"arrived" | "busy" | "stopped">;
  readonly isAdvancing: () => boolean;
  /** From now on lets things happen by themselves as time passes. */
  readonly live: () => void;
  /** Brings the lines of cases up to what was written before; with `figures` the counts of calls too, at once. */
  readonly keepLines: (options?: { readonly figures?: boolean }) => Promise<void>;
  /** Finishes what is under way and begins nothing more. */
  readonly close: () => Promise<void>;
}

export interface RuntimeOptions {
  /** Where it is written down until when digests have been sent; without it there are no digests. */
  readonly digestFile?: string;
  /** What that file survives; a power cut when nothing is said. */
  readonly survives?: DatabaseOptions["survives"];
}

const schedule = readSchedule(functionCatalogue.Digest.schedule);

/** On AWS the sweeper comes again after a minute. */
const sweepAgainMillis = 60_000;
/** Live, nothing is overlooked for longer than this. */
const liveTurnMillis = 5_000;
/** Live, whoever stores an answer delivers it first. */
const liveGraceMillis = 300;

/** Drives a house: its timers, its sweeper and its digests. An error of a function is told and tried again later. */
export function openRuntime(local: LocalHouse, options: RuntimeOptions = {}): Runtime {
  const { clock, engine, functions, pending } = local;
  let advancing = false;
  let closing = false;
  let working: Promise<void> | undefined;
  let jobs: Promise<void> | undefined;
  let sweepNotBefore = 0;
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const { digestFile } = options;
  let nextDigest: number | undefined;
  const digestsAreSent = (file: string, until: string): void => {
    if (options.survives === "process") writeOften(file, { until });
    else writeKept(file, { until });
    nextDigest = Date.parse(nextOf(schedule, until));
  };
  if (digestFile) digestsAreSent(digestFile, readKept(digestFile, keptDigests)?.until ?? clock.now());

  // What has just begun to wait does not wait behind what was tried in vain.
  pending.onWait(() => {
    sweepNotBefore = 0;
  });

  /** One thing at a time drives the house. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const nextSweep = (): number | undefined => {
    const next = millisOf(pending.next());
    return next === undefined ? undefined : Math.max(next, sweepNotBefore);
  };
  const nextJob = (): number | undefined => millisOf(pending.nextJob());
  const earliest = (...instants: (number | undefined)[]): number | undefined =>
    instants.reduce(
      (first, at) => (at === undefined || (first !== undefined && first <= at) ? first : at),
      undefined,
    );
  const nextTimerMillis = () => earliest(engine.nextTimer(), nextSweep());
  const isDue = (at: number | undefined): boolean => at !== undefined && at <= clock.millis();

  const attempt = async (name: "Sweeper" | "Digest" | "RunJobs"): Promise<void> => {
    try {
      await functions.call(name, {});
    } catch (error) {
      tell(name, error);
    }
  };

  const sweep = async (): Promise<void> => {
    const before = pending.writes();
    await attempt("Sweeper");
    if (pending.writes() === before) sweepNotBefore = clock.millis() + sweepAgainMillis;
  };

  const settleNow = async (): Promise<void> => {
    await engine.settled();
    while (isDue(nextSweep())) {
      await sweep();
      await engine.settled();
    }
  };

  /** One after another, and not held up by what else moves: whoever opens a page of the console waits for it. */
  let keeping: Promise<void> = Promise.resolve();
  const keepLines = ({ figures = false } = {}): Promise<void> => {
    keeping = keeping
      .then(async () => {
        await keepChangedLines(local);
        if (figures) await doAllJobs(local);
      })
      .catch((error) => tell("KeepLines", error));
    return keeping;
  };

  const happen = async (): Promise<void> => {
    engine.fireDue();
    await settleNow();
    if (await digestIfDue()) await settleNow();
  };

  const digestIfDue = async (): Promise<boolean> => {
    if (!digestFile || !isDue(nextDigest)) return false;
    await attempt("Digest");
    // Sessions go by real time where the clock of the house can be moved.
    await local.changed.expire(clock.real?.() ?? clock.now());
    digestsAreSent(digestFile, clock.now());
    return true;
  };

  const advance = async (target: number, onProgress: (progress: Progress) => void) => {
    await settleNow();
    for (let events = 1; !closing; events++) {
      const next = earliest(nextTimerMillis(), nextDigest);
      if (next === undefined || next > target) break;
      clock.moveTo(next);
      await happen();
      onProgress({ at: clock.now(), events });
    }
    if (closing) return "stopped";
    clock.moveTo(target);
    await happen();
    return "arrived";
  };

  const wait = (millis: number): void => {
    clearTimeout(timer);
    wakesAt = performance.now() + millis;
    if (!closing) timer = setTimeout(liveTurn, millis);
  };
  const wakeSoon = (): void => {
    if (wakesAt > performance.now() + liveGraceMillis) wait(liveGraceMillis);
  };

  const ring = (): void => {
    try {
      engine.fireDue();
    } catch (error) {
      tell("timers", error);
    }
  };

  /** What is pending goes first; lists follow when nothing is, and what takes long goes on beside both. */
  const work = async (): Promise<void> => {
    try {
      if (isDue(nextSweep()) || isDue(nextDigest))
        await alone(async () => {
          if (isDue(nextSweep())) await sweep();
          await digestIfDue();
        });
      else await keepLines();
    } catch (error) {
      tell("live", error);
    }
    working = undefined;
  };

  /** Timers ring when they are due; what is pending is swept beside the requests that are being answered. */
  const liveTurn = (): void => {
    if (!advancing) {
      ring();
      working ??= work();
      if (isDue(nextJob()) && !closing)
        jobs ??= attempt("RunJobs").finally(() => {
          jobs = undefined;
        });
    }
    const next = earliest(nextTimerMillis(), nextDigest, nextJob());
    const until = next === undefined ? liveTurnMillis : Math.max(liveGraceMillis, next - clock.millis());
    wait(Math.min(until, liveTurnMillis));
  };

  return {
    settle: () => alone(settleNow),
    keepLines,
    nextTimer: () => iso(nextTimerMillis()),
    nextEvent: () => iso(earliest(nextTimerMillis(), nextDigest)),
    isAdvancing: () => advancing,
    async advanceTo(instant, onProgress = () => undefined) {
      if (advancing) return "busy";
      advancing = true;
      try {
        return await alone(() => advance(Date.parse(instant), onProgress));
      } finally {
        advancing = false;
      }
    },
    live: () => {
      functions.giveWay();
      pending.onWait(wakeSoon);
      wait(0);
    },
    close: async () => {
      closing = true;
      clearTimeout(timer);
      functions.stopWorking();
      await turn;
      await working;
      await jobs;
      await keeping;
      await engine.settled();
    },
  };
}

const millisOf = (at: string | undefined): number | undefined =>
  at === undefined ? undefined : Date.parse(at);

const iso = (millis: number | undefined): string | undefined =>
  millis === undefined ? undefined : new Date(millis).toISOString();

const tell = (what: string, error: unknown): void => {
  console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
};
