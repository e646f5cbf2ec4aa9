import { nameToday } from "../../workflows/kernel/moved.ts";
import { payment } from "../../workflows/kernel/payment.ts";
import type { LoadedCase } from "../cases/load.ts";
import { formOf } from "../cases/tasks/find-task.ts";
import type { Told } from "./told.ts";

/** Something that happened and of which the table knows nothing any more. */
export interface Lost {
  readonly ref: string;
  /**
   * `step`: the road had gone on; `payment`: what asks for a payment was answered or the road had gone on beyond it, so that it may be
   * paid already.
   */
  readonly kind: "application" | "call" | "step" | "answer" | "payment" | "mail" | "document";
  /** The template, the document or the state that tells it. */
  readonly what: string;
  /** UTC, where it is known. */
  readonly at?: string;
}

/** What is lost of a case or a call, by what is told of it; `loaded` is what the table has of it. */
export function lostOf(ref: string, loaded: LoadedCase | undefined, told: readonly Told[]): readonly Lost[] {
  if (!loaded)
    return told
      .slice(0, 1)
      .map(({ at }) => lost(ref, ref.startsWith("call#") ? "call" : "application", "", at));
  const found = told.flatMap((one) => lostBy(loaded, one));
  return [...found, ...paymentsIn(loaded, told, found)];
}

const lost = (ref: string, kind: Lost["kind"], what: string, at: string | undefined): Lost => ({
  ref,
  kind,
  what,
  ...(at === undefined ? {} : { at }),
});

function lostBy(loaded: LoadedCase, { ref, of, at }: Told): readonly Lost[] {
  switch (of.kind) {
    case "application":
      return [];
    case "mail": {
      const known = loaded.mails.find(({ sk }) => sk === of.sk);
      if (known && known.enteredAt === undefined) return [];
      return [lost(ref, of.visit > latestVisit(loaded) ? "step" : "mail", of.template, at)];
    }
    case "document":
      return loaded.records.some(({ document }) => document === of.name)
        ? []
        : [lost(ref, "document", of.name, at)];
    case "answer":
      return knowsAnswer(loaded, of.state, at) ? [] : [lost(ref, "answer", of.state, at)];
  }
}

const latestVisit = ({ tasks, records }: LoadedCase): number =>
  Math.max(0, ...tasks.map(({ visit }) => visit), ...records.map(({ visit }) => visit));

/** A line of a log is written a moment after what it tells of. */
const logMillis = 60_000;

function knowsAnswer({ tasks, head }: LoadedCase, state: string, at: string | undefined): boolean {
  const near = (known: string | undefined) =>
    at === undefined || (known !== undefined && Math.abs(Date.parse(at) - Date.parse(known)) <= logMillis);
  return (
    tasks.some((task) => task.state === state && near(task.closedAt)) ||
    head.interruptions.some((word) => word.name === state && near(word.at))
  );
}

/** Payments that are asked for, although what is told comes after them, and those of which the answer is told. */
function paymentsIn(loaded: LoadedCase, told: readonly Told[], found: readonly Lost[]): readonly Lost[] {
  const { process, tasks, head } = loaded;
  const answered = found.filter(
    ({ kind, what }) =>
      kind === "answer" && formOf(process.states[nameToday(process, what)], undefined)?.id === payment.id,
  );
  const passed = tasks
    .filter(({ status, form }) => status === "open" && form === payment.id)
    .filter(({ state }) => answered.every(({ what }) => nameToday(process, what) !== state))
    .flatMap(({ state, visit, openedAt }) => {
      // What its call says to a case has the number of the call's visit, which tells nothing of the case's.
      const isLater = ({ of, at }: Told) => of.kind === "mail" && of.visit > visit && !(at && at < openedAt);
      const later = told.filter(isLater);
      return later.map(({ at }) => ({ what: state, at }));
    });
  const latest = new Map<string, string | undefined>();
  for (const { what, at } of [...answered, ...passed])
    if (!latest.has(what) || (at ?? "") > (latest.get(what) ?? "")) latest.set(what, at);
  return [...latest].map(([what, at]) => lost(head.pk, "payment", what, at));
}
