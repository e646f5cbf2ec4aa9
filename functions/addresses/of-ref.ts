import type { Task } from "../store/items.ts";
import { idOf, isCall } from "../store/keys.ts";
import { paths } from "./paths.ts";

/** What tells a task in its addresses: whether it belongs to a case or to a call, to which, and its key. */
export const placeOf = (task: Pick<Task, "pk" | "sk">) =>
  [isCall(task.pk) ? "call" : "case", idOf(task.pk), task] as const;

/** Where an e-mail address that takes no mail is mended, for one case or call. `address`: what stands for it. */
export const addressPath = (ref: string, address: string): string =>
  (isCall(ref) ? paths.addressOfCall : paths.addressOfCase)(idOf(ref), address);
