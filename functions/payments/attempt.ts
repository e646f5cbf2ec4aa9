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
