import { type Asked, kindOfPayment, type Money } from "../../workflows/kernel/money.ts";
import type { LoadedCase } from "../cases/load.ts";
import { caseWords } from "../reading/case-words.ts";
import { transferId } from "./attempt.ts";
import type { Transfer } from "./bank-file.ts";

/** One payment of a case as the bank shall make it, in the participant's language. `on` is `YYYY-MM-DD`. */
export async function transferOf(
  { process, file }: Pick<LoadedCase, "process" | "file">,
  money: Money,
  { payment, cents, attempt }: Asked & { readonly attempt: number },
  on: string,
): Promise<Transfer> {
  const words = await caseWords({ process }, file.language);
  const { kind, number } = kindOfPayment(payment);
  return {
    id: transferId(file.ref, payment, attempt),
    to: money.payee(file, payment),
    cents,
    about: words.say(`pays.${kind}.about`, { call: file.callId, number }),
    on,
  };
}
