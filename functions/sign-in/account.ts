import { memberAt } from "../cases/people/staff.ts";
import type { StaffMember } from "../cases/people/staff-member.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { subjectKey, subjectOfKey } from "../store/keys.ts";
import { boundItem, subjectItem } from "../store/person-items.ts";

interface Account {
  /** Stands for the provider's issuer and its `sub`, which alone identify a person for good [OpenID Connect Core, 5.7]. */
  readonly subject: string;
  /** Verified by the provider now; it may be somebody else's tomorrow. */
  readonly email: string;
}

/**
 * Who of the staff an account of the provider is: whose address it was bound to when it first signed in. An address is bound
 * to one account, so somebody who is given a colleague's old address does not come in as that colleague.
 */
export async function memberOfAccount(
  house: Pick<House, "table" | "clock" | "config">,
  { subject, email }: Account,
): Promise<StaffMember | undefined> {
  const known = await house.table.get(subjectKey(subject));
  const bound = known && (await memberAt(house, subjectItem.parse(known).email));
  if (bound) return bound;
  const member = await memberAt(house, email);
  if (!member) return undefined;
  const boundAt = house.clock.now();
  const key = subjectOfKey(addressIdOf(house.config.linkSecret, member.email));
  if ((await house.table.put({ ...key, subject, boundAt }, { ifAbsent: true })) === "exists") {
    const item = boundItem.parse(await house.table.get(key));
    if (item.subject !== subject) return undefined;
  }
  await house.table.put({ ...subjectKey(subject), email: member.email, boundAt });
  return member;
}
