import { finishedBy, monthsOf } from "../../workflows/kernel/comparing.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { askingKey } from "../store/compared-items.ts";
import { pendingSince } from "../store/keys.ts";

/** Notes, once, that a case is to be asked how its form was: where it has gone through it, and its call asks. */
export async function noteAsking(
  { table }: Pick<House, "table">,
  { head, process, file }: LoadedCase,
  { status, visit, endedAt }: { readonly status: string; readonly visit: number; readonly endedAt: string },
): Promise<void> {
  const months = monthsOf(file.call);
  if (months === undefined || !finishedBy(process).includes(status)) return;
  const asking = { ...askingKey(head.pk), endedAt, visit, months, next: "end", asked: {} };
  await table.put({ ...asking, ...pendingSince(head.pk, endedAt) }, { ifAbsent: true });
}
