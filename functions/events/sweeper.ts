import middy from "@middy/core";
import type { Context } from "aws-lambda";
import * as z from "zod";
import type { Item, Key } from "../adapters/table.ts";
import { settleContest } from "../cases/applications/same-address.ts";
import { loadCase } from "../cases/load.ts";
import { deliverAnswer, deliverInterruption, deliverNudge, deliverSignal } from "../cases/road/deliver.ts";
import { followUp } from "../cases/road/follow-up.ts";
import { sayOwed } from "../cases/road/owe.ts";
import { postpone } from "../cases/road/postpone.ts";
import { awaitsInterruption } from "../cases/road/start.ts";
import { takeUp } from "../cases/road/take-up.ts";
import { askDue } from "../compared/ask.ts";
import { closeRound } from "../compared/close.ts";
import { tellGroup } from "../groups/tell.ts";
import type { House } from "../house.ts";
import { claimMail } from "../mails/claim.ts";
import { isDigest, sendDigest } from "../mails/digest-mail.ts";
import { isNotice, sendNotice } from "../mails/notices.ts";
import { paceOf, systemTimer, type Timer } from "../mails/pace.ts";
import { sendMail } from "../mails/send.ts";
import { settleRun } from "../payments/mark-run.ts";
import { isSeatMail, sendSeatMail } from "../seats/mails.ts";
import { sweepSeats } from "../seats/sweep.ts";
import { askingItem, roundItem } from "../store/compared-items.ts";
import { groupItem } from "../store/group-item.ts";
import { contestItem, entryItem, headItem, nudgeItem, taskItem } from "../store/items.ts";
import { everyShard, shardsOfSweepers } from "../store/keys.ts";
import { type Mail, mailItem } from "../store/mail-items.ts";
import { runItem } from "../store/run-item.ts";
import { announcementItem, visitorItem } from "../store/visitor-item.ts";
import { announce } from "../visitors/announce.ts";
import { forgetOld } from "../visitors/visitor.ts";
import { adaptivePace } from "./adaptive-pace.ts";
import { type Lease, leased } from "./lease.ts";
import type { stepFunctionsQuotas } from "./quotas.ts";
import { type Outcome, type Rounds, type Sweep, workOff } from "./rounds.ts";

/** At most so many of one shard in one round, so that no shard waits for long behind another. */
const batch = 50;
/** A round may set the next one off; a later run takes up what is left. */
const mostRounds = 10;
/** With less time left nothing new is begun: a mail whose sender is cut off before noting it may go twice. */
const reserveMilliseconds = 20_000;

export interface SweeperOptions {
  readonly timer?: Timer;
  /** So many deliveries are under way at once; mails keep their pace. With 1 all happens in the same order each time. */
  readonly atOnce?: number;
  /** Resolves when the next delivery may begin, where others have a better right to the machine. */
  readonly turn?: () => Promise<void>;
  /** What the machines' service takes of the whole account; without it, it is asked as fast as it answers. */
  readonly quotas?: typeof stepFunctionsQuotas;
}

/** Which of several sweepers this is, each with shards of its own; without it, it works off all of them. */
const input = z.object({ sweeper: z.number().int().optional() });

/**
 * Does whatever still has to leave the table: machines to start, answers and signals to deliver, mails to send.
 * Answers go first, so that what people did is not held up by mail; mails go at the configured pace, machines are told as fast as
 * their service takes it. What time does not allow stays as it is, for the next run.
 */
export const sweeper = (house: House, options: SweeperOptions = {}) =>
  middy<unknown, Sweep>(async (event: unknown, context: Context) => {
    const { sweeper: own } = input.parse(event ?? {});
    const shards = own === undefined ? everyShard : shardsOfSweepers[own];
    if (!shards) throw new Error(`there is no sweeper ${own}`);
    const isOver = () => context.getRemainingTimeInMillis() < reserveMilliseconds;
    if (own === undefined) return workOff(roundsOf(house, { shards, isOver, ...options }));
    const isIdle = (await pendingIn(house, shards, 1)).length === 0;
    const swept = isIdle
      ? undefined
      : await leased(house, own, (lease) => workOff(roundsOf(house, { shards, isOver, lease, ...options })));
    if (swept) return swept;
    const nothing = { delivered: 0, later: 0, throttled: 0 };
    house.log("K401", nothing);
    return nothing;
  });

interface Working extends SweeperOptions {
  readonly shards: readonly string[];
  readonly isOver: () => boolean;
  /** The claim on the shards of one of several sweepers, which goes on for as long as it has that and time. */
  readonly lease?: Lease;
}

function roundsOf(
  house: House,
  { shards, isOver, lease, timer = systemTimer, atOnce = 1, turn = async () => {}, quotas }: Working,
): Rounds<Item> {
  const mailTurn = paceOf(house.config.mailPerSecond, timer);
  const sharing = shardsOfSweepers.length - 1;
  const starts = quotas && adaptivePace(quotas.StartExecution.perSecond / sharing, timer);
  const words = quotas && adaptivePace(quotas.SendTask.perSecond / sharing, timer);
  const paceFor = (item: Item) => (kindOf(item) === "head" ? starts : words);
  let isLost = false;
  const isMail = (item: Item | undefined) => item !== undefined && kindOf(item) === "mail#";
  return {
    found: () => pendingIn(house, shards, batch),
    inOrder: (found) => [...kinds, undefined].map((kind) => found.filter((item) => kindOf(item) === kind)),
    deliver: (item) => deliver(house, item),
    turn: async (item) => {
      await (isMail(item) ? mailTurn() : paceFor(item)?.turn());
      await turn();
      isLost ||= lease !== undefined && !(await lease.keep());
    },
    slower: (item) => paceFor(item)?.slower(),
    lanesOf: ([first]) => (isMail(first) ? 1 : atOnce),
    isOver: () => isLost || isOver(),
    most: lease ? Number.POSITIVE_INFINITY : mostRounds,
    onRound: (swept) => house.log("K401", { ...swept }),
  };
}

/** The oldest of some shards; one that cannot be read now must not hold up the others. */
async function pendingIn(house: House, shards: readonly string[], limit: number): Promise<readonly Item[]> {
  const upTo = house.clock.now();
  const found = shards.map(async (shard) => {
    try {
      return await house.table.index("pending", shard, { upTo, limit });
    } catch (error) {
      failed(house, { pk: shard, sk: "shard" }, error);
      return [];
    }
  });
  return (await Promise.all(found)).flat();
}

/** In the order in which they go. */
const kinds = [
  "head",
  "task#",
  "entry#",
  "nudge",
  "run#",
  "group#",
  "contest",
  "count",
  "visitor#",
  "announcement",
  "asking",
  "round#",
  "mail#",
] as const;
type Kind = (typeof kinds)[number];
const kindOf = (item: Item): Kind | undefined =>
  kinds.find((kind) => typeof item.sk === "string" && item.sk.startsWith(kind));

/** What services say that take no more for now. */
const throttles: ReadonlySet<string> = new Set([
  "ThrottlingException",
  "TooManyRequestsException",
  "RequestLimitExceeded",
  "ProvisionedThroughputExceededException",
]);
const isThrottle = (error: unknown): boolean => error instanceof Error && throttles.has(error.name);

/** One failing delivery must not hold up the others, whatever of it fails. */
async function deliver(house: House, stale: Item): Promise<Outcome> {
  const key = { pk: String(stale.pk), sk: String(stale.sk) };
  const again = () => postpone(house, { ...key, ...attemptsOf(stale) });
  try {
    const item = await house.table.get(key);
    if (item?.pending === undefined) return "done";
    if (kindOf(item) === "mail#") return await send(house, mailItem.parse(item));
    const outcome = await deliverKind(house, item);
    if (outcome !== "done") await again();
    return outcome;
  } catch (error) {
    if (isThrottle(error)) return "throttled";
    failed(house, key, error);
    await again().catch((unable) => failed(house, key, unable));
    return "later";
  }
}

const failed = ({ log }: House, { pk, sk }: Key, error: unknown): void =>
  log("K303", {
    ref: pk,
    what: sk.split("#")[0] ?? "",
    error: error instanceof Error ? error.name : "unknown",
  });

/** Sends a mail unless its sender, or another sweeper, is sending it; what does not go is given back by whoever tried. */
async function send(house: House, found: Mail): Promise<Outcome> {
  const mail = await claimMail(house, found);
  if (!mail) return "theirs";
  const sendIt = isDigest(mail)
    ? sendDigest
    : isNotice(mail)
      ? sendNotice
      : isSeatMail(mail)
        ? sendSeatMail
        : sendMail;
  return (await sendIt(house, mail)) === "later" ? "later" : "done";
}

const attemptsOf = (item: Item) => (typeof item.attempts === "number" ? { attempts: item.attempts } : {});

async function deliverKind(house: House, item: Item): Promise<"done" | "later" | "waits"> {
  switch (kindOf(item)) {
    case "head": {
      const head = headItem.parse(item);
      if (head.takeUp) return takeUp(house, head);
      const followed = await followUp(house, head);
      if (followed === "done") return "done";
      if (awaitsInterruption(head))
        return (await deliverInterruption(house, head)) === "delivered" ? "done" : "later";
      return (await sayOwed(house, head.pk)) === "waits" ? "waits" : "done";
    }
    case "task#": {
      const task = taskItem.parse(item);
      const loaded = await loadCase(house, task.pk);
      if (!loaded) return "later";
      await deliverAnswer(house, task, loaded);
      return "done";
    }
    case "entry#":
      return (await deliverSignal(house, entryItem.parse(item))) === "delivered" ? "done" : "later";
    case "nudge":
      return (await deliverNudge(house, nudgeItem.parse(item))) === "delivered" ? "done" : "later";
    case "run#":
      return (await settleRun(house, runItem.parse(item))) === "settled" ? "done" : "later";
    case "group#":
      return (await tellGroup(house, groupItem.parse(item))) === "told" ? "done" : "later";
    case "contest":
      return (await settleContest(house, contestItem.parse(item))) === "settled" ? "done" : "later";
    case "count":
      return sweepSeats(house, String(item.pk));
    case "visitor#":
      await forgetOld(house, visitorItem.parse(item));
      return "done";
    case "announcement":
      return announce(house, announcementItem.parse(item));
    case "asking":
      await askDue(house, askingItem.parse(item));
      return "done";
    case "round#":
      await closeRound(house, roundItem.parse(item));
      return "done";
    case "mail#":
    case undefined:
      throw new Error(`nobody delivers ${String(item.sk)}`);
  }
}
