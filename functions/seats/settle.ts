import { setTimeout as passing } from "node:timers/promises";
import { isHandedOn, offerEnds, type SeatStand, stillStands } from "../../workflows/kernel/seats.ts";
import { cursorOf } from "../adapters/cursor.ts";
import { registrationKey, waitingKey, waitingPrefix } from "../store/keys.ts";
import {
  type Mark,
  type Registration,
  registrationItem,
  type SeatCount,
  waitingItem,
} from "../store/seat-items.ts";
import { noteVisitor } from "../visitors/visitor.ts";
import { changeCount, countOf, type Parts, staleFrom, type Turn } from "./count.ts";
import { keepSeatMail } from "./mails.ts";

/**
 * The seats of a case with all done that was due by now and all finished that somebody began: an offer that ran out is handed on
 * before anybody acts [processes.md, 8.1]. `undefined` where none were opened.
 */
export async function settled(house: Parts, pk: string): Promise<SeatCount | undefined> {
  for (;;) {
    const count = await countOf(house, pk);
    if (!count || !(await goOn(house, count))) return count;
  }
}

/** Does the next thing that has to be done; `false` where there is none. What another one did meanwhile is found at the next look. */
async function goOn(house: Parts, count: SeatCount): Promise<boolean> {
  const now = house.clock.now();
  const [claiming] = count.claiming;
  const untold = count.offer.find(({ isTold }) => !isTold);
  const [leaving] = count.leaving;
  const stale = count.coming.find(({ at }) => staleFrom(at) <= now);
  const isClosed = count.closedAt !== undefined;
  const [due] = (isClosed ? [] : count.offer)
    .filter(({ until }) => until <= now)
    .toSorted((a, b) => (a.until === b.until ? a.number - b.number : a.until < b.until ? -1 : 1));
  if (claiming) await finishClaim(house, count, claiming);
  else if (untold) await tellOffer(house, count, untold);
  else if (leaving) await finishLeaving(house, count, leaving);
  else if (stale) await finishComing(house, count, stale);
  else if (due) await runOut(house, count, due);
  else return false;
  return true;
}

export async function registrationOf(
  { table }: Pick<Parts, "table">,
  pk: string,
  id: string,
): Promise<Registration | undefined> {
  const item = await table.get(registrationKey(pk, id));
  return item && registrationItem.parse(item);
}

interface Numbered {
  readonly id: string;
  readonly number: number;
}

/** Lets a registration stand elsewhere, where it still stands as it did; what it is afterwards. */
export async function moveTo(
  { table }: Pick<Parts, "table">,
  pk: string,
  { id, number }: Numbered,
  from: readonly SeatStand[],
  set: Partial<Registration> & { readonly stand: SeatStand },
): Promise<Registration | undefined> {
  const before = await registrationOf({ table }, pk, id);
  if (before?.number !== number || !from.includes(before.stand)) return before;
  const { outcome } = await table.change(registrationKey(pk, id), {
    set: { ...set, was: before.stand },
    when: { number: { is: number }, stand: { is: before.stand } },
  });
  return outcome === "changed"
    ? registrationOf({ table }, pk, id)
    : moveTo({ table }, pk, { id, number }, from, set);
}

/** Is it this one, of several that an address had, and does it stand so? */
export const isThere = (
  registration: Registration | undefined,
  { number }: { readonly number: number },
  stand: SeatStand,
) => registration?.number === number && registration.stand === stand;

async function finishClaim(house: Parts, count: SeatCount, claim: Mark<"claiming">): Promise<void> {
  const { pk } = count;
  const claimed = await moveTo(house, pk, claim, ["waiting"], { stand: "registered", seatAt: claim.at });
  const isSeated = isThere(claimed, claim, "registered");
  if (claimed && isSeated) await keepSeatMail(house, claimed, "seatGiven");
  await changeCount(house, count, { ends: [claim.name], ...(isSeated ? {} : { taken: -1, waiting: 1 }) });
}

async function tellOffer(house: Parts, count: SeatCount, { name, ...offer }: Mark<"offer">): Promise<void> {
  const { pk } = count;
  const offered = await moveTo(house, pk, offer, ["waiting"], {
    stand: "offered",
    offeredUntil: offer.until,
  });
  const isOpen = count.closedAt === undefined;
  if (isOpen && offered && isThere(offered, offer, "offered"))
    await keepSeatMail(house, offered, "seatOffered");
  await changeCount(house, count, { begins: { offer: { ...offer, isTold: true } } });
}

async function finishLeaving(house: Parts, count: SeatCount, leaving: Mark<"leaving">): Promise<void> {
  const { pk, offer } = count;
  const gone = await moveTo(house, pk, leaving, ["registered", "waiting", "offered"], { stand: "cancelled" });
  const was = gone && isThere(gone, leaving, "cancelled") ? gone.was : undefined;
  if (gone && was) await keepSeatMail(house, gone, "seatCancelled");
  const open = offer.find(({ number }) => number === leaving.number);
  const ends = [leaving.name, ...(open ? [open.name] : [])];
  if (was === "waiting") await changeCount(house, count, { ends, waiting: -1 });
  else if (was === undefined) await changeCount(house, count, { ends: [leaving.name] });
  else await handOn(house, count, ends);
}

/** Nobody has stored it in time: whoever still tries finds its place gone, and then it is counted back. */
async function finishComing(house: Parts, count: SeatCount, coming: Mark<"coming">): Promise<void> {
  const { pk } = count;
  const known = await registrationOf(house, pk, coming.id);
  if (known?.coming === coming.key) {
    await welcome(house, known);
    await changeCount(house, count, { ends: [coming.name] });
    return;
  }
  if (!known)
    await house.table.put(
      { ...registrationKey(pk, coming.id), ...nobody, cameAt: coming.at },
      { ifAbsent: true },
    );
  else if (!stillStands(known.stand))
    await house.table.change(registrationKey(pk, coming.id), {
      set: { fenced: (known.fenced ?? 0) + 1 },
      when: { number: { is: known.number }, stand: { is: known.stand } },
    });
  const after = await registrationOf(house, pk, coming.id);
  if (after?.coming !== coming.key) await countBack(house, count, coming);
}

/** Finishes what somebody who is gone was storing, without the time that they would have had for it. */
export async function finishComings(house: Parts, pk: string): Promise<void> {
  for (;;) {
    const count = await countOf(house, pk);
    const [coming] = count?.coming ?? [];
    if (!count || !coming) return;
    await finishComing(house, count, coming);
  }
}

/** What holds the place of somebody who came and was never stored. */
const nobody = {
  number: 0,
  coming: "",
  stand: "cancelled",
  name: "",
  email: "",
  language: "lt",
  values: {},
} as const;

/** A coming that was counted and is none. */
export const countBack = (
  house: Parts,
  count: SeatCount,
  { isSeated, name }: Pick<Mark<"coming">, "isSeated" | "name">,
): Promise<boolean> =>
  isSeated ? handOn(house, count, [name]) : changeCount(house, count, { ends: [name], waiting: -1 });

async function runOut(house: Parts, count: SeatCount, offer: Mark<"offer">): Promise<void> {
  const { pk } = count;
  const after = await moveTo(house, pk, offer, ["offered"], { stand: "notConfirmed" });
  // Who confirmed and was cut off before the count said so keeps the seat.
  if (isThere(after, offer, "registered")) await changeCount(house, count, { ends: [offer.name] });
  else {
    if (after && isThere(after, offer, "notConfirmed")) await keepSeatMail(house, after, "seatRanOut");
    await handOn(house, count, [offer.name]);
  }
}

/**
 * A seat has come free: to the first who waits it is offered, or it is free for whoever comes, and in the last hours everybody who waits
 * is told so [8.4].
 */
async function handOn(house: Parts, count: SeatCount, ends: readonly string[]): Promise<boolean> {
  const now = house.clock.now();
  const { terms, waiting, telling } = count;
  const isOpen = count.closedAt === undefined;
  const isInOrder = isOpen && waiting > 0 && isHandedOn(terms, now);
  const first = isInOrder ? await firstInLine(house, count) : undefined;
  if (first === "later") return false;
  if (first) {
    const offer = { ...first, at: now, until: offerEnds(terms, now), isTold: false };
    return changeCount(house, count, { ends, waiting: -1, begins: { offer }, firstWaiting: first.number });
  }
  const isTold = isOpen && waiting > 0 && !isInOrder && now < terms.startsAt;
  const tell: Turn = isTold
    ? { telling: [...telling, { template: "seatFree", to: "waiting", round: count.version }] }
    : {};
  return changeCount(house, count, { ends, taken: -1, ...(isInOrder ? { waiting: -waiting } : {}), ...tell });
}

/** So long whoever came before is waited for, until their place stands in the list. */
const patienceMilliseconds = 20;
const placesAtOnce = 25;

/** Who has waited longest, if anybody has; `later` while somebody who came before them is being stored. */
async function firstInLine(house: Parts, count: SeatCount): Promise<Numbered | "later" | undefined> {
  const { pk, firstWaiting } = count;
  let after: string | undefined = cursorOf(waitingKey(pk, Math.max(0, firstWaiting - 1)));
  do {
    const { items, next } = await house.table.page(pk, { prefix: waitingPrefix, limit: placesAtOnce, after });
    const places = items.map((item) => waitingItem.parse(item));
    // Whoever came anew has several places, and waits in the last of them.
    const ids = [...new Set(places.map(({ id }) => id))];
    const holders = await house.table.getMany(ids.map((id) => registrationKey(pk, id)));
    const place = places.find(({ number, id }) =>
      isThere(registrationItem.safeParse(holders[ids.indexOf(id)]).data, { number }, "waiting"),
    );
    const isOneBefore = count.coming.some(({ isSeated, at }) => !isSeated && (!place || at < place.at));
    if (isOneBefore) {
      await passing(patienceMilliseconds);
      return "later";
    }
    if (place) return place;
    after = next;
  } while (after !== undefined);
  return undefined;
}

/** What is due to whoever came once they are stored: a place in line where they wait, and one mail. */
export async function welcome(house: Parts, registration: Registration): Promise<void> {
  const { wantsToHear, isWalkIn, seatAt } = registration;
  const template = seatAt === undefined ? "seatAwaited" : "seatGiven";
  // Each may be written again, so they need not wait for one another.
  await Promise.all([
    placeWaiting(house, registration),
    wantsToHear ? noteVisitor(house, registration) : undefined,
    isWalkIn ? undefined : keepSeatMail(house, registration, template),
  ]);
}

/** Puts whoever waits into line. */
async function placeWaiting(house: Pick<Parts, "table">, registration: Registration): Promise<void> {
  const { pk, sk, number, stand, cameAt } = registration;
  if (stand !== "waiting") return;
  const id = sk.slice(sk.indexOf("#") + 1);
  await house.table.put({ ...waitingKey(pk, number), number, id, at: cameAt }, { ifAbsent: true });
}
