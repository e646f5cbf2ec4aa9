import { payment } from "../../workflows/blocks/payment.ts";
import type { Task } from "../store/items.ts";
import type { LoadedCase } from "./load.ts";

/**
 * Is this the question for a payment that two people must see? Where a call names the account that it pays from,
 * payments go out in runs, and a run answers the question; a call without one has each answered by itself,
 * and so has a payment of nothing.
 */
export const isDecidedInRun = ({ process, file }: LoadedCase, task: Task): boolean =>
  task.form === payment.id &&
  process.money?.payer(file.call) !== undefined &&
  (process.money.asked(file, task.state)?.cents ?? 0) > 0;
