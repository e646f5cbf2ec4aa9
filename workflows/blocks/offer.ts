import { days } from "../kernel/duration.ts";
import { defineForm } from "../kernel/form.ts";
import type { OfferRoad, Selection } from "../kernel/selection/selection.ts";
import { ask, awaiting } from "../kernel/states.ts";
import { why } from "../kernel/why.ts";
import { ending, tellApplicant } from "./ending.ts";
import { blockWords } from "./words.ts";

/** What a call offers is taken, or given back. */
export const offer = defineForm({
  id: "offer",
  words: blockWords,
  outcomes: ["accepted", "declined"],
  fields: { reason: why({ max: 2000, optional: true, for: ["declined"] }) },
});

/** Where the call sees how the offers of these states go, as its selection says it. */
export const offerRoad = {
  open: ["awaitingRanking", "onReserveList", "offer"],
  givenBack: ["declined"],
  ranOut: ["expired"],
} as const satisfies OfferRoad;

/**
 * From the ranking to the answer: a case waits in `awaitingRanking`, is offered something at once or from the reserve list, and has
 * until the call's last day for offers of that morning; that day stands, because the next in turn waits for it. It goes on at
 * `accepted` or, where the ranking had nothing for it, at `rejected`, and ends at `declined`, `expired` or `reserve`.
 */
export const offering = <const Accepted extends string, const Rejected extends string>({
  selection,
  accepted,
  rejected,
}: {
  readonly selection: Pick<Selection, "decisionIn">;
  readonly accepted: Accepted;
  readonly rejected: Rejected;
}) =>
  ({
    awaitingRanking: awaiting({ offered: "offer", reserve: "onReserveList", rejected }),
    onReserveList: awaiting(
      { offered: "offer", closed: "reserve" },
      { tell: tellApplicant("onReserveList") },
    ),
    offer: ask("applicant", offer, {
      within: (file, now) => selection.decisionIn(file.entry?.decision)?.expiresAt ?? now,
      isFixed: true,
      remind: [days(3), days(6)],
      on: { accepted, declined: "declined", expired: "offerExpired" },
    }),
    reserve: ending("reserve"),
    declined: ending("declined"),
    offerExpired: ending("expired"),
  }) as const;
