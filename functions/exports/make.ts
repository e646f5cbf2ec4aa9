import { endOfMinute } from "../../workflows/kernel/facts/ends.ts";
import { FileGone, type Part } from "../adapters/files.ts";
import type { Key } from "../adapters/table.ts";
import type { House } from "../house.ts";
import { type ExportItem, exportItem } from "../store/export-item.ts";
import { exportIdIn } from "../store/keys.ts";
import type { Maker } from "./maker.ts";
import { makerOf } from "./makers.ts";
import { fileKey, keptDays } from "./order.ts";

/** A part has 5 MB at least where it is not the last [S3 API reference, UploadPart]; so much is in memory at once. */
const usualPart = 6 * 1024 * 1024;
/**
 * Whoever makes a file says that it goes on; when nothing was heard for so long somebody else goes on. Who makes it whole may
 * be silent as long as a function runs.
 */
const leaseMillis = { pieces: 2 * 60_000, whole: 15 * 60_000 } as const;
/** How far it has come is told that often, at most. */
const tellMillis = 1_000;
/** After so many tries it is given up. */
const mostTries = 4;
export interface Pace {
  readonly isOver: () => boolean;
  readonly turn: () => Promise<void>;
  readonly partBytes?: number | undefined;
}

/** Somebody else makes the file by now. */
class Overtaken extends Error {
  constructor() {
    super("somebody else goes on with it");
    this.name = "Overtaken";
  }
}

/**
 * Goes on making a file that was ordered, from the last part that was stored, for as long as there is time; `again` where
 * that was too little. A file whose days are over is taken away. What fails is tried again, and given up after some tries.
 */
export async function goOnMaking(house: House, key: Key, pace: Pace): Promise<"done" | "again"> {
  const stored = await house.table.get(key);
  if (!stored) return "done";
  const item = exportItem.parse(stored);
  if (item.until !== undefined) return keepOrRemove(house, item, item.until);
  const work = openWork(house, item);
  try {
    const maker = await makerOf(house, item.ordered);
    if (!maker) return await work.end("failed");
    const isMade =
      maker.how === "pieces" ? await inPieces(house, work, maker, pace) : await whole(house, work, maker);
    return isMade ? await work.end("ready") : "again";
  } catch (error) {
    if (error instanceof Overtaken) return "again";
    if (error instanceof FileGone) return await work.beginAnew();
    if ((item.attempts ?? 0) + 1 < mostTries) throw error;
    house.log("K605", { ref: item.pk, error: error instanceof Error ? error.name : "unknown" });
    return await work.end("failed");
  }
}

async function keepOrRemove(house: House, item: ExportItem, until: string): Promise<"done" | "again"> {
  const { pk, sk, making } = item;
  if (house.clock.now() < until) {
    await house.table.change({ pk, sk }, { set: { pendingAt: until }, when: { making: { is: making } } });
    return "again";
  }
  await house.files.remove(fileKey(item, exportIdIn(sk)));
  await house.table.delete({ pk, sk });
  return "done";
}

/** A file as one worker makes it: everything that is stored of it is stored only while nobody else has taken it over. */
interface Work {
  readonly item: ExportItem;
  readonly fileKey: string;
  readonly store: (set: Readonly<Record<string, unknown>>, how: Maker["how"]) => Promise<void>;
  /** Counts cases, and tells of them now and then. */
  readonly count: (cases: number) => Promise<void>;
  readonly counted: () => number;
  /** Leaves the rest to whoever comes next. */
  readonly rest: () => Promise<void>;
  readonly end: (status: "ready" | "failed") => Promise<"done">;
  readonly beginAnew: () => Promise<"again">;
}

function openWork(house: House, item: ExportItem): Work {
  const { pk, sk, making } = item;
  let lease = item.pendingAt ?? "";
  let done = item.added;
  let told = performance.now();
  const change = async (
    set: Readonly<Record<string, unknown>>,
    pendingAt: string,
    remove: readonly string[] = [],
  ): Promise<void> => {
    const { outcome } = await house.table.change(
      { pk, sk },
      {
        set: { ...set, pendingAt },
        remove,
        when: { making: { is: making }, pendingAt: { is: lease } },
      },
    );
    if (outcome === "refused") throw new Overtaken();
    lease = pendingAt;
    told = performance.now();
  };
  const after = (millis: number): string => new Date(Date.parse(house.clock.now()) + millis).toISOString();
  const key = fileKey(item, exportIdIn(sk));
  return {
    item,
    fileKey: key,
    store: (set, how) => change({ status: "making", done, ...set }, after(leaseMillis[how])),
    count: async (cases) => {
      done += cases;
      if (performance.now() - told > tellMillis) await change({ done }, after(leaseMillis.pieces));
    },
    counted: () => done,
    rest: () => change({}, house.clock.now(), ["attempts"]),
    end: async (status) => {
      const until = endOfMinute(after(keptDays * 86_400_000));
      const set = { status, done, endedAt: house.clock.now(), until, parts: [] };
      await change(set, until, ["attempts", "upload", "from", "isComplete"]);
      return "done";
    },
    // What was added is lost; under another key nothing of it is in the way.
    beginAnew: async () => {
      const set = { status: "waiting", making: making + 1, done: 0, added: 0, parts: [] };
      await change(set, house.clock.now(), ["upload", "from", "isComplete"]);
      await house.files.remove(key);
      return "again";
    },
  };
}

/** Adds part by part; whether it came to the end. */
async function inPieces(
  { files }: House,
  work: Work,
  { type, pieces }: Extract<Maker, { how: "pieces" }>,
  { isOver, turn, partBytes = usualPart }: Pace,
): Promise<boolean> {
  const { item, fileKey: key } = work;
  const parts: Part[] = [...item.parts];
  const upload = item.upload ?? (await files.begin(key, type));
  await work.store({ upload }, "pieces");
  let waiting: Buffer[] = [];
  let size = 0;
  let isComplete = item.isComplete ?? false;
  const flush = async (next: string | undefined): Promise<void> => {
    parts.push(await files.add(key, upload, parts.length + 1, Buffer.concat(waiting)));
    waiting = [];
    size = 0;
    isComplete = next === undefined;
    const set = { parts, added: work.counted(), ...(next === undefined ? { isComplete } : { from: next }) };
    await work.store(set, "pieces");
  };
  if (!isComplete) {
    for await (const { text, done, next } of pieces(item.from)) {
      const bytes = Buffer.from(text, "utf8");
      waiting.push(bytes);
      size += bytes.byteLength;
      await work.count(done);
      if (next === undefined || size >= partBytes) await flush(next);
      if (isComplete) break;
      if (isOver()) {
        await work.rest();
        return false;
      }
      await turn();
    }
  }
  if (!isComplete) throw new Error(`${key} has no end`);
  await files.finish(key, upload, parts);
  return true;
}

/** Makes a file whole and stores it in one part. */
async function whole(
  { files }: House,
  work: Work,
  { type, make }: Extract<Maker, { how: "whole" }>,
): Promise<boolean> {
  const { fileKey: key } = work;
  await work.store({}, "whole");
  const body = await make(work.count);
  const upload = await files.begin(key, type);
  await files.finish(key, upload, [await files.add(key, upload, 1, body)]);
  return true;
}
