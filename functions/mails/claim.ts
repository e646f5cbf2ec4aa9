import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { localDay, vilniusInstant } from "../../workflows/kernel/facts/calendar.ts";
import { laterFor } from "../cases/road/postpone.ts";
import type { House } from "../house.ts";
import { nothingPending } from "../store/keys.ts";
import type { Mail } from "../store/mail-items.ts";

/** Whoever has claimed a mail has so long to send it, by the clock; then it is anybody's. */
const claimMilliseconds = 120_000;
/** With less of the claim left, sending is not begun: nobody waits for the provider for longer. */
const sendingMilliseconds = 15_000;
/** A mail that may have gone waits so long for its provider to say so, before it goes once more. */
const unsureMilliseconds = 15 * 60_000;

/** What a mail that leaves the list of what is pending no longer has. */
export const mailSettled: readonly string[] = [...nothingPending, "claim", "claimedUntil", "unwritten"];

/** A claim on a mail (`now`: UTC instant): no sweeper finds the mail before the claim's end. */
export function claimFrom(now: string) {
  const claimedUntil = after(now, claimMilliseconds);
  return { claim: randomUUID(), claimedUntil, pendingAt: claimedUntil };
}

/** Claims a mail that is pending, so that nobody else sends it; `undefined` where somebody else has. */
export async function claimMail(
  { table, clock }: Pick<House, "table" | "clock">,
  mail: Mail,
): Promise<Mail | undefined> {
  const now = clock.now();
  if (mail.claimedUntil !== undefined && now < mail.claimedUntil) return undefined;
  const claimed = claimFrom(now);
  const { outcome } = await table.change(keyOf(mail), {
    set: claimed,
    when: { pending: "present", claim: mail.claim === undefined ? "absent" : { is: mail.claim } },
  });
  return outcome === "changed" ? { ...mail, ...claimed } : undefined;
}

/**
 * The mail with enough of the claim left to send it now. Whoever was slow claims it anew and looks at the clock once more, since
 * that answer may have been slow too; `undefined` where somebody else has the mail by now.
 */
export async function claimedStill(
  { table, clock }: Pick<House, "table" | "clock">,
  mail: Mail,
): Promise<Mail | undefined> {
  let held = mail;
  while ((held.claimedUntil ?? "") < after(clock.now(), sendingMilliseconds)) {
    const claimed = claimFrom(clock.now());
    if (!(await change(table, held, claimed))) return undefined;
    held = { ...held, ...claimed };
  }
  return held;
}

/** Leaves a claimed mail that has not gone to the sweeper, a little later each time. */
export async function giveBack(house: Pick<House, "table" | "clock" | "log">, mail: Mail): Promise<void> {
  const { attempts, at } = laterFor(house, mail);
  await change(house.table, mail, { pendingAt: at, attempts }, ["claim", "claimedUntil"]);
}

/**
 * Keeps a mail that may have gone claimed for a while: a report of the provider that it has will mark it as sent, and without one
 * it goes once more. So somebody may have it twice, which is better than never: terms run from what mails say.
 */
export async function keepUnsure(house: Pick<House, "table" | "clock" | "log">, mail: Mail): Promise<void> {
  const { attempts, at } = laterFor(house, mail);
  const claimedUntil = after(at, unsureMilliseconds);
  await change(house.table, mail, { claimedUntil, pendingAt: claimedUntil, attempts });
}

/**
 * Leaves a claimed mail that cannot be written until the next morning: whoever mends its text may have it tried at once, and nothing is
 * gained by trying sooner.
 */
export async function keepUnwritten(
  house: Pick<House, "table" | "clock">,
  mail: Mail,
  unwritten: Readonly<NonNullable<Mail["unwritten"]>>,
): Promise<void> {
  const set = { pendingAt: nextMorning(house.clock.now()), unwritten };
  await change(house.table, mail, set, ["claim", "claimedUntil"]);
}

/** At eight on the local day after an instant, when what need not go now goes (all UTC). */
export function nextMorning(now: string): string {
  const tomorrow = localDay(Temporal.Instant.from(now)).add({ days: 1 });
  return vilniusInstant(`${tomorrow}T08:00:00`).toString({ smallestUnit: "millisecond" });
}

/** Changes a mail as long as the claim is ours. */
async function change(
  table: House["table"],
  mail: Mail,
  set: Readonly<Record<string, unknown>>,
  remove: readonly string[] = [],
): Promise<boolean> {
  if (mail.claim === undefined) return false;
  const when = { claim: { is: mail.claim }, pending: "present" } as const;
  return (await table.change(keyOf(mail), { set, remove, when })).outcome === "changed";
}

const keyOf = ({ pk, sk }: Mail) => ({ pk, sk });

const after = (now: string, milliseconds: number): string =>
  new Date(Date.parse(now) + milliseconds).toISOString();

/** A mail that need not go any more. */
export async function markUnneeded(house: House, { pk, sk }: Mail): Promise<"held"> {
  const set = { unneededAt: house.clock.now() };
  await house.table.change({ pk, sk }, { set, remove: mailSettled });
  return "held";
}
