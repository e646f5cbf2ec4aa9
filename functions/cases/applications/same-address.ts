import { printTime } from "../../../workflows/kernel/facts/print.ts";
import { loadCall, summaryOf } from "../../calls/calls.ts";
import type { House } from "../../house.ts";
import { queueNotice } from "../../mails/notices.ts";
import { type Contest, contestItem } from "../../store/items.ts";
import { contestKey, entryKey, headKey, pendingSince } from "../../store/keys.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { applicationsIn, identityOf } from "../people/mine.ts";
import { breakIn, isBreakingIn, mayInterrupt } from "../road/interrupt.ts";
import { nudgeCall } from "../road/nudge.ts";
import { stateNow } from "../road/show-state.ts";
import { contestDays } from "./contest.ts";

/**
 * Several applications of one address in one call: which of them counts (decision 0054). All are taken and run; the one that its
 * owner confirms stands, and without a word of the owner the first, a week after the other came.
 */

/** The word with which an application gives way: that with which its applicant takes it back. */
function wordOf({ process }: Pick<LoadedCase, "process">) {
  const words = Object.entries(process.interruptions);
  return words.flatMap(([name, { takesBack, form }]) =>
    takesBack === undefined ? [] : [{ name, form, why: takesBack }],
  )[0];
}

const mayGiveWay = (loaded: LoadedCase, now: string): boolean => {
  const word = wordOf(loaded);
  return word !== undefined && mayInterrupt(loaded, word.name, now);
};

/** None names whoever confirmed another: its sender may be a stranger. */
const reasons = {
  ofOwner: {
    lt: "Taip nusprendė šio el. pašto adreso savininkas.",
    en: "The owner of this e-mail address decided so.",
  },
  ofOrganisation: {
    lt: "Jūsų organizacija paraišką jau pateikė.",
    en: "Your organisation has applied already.",
  },
} as const;

const isRunning = ({ entry }: LoadedCase): boolean => entry?.ended !== true;

/** It was not taken back, whatever else became of it. */
const counts = (loaded: LoadedCase): boolean =>
  !loaded.head.interruptions.some(({ name }) => name === wordOf(loaded)?.name);

const isConfirmed = (loaded: LoadedCase): boolean => loaded.head.confirmedAt !== undefined && counts(loaded);

/** It runs, and can no longer be taken back. */
const isBeyond = (loaded: LoadedCase, now: string): boolean =>
  isRunning(loaded) && !isPassing(loaded, now) && !mayGiveWay(loaded, now);

/** It will stand somewhere else in a moment: a word broke in, or its machine passes through a step. */
function isPassing(loaded: LoadedCase, now: string): boolean {
  const state = stateNow(loaded, now);
  const { states, start } = loaded.process;
  return isBreakingIn(loaded) || states[state === "submitted" ? start : state]?.kind === "step";
}

/** Were both sent by whoever has one address? Of one organisation nobody has, and then the first counts. */
const haveOneOwner = (a: LoadedCase, b: LoadedCase): boolean =>
  ownerOf(a) !== undefined && ownerOf(a) === ownerOf(b);

const ownerOf = ({ process, file }: LoadedCase): string | undefined =>
  process.people("applicant", file)?.email.toLowerCase();

/** All applications of this one's identity in its call, which mostly is an address, the first that was sent first. */
export async function applicationsWith(
  house: Pick<House, "table" | "config">,
  loaded: LoadedCase,
): Promise<readonly LoadedCase[]> {
  const identity = identityOf(loaded);
  return identity === "" || isGiven(loaded) || loaded.process.call?.isRepeatable
    ? [loaded]
    : applicationsIn(house, loaded.head.callId, identity);
}

/** Another case gave rise to it: nobody applied. */
const isGiven = ({ head }: LoadedCase): boolean => head.draftId === undefined;

/** Notes that an application came after another of the same address that still counts. Safe to repeat. */
export async function noteContest(house: Pick<House, "table" | "config">, ref: string): Promise<void> {
  const loaded = await loadCase(house, ref);
  if (!loaded || (await house.table.get(contestKey(ref)))) return;
  const all = await applicationsWith(house, loaded);
  const before = all.slice(
    0,
    all.findIndex(({ head }) => head.pk === ref),
  );
  if (!before.some(counts)) return;
  const { callId, submittedAt } = loaded.head;
  const settleAt = new Date(Date.parse(submittedAt) + contestDays * 86_400_000).toISOString();
  const contest: Contest = {
    ...contestKey(ref),
    sk: "contest",
    settleAt,
    ...pendingSince(ref, settleAt),
  };
  await house.table.change(entryKey(callId, ref), {
    set: { contested: true },
    when: { ended: { is: false } },
  });
  await house.table.put(contest, { ifAbsent: true });
}

export type Confirmed = "confirmed" | "another" | "beyond" | "over";

/** Can this one be confirmed now? `another` was before; another is `beyond` being taken back; it is `over` itself. */
export function confirmable(all: readonly LoadedCase[], ref: string, now: string): Confirmed {
  const own = all.find(({ head }) => head.pk === ref);
  if (!own || !counts(own)) return "over";
  const others = all.filter(({ head }) => head.pk !== ref);
  const isOthers = others.some((other) => counts(other) && !haveOneOwner(own, other));
  if (!isConfirmed(own) && (isOthers || others.some(isConfirmed))) return "another";
  return others.some((other) => isBeyond(other, now)) ? "beyond" : "confirmed";
}

/** The owner of its address says that this application counts: the others of the address give way. Safe to repeat. */
export async function confirmApplication(house: House, loaded: LoadedCase): Promise<Confirmed> {
  const now = house.clock.now();
  const { pk } = loaded.head;
  const may = confirmable(await applicationsWith(house, loaded), pk, now);
  if (may !== "confirmed") return may;
  await house.table.change(headKey(pk), { set: { confirmedAt: now }, when: { confirmedAt: "absent" } });
  house.log("K106", { ref: pk });
  const all = await applicationsWith(house, loaded);
  if ((await settleAmong(house, all, false)) === "later") await hasten(house, all, pk);
  return "confirmed";
}

/** Has the others of an address settled by the sweeper, as soon as they can be. */
async function hasten({ table, clock }: House, all: readonly LoadedCase[], confirmed: string): Promise<void> {
  const settleAt = clock.now();
  for (const { head } of all.filter((one) => one.head.pk !== confirmed && isRunning(one)))
    await table.change(contestKey(head.pk), { set: { settleAt, ...pendingSince(head.pk, settleAt) } });
}

/** Settles a contest whose week is over. */
export async function settleContest(house: House, contest: Contest): Promise<"settled" | "later"> {
  const loaded = await loadCase(house, contest.pk);
  if (!loaded) return "settled";
  const all = await applicationsWith(house, loaded);
  const settled = await settleAmong(house, all, house.clock.now() >= contest.settleAt);
  if (settled === "settled") await endContest(house, contest.pk);
  return settled;
}

async function settleAmong(
  house: House,
  all: readonly LoadedCase[],
  isDue: boolean,
): Promise<"settled" | "later"> {
  const now = house.clock.now();
  const those = all.filter(counts);
  const running = those.filter(isRunning);
  const confirmed = those
    .filter(isConfirmed)
    .toSorted((a, b) => (String(a.head.confirmedAt) < String(b.head.confirmedAt) ? -1 : 1));
  const standing =
    confirmed[0] ?? running.find((one) => isBeyond(one, now)) ?? (isDue ? those[0] : undefined);
  if (!standing) return isDue ? "settled" : "later";
  if (isRunning(standing)) await uncontest(house, standing);
  let isDone = true;
  for (const one of running) {
    if (one.head.pk === standing.head.pk) continue;
    isDone = (await giveWay(house, one, standing)) && isDone;
  }
  return isDone ? "settled" : "later";
}

/** It counts in its call from now on. */
async function uncontest(house: House, { head, entry }: LoadedCase): Promise<void> {
  if (entry?.contested) {
    await house.table.change(entryKey(head.callId, head.pk), { remove: ["contested"] });
    await nudgeCall(house, head.callId);
  }
  await endContest(house, head.pk);
}

async function endContest({ table }: House, ref: string): Promise<void> {
  const item = await table.get(contestKey(ref));
  if (item && contestItem.parse(item).pending !== undefined)
    await table.change(contestKey(ref), { remove: ["pending", "pendingAt", "attempts"] });
}

/** `false` when it cannot be told yet. */
async function giveWay(house: House, loaded: LoadedCase, standing: LoadedCase): Promise<boolean> {
  const { head, process, file } = loaded;
  const now = house.clock.now();
  if (isPassing(loaded, now) && !mayGiveWay(loaded, now)) return false;
  const to = process.people("applicant", file);
  const word = wordOf(loaded);
  if (to === undefined || word === undefined || isBeyond(loaded, now)) {
    await uncontest(house, loaded);
    return true;
  }
  const why = haveOneOwner(loaded, standing) ? "ofOwner" : "ofOrganisation";
  const raw = { outcome: word.form.outcomes[0], [word.why]: reasons[why][head.language] };
  const said = await breakIn(house, loaded, { name: word.name, by: to.email }, raw);
  if (said.outcome !== "accepted") return false;
  await endContest(house, head.pk);
  const values = await whichOnes(house, loaded, standing, to.language);
  await queueNotice(
    house,
    to,
    { name: why === "ofOwner" ? "gaveWay" : "appliedAlready", values, ref: head.pk },
    head.pk,
  );
  return true;
}

/** When each was sent, and to which call, as a notice names them. */
async function whichOnes(house: House, loaded: LoadedCase, standing: LoadedCase, language: "lt" | "en") {
  const call = await loadCall(house, loaded.head.callId);
  return {
    call: call ? summaryOf(call, house.clock.now()).title[language] : "",
    sent: printTime(loaded.head.submittedAt, language),
    other: printTime(standing.head.submittedAt, language),
  };
}
