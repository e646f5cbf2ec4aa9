import type { Money, PaymentKind } from "../../workflows/kernel/money.ts";
import type { LoadedCase } from "../cases/load.ts";
import { uiIn } from "../reading/ui.ts";
import { transferId } from "./attempt.ts";
import type { Transfer } from "./bank-file.ts";

/** One payment of a case as the bank shall make it, in the participant's language. `on` is `YYYY-MM-DD`. */
export async function transferOf(
  { file }: Pick<LoadedCase, "file">,
  money: Money,
  {
    payment,
    cents,
    attempt,
  }: { readonly payment: PaymentKind; readonly cents: number; readonly attempt: number },
  on: string,
): Promise<Transfer> {
  const ui = await uiIn(file.language);
  return {
    id: transferId(file.ref, payment, attempt),
    to: money.payee(file),
    cents,
    about: ui.say(`payment.${payment}`, { call: file.callId }),
    on,
  };
}
