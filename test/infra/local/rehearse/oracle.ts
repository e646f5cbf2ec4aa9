import { Temporal } from "temporal-polyfill";
import type { CallFile } from "../../../../workflows/foreign-internship/call.ts";
import { vilniusInstant } from "../../../../workflows/kernel/facts/calendar.ts";
import { distanceKm } from "../../../../workflows/kernel/facts/distance.ts";
import { travelCents } from "../../../../workflows/kernel/facts/rates.ts";
import { findTown, seatOf } from "../../../../workflows/kernel/facts/towns.ts";
import { findTownAbroad } from "../../../../workflows/kernel/facts/towns-abroad.ts";
import type { Person } from "./persons.ts";

/**
 * What a rehearsal must come to, worked out from the rules of the rehearsal alone, in the simplest way there is. It
 * knows nothing of the blocks that the product is made of, so that where both agree, both are likely right.
 */

/** The columns of `cases.csv` that follow from the rules, as they are written there. */
export interface ExpectedCase {
  readonly applicant: string;
  readonly status: string;
  readonly country: string;
  readonly score: string;
  readonly order: string;
  readonly promoted: string;
  readonly grant_cents: string;
  readonly advance_cents: string;
  readonly balance_cents: string;
  readonly recovered_cents: string;
}

/** Hundredths of a point, not yet divided: means of two and of three are compared without rounding. */
interface Mean {
  readonly sum: number;
  readonly count: number;
}

interface Offer {
  readonly country: string;
  readonly promoted: boolean;
  /** Days after the publication of the ranking. */
  readonly madeOn: number;
  answer: "open" | "accepted" | "declined" | "expired";
}

interface Ranked {
  readonly person: Person;
  readonly score: Mean;
  offer?: Offer;
}

/**
 * Everybody's row, in the order of the file. `publishedOn`: the local day on which the first offers are made; only
 * a call with a last day for offers needs it.
 */
export async function expectedCases(
  call: CallFile,
  people: readonly Person[],
  publishedOn: string,
): Promise<ExpectedCase[]> {
  const early = beforeTheRanking(call, people);
  const scored = people.flatMap((person): Ranked[] => {
    const score = early.get(person) === undefined ? meanOf(person, call) : undefined;
    return score ? [{ person, score }] : [];
  });
  const ranked = scored.filter(({ score }) => score.sum >= hundredths(call.minimumScore) * score.count);
  ranked.sort(byRank);
  offerPlaces(call, ranked, publishedOn);

  const rows: ExpectedCase[] = [];
  for (const person of people) {
    const row = { ...nothing, applicant: person.name };
    const score = scored.find((entry) => entry.person === person)?.score;
    const at = ranked.findIndex((entry) => entry.person === person);
    const offer = ranked[at]?.offer;
    if (!score) rows.push({ ...row, status: early.get(person) ?? "?" });
    else if (at < 0) rows.push({ ...row, status: "rejected", score: printed(score) });
    else {
      const standing = { ...row, score: printed(score), order: String(at + 1) };
      if (!offer) rows.push({ ...standing, status: "reserve" });
      else {
        const placed = { ...standing, country: offer.country, promoted: offer.promoted ? "yes" : "no" };
        if (offer.answer === "accepted")
          rows.push({ ...placed, ...(await travelled(call, person, offer.country)) });
        else rows.push({ ...placed, status: offer.answer });
      }
    }
  }
  return rows;
}

const nothing: ExpectedCase = {
  applicant: "",
  status: "",
  country: "",
  score: "",
  order: "",
  promoted: "",
  grant_cents: "",
  advance_cents: "",
  balance_cents: "",
  recovered_cents: "",
};

/** The status of those who never come to be scored. */
function beforeTheRanking(call: CallFile, people: readonly Person[]): Map<Person, string> {
  const ends = new Map<Person, string>();
  const seen: string[] = [];
  // What is named as the last minute or second counts to its end.
  const named = call.closes.length > "2027-05-31T17:00".length ? 1000 : 60_000;
  const afterwards = vilniusInstant(call.closes).epochMilliseconds + named;
  for (const person of [...people].sort((a, b) => instantOf(a) - instantOf(b) || a.line - b.line)) {
    const email = person.email.trim().toLowerCase();
    if (instantOf(person) >= afterwards) ends.set(person, "late");
    else if (seen.includes(email)) ends.set(person, "duplicate");
    else if (person.principal !== "endorse") ends.set(person, "refused");
    else if (person.screening === "ineligible") ends.set(person, "ineligible");
    else if (person.screening === "supplement_silent") ends.set(person, "incomplete");
    seen.push(email);
  }
  return ends;
}

function meanOf({ scores }: Person, { scoreGap }: CallFile): Mean {
  const [first = 0, second = 0, third = 0] = scores.map((score) => hundredths(score ?? 0));
  if (Math.abs(first - second) <= hundredths(scoreGap)) return { sum: first + second, count: 2 };
  const [low = 0, middle = 0, high = 0] = [first, second, third].sort((a, b) => a - b);
  if (middle - low < high - middle) return { sum: low + middle, count: 2 };
  if (middle - low > high - middle) return { sum: middle + high, count: 2 };
  return { sum: low + middle + high, count: 3 };
}

function byRank(a: Ranked, b: Ranked): number {
  const score = b.score.sum * a.score.count - a.score.sum * b.score.count;
  if (score !== 0) return score;
  if (a.person.travelledBefore !== b.person.travelledBefore) return a.person.travelledBefore ? 1 : -1;
  if (a.person.rural !== b.person.rural) return a.person.rural ? -1 : 1;
  return instantOf(a.person) - instantOf(b.person) || byCodePoint(a.person.name, b.person.name);
}

/** Day after day: at noon people answer, at the end of the day offers expire, and each freed place moves on at once. */
function offerPlaces(call: CallFile, ranked: readonly Ranked[], publishedOn: string): void {
  const free = { ...call.places };
  for (const entry of ranked) {
    const country = entry.person.countries.find((wanted) => (free[wanted] ?? 0) > 0);
    if (country === undefined) continue;
    free[country] = (free[country] ?? 0) - 1;
    entry.offer = { country, promoted: false, madeOn: 0, answer: "open" };
  }

  const passOn = (country: string, today: number): void => {
    const day = Temporal.PlainDate.from(publishedOn).add({ days: today }).toString();
    if (call.lastOfferDate !== undefined && day > call.lastOfferDate) return;
    const next = ranked.find(({ offer, person }) => !offer && person.countries.includes(country));
    if (next) next.offer = { country, promoted: true, madeOn: today, answer: "open" };
  };

  const isOpen = () => ranked.some(({ offer }) => offer?.answer === "open");
  for (let today = 1; isOpen(); today++) {
    for (const { person, offer } of ranked) {
      if (offer?.answer !== "open" || offer.madeOn !== today - 1 || person.offer === "silent") continue;
      offer.answer = person.offer === "accept" ? "accepted" : "declined";
      if (offer.answer === "declined") passOn(offer.country, today);
    }
    for (const { offer } of ranked) {
      if (offer?.answer !== "open" || offer.madeOn + call.offerDays !== today) continue;
      offer.answer = "expired";
      passOn(offer.country, today);
    }
  }
}

/** The end and the money of somebody who accepted a place. EUR cents. */
async function travelled(call: CallFile, person: Person, country: string) {
  const host = call.hosts[country];
  const daily = call.dailyCents[country];
  if (!host || daily === undefined) throw new Error(`no host or no daily rate in ${country}`);
  const programmeDays =
    Temporal.PlainDate.from(host.starts).until(host.ends, { largestUnit: "day" }).days + 1;
  const days = programmeDays + call.travelDays;
  const travel = travelCents(
    await kilometres(person, country, host.town),
    person.green === true,
    host.starts,
  );
  const grant = travel + dailyPart(daily, days);
  const advance = Math.floor((grant * call.advancePercent) / 100);
  const money = { grant_cents: String(grant), advance_cents: String(advance) };
  if (person.attendance === "absent" || person.report === "never") {
    return { ...money, status: "recovered", balance_cents: "0", recovered_cents: String(advance) };
  }
  const missed = person.attendance === "partial" ? (person.daysMissed ?? 0) : 0;
  const due = travel + dailyPart(daily, Math.max(0, days - missed));
  return {
    ...money,
    status: "completed",
    balance_cents: String(due > advance ? due - advance : 0),
    recovered_cents: String(advance > due ? advance - due : 0),
  };
}

/** The daily rate for days 1 to 14, 70 % of it, rounded half up to a cent, from the 15th. */
function dailyPart(daily: number, days: number): number {
  let cents = 0;
  for (let day = 1; day <= days; day++) cents += day <= 14 ? daily : Math.floor((daily * 70 + 50) / 100);
  return cents;
}

async function kilometres(
  { town, municipality }: Person,
  country: string,
  hostTown: string,
): Promise<number> {
  const home = findTown("LT", town, { municipality });
  const from = home.outcome === "found" ? home.town : seatOf(municipality);
  const to = await findTownAbroad(country, hostTown);
  if (!from || to.outcome !== "found") throw new Error(`${town} or ${hostTown} is nowhere`);
  return distanceKm(from, to.town);
}

const instantOf = ({ submittedAt }: Person): number => vilniusInstant(submittedAt).epochMilliseconds;

const hundredths = (points: number): number => Math.round(points * 100);

/** Two decimals, halves of a hundredth up. */
function printed({ sum, count }: Mean): string {
  const rounded = Math.floor((2 * sum + count) / (2 * count));
  return (rounded / 100).toFixed(2);
}

function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
