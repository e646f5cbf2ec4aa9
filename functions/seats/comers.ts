import type { Listed } from "../../workflows/kernel/field.ts";
import { searchListed } from "../../workflows/kernel/search.ts";
import { stillStands } from "../../workflows/kernel/seats.ts";
import type { House } from "../house.ts";
import { registrationPrefix } from "../store/keys.ts";
import { type Registration, registrationItem } from "../store/seat-items.ts";

/** Who registered, by the number with which they came. */
export async function comersOf(
  { table }: Pick<House, "table">,
  pk: string,
): Promise<readonly Registration[]> {
  const items = await table.query(pk, registrationPrefix);
  return items
    .map((item) => registrationItem.parse(item))
    .filter(({ number }) => number > 0)
    .toSorted((a, b) => a.number - b.number);
}

/** By what a registration is known in codes and links. */
export const idIn = ({ sk }: Pick<Registration, "sk">): string => sk.slice(registrationPrefix.length);

/** Those of them who may be meant at the door: by the code, by the number under it, or by what their name begins with. */
export function comersCalled(comers: readonly Registration[], typed: string): readonly Registration[] {
  const said = typed.trim();
  const byCode = comers.filter((one) => idIn(one) === said || String(one.number) === said);
  if (byCode.length > 0) return byCode;
  const awaited = comers.filter(({ stand }) => stillStands(stand));
  const named = awaited.map((one) => ({ value: idIn(one), label: one.name }));
  const found = new Set<Listed | undefined>(searchListed(named, said));
  return awaited.filter((_, index) => found.has(named[index]));
}
