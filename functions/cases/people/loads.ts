import type { StepResult } from "../../../workflows/kernel/step-result.ts";
import type { Key } from "../../adapters/table.ts";
import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import { type LoadItem, loadItem } from "../../store/items.ts";
import { loadKey, loadPrefix, refOfCall } from "../../store/keys.ts";
import type { LoadedCase } from "../load.ts";

type Shares = NonNullable<StepResult<string>["shares"]>;

/** How many other cases of its call each person has a share in, by e-mail address in lower case. */
export async function loadsBeside(
  house: Pick<House, "table">,
  { head }: LoadedCase,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { person, refs } of await loadsOf(house, head.callId))
    counts[person] = (counts[person] ?? 0) + refs.filter((ref) => ref !== head.pk).length;
  return counts;
}

/** Who has a share in which cases of a call; of one person there may be several items. */
const loadsOf = async ({ table }: Pick<House, "table">, callId: string): Promise<readonly LoadItem[]> =>
  (await table.query(refOfCall(callId), loadPrefix)).map((item) => loadItem.parse(item));

/**
 * Notes who has a share in a case from now on, and takes it from whoever is not named any more. `full`: somebody has as
 * many cases by now as they may, because another case was quicker; what was noted so far is taken back when the step is
 * run again.
 */
export async function share(
  house: Pick<House, "table" | "config">,
  { head }: LoadedCase,
  shares: Shares,
): Promise<"shared" | "full"> {
  const ref = head.pk;
  const known = await loadsOf(house, head.callId);
  const named = new Set(shares.map(({ person }) => person.toLowerCase()));
  const has = ({ refs }: LoadItem) => refs.includes(ref);
  for (const item of known.filter((one) => has(one) && !named.has(one.person)))
    await change(house, item, item.person, (refs) => refs.filter((one) => one !== ref));
  for (const { person: address, limit } of shares) {
    const person = address.toLowerCase();
    const own = known.filter((item) => item.person === person);
    if (own.some(has)) continue;
    const key = keyOf(house, { callId: head.callId, person, ref, limit });
    const elsewhere = own.filter(({ sk }) => sk !== key.sk).reduce((sum, { refs }) => sum + refs.length, 0);
    const outcome = await change(house, key, person, (refs) => {
      if (refs.includes(ref)) return refs;
      return limit === undefined || refs.length + elsewhere < limit ? [...refs, ref] : undefined;
    });
    if (outcome === "full") return "full";
  }
  return "shared";
}

/**
 * Who may have so many cases has them in one item, so that of two cases at once one finds it full; who may have any number has them in
 * several, none of which grows long.
 */
function keyOf(
  { config }: Pick<House, "config">,
  {
    callId,
    person,
    ref,
    limit,
  }: {
    readonly callId: string;
    readonly person: string;
    readonly ref: string;
    readonly limit: number | undefined;
  },
): Key {
  return loadKey(callId, addressIdOf(config.linkSecret, person), limit === undefined ? ref : undefined);
}

/** Changes the cases of one person, whoever else does so at the same time. */
async function change(
  { table }: Pick<House, "table">,
  { pk, sk }: Key,
  person: string,
  next: (refs: readonly string[]) => readonly string[] | undefined,
): Promise<"changed" | "full"> {
  for (;;) {
    const item = await table.get({ pk, sk });
    const { refs, version } = item ? loadItem.parse(item) : { refs: [], version: 0 };
    const changed = next(refs);
    if (changed === undefined) return "full";
    if (changed === refs) return "changed";
    const { outcome } = await table.change(
      { pk, sk },
      {
        set: { person, refs: changed },
        add: { version: 1 },
        when: { version: item ? { is: version } : "absent" },
      },
    );
    if (outcome === "changed") return "changed";
  }
}
