import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { stopKey } from "../store/keys.ts";
import { type Stop, stopItem } from "../store/mail-items.ts";

type Parts = Pick<House, "table" | "config">;

/** So many mails that could not be delivered for now, within so many days, are as good as one that never can. */
const softMost = 3;
const softDays = 14;

/** What is known of an address that did not take mail; nothing of the key or the item says whose it is. */
export async function stopOf({ table, config }: Parts, email: string): Promise<Stop | undefined> {
  const item = await table.get(stopKey(addressIdOf(config.linkSecret, email)));
  return item && stopItem.parse(item);
}

/** Is no mail to be sent to this address? */
export const isStopped = async (parts: Parts, email: string): Promise<boolean> =>
  (await stopOf(parts, email))?.status === "stopped";

/** What came back from an address: never deliverable, not deliverable for now, or reported as unwanted. */
export type Returned = "bounced" | "delayed" | "complained" | "rejected";

/**
 * Notes what came back (`at`: UTC instant, of the report). Mail to the address is stopped by a bounce, a complaint, or the
 * third delay in a fortnight; a report that is older than its last release changes nothing.
 */
export async function noteReturn(
  parts: Parts,
  email: string,
  kind: Returned,
  at: string,
): Promise<"stopped" | "noted"> {
  for (;;) {
    const before = await stopOf(parts, email);
    if (before?.status === "stopped") return "stopped";
    if (before?.releasedAt !== undefined && at <= before.releasedAt) return "noted";
    const since = new Date(Date.parse(at) - softDays * 86_400_000).toISOString();
    const soft = (before?.soft ?? []).filter((earlier) => earlier > since && earlier !== at);
    const delays = kind === "delayed" ? [...soft, at] : soft;
    const isOver = kind !== "delayed" || delays.length >= softMost;
    const stop: Stop = {
      ...stopKey(addressIdOf(parts.config.linkSecret, email)),
      sk: "stop",
      status: isOver ? "stopped" : "counting",
      kind,
      since: at,
      soft: delays,
      version: (before?.version ?? 0) + 1,
    };
    if (await keep(parts, stop, before)) return isOver ? "stopped" : "noted";
  }
}

async function keep({ table }: Parts, stop: Stop, before: Stop | undefined): Promise<boolean> {
  if (!before) return (await table.put(stop, { ifAbsent: true })) === "stored";
  const { pk, sk, ...set } = stop;
  const when = { version: { is: before.version } };
  return (
    (await table.change({ pk, sk }, { set, remove: ["releasedAt", "releasedBy", "reason"], when }))
      .outcome === "changed"
  );
}

/** Lets mail to an address go again; `false` when it was not stopped. */
export async function releaseAddress(
  house: Parts & Pick<House, "clock">,
  email: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const before = await stopOf(house, email);
  if (before?.status !== "stopped") return false;
  const { outcome } = await house.table.change(
    { pk: before.pk, sk: before.sk },
    {
      set: {
        status: "released",
        releasedAt: house.clock.now(),
        releasedBy: by,
        reason,
        soft: [],
        version: before.version + 1,
      },
      when: { version: { is: before.version } },
    },
  );
  return outcome === "changed";
}
