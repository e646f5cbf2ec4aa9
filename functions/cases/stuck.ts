import type { House } from "../house.ts";
import { strandedFor } from "../mails/hold.ts";
import { type EntryItem, entryItem, type Head, headItem, type Task, taskItem } from "../store/items.ts";
import { headKey, idOf, isCall, refOfCall } from "../store/keys.ts";
import type { Stranded } from "../store/mail-items.ts";
import { type LoadedCase, loadCase } from "./load.ts";
import { type Delivery, overdueDeliveries } from "./overdue.ts";
import { executionOf } from "./restart.ts";
import { callsOfCoordinator, type StaffMember } from "./staff.ts";

/** Something that stands still and does not mend itself, with what a person needs to mend it. */
export type Stuck =
  /** Mail of a case is held, because an address takes none. */
  | { readonly kind: "mail"; readonly since: string; readonly line: Stranded }
  /** Its machine has broken down. */
  | { readonly kind: "machine"; readonly since: string; readonly loaded: LoadedCase }
  /** It waits for the word of a call that is over. */
  | { readonly kind: "signal"; readonly since: string; readonly loaded: LoadedCase }
  /** Something of it does not leave the table. */
  | ({ readonly kind: "delivery"; readonly loaded: LoadedCase } & Delivery);

/** A machine is given so long for what it does by itself, its retries with it. */
const graceMillis = 15 * 60_000;
/** So many cases are looked at, or asked about, at a time. */
const atOnce = 25;

/** What stands still in the calls of a coordinator, the longest first. */
export async function stuckFor(
  house: Pick<House, "table" | "engine" | "clock">,
  member: StaffMember,
): Promise<readonly Stuck[]> {
  const calls = await callsOfCoordinator(house, member);
  const mails = (await strandedFor(house, member.email)).lines.map(
    (line): Stuck => ({ kind: "mail", since: line.since, line }),
  );
  const deliveries = await deliveriesOf(house, calls);
  const known = new Set(deliveries.map(({ loaded }) => loaded.head.pk));
  const silent = await silentIn(house, calls, known);
  return [...mails, ...deliveries, ...silent].toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

type OfCase = Exclude<Stuck, { kind: "mail" }>;

/** What was tried in vain; where no machine is left that could take it, the machine is what has to be mended. */
async function deliveriesOf(
  house: Pick<House, "table" | "engine" | "clock">,
  calls: readonly Head[],
): Promise<readonly OfCase[]> {
  const found: OfCase[] = [];
  const broken = new Set<string>();
  for (const delivery of await overdueDeliveries(house)) {
    const loaded = await loadCase(house, delivery.ref);
    if (!loaded || !calls.some(({ callId }) => callId === loaded.head.callId)) continue;
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
  house: Pick<House, "table" | "engine" | "clock">,
  calls: readonly Head[],
  known: ReadonlySet<string>,
): Promise<readonly OfCase[]> {
  const found: OfCase[] = [];
  for (const call of calls) {
    const entries = (await house.table.query(call.pk, "entry#")).map((item) => entryItem.parse(item));
    const going = entries.filter(({ ended, ref }) => !ended && !known.has(ref));
    for (let from = 0; from < going.length; from += atOnce)
      found.push(...(await each(going.slice(from, from + atOnce), (entry) => lookAt(house, call, entry))));
    if (!call.endedAt && !known.has(call.pk) && !(await isDriven(house, call))) {
      const loaded = await loadCase(house, call.pk);
      if (loaded) found.push({ kind: "machine", since: latestOf(loaded.tasks, call), loaded });
    }
  }
  return found;
}

const each = async <In, Out>(given: readonly In[], look: (one: In) => Promise<Out | undefined>) =>
  (await Promise.all(given.map(look))).filter((one) => one !== undefined);

async function lookAt(
  house: Pick<House, "table" | "engine" | "clock">,
  call: Head,
  { ref, signal }: EntryItem,
): Promise<OfCase | undefined> {
  const now = Date.parse(house.clock.now());
  const tasks = (await house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
  const standing = tasks.filter(
    ({ status, dueAt }) =>
      status === "open" && (dueAt === undefined || now < Date.parse(dueAt) + graceMillis),
  );
  const endless = standing.find(({ kind, dueAt }) => kind === "await" && dueAt === undefined);
  const isForsaken = call.endedAt !== undefined && endless !== undefined && signal === undefined;
  if (standing.length > 0 && !isForsaken) return undefined;
  const loaded = await loadCase(house, ref);
  if (!loaded) return undefined;
  const since = latestOf(tasks, loaded.head, loaded);
  if (now < Date.parse(since) + graceMillis) return undefined;
  if (!(await isDriven(house, loaded.head))) return { kind: "machine", since, loaded };
  return isForsaken ? { kind: "signal", since: call.endedAt ?? since, loaded } : undefined;
}

/** Does an execution drive it, or is one about to? */
const isDriven = async ({ engine }: Pick<House, "engine">, head: Head): Promise<boolean> =>
  head.toStart !== undefined || engine.isRunning(head.process, executionOf(head));

/** When something last happened on its road. */
function latestOf(
  tasks: readonly Task[],
  head: Head,
  { records, file }: { readonly records?: LoadedCase["records"]; readonly file?: LoadedCase["file"] } = {},
): string {
  const instants = [
    head.submittedAt,
    ...tasks.map(({ openedAt, closedAt }) => closedAt ?? openedAt),
    ...(records ?? []).map(({ at }) => at),
    ...(file?.interruptions ?? []).map(({ at }) => at),
    ...(head.restarts ?? []).map(({ at }) => at),
  ];
  return instants.toSorted().at(-1) ?? head.submittedAt;
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
