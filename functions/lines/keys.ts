import type { Key } from "../adapters/table.ts";
import { measuresOf } from "../numbers/measures.ts";
import { moneyNames, moneyOf } from "../numbers/money.ts";
import { type PublicList, placesInPublic, publicLists, publicPartition } from "../public/keys.ts";
import { codeOf } from "../reading/codes.ts";
import { idOf, refOfCall } from "../store/keys.ts";
import type { Line } from "../store/line-item.ts";
import { collationKey, wordsIn } from "./collation.ts";

/** The orders in which the cases of a call are listed. */
export const orders = [
  "submitted",
  "name",
  "school",
  "municipality",
  "post",
  "stage",
  "due",
  "position",
] as const;
export type Order = (typeof orders)[number];

/**
 * What a call's cases are listed by. An order lists them all (by position or deadline those that have one); a facet lists those that
 * have something in common, one value after another, each in the order of submission. Stage, municipality and post (as what somebody works) are both.
 */
export type ListName =
  | Order
  | "waited"
  | "money"
  | "ended"
  | "asked"
  | "funded"
  | "words"
  | "reserve"
  | "unranked"
  | "going"
  | "outdated"
  | "measure"
  | PublicList;

/** How keys are made; goes up with each change of it, so that lines of another making are made anew. */
export const making = 8;

export const lineKey = (callId: string, ref: string): Key => ({ pk: linesPartition(callId), sk: idOf(ref) });
/** Where it stands what everybody may see of a call itself. */
export const callLineKey = (callId: string): Key => ({ pk: refOfCall(callId), sk: "open" });
export const linesPartition = (callId: string): string => `lines#${callId}`;
export const listPartition = (callId: string, list: ListName): string =>
  isPublic(list) ? publicPartition(list) : `lines#${callId}#${list}`;

/** Is it a list that everybody may see, of the cases of all calls together? */
export const isPublic = (list: string): list is PublicList => publicLists.some((known) => known === list);

/** What stands for where a case is, in an address: its state, or how it ended. */
export const stageKey = ({ state, ended }: Pick<Line, "state" | "ended">): string =>
  ended ? `ended.${state}` : state;

/** With what the sort keys of one value of a facet begin. */
export const valuePrefix = (list: ListName, value: string): string => {
  switch (list) {
    case "municipality":
      return `${collationKey(value)}#`;
    case "words":
      return value;
    default:
      return `${value}#`;
  }
};

/** The words by which a case is found; an e-mail address is one word. */
export const wordsOf = (one: Pick<Line, "name" | "school" | "ref" | "email">): readonly string[] => [
  ...wordsIn(one.name, one.school, codeOf(one.ref)),
  ...(one.email === "" ? [] : [one.email]),
];

/** With what the keys begin of those who travel to a country and are in no group. */
export const alonePrefix = (country: string): string => `alone#${country}#`;

const padded = (position: number): string => String(position).padStart(7, "0");

/** The place in the list of those who wait on the reserve list; without an identifier, before all of that position. */
export const reservePlace = (position: number, id = ""): string => `${padded(position)}#${id}`;

/** Does it wait on the reserve list? */
export const isWaiting = (one: Line): one is Line & { ranked: NonNullable<Line["ranked"]> } =>
  one.ranked?.kind === "reserve" && !one.ended;

/** Where a case stands in a list: the sort keys of its entries there, the identifier last; most lists have one or none. */
export function placesIn(list: ListName, one: Line): readonly string[] {
  const id = idOf(one.ref);
  const submitted = `${one.day}#${one.submittedAt}#${id}`;
  switch (list) {
    case "submitted":
      return [submitted];
    case "name":
      return [`${collationKey(one.name)}#${id}`];
    case "school":
      return [`${collationKey(one.school)}#${id}`];
    case "municipality":
    case "post":
      return [`${valuePrefix(list, one[list])}${submitted}`];
    case "stage":
      return [`${valuePrefix(list, stageKey(one))}${submitted}`];
    case "due":
      return one.due ? [`${one.due.at}#${id}`] : [];
    case "position":
      return one.ranked ? [`${padded(one.ranked.position)}#${id}`] : [];
    case "waited":
      return [...new Set(one.stays.map(({ state }) => state))].map((state) => `${state}#${submitted}`);
    case "money": {
      const money = moneyOf(one);
      return moneyNames.filter((name) => money[name] !== 0).map((name) => `${name}#${submitted}`);
    }
    case "measure":
      return measuresOf(one).map((name) => `${name}#${submitted}`);
    case "ended":
      return [`${one.ended ? "yes" : "no"}#${submitted}`];
    case "asked":
      return one.asked.length > 0 ? [submitted] : [];
    case "funded":
      return one.isFunded ? [submitted] : [];
    case "words":
      return wordsOf(one).map((word) => `${word}#${id}`);
    case "reserve":
      return isWaiting(one) ? [reservePlace(one.ranked.position, id)] : [];
    case "unranked":
      return one.isUnranked ? [`${collationKey(one.name)}#${id}`] : [];
    case "going":
      return one.goes && one.group === undefined
        ? [`${alonePrefix(one.goes.country)}${collationKey(one.name)}#${id}`]
        : [];
    case "outdated":
      return one.goes?.isOutdated ? [`${collationKey(one.name)}#${id}`] : [];
    default:
      return placesInPublic(list, one);
  }
}

export const listNames = [
  ...orders,
  "waited",
  "money",
  "ended",
  "asked",
  "funded",
  "words",
  "reserve",
  "unranked",
  "going",
  "outdated",
  "measure",
  ...publicLists,
] as const satisfies readonly ListName[];

/** The entries of a case in all lists of its call. */
export const entriesOf = (one: Line): readonly Key[] =>
  listNames.flatMap((list) => placesIn(list, one).map((sk) => ({ pk: listPartition(one.callId, list), sk })));

/** Whose an entry is. */
export const idIn = (sk: string): string => sk.slice(sk.lastIndexOf("#") + 1);
