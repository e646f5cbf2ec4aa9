import type { House } from "../house.ts";
import { staffIdOf } from "../links.ts";
import { registeredKey, staffPartition } from "../store/keys.ts";
import { type Registered, registeredItem } from "../store/staff-items.ts";

/**
 * The register of staff: who works for the programme whatever calls there are, so that somebody can make the first one. Whoever runs
 * the installation writes it, and nobody in the portal (decision 49).
 */
export async function registeredStaff({ table }: Pick<House, "table">): Promise<readonly Registered[]> {
  const items = await table.query(staffPartition);
  return items.map((item) => registeredItem.parse(item)).filter(({ removedAt }) => removedAt === undefined);
}

type Parts = Pick<House, "table" | "clock"> & { readonly config: Pick<House["config"], "linkSecret"> };

/** Enters somebody, or changes what is said of them; said again, it is said once. */
export async function register(
  { table, clock, config }: Parts,
  { name, email, language, roles }: Pick<Registered, "name" | "email" | "language" | "roles">,
): Promise<"added" | "changed" | "same"> {
  const key = registeredKey(staffIdOf(config.linkSecret, email));
  const item = await table.get(key);
  const before = item && registeredItem.parse(item);
  const isThere = before !== undefined && before.removedAt === undefined;
  const said = { name, email, language, roles: [...new Set(roles)].toSorted() };
  if (isThere && JSON.stringify(said) === JSON.stringify(saidOf(before))) return "same";
  await table.put({ ...key, ...said, addedAt: isThere ? before.addedAt : clock.now() });
  return isThere ? "changed" : "added";
}

const saidOf = ({ name, email, language, roles }: Registered) => ({ name, email, language, roles });

/** Takes somebody out; when, stays written down. */
export async function takeOut(
  { table, clock, config }: Parts,
  email: string,
): Promise<"removed" | "unknown"> {
  const { outcome } = await table.change(registeredKey(staffIdOf(config.linkSecret, email)), {
    set: { removedAt: clock.now() },
    when: { pk: "present", removedAt: "absent" },
  });
  return outcome === "changed" ? "removed" : "unknown";
}
