import { Temporal } from "temporal-polyfill";
import type { LoadedCase } from "../../../functions/cases/load.ts";
import type { Transfer } from "../../../functions/payments/bank-file.ts";
import { transferOf } from "../../../functions/payments/transfer.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { moneyEvents } from "../../../workflows/kernel/money.ts";

/** Everything that was paid in a case as the bank makes it, each payment on the day on which it was made (Vilnius). */
export async function paidIn(loaded: LoadedCase): Promise<readonly Transfer[]> {
  const { money } = loaded.process;
  if (!money) return [];
  const attempts = new Map<string, number>();
  const transfers: Promise<Transfer>[] = [];
  for (const event of moneyEvents(money, loaded.file)) {
    if (event.kind !== "paid") continue;
    const attempt = (attempts.get(event.payment) ?? 0) + 1;
    attempts.set(event.payment, attempt);
    if (event.cents === 0) continue;
    const on = localDay(Temporal.Instant.from(event.at)).toString();
    transfers.push(transferOf(loaded, money, { ...event, attempt }, on));
  }
  return Promise.all(transfers);
}
