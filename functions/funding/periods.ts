import type { Funded } from "../../workflows/kernel/case-file.ts";
import { heldBy, postingsOf } from "../../workflows/kernel/ledger.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { personIdsOf } from "../links.ts";
import { fundedKey, personPrefix } from "../store/keys.ts";
import { fundedItem } from "../store/person-items.ts";

type Parts = Pick<House, "table" | "config">;

/** Who takes part now, as keys that name nobody: by e-mail address and by account, because one of them may differ. */
function personsOf({ config }: Pick<House, "config">, { process, file }: LoadedCase): readonly string[] {
  const email = process.people("applicant", file)?.email;
  const iban = process.money?.ownIban?.(file);
  return personIdsOf(config.linkSecret, { email, iban });
}

/** Notes for which days a case funds whoever takes part in it; noted again, the later days hold. */
export async function noteFunding(
  house: Parts,
  loaded: LoadedCase,
  { from, to }: Pick<Funded, "from" | "to">,
): Promise<void> {
  const ref = loaded.head.pk;
  await Promise.all(
    personsOf(house, loaded).map((person) => house.table.put({ ...fundedKey(person, ref), ref, from, to })),
  );
}

/**
 * The days for which other cases, of this call or any other, fund whoever takes part in this one now; oldest first. A case
 * counts as long as it holds money for that person: promised, or paid and not come back.
 */
export async function fundedElsewhere(house: Parts, loaded: LoadedCase): Promise<readonly Funded[]> {
  const own = personsOf(house, loaded);
  const items = await Promise.all(own.map((person) => house.table.query(`person#${person}`, personPrefix)));
  const noted = new Map(
    items.flat().map((item) => {
      const { ref, from, to } = fundedItem.parse(item);
      return [ref, { ref, from, to }];
    }),
  );
  const found: Funded[] = [];
  for (const funded of noted.values()) {
    if (funded.ref === loaded.head.pk) continue;
    const other = await loadCase(house, funded.ref);
    if (other && isFunding(other) && personsOf(house, other).some((person) => own.includes(person)))
      found.push(funded);
  }
  return found.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const isFunding = ({ process, file }: LoadedCase): boolean => {
  const postings = postingsOf(process.money, file);
  return heldBy("committed", postings) + heldBy("paid", postings) > 0;
};
