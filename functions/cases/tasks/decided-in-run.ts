import { askedIn } from "../../../workflows/kernel/money.ts";
import { heldPayment, payment } from "../../../workflows/kernel/payment.ts";
import { attemptOf, transferId } from "../../payments/attempt.ts";
import { type WhyHeld, whyHeld } from "../../payments/held.ts";
import { holdOn } from "../../payments/holds.ts";
import type { Task } from "../../store/items.ts";
import type { LoadedCase } from "../load.ts";

/**
 * Is this the question for a payment that two people must see? Where a call names the account that it pays from,
 * payments go out in runs, and a run answers the question; a call without one has each answered by itself,
 * and so has a payment of nothing.
 */
export const isDecidedInRun = ({ process, file }: LoadedCase, task: Task): boolean =>
  task.form === payment.id &&
  process.money?.payer(file.call) !== undefined &&
  (askedIn(process.money, file, task.state)?.cents ?? 0) > 0;

/** Why no run takes an open question for a payment; `undefined` where one does, or where no run is needed. */
export async function heldFromRuns(loaded: LoadedCase, task: Task): Promise<WhyHeld | undefined> {
  const { money } = loaded.process;
  if (task.status !== "open" || !money || !isDecidedInRun(loaded, task)) return undefined;
  const asked = askedIn(money, loaded.file, task.state);
  if (!asked) return undefined;
  const id = transferId(task.pk, asked.payment, attemptOf(loaded, money, asked.payment));
  return holdOn(loaded, task.state, id) ? "mayBePaid" : whyHeld(money.payee(loaded.file, asked.payment));
}

/**
 * What finance can say of a payment that the bank cannot be given: never by itself that it was paid, which two people must see. Nor is
 * another account asked for while it may have been paid to this one.
 */
export async function heldForm(loaded: LoadedCase, task: Task): Promise<typeof heldPayment | undefined> {
  const why = await heldFromRuns(loaded, task);
  return why === undefined || why === "mayBePaid" ? undefined : heldPayment;
}
