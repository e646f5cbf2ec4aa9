import { Temporal } from "temporal-polyfill";
import { iso } from "../../workflows/kernel/facts/instants.ts";
import type { House } from "../house.ts";
import { addressIdOf } from "../links.ts";
import { caseOfSeats, pendingSince, visitorKey } from "../store/keys.ts";
import type { Registration } from "../store/seat-items.ts";
import { type Visitor, visitorItem } from "../store/visitor-item.ts";

/** What somebody agreed to is forgotten after so long [processes.md, 8]. */
const monthsKept = 24;

type Parts = Pick<House, "table" | "clock" | "config">;

/** Notes that whoever registered wants to be told of calls. Who says so again is kept for as long from then on. */
export async function noteVisitor(
  { table, config }: Parts,
  { pk, name, email, language, cameAt }: Registration,
): Promise<void> {
  const keptUntil = iso(
    Temporal.Instant.from(cameAt)
      .toZonedDateTimeISO("Europe/Vilnius")
      .add({ months: monthsKept })
      .toInstant(),
  );
  const id = addressIdOf(config.linkSecret, email);
  await table.put({
    ...visitorKey(id),
    to: { name, email, language },
    from: caseOfSeats(pk),
    consentedAt: cameAt,
    keptUntil,
    ...pendingSince(id, keptUntil),
  });
}

/** Whoever has this address, if they want to be told of calls and have not left. */
export const visitorOf = (house: Parts, email: string): Promise<Visitor | undefined> =>
  visitorCalled(house, addressIdOf(house.config.linkSecret, email));

/** The same by what stands for the address in links. */
export async function visitorCalled({ table, clock }: Parts, id: string): Promise<Visitor | undefined> {
  const item = await table.get(visitorKey(id));
  const visitor = item && visitorItem.parse(item);
  return visitor && visitor.keptUntil > clock.now() ? visitor : undefined;
}

/** By the sweeper: whose time is over is forgotten, unless they said so again meanwhile. */
export async function forgetOld(
  { table, clock }: Pick<House, "table" | "clock">,
  { pk, sk, keptUntil }: Visitor,
) {
  if (keptUntil <= clock.now()) await table.delete({ pk, sk });
}

/** Whoever leaves is forgotten at once. */
export const forgetVisitor = ({ table }: Pick<House, "table">, id: string): Promise<void> =>
  table.delete(visitorKey(id));
