import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { compareByCodePoint } from "../kernel/code-point.ts";
import type { Counted, DayCount } from "../kernel/day-count.ts";
import type { Entry } from "../kernel/entry.ts";
import { dayAfter, earlierDay, laterDay } from "../kernel/facts/ends.ts";
import { rulesOf } from "./call.ts";

/** A mentor as novices know them: by the case, and how to write to them. */
const mentorShape = z.object({ ref: z.string(), name: z.string(), email: z.string() });

/** What was said of a novice's road, on its local day; words within a day count in their order. */
const wordShape = z.object({
  day: z.iso.date(),
  word: z.enum(["mentorChanged", "schoolChanged", "paused", "onLeave", "resumed", "left", "endedBySchool"]),
  mentorEmail: z.string().optional(),
  school: z.string().optional(),
  municipality: z.string().optional(),
});
export type Word = z.infer<typeof wordShape>;

/** What a novice brings to the days: from when on, where, with whom if it can be, and all that was said since. */
export const noviceBid = z.object({
  kind: z.literal("novice"),
  name: z.string(),
  email: z.string(),
  starts: z.iso.date(),
  school: z.string(),
  municipality: z.string(),
  mentorEmail: z.string().optional(),
  words: z.array(wordShape),
  evaluations: z.array(z.enum(["passed", "extend", "failed"])),
});
type NoviceBid = z.infer<typeof noviceBid>;

/** What a mentor brings: room for so many at once. Who has stepped down accepts nobody any more, and keeps those there are. */
export const mentorBid = mentorShape.extend({
  kind: z.literal("mentor"),
  school: z.string(),
  municipality: z.string(),
  years: z.number(),
  capacity: z.number(),
  accepts: z.boolean(),
});

/** `held`: all days are done and nobody has evaluated yet. */
const kinds = ["running", "waiting", "paused", "onLeave", "held"] as const;

/** Days that are alike, from the first to the day before the next ones begin. */
const spanShape = z.object({
  from: z.iso.date(),
  kind: z.enum(kinds),
  mentor: mentorShape.optional(),
  /** How many days of the same waiting there were before. */
  waited: z.number(),
});
export type Span = z.infer<typeof spanShape>;

/** How a road ended, by its days; `passed` is certified or not, as the check-ins say. */
const ends = ["passed", "failed", "lapsed", "left", "endedBySchool", "noMentor", "unfinished"] as const;

/** A novice's days as they were counted. */
export const roadShape = z.object({
  spans: z.array(spanShape),
  /** Whoever was the mentor last, also where the same day took them away. */
  last: mentorShape.optional(),
  end: z.object({ status: z.enum(ends), on: z.iso.date() }).optional(),
});
export type Road = z.infer<typeof roadShape>;

export const roadOf = ({ decision }: Pick<Entry, "decision">): Road =>
  roadShape.safeParse(decision).data ?? { spans: [] };

const between = (from: string, to: string): number =>
  to < from ? 0 : Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days + 1;

/** The day of leaving does not count. */
export const isUncounted = (status: string): boolean => status === "left" || status === "endedBySchool";

/** Every span with its last day; of a road that goes on, that is `through`. */
export function spansUntil(
  { spans, end }: Road,
  through: string,
): readonly (Span & { readonly to: string })[] {
  const ended = end && (isUncounted(end.status) ? dayAfter(end.on, -1) : end.on);
  const last = earlierDay(ended ?? through, through);
  return spans.flatMap((span, at) => {
    const next = spans[at + 1];
    const to = next ? dayAfter(next.from, -1) : last;
    return span.from <= to ? [{ ...span, to: earlierDay(to, last) }] : [];
  });
}

/** How many days of a kind there were until a day. */
export const daysOf = (road: Road, kind: Span["kind"], through: string): number =>
  spansUntil(road, through).reduce(
    (sum, { from, to, kind: other }) => sum + (other === kind ? between(from, to) : 0),
    0,
  );

/** The days with a mentor that lie in a term. */
export const daysWith = (
  road: Road,
  mentor: string,
  { from, to }: { readonly from: string; readonly to: string },
): number =>
  spansUntil(road, to).reduce(
    (sum, span) =>
      sum +
      (span.kind === "running" && span.mentor?.ref === mentor
        ? between(laterDay(span.from, from), span.to)
        : 0),
    0,
  );

/** The mentor that somebody has, or had last. */
export const mentorIn = ({ last }: Road) => last;

/** The mentor whom somebody has, as far as days were counted; nobody once the road has ended. */
export function mentorNow(entry: Pick<Entry, "decision">) {
  const { spans, end } = roadOf(entry);
  return end ? undefined : spans.at(-1)?.mentor;
}

interface Mentor extends z.infer<typeof mentorBid> {
  room: number;
}

/** A novice while days are counted. */
interface Novice {
  readonly entry: Entry;
  readonly bid: NoviceBid;
  readonly spans: Span[];
  end: Road["end"];
  mentor: Mentor | undefined;
  last: Road["last"];
  isNamed: boolean;
  school: string;
  municipality: string;
  stands: "paused" | "onLeave" | undefined;
  waited: number;
  /** A mentor was found, with which a waiting is over, also where the same day takes them away. */
  isFound: boolean;
  paused: number;
  running: number;
  isChanged: boolean;
}

type Rules = Pick<
  ReturnType<typeof rulesOf>,
  "days" | "extensionDays" | "maxPauseDays" | "mentorWaitDays" | "lastDay"
>;

/**
 * Days are counted novice by novice, in the order of their first days, then of registering: what was said that day, then a mentor for
 * whoever has none, then what the day is [11.3]. Who comes later finds the room that those before have left.
 */
export const counts: DayCount = {
  close: (file, { from, to }) => {
    const rules = rulesOf(file);
    const { novices, mentors } = rosterOf(file, dayAfter(from, -1));
    for (let day = from; day <= to && day <= rules.lastDay; day = dayAfter(day))
      liveDay(novices, mentors, day, rules);
    const decisions = novices.filter(({ isChanged }) => isChanged).map(decisionOn);
    for (const novice of novices) novice.isChanged = false;
    return { decisions, next: nextChange(novices, mentors, from <= to ? dayAfter(to) : from, rules) };
  },
};

const decisionOn = ({ entry, spans, last, end }: Novice) => ({
  ref: entry.ref,
  decision: { spans: [...spans], ...(last ? { last } : {}), ...(end ? { end } : {}) },
  signal: "moved",
});

/** The first day on which something changes when nobody says anything more. */
function nextChange(
  novices: readonly Novice[],
  mentors: readonly Mentor[],
  from: string,
  rules: Rules,
): string | undefined {
  for (let day = from; day <= rules.lastDay; day = dayAfter(day)) {
    liveDay(novices, mentors, day, rules);
    if (novices.some(({ isChanged }) => isChanged)) return day;
  }
  return undefined;
}

/** Everybody as they stood at the end of a day. */
function rosterOf({ entries = [] }: Counted, through: string) {
  const mentors = entries.flatMap((entry): Mentor[] => {
    const bid = mentorBid.safeParse(entry.bid).data;
    return bid ? [{ ...bid, accepts: bid.accepts && !entry.ended, room: bid.capacity }] : [];
  });
  const novices = entries
    .flatMap((entry): Novice[] => {
      const bid = noviceBid.safeParse(entry.bid).data;
      const road = roadOf(entry);
      return bid && !entry.ended && !road.end ? [noviceAt(entry, bid, road, mentors, through)] : [];
    })
    .toSorted(
      (a, b) =>
        compareByCodePoint(a.bid.starts, b.bid.starts) ||
        compareByCodePoint(a.entry.submittedAt, b.entry.submittedAt) ||
        compareByCodePoint(a.entry.ref, b.entry.ref),
    );
  for (const { mentor } of novices) if (mentor) mentor.room -= 1;
  return { novices, mentors };
}

function noviceAt(
  entry: Entry,
  bid: NoviceBid,
  road: Road,
  mentors: readonly Mentor[],
  through: string,
): Novice {
  const latest = road.spans.at(-1);
  const heard = bid.words.filter(({ day }) => day >= bid.starts && day <= through);
  const moved = heard.findLast(({ word }) => word === "schoolChanged");
  const stands = heard.findLast(({ word }) => word === "paused" || word === "onLeave" || word === "resumed");
  return {
    entry,
    bid,
    spans: [...road.spans],
    end: undefined,
    mentor: mentors.find(({ ref }) => ref === latest?.mentor?.ref),
    last: road.last,
    isNamed: moved === undefined,
    school: moved?.school ?? bid.school,
    municipality: moved?.municipality ?? bid.municipality,
    stands: stands?.word === "paused" || stands?.word === "onLeave" ? stands.word : undefined,
    waited: (latest?.waited ?? 0) + (latest?.kind === "waiting" ? between(latest.from, through) : 0),
    isFound: false,
    paused: daysOf(road, "paused", through),
    running: daysOf(road, "running", through),
    isChanged: false,
  };
}

function liveDay(novices: readonly Novice[], mentors: readonly Mentor[], day: string, rules: Rules): void {
  for (const novice of novices)
    if (!novice.end && novice.bid.starts <= day) live(novice, mentors, day, rules);
}

function live(novice: Novice, mentors: readonly Mentor[], day: string, rules: Rules): void {
  hear(novice, mentors, day);
  if (novice.end) return;
  if (!novice.mentor) take(novice, appointed(novice, mentors));
  const kind = kindOf(novice, rules);
  note(novice, day, kind);
  switch (kind) {
    case "paused":
      novice.paused += 1;
      if (novice.paused > rules.maxPauseDays) end(novice, "lapsed", day);
      break;
    case "waiting":
      novice.waited += 1;
      if (novice.waited > rules.mentorWaitDays) end(novice, "noMentor", day);
      break;
    case "running":
      novice.running += 1;
      evaluate(novice, day, rules);
      break;
    case "held":
      evaluate(novice, lastRunning(novice), rules);
      break;
    case "onLeave":
      break;
  }
  if (day === rules.lastDay) end(novice, "unfinished", day);
}

/** What was said that day, in its order. */
function hear(novice: Novice, mentors: readonly Mentor[], day: string): void {
  for (const { word, ...said } of novice.bid.words.filter((one) => one.day === day)) {
    if (novice.end) return;
    switch (word) {
      case "left":
      case "endedBySchool":
        end(novice, word, day);
        break;
      case "paused":
      case "onLeave":
        novice.stands = word;
        break;
      case "resumed":
        novice.stands = undefined;
        break;
      case "mentorChanged":
        take(novice, byEmail(mentors, said.mentorEmail));
        break;
      case "schoolChanged":
        letGo(novice);
        novice.isNamed = false;
        novice.school = said.school ?? novice.school;
        novice.municipality = said.municipality ?? novice.municipality;
        break;
    }
  }
}

const byEmail = (mentors: readonly Mentor[], email: string | undefined): Mentor | undefined =>
  email === undefined
    ? undefined
    : mentors.find((one) => one.email.toLowerCase() === email.toLowerCase() && isFree(one));

const isFree = ({ accepts, room }: Mentor): boolean => accepts && room > 0;

/** Whoever was named, if it can be; else of those with room the nearest, of these the one of most years, then by name [11.2]. */
function appointed(novice: Novice, mentors: readonly Mentor[]): Mentor | undefined {
  const named = novice.isNamed ? byEmail(mentors, novice.bid.mentorEmail) : undefined;
  if (named) return named;
  const nearness = (mentor: Mentor): number =>
    mentor.school === novice.school ? 0 : mentor.municipality === novice.municipality ? 1 : 2;
  return mentors
    .filter(isFree)
    .toSorted((a, b) => nearness(a) - nearness(b) || b.years - a.years || compareByCodePoint(a.name, b.name))
    .at(0);
}

function take(novice: Novice, mentor: Mentor | undefined): void {
  if (!mentor || mentor === novice.mentor) return;
  letGo(novice);
  mentor.room -= 1;
  novice.mentor = mentor;
  novice.last = { ref: mentor.ref, name: mentor.name, email: mentor.email };
  novice.waited = 0;
  novice.isFound = true;
}

function letGo(novice: Novice): void {
  if (novice.mentor) novice.mentor.room += 1;
  novice.mentor = undefined;
}

function end(novice: Novice, status: NonNullable<Road["end"]>["status"], on: string): void {
  if (novice.end) return;
  novice.end = { status, on };
  novice.isChanged = true;
  letGo(novice);
}

function kindOf(novice: Novice, rules: Rules): Span["kind"] {
  if (novice.running >= neededBy(novice, rules)) return "held";
  return novice.stands ?? (novice.mentor ? "running" : "waiting");
}

/** So many days are needed: more of them where the first evaluation said so. */
const neededBy = ({ bid }: Novice, { days, extensionDays }: Rules): number =>
  bid.evaluations[0] === "extend" ? days + extensionDays : days;

/** On the last of the days needed the evaluation counts; where there is none yet, the novice is held until there is [11.6]. */
function evaluate(novice: Novice, day: string, rules: Rules): void {
  if (novice.running < neededBy(novice, rules)) return;
  const [first, again] = novice.bid.evaluations;
  const said = first === "extend" ? again : first;
  if (said === "passed" || said === "failed") end(novice, said, day);
}

const lastRunning = ({ spans }: Novice): string => {
  const at = spans.findLastIndex(({ kind }) => kind === "running");
  return dayAfter(spans[at + 1]?.from ?? "", -1);
};

/** Notes what a day is, where it is unlike the day before. */
function note(novice: Novice, from: string, kind: Span["kind"]): void {
  const { mentor, last, waited, spans, isFound } = novice;
  const before = spans.at(-1);
  novice.isFound = false;
  if (before?.kind === kind && before.mentor?.ref === mentor?.ref && !isFound) return;
  spans.push({ from, kind, ...(mentor && last ? { mentor: last } : {}), waited });
  novice.isChanged = true;
}
