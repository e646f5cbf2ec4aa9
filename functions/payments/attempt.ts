import { payment } from "../../workflows/blocks/payment.ts";
import { answersTo } from "../../workflows/kernel/answers.ts";
import type { Money, PaymentKind } from "../../workflows/kernel/money.ts";
import type { LoadedCase } from "../cases/load.ts";
import { idOf, refOfCase } from "../store/keys.ts";

/**
 * Which time the case asks for this kind of payment, from 1: each answer to such a question, be it for another
 * participant or after the bank sent the money back, makes the next one another payment.
 */
export const attemptOf = ({ file }: Pick<LoadedCase, "file">, money: Money, kind: PaymentKind): number =>
  1 + answersTo(file, payment).filter(({ state }) => money.asked(file, state)?.payment === kind).length;

/** What the bank tells a payment of a case by. At most 35 characters up to the hundredth attempt. */
export const transferId = (ref: string, kind: PaymentKind, attempt: number): string =>
  `${idOf(ref)}-${kind}${attempt === 1 ? "" : `-${attempt}`}`;

/** The case of a payment. */
export const refOfTransfer = (id: string): string => refOfCase(id.split("-", 1)[0] ?? "");
