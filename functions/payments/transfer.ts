import { inQuotes, type Language } from "../../workflows/kernel/facts/print.ts";
import { type Asked, kindOfPayment, type Money } from "../../workflows/kernel/money.ts";
import type { LoadedCase } from "../cases/load.ts";
import { callTitle, caseWords } from "../reading/case-words.ts";
import { transferId } from "./attempt.ts";
import type { Transfer } from "./bank-file.ts";

/** What a payment of a case is for: its kind and the title of the call, as its receiver reads it. */
export async function whatFor(
  loaded: Pick<LoadedCase, "process" | "file">,
  payment: string,
  language: Language,
): Promise<string> {
  const words = await caseWords({ process: loaded.process }, language);
  const { kind, number } = kindOfPayment(payment);
  return words.say(`pays.${kind}.about`, { call: inQuotes(callTitle(loaded, language), language), number });
}

/** One payment of a case as the bank shall make it, in the participant's language. `on` is `YYYY-MM-DD`. */
export async function transferOf(
  { process, file }: Pick<LoadedCase, "process" | "file">,
  money: Money,
  { payment, cents, attempt }: Asked & { readonly attempt: number },
  on: string,
): Promise<Transfer> {
  return {
    id: transferId(file.ref, payment, attempt),
    to: money.payee(file, payment),
    cents,
    about: await whatFor({ process, file }, payment, file.language),
    on,
  };
}
