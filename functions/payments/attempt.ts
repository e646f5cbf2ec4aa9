import { createHash } from "node:crypto";
import { answersTo } from "../../workflows/kernel/answers.ts";
import { askedAt, type Money } from "../../workflows/kernel/money.ts";
import { payment } from "../../workflows/kernel/payment.ts";
import type { LoadedCase } from "../cases/load.ts";
import { idOf, refOfCase } from "../store/keys.ts";

/**
 * Which time the case asks for this payment, from 1: each answer to such a question, be it for another
 * participant or after the bank sent the money back, makes the next one another payment.
 */
export const attemptOf = ({ file }: Pick<LoadedCase, "file">, money: Money, name: string): number =>
  1 + answersTo(file, payment).filter((answer) => askedAt(money, file, answer)?.payment === name).length;

/** What was asked and answered where a question for a payment was this one, by its identifier. EUR cents. */
export function answeredAs(
  { file, head }: Pick<LoadedCase, "file" | "head">,
  money: Money,
  id: string,
): { readonly payment: string; readonly cents: number; readonly outcome: string } | undefined {
  const attempts = new Map<string, number>();
  for (const answer of answersTo(file, payment)) {
    const asked = askedAt(money, file, answer);
    if (!asked) continue;
    const attempt = (attempts.get(asked.payment) ?? 0) + 1;
    attempts.set(asked.payment, attempt);
    if (transferId(head.pk, asked.payment, attempt) === id) return { ...asked, outcome: answer.outcome };
  }
  return undefined;
}

/** So many characters the bank takes [ISO 20022, EndToEndIdentification]. */
const mostCharacters = 35;

/** What the bank tells a payment of a case by; a name that is too long for it is told by its digest. */
export function transferId(ref: string, name: string, attempt: number): string {
  const after = attempt === 1 ? "" : `-${attempt}`;
  const id = `${idOf(ref)}-${name}${after}`;
  if (id.length <= mostCharacters) return id;
  return `${idOf(ref)}-${createHash("sha256").update(name).digest("hex").slice(0, 7)}${after}`;
}

/** The case of a payment. */
export const refOfTransfer = (id: string): string => refOfCase(id.split("-", 1)[0] ?? "");
