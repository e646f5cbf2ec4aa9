import * as z from "zod";
import type { Item } from "../../../functions/adapters/table.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { interrupt } from "../../../functions/cases/road/interrupt.ts";
import { isDecidedInRun } from "../../../functions/cases/tasks/decided-in-run.ts";
import type { House } from "../../../functions/house.ts";
import { casePath, taskPath } from "../../../functions/links.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { isCall, refOfCall } from "../../../functions/store/keys.ts";
import { decision } from "../../../workflows/blocks/selection.ts";
import { vilniusInstant } from "../../../workflows/kernel/facts/calendar.ts";
import { openAgenda } from "./agenda.ts";
import { type Action, behave, behaveInCall } from "./behaviour.ts";
import { appointmentOf, eventsAt } from "./events.ts";
import type { EventRow } from "./events-file.ts";
import type { ApplicationResult, Ledger } from "./ledger.ts";
import { payInRuns } from "./pay.ts";
import type { PersonRow } from "./people-file.ts";
import { signatureFor } from "./sign.ts";

/** The embedded default as a rehearsal drives it, in virtual time. */
export interface World {
  readonly house: House;
  /** Resolves when nothing moves any more until somebody acts or time passes. */
  readonly settle: () => Promise<void>;
  /** The next instant at which time alone sets something off; `undefined` when nothing waits for time. */
  readonly nextTimer: () => string | undefined;
  /** Lets time pass to an instant, with all that it sets off on the way. */
  readonly advanceTo: (instant: string) => Promise<void>;
  /** A request to the real handlers, as the gateway makes it. */
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

interface Players {
  readonly callId: string;
  /** In the order in which they apply. */
  readonly people: readonly PersonRow[];
  readonly events: readonly EventRow[];
  readonly ledger: Ledger;
  readonly onProgress: (progress: {
    readonly submitted: number;
    readonly ended: number;
    readonly now: string;
  }) => void;
}

/**
 * Plays a call from its opening to the last case's end. It may be begun again at any point: who has already applied
 * or answered is not asked twice.
 */
export async function play(world: World, players: Players): Promise<void> {
  const { house } = world;
  const agenda = openAgenda();
  const byRef = new Map<string, PersonRow>();
  const cases = new Set<string>();
  /** The cases that are paid at an instant. */
  const payable = new Map<string, Set<string>>();
  const firsts = firstLines(players.people);
  let fresh: Task[] = [];
  let ended = 0;

  const meet = async (task: Task): Promise<void> => {
    if (!isCall(task.pk) && !byRef.has(task.pk)) return;
    for (const event of eventsAt(task, byRef.get(task.pk), players.events))
      agenda.add(appointmentOf(world, task, event));
    if (!isToBeAnswered(task)) return;
    const action = await actionOf(house, task, byRef, players.events);
    if (!action) return;
    if (action.inRun) {
      const due = payable.get(action.at) ?? new Set<string>();
      payable.set(action.at, due.add(task.pk));
      agenda.add({
        at: action.at,
        rank: 0,
        key: `payments ${action.at}`,
        alone: false,
        run: () => payInRuns(house, players.callId, due),
      });
      return;
    }
    agenda.add({
      at: action.at,
      rank: action.position,
      key: `${task.pk} ${task.sk}`,
      alone: action.position > 0,
      run: () => answer(world, task, action.action),
    });
  };

  const submit = async (person: PersonRow): Promise<void> => {
    const result = await apply(world, players, person, firsts.get(emailOf(person)));
    if (result.ref === undefined) return;
    byRef.set(result.ref, person);
    cases.add(result.ref);
    // A kill after the portal stored the application and before the ledger did leaves tasks that nobody met.
    fresh.push(...(await openTasks(house, [result.ref])));
  };

  for (const person of players.people) {
    const known = players.ledger.resultOf(person.line);
    if (known?.ref !== undefined) {
      byRef.set(known.ref, person);
      cases.add(known.ref);
    }
    if (known) continue;
    const at = vilniusInstant(person.submittedAt).toString({ smallestUnit: "millisecond" });
    agenda.add({
      at,
      rank: person.line,
      key: `apply ${person.line}`,
      alone: true,
      run: () => submit(person),
    });
  }
  for (const item of await house.table.query(refOfCall(players.callId))) players.ledger.noteItem(item);
  fresh = await openTasks(house, [...cases, refOfCall(players.callId)]);

  for (;;) {
    await world.settle();
    const opened = fresh.concat(players.ledger.takeOpened());
    fresh = [];
    for (const task of opened) await meet(task);
    ended = players.ledger.endedCount();
    players.onProgress({ submitted: cases.size, ended, now: house.clock.now() });
    const next = agenda.next();
    const timer = world.nextTimer();
    if (next === undefined && (timer === undefined || players.ledger.isOver(cases.size))) break;
    if (next === undefined || (timer !== undefined && timer <= next)) {
      await world.advanceTo(timer ?? next ?? house.clock.now());
      continue;
    }
    await world.advanceTo(next);
    await act(world, agenda.take(house.clock.now()));
  }
}

/** One after the other, so that the same rehearsal is the same each time; where their order matters, each is waited for. */
async function act(world: World, due: ReturnType<ReturnType<typeof openAgenda>["take"]>): Promise<void> {
  for (const { alone, run } of due) {
    await run();
    if (alone) await world.settle();
  }
}

async function apply(
  world: World,
  { callId, ledger }: Players,
  person: PersonRow,
  firstLine: number | undefined,
): Promise<ApplicationResult> {
  const answered = await world.request("POST", `/api/calls/${callId}/applications`, applicationOf(person), {
    "idempotency-key": `rehearsal-line-${String(person.line).padStart(7, "0")}`,
    "accept-language": "lt",
  });
  const isAgain = firstLine !== undefined && firstLine !== person.line;
  if (isAgain && answered.status < 300) await takeBack(world, answered);
  return ledger.noteApplication(person, answered, isAgain);
}

/** Whoever applies twice, as the receipt tells them, takes the second one back. Safe to repeat. */
async function takeBack({ house }: World, { body }: Answered): Promise<void> {
  const { ref } = stored.parse(body);
  const [, , id = "", secret = ""] = casePath(house.config.linkSecret, ref).split("/");
  await interrupt(house, { id, secret, name: "withdrawn" }, { outcome: "withdrawn" });
}

const stored = z.object({ ref: z.string() });

const emailOf = ({ email }: PersonRow): string => email.trim().toLowerCase();

/** The line with which each address applies first. */
function firstLines(people: Players["people"]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const person of people) if (!lines.has(emailOf(person))) lines.set(emailOf(person), person.line);
  return lines;
}

const gone = z.object({ code: z.literal("cancelled") });

async function answer(world: World, task: Task, action: Action): Promise<void> {
  const path = taskPath(world.house.config.linkSecret, task);
  const { status, body } = await world.request(
    "POST",
    `/api/tasks${path.slice("/t".length)}`,
    { ...(await signatureFor(world, task)), ...action.answer },
    {},
  );
  // Something may have broken in since, and then the question is no longer asked.
  if (status >= 300 && status !== 409 && !gone.safeParse(body).success) {
    throw new Error(
      `${task.pk} ${task.state}: the portal refused an answer with ${status}: ${JSON.stringify(body)}`,
    );
  }
}

interface Planned {
  readonly at: string;
  readonly position: number;
  /** Is this a payment, which two people see? */
  readonly inRun: boolean;
  readonly action: Action;
}

async function actionOf(
  house: House,
  task: Task,
  byRef: ReadonlyMap<string, PersonRow>,
  events: readonly EventRow[],
): Promise<Planned | undefined> {
  if (isCall(task.pk)) {
    const action = behaveInCall(task);
    return { at: action.at, position: 0, inRun: false, action };
  }
  const person = byRef.get(task.pk);
  const loaded = await loadCase(house, task.pk);
  if (!person || !loaded) throw new Error(`${task.pk}: a case that nobody of the file applied for`);
  const action = behave(task, loaded, person, events);
  if (!action) return undefined;
  return {
    at: action.at,
    position: task.state === "offer" ? positionOf(loaded) : 0,
    inRun: isDecidedInRun(loaded, task),
    action,
  };
}

/** People answer their offers of one day in the order of the ranking. */
const positionOf = (loaded: LoadedCase): number => decision.parse(loaded.file.entry?.decision).position ?? 0;

async function openTasks(house: House, refs: readonly string[]): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const ref of refs) {
    const items: readonly Item[] = await house.table.query(ref, "task#");
    tasks.push(...items.map((item) => taskItem.parse(item)).filter(({ status }) => status === "open"));
  }
  return tasks;
}

/** A question that waits for a person. */
export const isToBeAnswered = (task: Task): boolean => task.kind === "ask" && task.status === "open";

const applicationOf = (person: PersonRow): Readonly<Record<string, unknown>> => ({
  fullName: person.applicant,
  email: person.email,
  school: person.school,
  municipality: person.municipality,
  town: person.town,
  rural: person.rural,
  experienceYears: person.experienceYears,
  principalName: "Mokyklos vadovas",
  principalEmail: `vadovas-${person.line}@mokykla.example`,
  motivation: "Repetuota pagal failą.",
  sharingPlan: "Repetuota pagal failą.",
  languageLevel: person.languageLevel,
  languageProof: "Repetuota pagal failą.",
  countries: person.countries,
  travelledBefore: person.travelledBefore,
  iban: person.iban,
  truthful: true,
});
