import { isInLastHours } from "../../workflows/kernel/seats.ts";
import { registrationIdOf } from "../links.ts";
import type { Registration, SeatCount } from "../store/seat-items.ts";
import { checkIn, metAt, noteTaken } from "./check-in.ts";
import { type Comer, come } from "./come.ts";
import { changeCount, countOf, type Parts } from "./count.ts";
import { moveTo, registrationOf, settled } from "./settle.ts";

/** `waited`: while others are in line, and their turn has not passed, nobody goes before them. */
export type WalkedIn = "inside" | "already" | "full" | "waited" | "closed";

/**
 * Lets somebody in who is written down at the door, while there is a seat. Whoever has registered with the address takes that seat, or
 * one that is free. `key` is the page's, so that a page that is sent twice writes down one person, also one without an address.
 */
export async function walkIn(house: Parts, pk: string, comer: Comer, key: string): Promise<WalkedIn> {
  const as = writtenAs(comer, key);
  const id = walkInIdOf(house, pk, comer, key);
  for (;;) {
    const now = house.clock.now();
    const count = await countOf(house, pk);
    const came = await come(house, pk, comer, {
      as,
      noted: { isWalkIn: true, checkedInAt: now, ...(count ? metAt(count, now) : {}) },
    });
    switch (came.outcome) {
      case "registered":
        await noteTaken(house, came.registration);
        return "inside";
      case "full":
        return (await areOthersBefore(house, pk, now)) ? "waited" : "full";
      case "duplicate": {
        const outcome = await letIn(house, pk, id, now);
        if (outcome !== "again") return outcome;
        continue;
      }
      default:
        return "closed";
    }
  }
}

const writtenAs = ({ email }: Comer, key: string): string => (email === "" ? `walk-in ${key}` : email);

/** The registration of whoever is written down so. */
export const walkInIdOf = (
  { config }: Pick<Parts, "config">,
  pk: string,
  comer: Comer,
  key: string,
): string => registrationIdOf(config.linkSecret, pk, writtenAs(comer, key));

async function areOthersBefore(house: Parts, pk: string, now: string): Promise<boolean> {
  const count = await countOf(house, pk);
  return count !== undefined && count.taken < count.capacity && !isInLastHours(count.terms, now);
}

/** Whoever has registered already comes in on that registration. */
async function letIn(house: Parts, pk: string, id: string, now: string): Promise<WalkedIn | "again"> {
  const count = await settled(house, pk);
  const known = count && (await registrationOf(house, pk, id));
  if (!count || !known) return "again";
  if (known.stand === "offered")
    await moveTo(house, pk, { id, number: known.number }, ["offered"], { stand: "registered", seatAt: now });
  if (known.stand === "waiting") {
    const taken = await takeFree(house, count, known, id, now);
    if (taken !== "taken") return taken;
  }
  const outcome = await checkIn(house, pk, { registration: id, at: now });
  return outcome === "inside" || outcome === "already" ? outcome : "again";
}

async function takeFree(
  house: Parts,
  count: SeatCount,
  { number }: Registration,
  id: string,
  now: string,
): Promise<"taken" | "full" | "waited" | "again"> {
  if (count.taken >= count.capacity) return "full";
  if (!isInLastHours(count.terms, now)) return "waited";
  const claiming = { id, number, at: now };
  const begun = await changeCount(house, count, { begins: { claiming }, taken: 1, waiting: -1 });
  if (begun) await settled(house, count.pk);
  return begun ? "taken" : "again";
}
