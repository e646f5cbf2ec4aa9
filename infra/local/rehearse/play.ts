import * as z from "zod";
import { publishCall } from "../../../functions/calls/publish.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { isDecidedInRun } from "../../../functions/cases/tasks/decided-in-run.ts";
import { formOf } from "../../../functions/cases/tasks/find-task.ts";
import { taskPath } from "../../../functions/links.ts";
import { askedWithSlots } from "../../../functions/slots/asking.ts";
import { askingKey, roundsPartition } from "../../../functions/store/compared-items.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf, isCall, refOfCall, refOfCase, registrationPrefix } from "../../../functions/store/keys.ts";
import {
  type Asked,
  type Cast,
  type Deed,
  type Known,
  onDay,
  type RehearsedCall,
  type Row,
  type Stand,
} from "../../../workflows/kernel/rehearsal.ts";
import { type Appointment, openAgenda } from "./agenda.ts";
import { answerBySlip, collectAnswers, makeSheet, type Used } from "./answering.ts";
import { answerOnForm } from "./comparing.ts";
import { apply, say, write } from "./deeds.ts";
import type { EventRow } from "./events-file.ts";
import type { Ledger } from "./ledger.ts";
import { payInRuns } from "./pay.ts";
import type { Step } from "./progress.ts";
import { actOnSeats, confirmSeat, isOfSeats, seatDeeds } from "./seat-deeds.ts";
import { signatureFor } from "./sign.ts";
import { openingOf, type World } from "./world.ts";

/** A call with everybody in its file, and what breaks in on their roads. */
export interface Part {
  readonly call: Pick<RehearsedCall, "id">;
  readonly cast: Cast;
  readonly events: readonly EventRow[];
}

interface Players {
  /** Calls that are played by one clock. */
  readonly parts: readonly Part[];
  readonly ledger: Ledger;
  readonly onProgress: (step: Step) => void;
  /** The instant (UTC) at which everybody stops where they are; without it, at the end of the last road. */
  readonly until?: string;
}

/** A part as it is played: who has which case. */
interface Playing extends Part {
  readonly byRef: Map<string, Row>;
  readonly known: Known;
  /** How many slips of each group are used. */
  readonly used: Used;
}

/** No road lasts longer; one that does waits for what cannot come. */
const longestYears = 16;
const longest = longestYears * 366 * 86_400_000;

/**
 * Plays calls from their opening to the last road's end. Those that are open were published before; one that opens later is when it
 * does. It may be begun again at any point: who has already applied,
 * said something or answered does not do so twice. What is done at once comes first, in the order in which it was said, and
 * each is waited for; what is done at a time comes then, those who apply by their lines.
 */
export async function play(world: World, { parts, ledger, onProgress, until }: Players): Promise<void> {
  const { house } = world;
  const agenda = openAgenda();
  const playing = parts.map((part) => playingOf(world, part, ledger));
  /** The cases that are paid at an instant, by call. */
  const payable = new Map<string, Set<string>>();
  let atOnce = 0;
  let fresh: Task[] = [];

  const begin = (part: Playing, deed: Deed): void => {
    const timed = deed.at === undefined ? undefined : { at: deed.at, rank: rankOf(deed) };
    agenda.add({
      ...(timed ?? { at: house.clock.now(), rank: orderOf(deed) ?? firstRank + atOnce++ }),
      key: `${part.call.id} ${keyOf(deed, house.clock.now())}`,
      alone: deed.does !== "answers",
      run: () => act(part, deed),
    });
  };
  const act = async (part: Playing, deed: Deed): Promise<void> => {
    if (deed.does === "applies") {
      const result = await apply(world, ledger, part.call.id, deed);
      if (result?.ref === undefined) return;
      part.byRef.set(result.ref, deed.row);
      // A kill after the portal stored the application and before the ledger did leaves tasks that nobody met.
      fresh.push(...(await tasksOf(world, [result.ref])));
      return;
    }
    if (isOfSeats(deed)) return actOnSeats(world, ledger, part, deed);
    if (deed.does === "answers") return answerBySlip(world, ledger, part.call.id, deed, part.used);
    const ref = "call" in deed ? refOfCall(deed.call) : part.known.refOf(deed.row);
    if (ref === undefined) return;
    if (deed.does === "makesCodes") return makeSheet(world, ledger, { ref, place: deed.place });
    if (deed.does === "collects") return collectAnswers(world, ledger, ref, deed);
    if (deed.does === "writes") await write(world, ref, deed.values());
    else await say(world, ref, { ...deed, values: deed.values(), from: ref });
  };

  const meet = async (task: Task): Promise<void> => {
    const part = partOf(playing, task.pk) ?? (await partOfGiven(world, playing, task.pk, ledger));
    if (!part) return;
    const stand = standOf(part, task);
    for (const event of eventsAt(part, stand)) agenda.add(appointmentOf(world, part, stand, event));
    for (const deed of part.cast.meets(stand, part.known)) begin(part, deed);
    if (!isToBeAnswered(task)) return;
    const loaded = await loadOrThrow(world, task);
    const answering = part.cast.answer(askedOf(part, stand, loaded), part.known);
    if (!answering) return;
    const { at = house.clock.now(), order = 0 } = answering;
    const alone = answering.at === undefined || order > 0;
    if (isDecidedInRun(loaded, task)) pay(loaded, at, alone);
    else
      agenda.add({
        at,
        rank: order,
        key: `${task.pk} ${task.sk}`,
        alone,
        run: () => answer(world, part, stand, task),
      });
  };
  const pay = ({ head }: LoadedCase, at: string, alone: boolean): void => {
    const key = `payments ${head.callId} ${at} ${alone ? atOnce++ : ""}`;
    const due = payable.get(key) ?? new Set<string>();
    payable.set(key, due.add(head.pk));
    agenda.add({ at, rank: 0, key, alone, run: () => payInRuns(house, head.callId, due) });
  };

  const enter = (part: Playing): void => {
    for (const deed of part.cast.begins(part.known)) begin(part, deed);
  };
  const publish = async (part: Playing): Promise<void> => {
    await publishCall(house, part.cast.given);
    enter(part);
  };
  for (const part of playing) {
    const at = openingOf(part.cast);
    if (at <= house.clock.now()) enter(part);
    else
      agenda.add({
        at,
        rank: firstRank,
        key: `opens ${part.call.id}`,
        alone: true,
        run: () => publish(part),
      });
  }
  fresh = await leftOpen(world, playing, ledger);
  const began = Date.parse(house.clock.now());
  for (;;) {
    await rest(world, ledger);
    const opened = fresh.concat(ledger.takeOpened());
    fresh = [];
    for (const task of opened) await meet(task);
    onProgress({ submitted: ledger.results().length, ended: ledger.endedCount(), now: house.clock.now() });
    const next = agenda.next();
    const timer = world.nextTimer();
    if (next === undefined && (timer === undefined || isOver(playing, ledger))) break;
    if (until !== undefined && [next, timer].every((at) => at === undefined || at > until)) break;
    if (next === undefined || (timer !== undefined && timer <= next)) {
      await world.advanceTo(timer ?? next ?? house.clock.now());
      if (Date.parse(house.clock.now()) - began > longest)
        throw new Error(
          `the call is not over after ${longestYears} years: these wait for what cannot come: ${goingOn(playing, ledger).join(", ")}`,
        );
      continue;
    }
    await world.advanceTo(next);
    await actAll(world, ledger, agenda.take(house.clock.now()));
  }
}

/** One after the other, so that the same rehearsal is the same each time; where their order matters, each is waited for. */
async function actAll(world: World, ledger: Ledger, due: readonly Appointment[]): Promise<void> {
  for (const { alone, run } of due) {
    await run();
    if (alone) await rest(world, ledger);
  }
}

/** Lets everything come to rest; meanwhile whoever is offered a seat confirms it, if they do, and whoever is asked of a form answers. */
async function rest(world: World, ledger: Ledger): Promise<void> {
  await world.settle();
  for (let offered = ledger.takeOffered(); offered.length > 0; offered = ledger.takeOffered()) {
    for (const one of offered) await confirmSeat(world, one);
    await world.settle();
  }
  for (const asked of ledger.questions.take()) {
    const loaded = await loadCase(world.house, asked.ref);
    if (loaded) await answerOnForm(world, asked, loaded.head.callId);
  }
}

/** Before everything else at the same instant. */
const firstRank = -1_000_000_000;

/**
 * At a time, words come before those who apply or answer, and these come as they stand in the file; of seats, who cancels comes before
 * who claims, and these before who registers.
 */
function rankOf(deed: Deed): number {
  const isInLine = deed.does === "says" && deed.inLine && "row" in deed;
  if (deed.does === "applies" || deed.does === "answers" || isInLine) return deed.row.line;
  return isOfSeats(deed) ? seatDeeds.indexOf(deed.does) * mostLines + deed.row.line : 0;
}
const mostLines = 1_000_000;

/** Of what is said at once by several, in an order that the process says. */
const orderOf = (deed: Deed): number | undefined => (deed.does === "says" ? deed.order : undefined);

function keyOf(deed: Deed, now: string): string {
  if (deed.does === "comes in") return `${deed.does} ${deed.row.line} ${deed.at ?? ""}`;
  if (deed.does === "looks back") return `${deed.does} ${deed.row.line} ${deed.on}`;
  if (deed.does === "applies" || deed.does === "answers" || isOfSeats(deed))
    return `${deed.does} ${deed.row.line}`;
  if (deed.does === "makesCodes" || deed.does === "collects")
    return `${deed.does} ${deed.row.line} ${deed.place.group}`;
  const whose = "call" in deed ? deed.call : deed.row.line;
  return deed.does === "says" ? `say ${whose} ${deed.word} ${deed.number ?? 1}` : `write ${whose} ${now}`;
}

function playingOf({ house }: World, part: Part, ledger: Ledger): Playing {
  const { call, cast } = part;
  const byRef = new Map<string, Row>();
  for (const row of cast.rows) {
    const ref = ledger.resultOf(call.id, row.line)?.ref;
    if (ref !== undefined) byRef.set(ref, row);
  }
  const known: Known = {
    now: () => house.clock.now(),
    rows: cast.rows,
    rowOf: (ref) => byRef.get(ref),
    refOf: ({ line }) => ledger.resultOf(call.id, line)?.ref,
    stateOf: ledger.stateOf,
    decisionOf: ledger.decisionOf,
    casesOf: ledger.casesOf,
  };
  return { ...part, byRef, known, used: new Map() };
}

/**
 * Whose case or call it is. A case that nobody in a file has applied with is nobody's: one that other cases gave rise to,
 * or one of which the portal has not told yet.
 */
function partOf(parts: readonly Playing[], ref: string): Playing | undefined {
  if (!isCall(ref)) return parts.find(({ byRef }) => byRef.has(ref));
  const id = idOf(ref);
  return parts.find(
    ({ call, cast, byRef }) => call.id === id || cast.until.includes(id) || byRef.has(refOfCase(id)),
  );
}

/** The same of a case that its call gave rise to: its row is noted as if it had applied. */
async function partOfGiven(
  { house }: World,
  parts: readonly Playing[],
  ref: string,
  ledger: Ledger,
): Promise<Playing | undefined> {
  const loaded = isCall(ref) ? undefined : await loadCase(house, ref);
  const part = parts.find(({ call }) => call.id === loaded?.head.callId);
  const row = loaded && part?.cast.rowOfGiven(loaded.file);
  if (!part || !row) return undefined;
  part.byRef.set(ref, row);
  ledger.noteApplication({ call: part.call.id, line: row.line, to: part.call.id, outcome: "stored", ref });
  return part;
}

const standOf = ({ byRef }: Playing, task: Task): Stand => ({
  ref: task.pk,
  state: task.state,
  ...(task.part === undefined ? {} : { part: task.part }),
  isAsked: task.kind === "ask",
  ...(task.role === undefined ? {} : { role: task.role }),
  openedAt: task.openedAt,
  row: byRef.get(isCall(task.pk) ? refOfCase(idOf(task.pk)) : task.pk),
});

const askedOf = ({ events }: Playing, stand: Stand, { file, process }: LoadedCase): Asked => ({
  ...stand,
  form: formOf(process.states[stand.state], stand.part)?.id ?? "",
  file,
  decides: (word) => eventsOf(events, stand.row).find(({ says }) => says === word)?.decides ?? {},
});

const eventsOf = (events: readonly EventRow[], row: Row | undefined): readonly EventRow[] =>
  events.filter(({ email }) => email === row?.email.toLowerCase());

/** The events that a road meets where it stands now; those of nobody are the call's own. */
function eventsAt({ call, events }: Playing, { ref, row, state }: Stand): readonly EventRow[] {
  if (isCall(ref) && ref !== refOfCall(call.id)) return [];
  return eventsOf(events, row).filter((event) => event.state === state);
}

/** An event as it comes onto the agenda, counted from the opening of what the road stands in. */
const appointmentOf = (
  world: World,
  { call }: Playing,
  stand: Stand,
  { line, days, says, values }: EventRow,
): Appointment => ({
  at: onDay(stand, days, "16:00"),
  rank: line,
  key: `${call.id} event ${line}`,
  alone: true,
  run: () => say(world, stand.ref, { word: says, values, from: `line ${line} of the events` }),
});

const gone = z.object({ code: z.literal("cancelled") });

/** Answers as the road stands when it is done; what is no longer asked is not answered. */
async function answer(world: World, part: Playing, stand: Stand, task: Task): Promise<void> {
  const loaded = await loadOrThrow(world, task);
  if (!loaded.tasks.some(({ sk, status }) => sk === task.sk && status === "open")) return;
  const answering = part.cast.answer(askedOf(part, stand, loaded), part.known);
  if (!answering) return;
  const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
  const signed = { ...(await signatureFor(world, task, loaded)), ...answering.says };
  const { status, body } = await world.request("POST", `/api/tasks${path}`, signed, {});
  // Something may have broken in since, and then the question is no longer asked.
  if (status >= 300 && status !== 409 && !gone.safeParse(body).success)
    throw new Error(
      `${task.pk} ${task.state}: the portal refused an answer with ${status}: ${JSON.stringify(body)}`,
    );
}

async function loadOrThrow({ house }: World, { pk, state, part }: Task): Promise<LoadedCase> {
  const loaded = await loadCase(house, pk);
  if (!loaded) throw new Error(`no ${pk}`);
  return askedWithSlots(house, loaded, formOf(loaded.process.states[state], part));
}

/** No road goes on, and nobody is to be asked any more how a form was. */
const isOver = (parts: readonly Playing[], ledger: Ledger): boolean =>
  goingOn(parts, ledger).length === 0 && !ledger.questions.areToCome();

const goingOn = (parts: readonly Playing[], ledger: Ledger): readonly string[] =>
  ledger.goingOn(parts.flatMap(({ cast }) => cast.until));

/** What a rehearsal that was killed had met: its questions and waits, also those that are over, since what was said there may still come. */
async function leftOpen(world: World, parts: readonly Playing[], ledger: Ledger): Promise<Task[]> {
  const calls = new Set(parts.flatMap(({ call, cast }) => [call.id, ...cast.until]));
  for (const { to } of ledger.results()) calls.add(to);
  for (const id of calls)
    for (const item of await world.house.table.query(refOfCall(id))) ledger.noteItem(item);
  for (const pk of new Set(ledger.results().flatMap(({ seat }) => seat?.pk ?? [])))
    for (const item of await world.house.table.query(pk, registrationPrefix)) ledger.noteItem(item);
  ledger.takeOpened();
  const applied = parts.flatMap(({ byRef }) => [...byRef.keys()]);
  // Of a case that its call gave rise to nobody may have been told before the kill.
  const cases = new Set([...applied, ...[...calls].flatMap(ledger.casesOf)]);
  for (const ref of cases) {
    const asking = await world.house.table.get(askingKey(ref));
    if (asking) ledger.noteItem(asking);
  }
  for (const item of await world.house.table.query(roundsPartition)) ledger.noteItem(item);
  return tasksOf(world, [...cases, ...[...calls].map(refOfCall)]);
}

async function tasksOf({ house }: World, refs: readonly string[]): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const ref of refs)
    tasks.push(...(await house.table.query(ref, "task#")).map((item) => taskItem.parse(item)));
  return tasks;
}

/** A question that waits for a person. */
export const isToBeAnswered = (task: Task): boolean => task.kind === "ask" && task.status === "open";
