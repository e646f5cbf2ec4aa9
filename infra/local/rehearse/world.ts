import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { House } from "../../../functions/house.ts";
import { type Log, silentLog } from "../../../functions/log.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { iso } from "../../../workflows/kernel/facts/instants.ts";
import type { Cast } from "../../../workflows/kernel/rehearsal.ts";
import { stillClock } from "../clock.ts";
import { downloadDoor } from "../download-door.ts";
import { ask } from "../gateway.ts";
import type { Answer } from "../gateway-answer.ts";
import type { Asked } from "../gateway-event.ts";
import { type HouseOptions, type LocalHouse, openHouse } from "../house.ts";
import { writeOften } from "../kept-file.ts";
import { showsLines } from "../lines-keeper.ts";
import { mailDrop } from "../mail-drop.ts";
import { openRuntime } from "../runtime.ts";
import { uploadDoor } from "../upload-door.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { watchedTable } from "./watched-table.ts";

/** The embedded default as a rehearsal drives it, in virtual time. */
export interface World {
  readonly house: House;
  /** Resolves when nothing moves any more until somebody acts or time passes. */
  readonly settle: () => Promise<void>;
  /** The next instant at which time alone sets something off; `undefined` when nothing waits for time. */
  readonly nextTimer: () => string | undefined;
  /** Lets time pass to an instant, with all that it sets off on the way. */
  readonly advanceTo: (instant: string) => Promise<void>;
  /** A request to the real handlers, as the gateway makes it: JSON, but for a text, which goes as it is. */
  readonly request: (
    method: string,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ) => Promise<Answered>;
}

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface OpenedWorld extends World {
  /** Brings lines of cases and figures of calls up to date, too; a rehearsal, which nobody looks at, never does. */
  readonly house: World["house"] & { readonly keepLines: () => Promise<void> };
  /** State transitions of a case or a call, all its executions together. */
  readonly transitionsOf: (ref: string) => number;
  /** What stands behind it. */
  readonly local: LocalHouse;
  /** A request as it came in, with all that the gateway answers. */
  readonly asked: (asked: Omit<Asked, "at" | "sourceIp">) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const origin = "http://127.0.0.1";

/** The embedded default in virtual time, on a folder in which a rehearsal that was killed goes on. */
export async function openWorld(
  folder: string,
  start: string,
  ledger: Ledger,
  log: Log = silentLog,
  {
    watch = (table) => table,
    mail = mailDrop(),
    survives = "process",
    digestsFrom,
    ...beside
  }: Partial<Pick<HouseOptions, "watch" | "between" | "mail" | "portalUrl" | "survives">> & {
    /** From when on (UTC) staff are told by digests; from the beginning where nothing is said. */
    readonly digestsFrom?: string;
  } = {},
): Promise<OpenedWorld> {
  const local = await openHouse({
    dataFolder: folder,
    survives,
    clock: stillClock(start, join(folder, "clock.json")),
    portalUrl: origin,
    mail,
    concurrency: 1,
    log,
    watch: (table) => watchedTable(watch(table), { onWrite: ledger.noteWrite, onItem: ledger.noteItem }),
    ...beside,
  });
  const digestFile = join(folder, "digests.json");
  if (digestsFrom !== undefined) writeOften(digestFile, { until: digestsFrom });
  const runtime = openRuntime(local, { digestFile, survives: "process" });
  const keepLines = () => runtime.keepLines({ figures: true });
  const transitions = new Map<string, number>();
  const countTransitions = () => {
    for (const { executionArn, name } of local.engine.listExecutions()) {
      const id = name.slice(0, name.lastIndexOf("-"));
      transitions.set(id, (transitions.get(id) ?? 0) + local.engine.transitions(executionArn));
    }
  };
  return {
    local,
    house: { ...local.house, keepLines },
    settle: runtime.settle,
    nextTimer: runtime.nextTimer,
    advanceTo: async (instant) => {
      const outcome = await runtime.advanceTo(instant);
      if (outcome !== "arrived") throw new Error(`time could not pass: ${outcome}`);
    },
    request: async (method, path, body, headers): Promise<Answered> => {
      const answer = await ask(local.functions, {
        method,
        target: path,
        headers: { host: ["127.0.0.1"], "content-type": ["application/json"], ...listed(headers) },
        body: Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
        sourceIp: "127.0.0.1",
        at: local.clock.millis(),
      });
      return { status: answer.status, body: parsed(Buffer.from(answer.body).toString("utf8")) };
    },
    asked: async (asked) => {
      if (showsLines(asked)) await keepLines();
      const hands = downloadDoor(local.documents);
      const takes = uploadDoor(local);
      return ask(
        local.functions,
        { ...asked, sourceIp: "127.0.0.1", at: local.clock.millis() },
        async (one, path) => (await hands(one, path)) ?? takes(one, path),
      );
    },
    transitionsOf: (ref) => {
      if (transitions.size === 0) countTransitions();
      return transitions.get(idOf(ref)) ?? 0;
    },
    close: async () => {
      await runtime.close();
      await local.close();
    },
  };
}

/** How somebody lives in a world of its own that is thrown away afterwards, from a call's opening on. */
export async function inOwnWorld(
  cast: Pick<Cast, "opens">,
  live: (world: OpenedWorld, ledger: Ledger) => Promise<void>,
  { log, ...beside }: Partial<Pick<HouseOptions, "watch" | "between" | "log">> = {},
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kelias-rehearsal-"));
  const ledger = openLedger(join(folder, "applications.jsonl"));
  const world = await openWorld(folder, openingOf(cast), ledger, log, beside);
  try {
    await live(world, ledger);
  } finally {
    await world.close();
    rmSync(folder, { recursive: true });
  }
}

/** The instant at which a call opens, from its local time: the clock of a rehearsal begins there. */
export const openingOf = ({ opens }: Pick<Cast, "opens">): string => iso(vilniusInstant(opens));

const listed = (headers: Readonly<Record<string, string>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
