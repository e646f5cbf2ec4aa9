import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { Item } from "../adapters/table.ts";
import {
  deliverAnswer,
  deliverInterruption,
  deliverNudge,
  deliverSignal,
  postpone,
} from "../cases/deliver.ts";
import { followUp } from "../cases/follow-up.ts";
import { loadCase } from "../cases/load.ts";
import { awaitsInterruption } from "../cases/start.ts";
import { tellGroup } from "../groups/tell.ts";
import type { House } from "../house.ts";
import { isDigest, sendDigest } from "../mails/digest-mail.ts";
import { isNotice, sendNotice } from "../mails/notices.ts";
import { paceOf, systemTimer, type Timer } from "../mails/pace.ts";
import { sendMail } from "../mails/send.ts";
import { settleRun } from "../payments/mark-run.ts";
import { groupItem } from "../store/group-item.ts";
import { entryItem, headItem, nudgeItem, taskItem } from "../store/items.ts";
import { shards } from "../store/keys.ts";
import { mailItem } from "../store/mail-items.ts";
import { runItem } from "../store/run-item.ts";

/** At most so many of one shard in one round, so that no shard waits for long behind another. */
const batch = 50;
/** A round may set the next one off; a later run takes up what is left. */
const rounds = 10;
/** With less time left nothing new is begun: who is cut off between sending a mail and noting it sends it twice. */
const reserveMilliseconds = 20_000;

export interface Sweep {
  readonly delivered: number;
  readonly later: number;
}

/**
 * Retries whatever still has to leave the table: machines to start, answers and signals to deliver, mails to send.
 * Answers go first, so that what people did is not held up by mail; mails go at the configured pace. What time does
 * not allow stays as it is, for the next run.
 */
export const sweeper = (house: House, timer: Timer = systemTimer) =>
  middy<unknown, Sweep>(async (_event: unknown, context: Context) => {
    const total = { delivered: 0, later: 0 };
    const run: Run = {
      startedAt: house.clock.now(),
      mailTurn: paceOf(house.config.mailPerSecond, timer),
      isOver: () => context.getRemainingTimeInMillis() < reserveMilliseconds,
    };
    for (let round = 0; round < rounds; round++) {
      const { delivered, later } = await sweepOnce(house, run, round === 0);
      total.delivered += delivered;
      total.later += later;
      if (delivered === 0 || run.isOver()) break;
    }
    house.log("K401", total);
    return total;
  });

interface Run {
  readonly startedAt: string;
  /** Resolves when a mail may go. */
  readonly mailTurn: () => Promise<void>;
  readonly isOver: () => boolean;
}

async function sweepOnce(house: House, run: Run, isFirst: boolean): Promise<Sweep> {
  const counts = { delivered: 0, later: 0 };
  const upTo = house.clock.now();
  const found = await Promise.all(
    shards.map((shard) => house.table.index("pending", shard, { upTo, limit: batch })),
  );
  const items = found.flat().filter((item) => isFirst || !isOnItsWay(item, run));
  for (const item of items.toSorted((a, b) => urgency(a) - urgency(b))) {
    if (run.isOver()) return counts;
    if (kindOf(item) === "mail#") await run.mailTurn();
    if ((await deliver(house, item)) === "done") counts.delivered++;
    else counts.later++;
  }
  return counts;
}

/**
 * What this run delivers makes machines go on, and whoever they call sends its mails at once. Such a mail is left to its
 * sender, so that it does not go out twice; should the sender have failed, the next run takes it.
 */
const isOnItsWay = (item: Item, { startedAt }: Run): boolean =>
  kindOf(item) === "mail#" && String(item.pendingAt) >= startedAt;

const kinds = ["head", "task#", "entry#", "nudge", "run#", "group#", "mail#"] as const;
const kindOf = (item: Item): (typeof kinds)[number] | undefined =>
  kinds.find((kind) => typeof item.sk === "string" && item.sk.startsWith(kind));
const urgency = (item: Item): number => kinds.findIndex((kind) => String(item.sk).startsWith(kind));

/** One failing delivery must not hold up the others; it comes back later, a little later each time. */
async function deliver(house: House, stale: Item): Promise<"done" | "later"> {
  const key = { pk: String(stale.pk), sk: String(stale.sk) };
  const item = await house.table.get(key);
  if (item?.pending === undefined) return "done";
  try {
    const outcome = await deliverKind(house, item);
    if (outcome === "later") await postpone(house, { ...key, ...attemptsOf(item) });
    return outcome;
  } catch (error) {
    house.log("K303", {
      ref: key.pk,
      what: key.sk.split("#")[0] ?? "",
      error: error instanceof Error ? error.name : "unknown",
    });
    await postpone(house, { ...key, ...attemptsOf(item) });
    return "later";
  }
}

const attemptsOf = (item: Item) => (typeof item.attempts === "number" ? { attempts: item.attempts } : {});

async function deliverKind(house: House, item: Item): Promise<"done" | "later"> {
  switch (kindOf(item)) {
    case "head": {
      const head = headItem.parse(item);
      const followed = await followUp(house, head.pk);
      if (followed === "done") return "done";
      if (!awaitsInterruption(head)) return "later";
      return (await deliverInterruption(house, head)) === "delivered" ? "done" : "later";
    }
    case "task#": {
      const task = taskItem.parse(item);
      const loaded = await loadCase(house, task.pk);
      return loaded && (await deliverAnswer(house, task, loaded)) === "delivered" ? "done" : "later";
    }
    case "entry#":
      return (await deliverSignal(house, entryItem.parse(item))) === "delivered" ? "done" : "later";
    case "nudge":
      return (await deliverNudge(house, nudgeItem.parse(item))) === "delivered" ? "done" : "later";
    case "run#":
      return (await settleRun(house, runItem.parse(item))) === "settled" ? "done" : "later";
    case "group#":
      return (await tellGroup(house, groupItem.parse(item))) === "told" ? "done" : "later";
    case "mail#": {
      const mail = mailItem.parse(item);
      const send = isDigest(mail) ? sendDigest : isNotice(mail) ? sendNotice : sendMail;
      const sent = await send(house, mail);
      return sent === "later" ? "later" : "done";
    }
    case undefined:
      throw new Error(`nobody delivers ${String(item.sk)}`);
  }
}
