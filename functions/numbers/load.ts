import { loadCall } from "../calls/calls.ts";
import { type LoadedCase, loadCase } from "../cases/load.ts";
import type { House } from "../house.ts";
import { entryItem, type Head } from "../store/items.ts";
import { type NumberedCase, numbered } from "./numbered-case.ts";

const atOnce = 25;

/** All cases of a call as they are counted, a few read at a time; `undefined` where there is no such call. */
export async function numbersOf(
  house: Pick<House, "table" | "clock">,
  callId: string,
): Promise<{ readonly call: Head; readonly cases: readonly NumberedCase[] } | undefined> {
  const call = await loadCall(house, callId);
  if (!call) return undefined;
  const refs = (await house.table.query(call.pk, "entry#")).map((item) => entryItem.parse(item).ref);
  const loaded: (LoadedCase | undefined)[] = [];
  for (let from = 0; from < refs.length; from += atOnce)
    loaded.push(...(await Promise.all(refs.slice(from, from + atOnce).map((ref) => loadCase(house, ref)))));
  const now = house.clock.now();
  return { call, cases: loaded.flatMap((one) => (one ? [numbered(one, now)] : [])) };
}
