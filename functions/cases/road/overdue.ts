import type { Item } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { entryItem, type Head, headItem } from "../../store/items.ts";
import { everyShard, idOf, isCall } from "../../store/keys.ts";
import { type Mail, mailItem } from "../../store/mail-items.ts";
import { awaitsInterruption } from "./start.ts";

/** Something that still has to leave the table and was tried in vain. */
export interface Delivery {
  /** The case or call that it is about. */
  readonly ref: string;
  readonly pk: string;
  readonly sk: string;
  /** The call of it, as far as the item tells. */
  readonly callId?: string;
  readonly what:
    | "start"
    | "interruption"
    | "answer"
    | "signal"
    | "nudge"
    | "run"
    | "group"
    | "contest"
    | "mail";
  /** Since when it is to leave, as far as the item tells; else when it is tried next. */
  readonly since: string;
  readonly attempts: number;
  /** Of a mail that cannot be written: which text names what, as far as that is known. */
  readonly unwritten?: NonNullable<Mail["unwritten"]>;
}

/** So often the sweeper has tried by then; what is left is tried less and less often. */
const enough = 4;

/** So many items of a shard are looked at from either end. */
const mostLooked = 250;

/**
 * What was tried in vain, of all calls, the longest waiting first. Whoever has mended the cause of very many looks again: of those that
 * are due only the oldest are looked at, and of those that wait for their next try the next ones.
 */
export async function overdueDeliveries(house: Pick<House, "table" | "clock">): Promise<readonly Delivery[]> {
  const found = await Promise.all(everyShard.map((shard) => someOf(house, shard)));
  return found
    .flat()
    .flatMap((item) => {
      const delivery = read(item);
      return delivery && (delivery.attempts >= enough || delivery.unwritten) ? [delivery] : [];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

async function someOf(
  { table, clock }: Pick<House, "table" | "clock">,
  shard: string,
): Promise<readonly Item[]> {
  const oldest = await table.indexPage("pending", shard, { limit: mostLooked });
  if (oldest.next === undefined) return oldest.items;
  const next = await table.indexPage("pending", shard, { limit: mostLooked, from: clock.now() });
  const known = new Set(oldest.items.map(nameOf));
  return [...oldest.items, ...next.items.filter((item) => !known.has(nameOf(item)))];
}

const nameOf = ({ pk, sk }: Item): string => `${String(pk)} ${String(sk)}`;

function read(item: Item): Delivery | undefined {
  const { pk, sk, attempts = 0, pendingAt } = item;
  if (typeof pk !== "string" || typeof sk !== "string" || typeof attempts !== "number") return undefined;
  const what = whatIs(sk, item);
  // A digest is about nobody's case.
  if (what === undefined || pk.startsWith("staff#")) return undefined;
  const ref = what === "signal" ? entryItem.parse(item).ref : pk;
  const since = [item.closedAt, item.queuedAt, what === "start" ? item.submittedAt : undefined, pendingAt];
  const unwritten = what === "mail" ? mailItem.parse(item).unwritten : undefined;
  const callId = isCall(pk) ? idOf(pk) : item.callId;
  return {
    ref,
    pk,
    sk,
    ...(typeof callId === "string" ? { callId } : {}),
    what,
    since: String(since.find((at) => at !== undefined)),
    attempts,
    ...(unwritten ? { unwritten } : {}),
  };
}

function whatIs(sk: string, item: Item): Delivery["what"] | undefined {
  const [kind] = sk.split("#");
  switch (kind) {
    case "head":
      return ofHead(headItem.parse(item));
    case "task":
      return "answer";
    case "entry":
      return "signal";
    case "nudge":
    case "run":
    case "group":
    case "contest":
    case "mail":
      return kind;
    default:
      return undefined;
  }
}

/** What is owed to a case waits for the case, and what is taken up again for its time: nobody need mend that. */
function ofHead(head: Head): Delivery["what"] | undefined {
  if (head.takeUp) return undefined;
  if (head.toStart) return "start";
  return awaitsInterruption(head) ? "interruption" : undefined;
}

/** Has something tried again at once: the sweeper takes it in its next round. `false` when it has left meanwhile. */
export async function tryAgain(
  { table, clock }: Pick<House, "table" | "clock">,
  key: { readonly pk: string; readonly sk: string },
): Promise<boolean> {
  const { outcome } = await table.change(key, {
    set: { pendingAt: clock.now(), attempts: 0 },
    when: { pending: "present" },
  });
  return outcome === "changed";
}
