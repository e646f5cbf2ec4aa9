import { finishedBy, monthsOf } from "../../workflows/kernel/comparing.ts";
import type { LoadedCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { askingKey, seatAskingKey } from "../store/compared-items.ts";
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

/** The same of somebody who was at an event of a call that asks. */
export async function noteAskingOfComer(
  { table }: Pick<House, "table">,
  { file }: Pick<LoadedCase, "file">,
  {
    pk,
    registration,
    endedAt,
  }: { readonly pk: string; readonly registration: string; readonly endedAt: string },
): Promise<void> {
  const months = monthsOf(file.call);
  if (months === undefined) return;
  const asking = {
    ...seatAskingKey(pk, registration),
    registration,
    endedAt,
    visit: 0,
    months,
    next: "end",
    asked: {},
  };
  await table.put({ ...asking, ...pendingSince(pk, endedAt) }, { ifAbsent: true });
}
