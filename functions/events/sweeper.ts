import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { Item, Key } from "../adapters/table.ts";
import { deliverAnswer, deliverInterruption, deliverNudge, deliverSignal } from "../cases/deliver.ts";
import { followUp } from "../cases/follow-up.ts";
import { loadCase } from "../cases/load.ts";
import { sayOwed } from "../cases/owe.ts";
import { postpone } from "../cases/postpone.ts";
import { settleContest } from "../cases/same-address.ts";
import { awaitsInterruption } from "../cases/start.ts";
import { takeUp } from "../cases/take-up.ts";
import { tellGroup } from "../groups/tell.ts";
import type { House } from "../house.ts";
import { claimMail } from "../mails/claim.ts";
import { isDigest, sendDigest } from "../mails/digest-mail.ts";
import { isNotice, sendNotice } from "../mails/notices.ts";
import { paceOf, systemTimer, type Timer } from "../mails/pace.ts";
import { sendMail } from "../mails/send.ts";
import { settleRun } from "../payments/mark-run.ts";
import { groupItem } from "../store/group-item.ts";
import { contestItem, entryItem, headItem, nudgeItem, taskItem } from "../store/items.ts";
import { shards } from "../store/keys.ts";
import { type Mail, mailItem } from "../store/mail-items.ts";
import { runItem } from "../store/run-item.ts";

/** At most so many of one shard in one round, so that no shard waits for long behind another. */
const batch = 50;
/** A round may set the next one off; a later run takes up what is left. */
const rounds = 10;
/** With less time left nothing new is begun: a mail whose sender is cut off before noting it may go twice. */
const reserveMilliseconds = 20_000;

export interface Sweep {
  readonly delivered: number;
  readonly later: number;
}

export interface SweeperOptions {
  readonly timer?: Timer;
  /** So many deliveries are under way at once; mails keep their pace. With 1 all happens in the same order each time. */
  readonly atOnce?: number;
  /** Resolves when the next delivery may begin, where others have a better right to the machine. */
  readonly turn?: () => Promise<void>;
}

/**
 * Does whatever still has to leave the table: machines to start, answers and signals to deliver, mails to send.
 * Answers go first, so that what people did is not held up by mail; mails go at the configured pace. What time does
 * not allow stays as it is, for the next run.
 */
export const sweeper = (
  house: House,
  { timer = systemTimer, atOnce = 1, turn = async () => {} }: SweeperOptions = {},
) =>
  middy<unknown, Sweep>(async (_event: unknown, context: Context) => {
    const total = { delivered: 0, later: 0 };
    const mailTurn = paceOf(house.config.mailPerSecond, timer);
    const run: Run = {
      atOnce,
      turn: async (kind) => {
        if (kind === "mail#") await mailTurn();
        await turn();
      },
      isOver: () => context.getRemainingTimeInMillis() < reserveMilliseconds,
    };
    for (let round = 0; round < rounds; round++) {
      const { delivered, later } = await sweepOnce(house, run);
      total.delivered += delivered;
      total.later += later;
      if (delivered === 0 || run.isOver()) break;
    }
    house.log("K401", total);
    return total;
  });

interface Run {
  readonly atOnce: number;
  /** Resolves when something of a kind may be delivered. */
  readonly turn: (kind: Kind | undefined) => Promise<void>;
  readonly isOver: () => boolean;
}

async function sweepOnce(house: House, run: Run): Promise<Sweep> {
  const counts = { delivered: 0, later: 0 };
  const upTo = house.clock.now();
  const found = await Promise.all(shards.map((shard) => pendingIn(house, shard, upTo)));
  const items = found.flat();
  for (const kind of [...kinds, undefined]) {
    const waiting = items.filter((item) => kindOf(item) === kind).values();
    const deliverNext = async (): Promise<void> => {
      for (const item of waiting) {
        await run.turn(kind);
        if (run.isOver()) return;
        const outcome = await deliver(house, item);
        if (outcome === "done") counts.delivered++;
        if (outcome === "later") counts.later++;
      }
    };
    const lanes = kind === "mail#" ? 1 : run.atOnce;
    await Promise.all(Array.from({ length: lanes }, deliverNext));
  }
  return counts;
}

/** A shard that cannot be read now must not hold up the others. */
async function pendingIn(house: House, shard: string, upTo: string): Promise<readonly Item[]> {
  try {
    return await house.table.index("pending", shard, { upTo, limit: batch });
  } catch (error) {
    failed(house, { pk: shard, sk: "shard" }, error);
    return [];
  }
}

/** In the order in which they go. */
const kinds = ["head", "task#", "entry#", "nudge", "run#", "group#", "contest", "mail#"] as const;
type Kind = (typeof kinds)[number];
const kindOf = (item: Item): Kind | undefined =>
  kinds.find((kind) => typeof item.sk === "string" && item.sk.startsWith(kind));

/**
 * What came of an item: it has left the table; it could not and is tried later, a little later each time; it waits for its case, which
 * hinders nobody; or somebody else is about it.
 */
type Outcome = "done" | "later" | "waits" | "theirs";

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
  const sendIt = isDigest(mail) ? sendDigest : isNotice(mail) ? sendNotice : sendMail;
  return (await sendIt(house, mail)) === "later" ? "later" : "done";
}

const attemptsOf = (item: Item) => (typeof item.attempts === "number" ? { attempts: item.attempts } : {});

async function deliverKind(house: House, item: Item): Promise<Exclude<Outcome, "theirs">> {
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
    case "mail#":
    case undefined:
      throw new Error(`nobody delivers ${String(item.sk)}`);
  }
}
