import { rolesIn } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import { behind } from "../cases/people/standing-in.ts";
import type { House } from "../house.ts";
import type { Head } from "../store/items.ts";
import { jobsPartition, runKey, runPrefix } from "../store/keys.ts";
import { type Run, runItem } from "../store/run-item.ts";
import { refOfTransfer } from "./attempt.ts";
import { goOnWithRun, lease } from "./run-work.ts";
import { transfersNamed } from "./transfers.ts";
import { payerOf, untaken, waitingIn } from "./waiting.ts";

type Parts = Pick<House, "table" | "clock" | "config">;

/** A run of so many is dealt with while who asks for it waits; a larger one in the background. */
export const mostAtOnce = 25;

/** Some runs of a call, the latest first. Throws a `BadCursor` for an `after` of no page. */
export async function runsOf(
  { table }: Pick<House, "table">,
  { pk }: Head,
  { limit = 25, after }: { readonly limit?: number; readonly after?: string | undefined } = {},
): Promise<{ readonly runs: readonly Run[]; readonly next?: string }> {
  const { items, next } = await table.page(pk, { prefix: runPrefix, limit, after, isReversed: true });
  return { runs: items.map((item) => runItem.parse(item)), ...(next === undefined ? {} : { next }) };
}

export async function loadRun(
  house: Pick<House, "table">,
  call: Head,
  number: number,
): Promise<Run | undefined> {
  const item = await house.table.get(runKey(call.callId, number));
  return item && runItem.parse(item);
}

export type Prepared =
  /** Its payments may still be taken in. */
  | { readonly outcome: "prepared"; readonly number: number }
  /** What was chosen no longer waits, or somebody prepared a run at the same moment. */
  | { readonly outcome: "nothingChosen" | "changed" | "notTheirs" };

/**
 * Freezes the chosen payments as the call's next run. Its number is taken once, so of two who prepare at one moment one
 * is told to look again; no payment comes into two runs.
 */
export async function prepareRun(
  house: Parts,
  call: Head,
  member: StaffMember,
  chosen: ReadonlySet<string>,
  /** So many can be chosen one by one. */
  most = mostAtOnce,
): Promise<Prepared> {
  if (!rolesIn(call, member).has("coordinator")) return { outcome: "notTheirs" };
  if (chosen.size === 0) return { outcome: "nothingChosen" };
  if (chosen.size > most) return { outcome: "changed" };
  const again = await preparedSo(house, call, member, chosen);
  if (again !== undefined) return { outcome: "prepared", number: again };
  const number = await nextNumber(house, call);
  const refs = [...new Set([...chosen].map(refOfTransfer))];
  const waiting = (await waitingIn(house, call, refs)).filter(({ id, held }) => chosen.has(id) && !held);
  const free = await untaken(house, call, waiting);
  if (number === undefined || free.length !== chosen.size) return { outcome: "changed" };
  return begin(house, call, member, number, [...chosen]);
}

/**
 * The number of the latest run where the same member prepared it of just these payments and nobody has decided on it yet: whoever
 * asks again, because nobody told them that it is prepared, has prepared it. What was cut off of it is done now.
 */
async function preparedSo(
  house: Parts,
  call: Head,
  member: StaffMember,
  chosen: ReadonlySet<string>,
): Promise<number | undefined> {
  const [latest] = (await runsOf(house, call, { limit: 1 })).runs;
  if (!latest || latest.preparedBy.email !== member.email) return undefined;
  const { number, status } = latest;
  if (status === "preparing") {
    const { chosen: before = [] } = latest.work ?? {};
    if (before.length !== chosen.size || before.some((id) => !chosen.has(id))) return undefined;
    await goOnWithRun(house, { callId: call.callId, number });
    return number;
  }
  if (status !== "prepared" || latest.transfers !== chosen.size) return undefined;
  const taken = await transfersNamed(house, { callId: call.callId, number }, [...chosen]);
  return taken.length === chosen.size ? number : undefined;
}

/** As `prepareRun`, of all that waits; a large run takes its payments in in the background. */
export async function prepareRunOfAll(house: Parts, call: Head, member: StaffMember): Promise<Prepared> {
  if (!rolesIn(call, member).has("coordinator")) return { outcome: "notTheirs" };
  const number = await nextNumber(house, call);
  return number === undefined ? { outcome: "changed" } : begin(house, call, member, number);
}

/**
 * The number of the next run, taken before anybody looks at what waits; none while the latest still takes payments in. So whoever
 * looks sees all that the runs before have taken.
 */
async function nextNumber(house: Parts, call: Head): Promise<number | undefined> {
  const [latest] = (await runsOf(house, call, { limit: 1 })).runs;
  return latest?.status === "preparing" ? undefined : (latest?.number ?? 0) + 1;
}

async function begin(
  house: Parts,
  call: Head,
  member: StaffMember,
  number: number,
  chosen?: readonly string[],
): Promise<Prepared> {
  const payer = await payerOf(house, call);
  if (!payer) return { outcome: "changed" };
  const others = [...behind(call, member.email, member.standIns ?? [])].slice(1);
  const isInBackground = chosen === undefined;
  const stored = await house.table.put(
    {
      ...runKey(call.callId, number),
      callId: call.callId,
      number,
      status: "preparing",
      payer,
      transfers: 0,
      count: 0,
      cents: 0,
      work: { kind: "prepare", done: 0, count: 0, cents: 0, ...(chosen ? { chosen } : {}) },
      workStep: 0,
      pending: jobsPartition,
      pendingAt: isInBackground ? house.clock.now() : lease(house),
      preparedAt: house.clock.now(),
      preparedBy: named(member),
      ...(others.length > 0 ? { preparedFor: others } : {}),
    },
    { ifAbsent: true },
  );
  if (stored !== "stored") return { outcome: "changed" };
  if (!isInBackground) await goOnWithRun(house, { callId: call.callId, number });
  return { outcome: "prepared", number };
}

/** Who did something with a run, as it is kept. */
export const named = ({ name, email }: StaffMember) => ({ name, email });
