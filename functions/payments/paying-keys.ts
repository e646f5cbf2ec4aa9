import type { Key } from "../adapters/table.ts";
import { payingKey } from "../store/keys.ts";
import type { RunTransfer } from "../store/run-item.ts";

/** A question for a payment, as runs know it. */
export type PaymentAsked = Pick<RunTransfer, "ref" | "state"> & {
  readonly calledBefore?: readonly string[] | undefined;
};

/** Under what a question for a payment is in a run: by its state, and by what that was called when a run before took it. */
export const payingKeys = (callId: string, { ref, state, calledBefore = [] }: PaymentAsked): readonly Key[] =>
  [state, ...calledBefore].map((name) => payingKey(callId, ref, name));
