import * as z from "zod";
import { certificate } from "../../workflows/kernel/certificate.ts";
import { askingAs } from "../../workflows/kernel/comparing.ts";
import type { Place } from "../../workflows/kernel/heard.ts";
import { namesOf } from "../../workflows/kernel/moved.ts";
import type { StepResult, StepRun } from "../../workflows/kernel/step-result.ts";
import type { Key } from "../adapters/table.ts";
import { campaignOf } from "../anonymous/campaign.ts";
import { heardIn } from "../anonymous/heard.ts";
import { untie } from "../anonymous/untie.ts";
import { openCall } from "../calls/open.ts";
import { schoolsOfHead } from "../calls/schools.ts";
import { answersIn, entriesIn, type LoadedCase, loadCase, processOfCases } from "../cases/load.ts";
import { loadsBeside, share } from "../cases/people/loads.ts";
import { noteMine } from "../cases/people/mine.ts";
import { giveCase, inviteAll } from "../cases/road/give.ts";
import { endLook, lookedAt, nudgeCall } from "../cases/road/nudge.ts";
import { clocksOnward, type Standing, wayToday } from "../cases/road/onward.ts";
import { showState } from "../cases/road/show-state.ts";
import { register } from "../certificates/register.ts";
import { takeBack } from "../certificates/revoke.ts";
import { fundedElsewhere, noteFunding } from "../funding/periods.ts";
import type { House } from "../house.ts";
import { noteLinks, takeLinks } from "../linked/linked.ts";
import { tellAll } from "../mails/queue.ts";
import { step } from "../middleware/step.ts";
import { workOnSeats } from "../seats/open.ts";
import { settleSlots, withSlots } from "../slots/slots.ts";
import { entryItem, type RecordItem } from "../store/items.ts";
import { documentKey, entryKey, isCall, pendingSince, recordKey, refOfCall } from "../store/keys.ts";
import type { Plan, PlannedDecision } from "../store/plan-item.ts";
import { breakInOn } from "./break-in.ts";
import { leave, type OnRoad, onRoad } from "./on-road.ts";
import { dropPlan, keepPlan, keptPlan, planOf, type StepAt } from "./plan.ts";
import { called } from "./said.ts";

const input = called.extend({
  heard: z.number().optional(),
  /** Whom the step names is counted for the machine. */
  counts: z.boolean().optional(),
});

/**
 * Does a pure step of a process: what it found is kept as a plan, then all of it is done, then it is recorded. Each part is
 * found again: a retry does what is left of the plan and finds nothing anew; once the record is there, it answers the same.
 */
export const runStep = (house: House) =>
  step(house, input, async (event) => {
    const { ref, visit, heard, machine } = event;
    const looked = isCall(ref) ? await lookedAt(house, ref) : undefined;
    const { loaded, state, definition } = await stepOf(house, event);
    if (definition.kind !== "step") return leave(house, loaded, { state, visit });
    const at = { ref, visit, state, heard };
    const record =
      loaded.records.find((known) => known.visit === visit && known.state === state) ??
      (await carryOut(
        house,
        loaded,
        at,
        await planFor(house, loaded, { ...at, machine }, definition.run, looked),
      ));
    for (const name of namesOf(loaded.process, state)) await dropPlan(house, { ...at, state: name });
    const file = {
      ...loaded.file,
      records: [...loaded.file.records.filter((known) => known.visit !== visit), record],
    };
    const { outcome } = record;
    const parts = event.counts ? record.parts.length : record.parts;
    house.log("K202", { ref, state, outcome });
    const clocks = record.clocks ?? clocksOnward({ ...loaded, file }, { state, machine }, outcome, record.at);
    if (clocks) return { outcome, at: clocks, parts };
    const records = [...loaded.records.filter((known) => known.sk !== record.sk), record];
    return leave(house, { ...loaded, records }, { state: wayToday(loaded, state, outcome) ?? state, visit });
  });

/** A call's steps see all of its cases; a case's step does where the process says so. */
async function stepOf(house: House, event: Parameters<typeof onRoad>[1]): Promise<OnRoad> {
  const at = await onRoad(house, event, { withEntries: true });
  const { loaded, definition } = at;
  const sees = definition.kind === "step" ? definition.sees : undefined;
  switch (sees) {
    case "schools":
      return { ...at, loaded: await withSchools(house, loaded) };
    case "heard":
      return { ...at, loaded: await withHeard(house, await withSchools(house, loaded)) };
    case "answered":
      return { ...at, loaded: await withAnswered(house, loaded) };
    case "call":
      return { ...at, loaded: await withCall(house, loaded) };
    case "person":
      return { ...at, loaded: await withPerson(house, loaded) };
    case "loads":
      return { ...at, loaded: await withLoads(house, loaded) };
    case "slots":
      return { ...at, loaded: await withSlots(house, loaded) };
    case undefined:
      return at;
  }
}

/** What an earlier try has found, whatever the step was called then, or what the step finds out now, which is kept. */
async function planFor(
  house: House,
  loaded: LoadedCase,
  { machine, ...at }: StepAt & Pick<Standing, "machine">,
  run: StepRun<string>,
  looked: number | undefined,
): Promise<Plan> {
  for (const state of namesOf(loaded.process, at.state)) {
    const kept = await keptPlan(house, { ...at, state });
    if (kept) return kept;
  }
  const now = house.clock.now();
  const { shares: _shares, books: _books, ...result } = await found(house, loaded, run, now);
  const saidBy = loaded.head.interruptions.at(-1)?.by ?? "";
  const all = { now, looked, saidBy, result };
  if (isCall(at.ref)) {
    // What the step does to the cases is done by the time that it is repeated: when the call looks again is found now, too.
    const records = [...loaded.file.records, { ...at, ...foundBy(result), at: now }];
    const seen = { ...loaded, file: { ...loaded.file, records } };
    const clocks = clocksOnward(seen, { state: at.state, machine }, result.outcome, now);
    return keepPlan(house, at, { ...all, ...(clocks ? { clocks } : {}) });
  }
  return doesMore(result) ? keepPlan(house, at, all) : planOf(all);
}

/** Does it do more than to be recorded? */
const doesMore = ({
  outcome: _outcome,
  record: _record,
  parts: _parts,
  ...more
}: StepResult<string>): boolean => Object.values(more).some((value) => value !== undefined);

/**
 * What the step finds out. Where it shares out work or books a slot, that is noted before anything else is: whoever was free when
 * the step looked may have as much as they may by then, or somebody else has the slot, and it looks again.
 */
async function found(
  house: House,
  loaded: LoadedCase,
  run: StepRun<string>,
  now: string,
): Promise<StepResult<string>> {
  for (let seen = loaded; ; ) {
    const result = run(seen.file, now);
    if (result.shares && (await share(house, loaded, result.shares)) === "full")
      seen = await withLoads(house, seen);
    else if (result.books && (await settleSlots(house, whoseSlots(loaded), result.books)) === "taken")
      seen = await withSlots(house, seen);
    else return result;
  }
}

const whoseSlots = ({ head: { callId, pk } }: LoadedCase) => ({ callId, ref: pk });

const withLoads = async (house: House, loaded: LoadedCase): Promise<LoadedCase> => ({
  ...loaded,
  file: { ...loaded.file, loads: await loadsBeside(house, loaded) },
});

async function withCall(house: House, loaded: LoadedCase): Promise<LoadedCase> {
  const entries = await entriesIn(house.table, refOfCall(loaded.head.callId), loaded.process);
  return { ...loaded, file: { ...loaded.file, entries } };
}

async function withSchools(house: House, loaded: LoadedCase): Promise<LoadedCase> {
  const schools = await schoolsOfHead(house.table, loaded.head);
  return { ...loaded, file: { ...loaded.file, call: { ...loaded.file.call, schools } } };
}

async function withHeard(house: House, loaded: LoadedCase): Promise<LoadedCase> {
  const places = await placesOf(loaded);
  const heard = await heardIn(house, campaignOf(loaded), places);
  const earlier = await comparedWith(loaded);
  const before = earlier === undefined ? undefined : (await heardIn(house, earlier, places)).answers;
  return { ...loaded, file: { ...loaded.file, heard: { ...heard, ...(before ? { before } : {}) } } };
}

/** Every group that is asked anonymously: by a call, with its schools, or by a case of its own. */
async function placesOf({ head, file, process }: LoadedCase): Promise<readonly Place[]> {
  const { anonymous } = isCall(head.pk) ? ((await processOfCases(head)) ?? {}) : process;
  if (!anonymous) throw new Error(`${head.pk}: its process asks nobody anonymously`);
  return anonymous.of === "case" ? anonymous.places(file) : anonymous.places(file.call);
}

/** The call whose answers those of this one are compared with, if any. */
async function comparedWith({ head, file }: LoadedCase): Promise<string | undefined> {
  const anonymous = isCall(head.pk) ? (await processOfCases(head))?.anonymous : undefined;
  return anonymous && anonymous.of !== "case" ? anonymous.comparedWith?.(file.call) : undefined;
}

const casesAtOnce = 25;

/** Those of a call's cases that ask several people at once bring what was answered so far. */
async function withAnswered(house: House, loaded: LoadedCase): Promise<LoadedCase> {
  const process = await processOfCases(loaded.head);
  const entries = [...(loaded.file.entries ?? [])];
  const asking = [...entries.entries()].filter(
    ([, { ended, state }]) => !ended && process?.states[state]?.kind === "all",
  );
  for (let from = 0; process && from < asking.length; from += casesAtOnce)
    await Promise.all(
      asking.slice(from, from + casesAtOnce).map(async ([index, entry]) => {
        entries[index] = { ...entry, answers: await answersIn(house.table, entry.ref, process) };
      }),
    );
  return { ...loaded, file: { ...loaded.file, entries } };
}

const withPerson = async (house: House, loaded: LoadedCase): Promise<LoadedCase> => ({
  ...loaded,
  file: { ...loaded.file, funded: await fundedElsewhere(house, loaded) },
});

/** What is recorded of it: of no kind where nothing was found out, since under the name of the state it would be read as a record that is called so. */
const foundBy = ({ outcome, record }: Pick<Plan["result"], "outcome" | "record">) => ({
  step: record?.id ?? "",
  outcome,
  data: record?.data ?? {},
});

/** Does all that a plan says; each part of it may be done again. */
async function carryOut(
  house: House,
  loaded: LoadedCase,
  { ref, visit, state, heard }: StepAt & { readonly heard?: number | undefined },
  { now, looked, saidBy, clocks, result }: Plan,
): Promise<RecordItem> {
  const { head } = loaded;
  const decisions = [
    ...(result.decisions ?? []),
    ...(result.bid === undefined ? [] : [{ ref, bid: result.bid }]),
  ];
  if (isCall(ref)) await showState(house, loaded, state);
  if (result.document) {
    const { name, data } = result.document;
    await house.documents.keep(documentKey(ref, name), JSON.stringify(data), "application/json");
  }
  await decide(house, head.callId, decisions, { now, by: ref, visit });
  await tellCases(house, visit, decisions);
  await breakInOn(house, ref, { by: saidBy, step: `${ref} ${visit}` }, result);
  if (result.opens) {
    const { data, ...opened } = result.opens;
    await openCall(house, { ...opened, data: askingAs(loaded.file.call, data) }, now);
  }
  if (result.seats) await workOnSeats(house, loaded, result.seats);
  if (result.gives) await giveCase(house, loaded, result.gives, now);
  if (result.invites) await inviteAll(house, loaded, result.invites, now);
  if (result.unties) await untie(house, campaignOf(loaded), await placesOf(await withSchools(house, loaded)));
  if (result.links) await noteLinks(house, loaded, result.links);
  if (result.takes) await takeLinks(house, loaded, result.takes);
  if (result.funds) await noteFunding(house, loaded, result.funds);
  if (result.bid !== undefined) await nudgeCall(house, head.callId);
  const certified =
    result.certificate === undefined ? undefined : await register(house, loaded, result.certificate, now);
  if (result.revokes) await takeBack(house, loaded, result.revokes, now);
  await tellAll(house, loaded, visit, result.tell ?? []);
  if (looked !== undefined) await endLook(house, ref, looked);
  const record: RecordItem = {
    ...recordKey(ref, visit, state),
    state,
    visit,
    ...foundBy(result),
    ...(certified ? { step: certificate.id, data: certified } : {}),
    ...(result.document ? { document: result.document.name } : {}),
    parts: result.parts ?? [],
    at: now,
    ...(heard ? { heard } : {}),
    ...(clocks ? { clocks } : {}),
  };
  await noteNewApplicant(house, loaded, record);
  await house.table.put(record);
  return record;
}

/** Whoever takes part from now on finds the case among their own, though it was sent with another's address. */
async function noteNewApplicant(
  house: House,
  { head, process, file }: LoadedCase,
  record: RecordItem,
): Promise<void> {
  if (isCall(head.pk)) return;
  const before = process.people("applicant", file)?.email;
  const now = process.people("applicant", { ...file, records: [...file.records, record] })?.email;
  if (now !== undefined && now !== before) await noteMine(house, now, head.pk);
}

/** Decisions on some cases at a time, each case's in the order given; what shall wake a case is pending from then on. */
async function decide(
  house: House,
  callId: string,
  decisions: readonly PlannedDecision[],
  saying: Saying,
): Promise<void> {
  const ofCases = [...Map.groupBy(decisions, (made) => `${made.callId ?? callId} ${made.ref}`).values()];
  const atOnce = 25;
  for (let from = 0; from < ofCases.length; from += atOnce) {
    const some = ofCases.slice(from, from + atOnce).map(async (words) => {
      for (const [number, made] of words.entries())
        await say(house, entryKey(made.callId ?? callId, made.ref), made, { ...saying, number });
    });
    await Promise.all(some);
  }
}

/** When it is said (UTC instant), and by which case or call at which of its visits. */
interface Saying {
  readonly now: string;
  readonly by: string;
  readonly visit: number;
}

/**
 * Writes a word on a case into its entry, once: that a step is repeated says nothing again. A signal takes the place of what the
 * case has not heard yet, because the last word counts, or is put behind it.
 */
async function say(
  house: House,
  key: Key,
  made: PlannedDecision,
  { now, by, visit, number }: Saying & { readonly number: number },
): Promise<void> {
  const { ref, decision, bid, signal, isQueued } = made;
  if (decision === undefined && bid === undefined && signal === undefined) return;
  for (;;) {
    const item = await house.table.get(key);
    if (!item) return;
    const { signal: unheard, queue, queueVersion, said } = entryItem.parse(item);
    const latest = said[by];
    if (latest && (latest.visit > visit || (latest.visit === visit && latest.words > number))) return;
    const waits = isQueued && unheard !== undefined;
    const { outcome } = await house.table.change(key, {
      set: {
        said: { ...said, [by]: { visit, words: number + 1 } },
        ...(decision === undefined ? {} : { decision }),
        ...(bid === undefined ? {} : { bid }),
        ...(signal === undefined
          ? {}
          : waits
            ? { queue: [...queue, signal] }
            : { signal, word: (queueVersion ?? 0) + 1, ...pendingSince(ref, now) }),
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
async function tellCases(house: House, visit: number, decisions: readonly PlannedDecision[]): Promise<void> {
  for (const { ref, tell } of decisions) {
    const loaded = tell === undefined ? undefined : await loadCase(house, ref);
    if (loaded && tell !== undefined)
      await tellAll(house, loaded, visit, [{ role: "applicant", template: tell }]);
  }
}
