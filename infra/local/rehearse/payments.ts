import { Temporal } from "temporal-polyfill";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import type { House } from "../../../functions/house.ts";
import { bankFile, type Transfer } from "../../../functions/payments/bank-file.ts";
import { transferOf } from "../../../functions/payments/transfer.ts";
import type { CallFile } from "../../../workflows/foreign-internship/call.ts";
import { localDay } from "../../../workflows/kernel/facts/calendar.ts";
import { moneyEvents } from "../../../workflows/kernel/money.ts";
import type { Ledger } from "./ledger.ts";
import type { PersonRow } from "./people-file.ts";

/**
 * The file for the bank of everything that was paid in a call, each payment on the day on which it was made (Vilnius),
 * in the order of the people's file; `undefined` when nothing was paid.
 */
export async function paymentsXml(
  { house, ledger }: { readonly house: House; readonly ledger: Ledger },
  people: readonly PersonRow[],
  { payer }: Pick<CallFile, "payer">,
): Promise<string | undefined> {
  const transfers: Transfer[] = [];
  for (const person of people.toSorted((a, b) => a.line - b.line)) {
    const applied = ledger.resultOf(person.line);
    const loaded =
      applied?.outcome === "stored" && applied.ref ? await loadCase(house, applied.ref) : undefined;
    if (loaded) transfers.push(...(await paidTo(loaded)));
  }
  return payer && transfers.length > 0 ? bankFile(payer, transfers, house.clock.now()) : undefined;
}

async function paidTo(loaded: LoadedCase): Promise<Transfer[]> {
  const { money } = loaded.process;
  if (!money) return [];
  const attempts = new Map<string, number>();
  const transfers: Promise<Transfer>[] = [];
  for (const event of moneyEvents(money, loaded.file)) {
    if (event.kind !== "paid") continue;
    const attempt = (attempts.get(event.payment) ?? 0) + 1;
    attempts.set(event.payment, attempt);
    if (event.cents > 0) {
      const on = localDay(Temporal.Instant.from(event.at)).toString();
      transfers.push(transferOf(loaded, money, { ...event, attempt }, on));
    }
  }
  return Promise.all(transfers);
}
