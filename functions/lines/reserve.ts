import { cursorOf } from "../adapters/cursor.ts";
import type { House } from "../house.ts";
import { idOf } from "../store/keys.ts";
import { readFigures } from "./figures.ts";
import { listPartition, reservePlace } from "./keys.ts";
import { reserveStep } from "./tally.ts";

/** Some more than a step, for those who came in between since it was counted. */
const lookedAt = reserveStep * 2;

/**
 * The place on the reserve list now, from 1, of a case that has this position in the order: what was counted last up to the
 * nearest of the positions that were kept, and from there on the list itself. So it reads no more of a longer list. Nothing is
 * said while the list does not have it yet.
 */
export async function reservePositionNow(
  house: Pick<House, "table" | "clock">,
  callId: string,
  ref: string,
  position: number,
): Promise<number | undefined> {
  const { reserve } = (await readFigures(house, callId)).figures;
  const step = Math.max(
    0,
    reserve.findLastIndex((known) => known <= position),
  );
  const pk = listPartition(callId, "reserve");
  const { items } = await house.table.page(pk, {
    limit: lookedAt,
    ...(reserve[step] === undefined ? {} : { after: cursorOf({ pk, sk: reservePlace(reserve[step]) }) }),
  });
  const place = items.findIndex(({ sk }) => sk === reservePlace(position, idOf(ref)));
  return place < 0 ? undefined : step * reserveStep + place + 1;
}
