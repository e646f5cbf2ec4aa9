import * as z from "zod";
import { clocksOf } from "../../workflows/kernel/clock.ts";
import type { Decision, StepResult, StepRun } from "../../workflows/kernel/step-result.ts";
import type { Key } from "../adapters/table.ts";
import { openCall } from "../calls/open.ts";
import { giveCase } from "../cases/give.ts";
import { noteInterruption } from "../cases/interrupt.ts";
import { entryOf, type LoadedCase, loadCase } from "../cases/load.ts";
import { loadsBeside, share } from "../cases/loads.ts";
import { beginLook, nudgeCall } from "../cases/nudge.ts";
import { showState } from "../cases/show-state.ts";
import { register } from "../certificates/register.ts";
import { fundedElsewhere, noteFunding } from "../funding/periods.ts";
import type { House } from "../house.ts";
import { tellAll } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { entryItem, type RecordItem, recordItem } from "../store/items.ts";
import { documentKey, entryKey, isCall, pendingSince, recordKey, refOfCall } from "../store/keys.ts";

const input = z.object({ ref: z.string(), state: z.string(), visit: z.number() });

/**
 * Does a pure step of a process and stores what it found. The record is written last and says that the step is
 * done: a retry finds it and answers the same; without it, every write before it is one that may be repeated.
 */
export const runStep = (house: House) =>
  step(house, input, async ({ ref, state, visit }) => {
    const look = isCall(ref) ? await beginLook(house, ref) : undefined;
    const { loaded, definition } = await stepOf(house, ref, state);
    if (!loaded || definition?.kind !== "step") throw new Error(`${ref}: no step ${state}`);
    const key = recordKey(ref, visit, state);
    const before = await house.table.get(key);
    const now = house.clock.now();
    const record = before
      ? recordItem.parse(before)
      : await store(
          house,
          loaded,
          { ...key, state, visit },
          await found(house, loaded, definition.run, now),
          now,
        );
    if (!before) await look?.end();
    const file = {
      ...loaded.file,
      records: [...loaded.file.records.filter((known) => known.visit !== visit), record],
    };
    const next = definition.on[record.outcome];
    house.log("K202", { ref, state, outcome: record.outcome });
    return {
      outcome: record.outcome,
      at: next === undefined ? {} : clocksOf(loaded.process, next, file, now),
      parts: record.parts,
    };
  });

/** A call's steps see all of its cases; a case's step does where the process says so. */
async function stepOf(house: House, ref: string, state: string) {
  const loaded = await loadCase(house, ref, { withEntries: true });
  const definition = loaded?.process.states[state];
  const sees = definition?.kind === "step" && !isCall(ref) ? definition.sees : undefined;
  switch (sees) {
    case "call":
      return { loaded: await withCall(house, loaded), definition };
    case "person":
      return { loaded: loaded && (await withPerson(house, loaded)), definition };
    case "loads":
      return { loaded: loaded && (await withLoads(house, loaded)), definition };
    case undefined:
      return { loaded, definition };
  }
}

/**
 * What the step finds out. Where it shares out work, the shares are noted before anything else is: whoever was free when
 * the step looked may have as much as they may by then, and it looks again.
 */
async function found(
  house: House,
  loaded: LoadedCase,
  run: StepRun<string>,
  now: string,
): Promise<StepResult<string>> {
  for (let seen = loaded; ; seen = await withLoads(house, loaded)) {
    const result = run(seen.file, now);
    if (!result.shares || (await share(house, loaded, result.shares)) === "shared") return result;
  }
}

const withLoads = async (house: House, loaded: LoadedCase): Promise<LoadedCase> => ({
  ...loaded,
  file: { ...loaded.file, loads: await loadsBeside(house, loaded) },
});

async function withCall(house: House, loaded: LoadedCase | undefined): Promise<LoadedCase | undefined> {
  if (!loaded) return undefined;
  const items = await house.table.query(refOfCall(loaded.head.callId), "entry#");
  return {
    ...loaded,
    file: { ...loaded.file, entries: items.map((item) => entryOf(entryItem.parse(item))) },
  };
}

const withPerson = async (house: House, loaded: LoadedCase): Promise<LoadedCase> => ({
  ...loaded,
  file: { ...loaded.file, funded: await fundedElsewhere(house, loaded) },
});

async function store(
  house: House,
  loaded: LoadedCase,
  where: Pick<RecordItem, "pk" | "sk" | "state" | "visit">,
  result: StepResult<string>,
  now: string,
): Promise<RecordItem> {
  const { head } = loaded;
  if (isCall(head.pk)) await showState(house, loaded, where.state);
  if (result.document) {
    const { name, data } = result.document;
    await house.documents.keep(documentKey(head.pk, name), JSON.stringify(data), "application/json");
  }
  await decide(house, head.callId, result.decisions ?? [], { now, by: `${head.pk} ${where.visit}` });
  await tellCases(house, where.visit, result.decisions ?? []);
  await interruptCases(house, head.interruptions.at(-1)?.by ?? "", result.decisions ?? []);
  if (result.opens) await openCall(house, result.opens, now);
  if (result.gives) await giveCase(house, loaded, result.gives, now);
  if (result.funds) await noteFunding(house, loaded, result.funds);
  if (result.bid !== undefined) {
    await house.table.change(entryKey(head.callId, head.pk), { set: { bid: result.bid } });
    await nudgeCall(house, head.callId);
  }
  const certified =
    result.certificate === undefined ? undefined : await register(house, loaded, result.certificate, now);
  await tellAll(house, loaded, where.visit, result.tell ?? []);
  const record: RecordItem = {
    ...where,
    step: result.record?.id ?? where.state,
    outcome: result.outcome,
    data: certified ?? result.record?.data ?? {},
    ...(result.document ? { document: result.document.name } : {}),
    parts: [...(result.parts ?? [])],
    at: now,
  };
  await house.table.put(record);
  return record;
}

/** Decisions on cases in the order given, a few at a time; what shall wake a case is pending from then on. */
async function decide(
  house: House,
  callId: string,
  decisions: readonly Decision[],
  saying: Saying,
): Promise<void> {
  const atOnce = 25;
  for (let from = 0; from < decisions.length; from += atOnce) {
    await Promise.all(
      decisions.slice(from, from + atOnce).map((made) => {
        const key = entryKey(made.callId ?? callId, made.ref);
        return made.isQueued ? queueSignal(house, key, made, saying) : sayNow(house, key, made, saying);
      }),
    );
  }
}

/** When it is said (UTC instant), and by which step: that a step is repeated says nothing again. */
interface Saying {
  readonly now: string;
  readonly by: string;
}

/** The last word counts: it takes the place of what the case has not heard yet. */
async function sayNow(
  { table }: House,
  key: Key,
  { ref, decision, bid, signal }: Decision,
  { now }: Saying,
): Promise<void> {
  if (decision === undefined && bid === undefined && signal === undefined) return;
  await table.change(key, {
    set: {
      ...(decision === undefined ? {} : { decision }),
      ...(bid === undefined ? {} : { bid }),
      ...(signal === undefined ? {} : { signal, ...pendingSince(ref, now) }),
    },
  });
}

/** Puts a signal behind those that the case has not heard yet. */
async function queueSignal(house: House, key: Key, made: Decision, saying: Saying): Promise<void> {
  const { ref, decision, signal } = made;
  for (;;) {
    const item = await house.table.get(key);
    if (!item || signal === undefined) return sayNow(house, key, made, saying);
    const { signal: unheard, queue, queuedBy, queueVersion } = entryItem.parse(item);
    const isRepeated = queuedBy === saying.by;
    const { outcome } = await house.table.change(key, {
      set: {
        ...(decision === undefined ? {} : { decision }),
        ...(isRepeated
          ? {}
          : unheard === undefined
            ? { signal, queuedBy: saying.by, ...pendingSince(ref, saying.now) }
            : { queue: [...queue, signal], queuedBy: saying.by }),
      },
      add: { queueVersion: 1 },
      when: {
        queueVersion: queueVersion === undefined ? "absent" : { is: queueVersion },
        signal: unheard === undefined ? "absent" : { is: unheard },
      },
    });
    if (outcome === "changed") return;
  }
}

/** Mails of a call's step to the applicants of its cases; each is one mail, however often the step is done. */
async function tellCases(house: House, visit: number, decisions: readonly Decision[]): Promise<void> {
  for (const { ref, tell } of decisions) {
    const loaded = tell === undefined ? undefined : await loadCase(house, ref);
    if (loaded && tell !== undefined)
      await tellAll(house, loaded, visit, [{ role: "applicant", template: tell }]);
  }
}

/** Notes what breaks in on cases; the sweeper passes it on, because whom a machine calls answers no machine. */
async function interruptCases(house: House, by: string, decisions: readonly Decision[]): Promise<void> {
  for (const { ref, interrupt } of decisions) {
    const loaded = interrupt && (await loadCase(house, ref));
    if (loaded && interrupt)
      await noteInterruption(house, loaded, { name: interrupt.name, by }, interrupt.values);
  }
}
