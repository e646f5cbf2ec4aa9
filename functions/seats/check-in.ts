import { addressIdOf } from "../links.ts";
import { registrationKey, seatTakenKey } from "../store/keys.ts";
import type { Registration } from "../store/seat-items.ts";
import { comersCalled, comersOf, idIn } from "./comers.ts";
import { countOf, type Parts } from "./count.ts";
import { registrationOf } from "./settle.ts";

/** Somebody was seen at the door: the code of their registration, and when it was read (UTC instant), by a phone that may tell of it later. */
export interface Scan {
  readonly registration: string;
  readonly at: string;
}

/** `already`: a scan that came twice, or was made twice, is one. */
export type CheckedIn = "inside" | "already" | "noSeat" | "unknown" | "closed";

/** What somebody typed in place of a code is a number with which somebody came. */
export async function idOfScan(house: Parts, pk: string, { registration }: Scan): Promise<string> {
  if (!/^\d{1,9}$/.test(registration)) return registration;
  const [one] = comersCalled(await comersOf(house, pk), registration);
  return one ? idIn(one) : registration;
}

/** Notes who was seen, each once, whatever the order in which phones tell of it. */
export async function checkIn(house: Parts, pk: string, { registration: id, at }: Scan): Promise<CheckedIn> {
  const count = await countOf(house, pk);
  if (!count) return "unknown";
  if (count.closedAt !== undefined) return "closed";
  const known = await registrationOf(house, pk, id);
  if (!known) return "unknown";
  if (known.checkedInAt !== undefined) return "already";
  const now = house.clock.now();
  const { outcome } = await house.table.change(registrationKey(pk, id), {
    set: { checkedInAt: at < now ? at : now },
    when: { stand: { is: "registered" }, checkedInAt: "absent" },
  });
  if (outcome === "changed") {
    await noteTaken(house, known);
    return "inside";
  }
  return (await registrationOf(house, pk, id))?.checkedInAt === undefined ? "noSeat" : "already";
}

/** Whoever was there finds it in their record. */
export async function noteTaken(
  { table, config }: Pick<Parts, "table" | "config">,
  { pk, email }: Pick<Registration, "pk" | "email">,
): Promise<void> {
  if (email === "") return;
  await table.put({ ...seatTakenKey(addressIdOf(config.linkSecret, email), pk) }, { ifAbsent: true });
}
