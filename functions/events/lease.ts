import { randomUUID } from "node:crypto";
import type { House } from "../house.ts";
import { leaseKey } from "../store/keys.ts";
import { leaseItem } from "../store/lease-item.ts";

type Parts = Pick<House, "table" | "clock">;

/** A claim ends so long after its owner was heard of last: whoever was cut off keeps nobody waiting for longer. */
const leaseMilliseconds = 60_000;
const renewedAfter = 20_000;

export interface Lease {
  /** To be called often while working; `false` once another one has the claim, because this one was slow. */
  readonly keep: () => Promise<boolean>;
}

/**
 * Works off the shards of a sweeper, unless another one is about them (a lease): two of them would do everything twice, each time with
 * the same outcome. A claim ends with the work, or a while after its owner was cut off. `undefined`: another one has it.
 */
export async function leased<Done>(
  { table, clock }: Parts,
  sweeper: number,
  work: (lease: Lease) => Promise<Done>,
): Promise<Done | undefined> {
  const key = leaseKey(sweeper);
  const by = randomUUID();
  let renewedAt = 0;
  const claim = async (before: string | undefined): Promise<boolean> => {
    const now = Date.parse(clock.now());
    const { outcome } = await table.change(key, {
      set: { by, until: new Date(now + leaseMilliseconds).toISOString() },
      when: { by: before === undefined ? "absent" : { is: before } },
    });
    renewedAt = now;
    return outcome === "changed";
  };
  const stored = await table.get(key);
  const { by: before, until = "" } = stored ? leaseItem.parse(stored) : {};
  if (before !== undefined && clock.now() < until) return undefined;
  if (!(await claim(before))) return undefined;
  const keep = async () => Date.parse(clock.now()) - renewedAt < renewedAfter || claim(by);
  try {
    return await work({ keep });
  } finally {
    await table.change(key, { remove: ["by", "until"], when: { by: { is: by } } });
  }
}
