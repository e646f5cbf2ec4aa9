import { keyFromPath } from "../addresses/address.ts";
import type { TaskAddress } from "../cases/tasks/find-task.ts";
import type { Visit } from "./visit.ts";

/** A task's link says whether it belongs to a case or to a call. */
export function addressOf({ at }: Pick<Visit, "at">): TaskAddress | undefined {
  const kind = at("kind");
  if (kind !== "case" && kind !== "call") return undefined;
  return { kind, id: at("id"), key: keyFromPath(at("key")), secret: at("secret") };
}
