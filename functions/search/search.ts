import { reading } from "../addresses/rights.ts";
import { allCalls, summaryOf } from "../calls/calls.ts";
import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { findCertificate } from "../certificates/find.ts";
import { readNumber } from "../certificates/number.ts";
import type { House } from "../house.ts";
import { wordsIn, wordsLookedFor } from "../lines/collation.ts";
import { idIn, linesPartition, listPartition, wordsOf } from "../lines/keys.ts";
import { type PersonOfCall, peopleOf } from "../people/people.ts";
import { codeOf } from "../reading/codes.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, idOf } from "../store/keys.ts";
import { type Line, lineItem } from "../store/line-item.ts";

type Parts = Pick<House, "table" | "clock">;

/** The cases of one call in which all the words were found. */
interface FoundInCall {
  readonly call: Head;
  readonly lines: readonly Line[];
  /** How many there are in all; `undefined` where the words are so common that nobody has counted. */
  readonly count: number | undefined;
}

export interface Found {
  readonly calls: readonly Head[];
  readonly cases: readonly FoundInCall[];
  readonly people: readonly PersonOfCall[];
  /** The case of a certificate, by its number. */
  readonly certified?: Line;
  /** So many calls were looked through, and so many were not: the oldest. */
  readonly looked: number;
  readonly left: number;
}

/** So many cases of a call are shown; the list of the call has the others. */
const shownOfCall = 5;
/** So many entries of a word are read in a call. */
const mostEntries = 200;
/** So many calls are looked through at once. */
const mostCalls = 40;
/** So many people are shown. */
const mostPeople = 20;

/** Whatever calls one of the staff may read, the newest first. */
export async function callsReadBy(house: Parts, member: StaffMember): Promise<readonly Head[]> {
  const all = await allCalls(house);
  const own = all.filter((call) => {
    const roles = rolesIn(call, member);
    return reading.some((role) => roles.has(role));
  });
  const now = house.clock.now();
  const openings = new Map(own.map((call) => [call.pk, summaryOf(call, now).opensAt]));
  return own.toSorted((a, b) => ((openings.get(a.pk) ?? "") > (openings.get(b.pk) ?? "") ? -1 : 1));
}

/**
 * Looks for words in everything that one of the staff may read: by its list of words in each call (decision 104), by title in calls,
 * by name and address in the people of calls, by number among certificates. `from`: with which of the calls to begin.
 */
export async function search(
  house: Parts,
  member: StaffMember,
  { text, from = 0 }: { readonly text: string; readonly from?: number | undefined },
): Promise<Found> {
  const calls = await callsReadBy(house, member);
  const words = wordsLookedFor(text);
  const looked = words.length === 0 ? [] : calls.slice(from, from + mostCalls);
  const cases = await Promise.all(looked.map(async (call) => casesIn(house, call, words)));
  const certified = await certifiedCase(house, calls, text);
  return {
    calls: words.length === 0 || from > 0 ? [] : calls.filter((call) => isTitled(house, call, words)),
    cases: cases.filter(({ lines }) => lines.length > 0),
    people:
      words.length === 0 || from > 0
        ? []
        : peopleOf(calls)
            .filter((person) => isCalled(person, words))
            .slice(0, mostPeople),
    ...(certified ? { certified } : {}),
    looked: looked.length,
    left: Math.max(0, calls.length - from - looked.length),
  };
}

/** The one case that is meant without any doubt: by its code, its certificate, or the whole address of its applicant. */
export function onlyCase({ cases, certified, left }: Found, text: string): Line | undefined {
  if (certified) return certified;
  const said = text.trim();
  const [first, ...others] = cases.flatMap(({ lines }) => lines);
  if (!first || others.length > 0 || left > 0) return undefined;
  return codeOf(first.ref) === said.toUpperCase() || first.email === said.toLowerCase() ? first : undefined;
}

/**
 * What stands in the entries alone is enough to tell which cases have all the words; of these only the lines of those that are shown
 * are read. A word that too many have narrows nothing, and is looked up in the lines.
 */
async function casesIn({ table }: Parts, call: Head, words: readonly string[]): Promise<FoundInCall> {
  const callId = idOf(call.pk);
  const pages = await Promise.all(
    words.map((word) => table.page(listPartition(callId, "words"), { prefix: word, limit: mostEntries })),
  );
  const idsOf = pages.map(({ items, next }) => ({
    ids: new Set(items.map(({ sk }) => idIn(String(sk)))),
    isWhole: next === undefined,
  }));
  const whole = idsOf.filter(({ isWhole }) => isWhole);
  const [narrowest = idsOf[0], ...others] = whole.toSorted((a, b) => a.ids.size - b.ids.size);
  const ids = [...(narrowest?.ids ?? [])].filter((id) => others.every((other) => other.ids.has(id)));
  // Where every word is looked up, each found one is one; where some are too common, the lines tell.
  const isExact = whole.length === words.length;
  const read = await table.getMany(
    ids.slice(0, isExact ? shownOfCall : mostEntries).map((id) => ({ pk: linesPartition(callId), sk: id })),
  );
  const lines = read.flatMap((item) => {
    const line = item && lineItem.parse(item).line;
    return line && hasAll(line, words) ? [line] : [];
  });
  const count = isExact ? ids.length : whole.length > 0 ? lines.length : undefined;
  return { call, lines: lines.slice(0, shownOfCall), count };
}

const hasAll = (line: Line, words: readonly string[]): boolean => {
  const known = wordsOf(line);
  return words.every((word) => known.some((one) => one.startsWith(word)));
};

function isTitled({ clock }: Parts, call: Head, words: readonly string[]): boolean {
  const { title, id } = summaryOf(call, clock.now());
  const known = wordsIn(title.lt, title.en, id);
  return words.every((word) => known.some((one) => one.startsWith(word)));
}

/** Somebody who is known by a name and an address. */
export type Named = Pick<PersonOfCall, "name" | "email">;

export function isCalled({ name, email }: Named, words: readonly string[]): boolean {
  const known = [...wordsIn(name), email.toLowerCase()];
  return words.every((word) => known.some((one) => one.startsWith(word)));
}

async function certifiedCase(
  { table }: Parts,
  calls: readonly Head[],
  text: string,
): Promise<Line | undefined> {
  const number = readNumber(text);
  const found = number === undefined ? undefined : await findCertificate(table, number);
  const item = found && (await table.get(headKey(found.ref)));
  const head = item && headItem.parse(item);
  if (!head || !calls.some((call) => idOf(call.pk) === head.callId)) return undefined;
  const line = await table.get({ pk: linesPartition(head.callId), sk: idOf(head.pk) });
  return line && lineItem.parse(line).line;
}
