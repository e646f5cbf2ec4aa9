import type { StepResult } from "../../workflows/kernel/step-result.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { type LoadItem, loadItem } from "../store/items.ts";
import { loadKey, loadPrefix, refOfCall } from "../store/keys.ts";
import type { LoadedCase } from "./load.ts";

type Shares = NonNullable<StepResult<string>["shares"]>;

/** How many other cases of its call each person has a share in, by e-mail address in lower case. */
export async function loadsBeside(
  house: Pick<House, "table">,
  { head }: LoadedCase,
): Promise<Readonly<Record<string, number>>> {
  const items = await loadsOf(house, head.callId);
  return Object.fromEntries(
    items.map(({ person, refs }) => [person, refs.filter((ref) => ref !== head.pk).length]),
  );
}

/** Who has a share in which cases of a call. */
export const loadsOf = async (
  { table }: Pick<House, "table">,
  callId: string,
): Promise<readonly LoadItem[]> =>
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
  const known = await loadsOf(house, head.callId);
  const named = new Set(shares.map(({ person }) => person.toLowerCase()));
  for (const { person } of known.filter(({ person, refs }) => refs.includes(head.pk) && !named.has(person)))
    await change(house, head.callId, person, (refs) => refs.filter((ref) => ref !== head.pk));
  for (const { person, limit = Number.POSITIVE_INFINITY } of shares) {
    const outcome = await change(house, head.callId, person.toLowerCase(), (refs) => {
      if (refs.includes(head.pk)) return refs;
      return refs.length < limit ? [...refs, head.pk] : undefined;
    });
    if (outcome === "full") return "full";
  }
  return "shared";
}

/** Changes the cases of one person, whoever else does so at the same time. */
async function change(
  { table, config }: Pick<House, "table" | "config">,
  callId: string,
  person: string,
  next: (refs: readonly string[]) => readonly string[] | undefined,
): Promise<"changed" | "full"> {
  const key = loadKey(callId, addressIdOf(config.linkSecret, person));
  for (;;) {
    const item = await table.get(key);
    const { refs, version } = item ? loadItem.parse(item) : { refs: [], version: 0 };
    const changed = next(refs);
    if (changed === undefined) return "full";
    if (changed === refs) return "changed";
    const { outcome } = await table.change(key, {
      set: { person, refs: changed },
      add: { version: 1 },
      when: { version: item ? { is: version } : "absent" },
    });
    if (outcome === "changed") return "changed";
  }
}
