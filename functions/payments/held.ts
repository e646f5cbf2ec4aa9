import { isPayable } from "../../workflows/kernel/bank-account.ts";
import type { Account } from "../../workflows/kernel/money.ts";

/** What keeps a payment out of the file for the bank: what its receiver is called, or where the account is. */
export type Unpayable = "name" | "account";

/** Why no run takes a payment: the bank cannot be given it, or it may have been made already (functions/payments/holds.ts). */
export type WhyHeld = Unpayable | "mayBePaid";

/** What keeps a receiver from being paid by a file for the bank; the other payments of the file go without it. */
export async function whyHeld({ name, iban }: Account): Promise<Unpayable | undefined> {
  if (!isPayable(iban)) return "account";
  // Nearly every name has letters that need no table, which is large to read.
  if (/[A-Za-z]/.test(name)) return undefined;
  const { isBankName } = await import("./bank-text.ts");
  return isBankName(name) ? undefined : "name";
}
