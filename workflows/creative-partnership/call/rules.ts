import * as z from "zod";
import { match } from "../../blocks/matching/matching.ts";
import { placesFor } from "../../blocks/matching/pairs.ts";
import { inOrder } from "../../blocks/ranking/order.ts";
import { countEnded } from "../../blocks/standing.ts";
import type { CaseDecision } from "../../kernel/case-decision.ts";
import { type CaseFile, latestRecord } from "../../kernel/case-file.ts";
import type { Entry } from "../../kernel/entry.ts";
import { vilniusInstant } from "../../kernel/facts/calendar.ts";
import { dayAfter, dayAt, isOver } from "../../kernel/facts/ends.ts";
import { iso } from "../../kernel/facts/instants.ts";
import { defineRecord } from "../../kernel/record.ts";
import { byName, earliest, having, highest, type Key } from "../../kernel/selection/keys.ts";
import { pairs } from "../../kernel/selection/pairs.ts";
import type { Due } from "../../kernel/states.ts";
import type { StepResult } from "../../kernel/step-result.ts";
import { bid, type Decided, decision, type Offer, partsOfCall, rulesOf, type Wish } from "../call.ts";

/** A creator in the pool. */
interface Creator {
  readonly ref: string;
  readonly offer: Offer;
  isOut: boolean;
}

/** A school in the pool, and how it stands: with a place kept or none, asked, agreed, or off the road. */
interface School {
  readonly ref: string;
  readonly wish: Wish & { readonly submittedAt: string };
  /** The creators whom it named, as far as they fit [7.2]. */
  readonly wishes: readonly Creator[];
  readonly cost: number;
  /** What was decided, and what was answered to it. */
  readonly before: Decided | undefined;
  readonly said: Readonly<Record<"school" | "creator", string | undefined>>;
  state: "waits" | "asked" | "agreed" | "declined" | "lapsed" | "gone";
  creator: Creator | undefined;
  on: string | undefined;
}

const closing = z.object({ closesAt: z.string() });

/** Has every application left the road or come into the pool? Nothing is asked while somebody may still apply. */
export function gather(file: CaseFile, now: string): StepResult<"open" | "ready" | "waits"> {
  const { closesAt } = closing.parse(file.call);
  if (!isOver(closesAt, now)) return { outcome: "open" };
  const isReady = (file.entries ?? []).every((entry) => entry.ended || entry.bid !== undefined);
  return { outcome: isReady ? "ready" : "waits" };
}

/** The mornings that were held. */
const held = defineRecord(
  "morning",
  z.object({ number: z.number(), day: z.string(), asked: z.number(), leftCents: z.number() }),
);

/** Nine o'clock, once a day; at once where that has gone by on a day without one. */
export const nextMorning: Due = (file, now) => {
  const [today, last] = [dayAt(now), latestRecord(file, held)?.day];
  const nine = (day: string) => iso(vilniusInstant(`${day}T09:00:00`));
  if (last === undefined) return nine(today) < now ? nine(dayAfter(today)) : nine(today);
  return nine(last < today ? today : dayAfter(last));
};

const fits = (offer: Offer, wish: Wish): boolean =>
  offer.fields.some((field) => wish.fields.includes(field)) &&
  offer.municipalities.includes(wish.municipality);

/** Everybody in the pool, or who was in it. */
function poolOf(file: CaseFile): {
  readonly creators: readonly Creator[];
  readonly schools: readonly School[];
} {
  const { choices, sessionCents, materialsCents } = rulesOf(file);
  const all = (file.entries ?? []).flatMap((entry) => {
    const brought = bid.safeParse(entry.bid).data;
    return brought ? [{ entry, brought, decided: decision.safeParse(entry.decision).data }] : [];
  });
  const creators = all.flatMap(({ entry, brought, decided }): Creator[] =>
    brought.kind === "creates"
      ? [{ ref: entry.ref, offer: brought, isOut: entry.ended || decided?.kind === "out" }]
      : [],
  );
  const byRef = new Map(creators.map((one) => [one.ref, one]));
  const called = Map.groupBy(creators, ({ offer }) => offer.name);
  const schools = all.flatMap(({ entry, brought, decided }): School[] => {
    if (brought.kind !== "wishes") return [];
    const said = saidIn(entry, brought, decided);
    return [
      {
        ref: entry.ref,
        wish: { ...brought, submittedAt: entry.submittedAt },
        wishes: brought.order
          .slice(0, choices)
          .flatMap((name) => called.get(name) ?? [])
          .filter(({ offer }) => fits(offer, brought)),
        cost: brought.sessions * sessionCents + brought.pupils * materialsCents,
        before: decided,
        said,
        state: stateOf(entry, decided, said),
        creator: byRef.get(decided?.creator?.ref ?? ""),
        on: decided?.on,
      },
    ];
  });
  return { creators, schools };
}

/** What both have answered to the latest asking, in the case still or as the case has told. */
function saidIn({ answers = [] }: Entry, { said }: Wish, decided: Decided | undefined): School["said"] {
  if (said && said.on === decided?.on) return { school: said.school, creator: said.creator };
  const of = (part: string) =>
    answers.findLast((one) => one.part === part && one.at >= (decided?.on ?? ""))?.outcome;
  return { school: of("school"), creator: of("creator") };
}

function stateOf(entry: Entry, decided: Decided | undefined, said: School["said"]): School["state"] {
  const isAsked = decided?.kind === "asked";
  if (isAsked && said.school === "accepted" && said.creator === "accepted") return "agreed";
  if (entry.ended) return "gone";
  if (isAsked) return "asked";
  return decided === undefined || decided.kind === "kept" || decided.kind === "waiting" ? "waits" : "gone";
}

const roomOf = (creator: Creator, schools: readonly School[]): number =>
  creator.offer.capacity -
  schools.filter((one) => one.creator === creator && ["waits", "asked", "agreed"].includes(one.state)).length;

type Bid = School["wish"];
const queueKeys: readonly Key<Bid>[] = [
  having("rural", ({ rural }) => rural),
  earliest("submittedAt", ({ submittedAt }) => submittedAt),
  byName("name", ({ name }) => name),
];

/** How a creator takes the schools: those named, then the others [7.3]. */
const choosing = (schools: readonly School[]) =>
  pairs<School, { readonly id: string; readonly offer: Offer }>({
    wants: ({ wishes }) => wishes.map(({ ref }) => ref),
    capacity: ({ offer }) => offer.capacity,
    names: ({ offer }) =>
      offer.order.flatMap((name) => schools.flatMap(({ ref, wish }) => (wish.name === name ? [ref] : []))),
    likes: () => [
      having("rural", ({ wish }) => wish.rural),
      highest("pupils", "number", ({ wish }) => wish.pupils),
      earliest("submittedAt", ({ wish }) => wish.submittedAt),
      byName("name", ({ wish }) => wish.name),
    ],
    fits: () => true,
  });

/** Keeps places by deferred acceptance, the schools proposing [7.4]; what it was made of is kept, so that anybody can make it again. */
export function pair(file: CaseFile): StepResult<"paired"> {
  const { creators, schools } = poolOf(file);
  const waiting = schools.filter(({ state }) => state === "waits");
  const places = placesFor(
    waiting.map((one) => ({ id: one.ref, bid: one })),
    creators.filter(({ isOut }) => !isOut).map(({ ref, offer }) => ({ id: ref, offer })),
    choosing(waiting),
  );
  const seekers = waiting.map(({ ref, wishes }) => ({
    id: ref,
    wants: [...new Set(wishes.map((one) => one.ref))],
  }));
  const matching = match(seekers, places);
  const byRef = new Map(creators.map((one) => [one.ref, one]));
  return {
    outcome: "paired",
    document: {
      name: "pairing",
      data: {
        seekers,
        places: places.map(({ id, capacity, ranks }) => ({ id, capacity, ranks: Object.fromEntries(ranks) })),
        matching,
      },
    },
    decisions: matching.map(({ seeker, place }) => ({
      ref: seeker,
      decision: decidedOf(place === undefined ? "waiting" : "kept", byRef.get(place ?? "")),
    })),
  };
}

const decidedOf = (kind: Decided["kind"], creator: Creator | undefined, on?: string): Decided => ({
  kind,
  ...(creator
    ? { creator: { ref: creator.ref, name: creator.offer.name, contact: creator.offer.contact } }
    : {}),
  ...(on === undefined ? {} : { on }),
});

/** A morning: what is known by then counts, then the queue is asked along as far as the money goes [7.5, 7.6]. */
export function hold(file: CaseFile, now: string): StepResult<"moving" | "over"> {
  const { creators, schools } = poolOf(file);
  const number = (latestRecord(file, held)?.number ?? -1) + 1;
  hear(creators, schools, { today: dayAt(now), acceptDays: rulesOf(file).acceptDays });
  const { asked, leftCents } = askAlong(file, schools, { isFirst: number === 0, now });
  const isOverNow = number > 0 && asked === 0 && !schools.some(({ state }) => state === "asked");
  const record = { id: held.id, data: { number, day: dayAt(now), asked, leftCents } };
  const decisions = [
    ...schools.flatMap((school) => told(school, isOverNow ? atTheEnd(school, schools) : undefined)),
    ...creators.flatMap((creator) => toldCreator(creator, schools, file, isOverNow)),
  ];
  return { outcome: isOverNow ? "over" : "moving", record, decisions };
}

/** All creators' words are taken before the schools'; whoever is out, is so for good [7.6]. */
function hear(
  creators: readonly Creator[],
  schools: readonly School[],
  { today, acceptDays }: { readonly today: string; readonly acceptDays: number },
): void {
  const isBroken = ({ said, on = "" }: School, side: "school" | "creator"): boolean =>
    said[side] === "declined" || (said[side] === undefined && today > dayAfter(dayAt(on), acceptDays));
  for (const creator of creators) {
    const theirs = schools.filter((one) => one.creator === creator && one.state === "asked");
    creator.isOut ||= theirs.some((school) => isBroken(school, "creator"));
    if (!creator.isOut) continue;
    for (const school of schools)
      if (school.creator === creator && (school.state === "asked" || school.state === "waits")) {
        school.state = "waits";
        school.creator = undefined;
      }
  }
  for (const school of schools)
    if (school.state === "asked" && isBroken(school, "school"))
      school.state = school.said.school === "declined" ? "declined" : "lapsed";
}

/** With whom a school can be asked: the place kept, or from the second morning on the first own wish that has room [7.5]. */
const freeFor = ({ creator, wishes }: School, schools: readonly School[], isFirst: boolean) =>
  creator ?? (isFirst ? undefined : wishes.find((one) => !one.isOut && roomOf(one, schools) > 0));

function askAlong(
  file: CaseFile,
  schools: readonly School[],
  { isFirst, now }: { readonly isFirst: boolean; readonly now: string },
): { readonly asked: number; readonly leftCents: number } {
  const { budgetCents = Number.MAX_SAFE_INTEGER } = partsOfCall(file.call);
  const bound = schools.filter(({ state }) => state === "asked" || state === "agreed");
  let leftCents = bound.reduce((left, { cost }) => left - cost, budgetCents);
  let asked = 0;
  const { indices } = inOrder(
    schools.map(({ ref, wish }) => ({ id: ref, bid: wish })),
    queueKeys,
  );
  for (const index of indices) {
    const school = schools[index];
    if (school?.state !== "waits") continue;
    const creator = freeFor(school, schools, isFirst);
    if (!creator) continue;
    if (school.cost > leftCents) break;
    leftCents -= school.cost;
    asked += 1;
    Object.assign(school, { state: "asked", creator, on: now });
  }
  return { asked, leftCents };
}

/** Who still waits at the end is told what was wanting [7.7]. */
const atTheEnd = (school: School, schools: readonly School[]): "unfunded" | "unmatched" =>
  freeFor(school, schools, false) ? "unfunded" : "unmatched";

/** What a school is told of a morning: nothing where nothing has changed for it. */
function told(
  { ref, state, creator, on, before }: School,
  ends: Decided["kind"] | undefined,
): CaseDecision[] {
  if (state === "gone" || state === "agreed") return [];
  const kind = state === "waits" ? (ends ?? (creator ? "kept" : "waiting")) : state;
  if (kind === before?.kind && on === before.on && creator?.ref === before.creator?.ref) return [];
  const made = { ref, decision: decidedOf(kind, creator, state === "asked" ? on : undefined) };
  // Whoever is being asked is called away from that; whoever waits wakes only for what ends the waiting.
  if (before?.kind === "asked") return [{ ...made, interrupt: { name: "turned", values: {} } }];
  return [kind === "kept" || kind === "waiting" ? made : { ...made, signal: "told" }];
}

/** A creator is told when they are out, or when nobody will ask them any more. */
function toldCreator(
  creator: Creator,
  schools: readonly School[],
  { entries = [] }: CaseFile,
  isOverNow: boolean,
): CaseDecision[] {
  const { ref } = creator;
  const entry = entries.find((one) => one.ref === ref);
  if (!entry || entry.ended || entry.decision !== undefined) return [];
  const partnerships = schools.filter((one) => one.creator === creator && one.state === "agreed").length;
  if (creator.isOut) return [{ ref, decision: { kind: "out", partnerships }, signal: "told" }];
  return isOverNow && partnerships === 0
    ? [{ ref, decision: { kind: "unchosen", partnerships }, signal: "told" }]
    : [];
}

/** Whoever has worked with schools has delivered once the last of these roads is over. */
export function countDelivered(file: CaseFile): StepResult<"going" | "over"> {
  const { creators, schools } = poolOf(file);
  const ended = new Set((file.entries ?? []).flatMap((entry) => (entry.ended ? [entry.ref] : [])));
  const decisions = creators.flatMap(({ ref }): CaseDecision[] => {
    const theirs = schools.filter((one) => one.creator?.ref === ref && one.state === "agreed");
    if (ended.has(ref) || theirs.length === 0 || !theirs.every((one) => ended.has(one.ref))) return [];
    return [{ ref, decision: { kind: "delivered", partnerships: theirs.length }, signal: "told" }];
  });
  return { outcome: countEnded(file).outcome, decisions };
}
