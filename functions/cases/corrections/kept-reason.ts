import type { House } from "../../house.ts";
import { addressIdOf } from "../../links.ts";
import { expiring } from "../../store/expiring.ts";
import { correctingKey } from "../../store/keys.ts";
import { correctingItem } from "../../store/person-items.ts";

/** The answer of a case that one of the staff puts right. */
interface Correcting {
  readonly email: string;
  readonly caseId: string;
  readonly name: string;
}

type Parts = Pick<House, "table" | "config" | "clock">;

const keyOf = ({ config }: Parts, { email, caseId, name }: Correcting) =>
  correctingKey(addressIdOf(config.linkSecret, email), caseId, name);

/** Keeps the reason that somebody has typed when they leave the page for a file, for a day: they come back to it. */
export async function keepReason(house: Parts, correcting: Correcting, reason: string): Promise<void> {
  await house.table.put({ ...keyOf(house, correcting), reason, ...expiring(house.clock.now(), 1) });
}

export async function keptReason(house: Parts, correcting: Correcting): Promise<string | undefined> {
  const item = await house.table.get(keyOf(house, correcting));
  return item && correctingItem.parse(item).reason;
}

/** Once it was said nobody needs it any more. */
export const forgetReason = (house: Parts, correcting: Correcting): Promise<void> =>
  house.table.delete(keyOf(house, correcting));
