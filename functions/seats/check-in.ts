import { meetingAt } from "../../workflows/kernel/seats.ts";
import { addressIdOf } from "../links.ts";
import { registrationKey, seatTakenKey } from "../store/keys.ts";
import type { Registration, SeatCount } from "../store/seat-items.ts";
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

/** Notes who was seen, each once a meeting, whatever the order in which phones tell of it. */
export async function checkIn(house: Parts, pk: string, { registration: id, at }: Scan): Promise<CheckedIn> {
  const count = await countOf(house, pk);
  if (!count) return "unknown";
  if (count.closedAt !== undefined) return "closed";
  for (;;) {
    const known = await registrationOf(house, pk, id);
    if (!known) return "unknown";
    const now = house.clock.now();
    const seenAt = at < now ? at : now;
    if (wasSeen(known, count, seenAt)) return "already";
    if (known.stand !== "registered") return "noSeat";
    const { outcome } = await house.table.change(registrationKey(pk, id), {
      set: {
        ...(known.checkedInAt === undefined ? { checkedInAt: seenAt } : {}),
        ...metAt(count, seenAt, known),
      },
      when: {
        stand: { is: "registered" },
        ...(known.metCount === undefined ? { metCount: "absent" } : { metCount: { is: known.metCount } }),
        ...(known.checkedInAt === undefined ? { checkedInAt: "absent" } : {}),
      },
    });
    if (outcome !== "changed") continue;
    if (known.checkedInAt === undefined) await noteTaken(house, known);
    return "inside";
  }
}

/** Have they been seen, at the meeting of that time where there are several? */
export function wasSeen(
  { checkedInAt, met = [] }: Pick<Registration, "checkedInAt" | "met">,
  { terms }: Pick<SeatCount, "terms">,
  at: string,
): boolean {
  return terms.meetings ? met.includes(meetingAt(terms, at)) : checkedInAt !== undefined;
}

/** What a registration says besides of somebody who is seen at one of several meetings. */
export function metAt(
  { terms }: Pick<SeatCount, "terms">,
  at: string,
  { met: before = [] }: Pick<Registration, "met"> = {},
): Pick<Registration, "met" | "metCount"> {
  if (!terms.meetings) return {};
  const met = [...before, meetingAt(terms, at)];
  return { met, metCount: met.length };
}

/** At how many meetings they were. */
export const metCountOf = ({
  checkedInAt,
  metCount,
}: Pick<Registration, "checkedInAt" | "metCount">): number => metCount ?? (checkedInAt === undefined ? 0 : 1);

/** Whoever was there finds it in their record. */
export async function noteTaken(
  { table, config }: Pick<Parts, "table" | "config">,
  { pk, email }: Pick<Registration, "pk" | "email">,
): Promise<void> {
  if (email === "") return;
  await table.put({ ...seatTakenKey(addressIdOf(config.linkSecret, email), pk) }, { ifAbsent: true });
}
