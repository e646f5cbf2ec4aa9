import type * as z from "zod";
import { type Finding, isAtOnce, lastFinding } from "../../findings/ask.ts";
import type { House } from "../../house.ts";
import { strandedFor } from "../../mails/hold.ts";
import { type Head, headItem } from "../../store/items.ts";
import { headKey, idOf, isCall, refOfCall } from "../../store/keys.ts";
import type { Stranded } from "../../store/mail-items.ts";
import { type LoadedCase, loadCase } from "../load.ts";
import { callsOfCoordinator } from "../people/staff.ts";
import type { StaffMember } from "../people/staff-member.ts";
import { type Delivery, overdueDeliveries } from "./overdue.ts";
import { isDriven, latestOf, lookAt, type Silent, silenceOf, silentFinding, silentRefs } from "./silent.ts";

/** Something that stands still and does not mend itself, with what a person needs to mend it. */
export type Stuck =
  /** Mail of a case is held, because an address takes none. */
  | { readonly kind: "mail"; readonly since: string; readonly line: Stranded }
  | Silent
  /** Something of it does not leave the table. */
  | ({ readonly kind: "delivery"; readonly loaded: LoadedCase } & Delivery);

type Parts = Pick<House, "table" | "engine" | "clock">;

/** A call with so many cases that they are looked through in the background, and what is known of that. */
export interface Unseen {
  readonly call: Head;
  readonly finding: Finding<z.infer<typeof silentFinding>>;
}

export interface StuckAll {
  readonly stuck: readonly Stuck[];
  readonly unseen: readonly Unseen[];
}

/** What stands still in the calls of a coordinator, the longest first. */
export async function stuckFor(house: Parts, member: StaffMember): Promise<StuckAll> {
  const calls = await callsOfCoordinator(house, member);
  const mails = (await strandedFor(house, member.email)).lines.map(
    (line): Stuck => ({ kind: "mail", since: line.since, line }),
  );
  const deliveries = await deliveriesOf(house, calls);
  const known = new Set(deliveries.map(({ loaded }) => loaded.head.pk));
  const { stuck, unseen } = await silentIn(house, calls, known);
  return {
    stuck: [...mails, ...deliveries, ...stuck].toSorted((a, b) => (a.since < b.since ? -1 : 1)),
    unseen,
  };
}

type OfCase = Exclude<Stuck, { kind: "mail" }>;

/** So many are named at most: one cause often stops many, and whoever mends it looks again. */
const mostNamed = 100;

/** What was tried in vain; where no machine is left that could take it, the machine is what has to be mended. */
async function deliveriesOf(house: Parts, calls: readonly Head[]): Promise<readonly OfCase[]> {
  const found: OfCase[] = [];
  const broken = new Set<string>();
  const isOwn = (id: string) => calls.some(({ callId }) => callId === id);
  for (const { callId, ...delivery } of await overdueDeliveries(house)) {
    if (found.length >= mostNamed) break;
    if (callId !== undefined && !isOwn(callId)) continue;
    const loaded = await loadCase(house, delivery.ref);
    if (!loaded || !isOwn(loaded.head.callId)) continue;
    const needsMachine = ["answer", "signal", "interruption"].includes(delivery.what);
    if (needsMachine && !(await isDriven(house, loaded.head))) {
      if (!broken.has(delivery.ref)) found.push({ kind: "machine", since: delivery.since, loaded });
      broken.add(delivery.ref);
    } else if (delivery.what !== "signal") found.push({ kind: "delivery", loaded, ...delivery });
  }
  return found;
}

/** Cases whose machine left nothing behind that somebody or something could be waited for. */
async function silentIn(
  house: Parts,
  calls: readonly Head[],
  known: ReadonlySet<string>,
): Promise<Pick<StuckAll, "stuck" | "unseen">> {
  const stuck: OfCase[] = [];
  const unseen: Unseen[] = [];
  for (const call of calls) {
    const { refs, ...rest } = await suspects(house, call);
    if (rest.finding) unseen.push({ call, finding: rest.finding });
    for (const ref of refs) {
      const found = known.has(ref) ? undefined : await lookAt(house, call, ref);
      if (found) stuck.push(found);
    }
    const silence = call.endedAt ? undefined : await silenceOf(house, call);
    if (silence) stuck.push(silence);
    if (!call.endedAt && !known.has(call.pk) && !(await isDriven(house, call))) {
      const loaded = await loadCase(house, call.pk);
      if (loaded) stuck.push({ kind: "machine", since: latestOf(loaded.tasks, call), loaded });
    }
  }
  return { stuck, unseen };
}

/** The cases of a call that come into question: of a small one all, of a large one what was found the last time. */
async function suspects(house: Parts, { callId }: Head) {
  if (await isAtOnce(house, callId, "silent")) return { refs: (await silentRefs(house, callId)).refs };
  const finding = await lastFinding(house, { callId, kind: "silent" }, silentFinding);
  return { refs: finding.found?.refs ?? [], finding };
}

/** The call to which a case, or a call itself, belongs; for whoever coordinates it alone. */
export async function coordinatedBy(
  house: Pick<House, "table">,
  member: StaffMember,
  ref: string,
): Promise<boolean> {
  const item = await house.table.get(headKey(ref));
  const callId = isCall(ref) ? idOf(ref) : item && headItem.parse(item).callId;
  const calls = await callsOfCoordinator(house, member);
  return callId !== undefined && calls.some(({ pk }) => pk === refOfCall(callId));
}
