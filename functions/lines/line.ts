import { Temporal } from "temporal-polyfill";
import { saidOfApplicant, saidRural } from "../../workflows/kernel/applicant.ts";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { findMunicipality } from "../../workflows/kernel/facts/gazetteer.ts";
import { postingsOf, sumsOf } from "../../workflows/kernel/ledger.ts";
import { standingIn } from "../../workflows/kernel/selection/standing.ts";
import type { LoadedCase } from "../cases/load.ts";
import { askedPayments } from "../payments/asked.ts";
import { openRowsOf } from "../public/open-rows.ts";
import type { EntryItem, Task } from "../store/items.ts";
import type { Line, Stay } from "../store/line-item.ts";
import { movedBy } from "./moved.ts";
import { usedLaterIn } from "./used-later.ts";

/**
 * The line of a case (a read model: what lists show of it, kept beside it), from what is stored of it alone: the same facts
 * give the same line whenever it is made. `undefined` for what has no place in a call's list, such as a call itself.
 */
export function lineOf(loaded: LoadedCase): Line | undefined {
  const { head, file, process, entry } = loaded;
  if (!entry || !file.entry) return undefined;
  const ranked = rankedOf(loaded);
  const { school, municipality, post } = saidOfApplicant(process, file.application);
  const applicant = process.people("applicant", file);
  const questioned = process.questionnaire?.said(file);
  return {
    ref: head.pk,
    callId: head.callId,
    process: head.process,
    name: applicant?.name ?? "",
    email: applicant?.email.toLowerCase() ?? "",
    school,
    // However it was typed, it is counted by one name.
    municipality: findMunicipality(municipality)?.name ?? municipality,
    post,
    submittedAt: head.submittedAt,
    day: localDay(Temporal.Instant.from(head.submittedAt)).toString(),
    state: stateIn(loaded, entry),
    ended: entry.ended,
    ...(entry.endedAt === undefined ? {} : { endedAt: entry.endedAt }),
    stays: staysOf(loaded),
    ...dueIn(loaded),
    sums: sumsOf(postingsOf(process.money, file)),
    ...monitoredIn(loaded),
    asked: process.money ? askedPayments(loaded, process.money).map(({ state }) => state) : [],
    isFunded: process.money?.concerns(file.entry) ?? false,
    ...(ranked ? { ranked } : process.selects ? { isUnranked: true as const } : {}),
    ...(questioned ? { questioned } : {}),
    ...(loaded.group ? { group: loaded.group.number } : {}),
    ...journeyOf(loaded),
    ...openOf(loaded),
  };
}

/** What the programme's figures need of it beside the rest. */
function monitoredIn(loaded: LoadedCase): Pick<Line, "moved" | "rural" | "achieved" | "usedLater"> {
  const { process, file } = loaded;
  const usedLater = usedLaterIn(loaded);
  const rural = saidRural(file.application);
  const achieved = process.achievement?.(file);
  return {
    moved: [...movedBy(postingsOf(process.money, file))],
    ...(rural === undefined ? {} : { rural }),
    ...(achieved
      ? { achieved: { before: achieved.before, after: achieved.after, pupils: achieved.pupils } }
      : {}),
    ...(usedLater === undefined ? {} : { usedLater }),
  };
}

/** Of what is asked now, what has to be answered first. */
function dueIn({ tasks, entry }: LoadedCase): Pick<Line, "due"> {
  const asked = tasks.filter(
    ({ kind, status, dueAt }) => kind === "ask" && status === "open" && dueAt !== undefined,
  );
  const [first] = asked.toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1));
  if (!first?.dueAt || entry?.ended) return {};
  const { dueAt: at, state, role } = first;
  return { due: { at, state, ...(role === undefined ? {} : { role }) } };
}

function openOf(loaded: LoadedCase): Pick<Line, "open"> {
  const open = openRowsOf(loaded);
  return open.length > 0 ? { open } : {};
}

function journeyOf({ process: { groups }, file }: LoadedCase): Pick<Line, "goes"> {
  const country = groups?.destination(file);
  if (!groups || country === undefined) return {};
  const { institution, starts, ends } = groups.journey(file);
  return { goes: { country, institution, starts, ends, isOutdated: groups.isOutdated(file) } };
}

/**
 * A pause that time alone ends is over when something came after it: no function says so when it ends, and its task stays
 * open. Asked of the latest task of a visit.
 */
function isOver({ process, tasks, records }: LoadedCase, { state, visit }: Task): boolean {
  if (process.states[state]?.kind !== "until") return false;
  return [...tasks, ...records].some((later) => later.visit > visit);
}

function stateIn(loaded: LoadedCase, { state, ended }: EntryItem): string {
  const definition = loaded.process.states[state];
  if (ended || definition?.kind !== "until") return state;
  const pause = loaded.tasks.findLast((task) => task.state === state && task.kind === "await");
  return pause && isOver(loaded, pause) ? definition.next : state;
}

/** Its place in the order of its call; who was rejected has none. */
function rankedOf({ process: { selects }, file }: LoadedCase): Line["ranked"] {
  const found = selects && file.entry && standingIn(file.entry, selects);
  return found?.position === undefined ? undefined : { ...found, position: found.position };
}

/** Each question and each wait, from its opening to its end; of several asked at once the whole time that they took. */
function staysOf(loaded: LoadedCase): Stay[] {
  const { tasks, entry } = loaded;
  return [...Map.groupBy(tasks, ({ visit }) => visit).values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const { state, openedAt: from } = first;
    if (isOver(loaded, first)) return [{ state, from, to: first.closedAt ?? first.dueAt ?? from }];
    if (!entry?.ended && together.some(({ status }) => status === "open")) return [{ state, from }];
    const ends = together.flatMap(({ closedAt }) => closedAt ?? []);
    return [{ state, from, to: ends.toSorted().at(-1) ?? entry?.endedAt ?? from }];
  });
}
