import type * as z from "zod";
import type { Brought } from "./bid.ts";
import { type Decision, decisionsAs } from "./decision.ts";
import type { Key } from "./keys.ts";

/** Places, of which each has a quota: by country, by subject, by role. A number of places that are all alike has one share. */
export interface Places<B> {
  readonly kind: "places";
  /** What a stored decision calls the share that a case got. */
  readonly named: string;
  /** The list of the process whose words name the shares (`list.<list>.<share>`). */
  readonly list: string;
  /** The shares that a case asks for, the most wanted first. */
  readonly wants: (bid: B) => readonly string[];
  /** Where the call has a budget, too: what a place costs at most in each share wanted. EUR cents. */
  readonly cents?: (bid: B) => Readonly<Record<string, number>> | undefined;
}

/**
 * Money: along the order each is offered what was asked for, as far as the budget goes, and nobody is passed over. Whoever
 * stands on the line is offered what is left, in whole euros, once no other offer is open, if that is much enough of the request.
 */
export interface Budget<B> {
  readonly kind: "budget";
  /** What a case asks for. EUR cents. */
  readonly asks: (bid: B) => number;
}

/** What is told of money by its only share, and a way to call places of which one is as good as another. */
export const onlyShare = "all";

export type Award<B> = Places<B> | Budget<B>;

/** Places by quota: `wants` says which shares a case asks for, the most wanted first. */
export const places = <B>(award: Omit<Places<B>, "kind">): Places<B> => ({ kind: "places", ...award });

/** Money, with a partial award on the line: `asks` says how much a case asks for. EUR cents. */
export const budget = <B>(award: Omit<Budget<B>, "kind">): Budget<B> => ({ kind: "budget", ...award });

/** What a call says of its selection. Instants in UTC, days as local Vilnius days, amounts in EUR cents, scores in points. */
export interface Terms {
  readonly closesAt: string;
  /** How many days there are to answer an offer. */
  readonly offerDays: number;
  /** Who has less is rejected; without it everybody is in the order. */
  readonly minimumScore?: number | undefined;
  /** Two reviews further apart than this ask for a third. */
  readonly scoreGap?: number | undefined;
  /** How many places there are of each share; none where money is shared out. */
  readonly places: Readonly<Record<string, number>>;
  /** What may be spent: all that is shared out, or what places may cost. Without it places are not held back for want of money. */
  readonly budgetCents?: number | undefined;
  /** Where money is shared out: so much of a request, per cent, must be left at least to be offered as a part of it. */
  readonly partialFloorPercent?: number | undefined;
  /** Nothing that comes free after it is handed on; without it nothing is after `lastDay`. */
  readonly lastOfferDate?: string | undefined;
  /** The day after which nothing offered is of use any more, such as that of the last journey's beginning. */
  readonly lastDay?: string | undefined;
  /** Shares that fell away after the call was published: what there was of them goes to nobody. */
  readonly closed?: readonly string[] | undefined;
}

/** By which states and statuses of a case the call sees how its offer goes. */
export interface OfferRoad {
  /** An offer that was made is not answered yet. */
  readonly open: readonly string[];
  /** Its place in the order may still be changed by an appeal. */
  readonly appealing?: readonly string[];
  /** Ended so, what was offered comes free when the case ended. */
  readonly givenBack: readonly string[];
  /** Ended so, it came free when the time for an answer was over. */
  readonly ranOut: readonly string[];
}

/**
 * When what comes free is handed on: at once, at nine in the next morning (all of it together, so that the order of answers
 * within a day changes nothing), or never.
 */
export type HandsOn = "atOnce" | "mornings" | "never";

type Call = Readonly<Record<string, unknown>>;

interface Selecting<B extends Brought> {
  /** What a case brings, as it is stored (`bidOf`). */
  readonly bid: z.ZodType<B>;
  /** Whose bid comes first: by the first key in which two differ. The case's own reference separates what no key does. */
  readonly order: readonly Key<B>[];
  readonly award: Award<B>;
  /** What a call says of it. Throws on a call that says something else. */
  readonly terms: (call: Call) => Terms;
  /** The state whose step weighs a case and brings its bid: whoever audits lets it weigh again. */
  readonly weighing: string;
  readonly offers: OfferRoad;
  readonly handsOn: HandsOn;
  /**
   * What is dealt out besides, once no offer is open any more, among those who took theirs: given along the order, by the case. They wait
   * for it (`dealt`), whether or not they get any.
   */
  readonly deals?: (
    taken: readonly { readonly ref: string; readonly bid: B }[],
    call: Call,
  ) => ReadonlyMap<string, string>;
  /** What of a bid goes into the published ranking, with which it can be made again; nothing that names a person. */
  readonly publishes: readonly (keyof B & string)[];
}

/** How the calls of a process select among its cases. */
export interface Selection {
  readonly order: readonly Key<Brought>[];
  readonly award: Award<Brought>;
  readonly terms: (call: Call) => Terms;
  readonly weighing: string;
  readonly offers: OfferRoad;
  readonly handsOn: HandsOn;
  readonly deals?: (
    taken: readonly { readonly ref: string; readonly bid: Brought }[],
    call: Call,
  ) => ReadonlyMap<string, string>;
  readonly publishes: readonly string[];
  /** What a case brings; `undefined` where nothing of the kind is stored. */
  readonly bidIn: (stored: unknown) => Brought | undefined;
  /** What was decided about a case; `undefined` where nothing was. */
  readonly decisionIn: (stored: unknown) => Decision | undefined;
  /** A decision as it is stored. */
  readonly stores: (made: Decision) => Readonly<Record<string, unknown>>;
}

/** Says how the calls of a process select: what a case brings, whose comes first, and what is shared out. */
export function selects<B extends Brought>({ bid, order, award, deals, ...said }: Selecting<B>): Selection {
  const decisions = decisionsAs(award.kind === "places" ? award.named : "share");
  return {
    ...said,
    // Keys and award are given nothing but what `bidIn` of this very selection has read.
    order: order as readonly Key<Brought>[],
    award: award as Award<Brought>,
    ...(deals ? { deals: deals as NonNullable<Selection["deals"]> } : {}),
    bidIn: (stored) => bid.safeParse(stored).data,
    decisionIn: decisions.read,
    stores: decisions.write,
  };
}
