import { type Asked, askedIn, type Money } from "../../workflows/kernel/money.ts";
import { payment } from "../../workflows/kernel/payment.ts";
import type { LoadedCase } from "../cases/load.ts";

/** A payment that a state of a case asks finance for. EUR cents, above zero. */
export interface AskedPayment extends Asked {
  readonly state: string;
}

/**
 * What a case asks finance to pay and has not been answered. A case that was broken off pays only what was asked since: its
 * machine may not have heard of it yet.
 */
export function askedPayments(
  { file, tasks }: Pick<LoadedCase, "file" | "tasks">,
  money: Money,
): readonly AskedPayment[] {
  if (file.entry?.ended) return [];
  const since = file.interruptions.at(-1)?.at ?? "";
  return tasks
    .filter(({ kind, status, form }) => kind === "ask" && status === "open" && form === payment.id)
    .filter(({ openedAt }) => openedAt > since)
    .flatMap(({ state }) => {
      const asked = askedIn(money, file, state);
      return asked && asked.cents > 0 ? [{ state, ...asked }] : [];
    });
}
