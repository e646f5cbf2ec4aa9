import { Temporal } from "temporal-polyfill";
import { localDay } from "../../workflows/kernel/facts/calendar.ts";
import { cursorOf } from "../adapters/cursor.ts";
import type { House } from "../house.ts";
import type { Line } from "../store/line-item.ts";
import { linesBehind } from "./case-list.ts";
import { listPartition } from "./keys.ts";

/** So many cases that are late are named, and so many that are due are looked at. */
const [named, lookedAt] = [5, 150];

/** The deadlines of the cases of a call around an instant. */
export interface Deadlines {
  /** Whose deadline has gone by, the oldest first: some of them. */
  readonly late: readonly Line[];
  /** By when what has to be answered in the days after: how many cases of each state on each local day. */
  readonly days: readonly { readonly day: string; readonly state: string; readonly count: number }[];
  /** There are more in these days than were looked at. */
  readonly isMore: boolean;
}

/** Reads the list of deadlines at its beginning and from an instant on: two pages, however large the call. */
export async function deadlinesOf(
  { table }: Pick<House, "table">,
  callId: string,
  { now, upTo }: { readonly now: string; readonly upTo: string },
): Promise<Deadlines> {
  const pk = listPartition(callId, "due");
  const [first, coming] = await Promise.all([
    table.page(pk, { limit: named }),
    table.page(pk, { limit: lookedAt, after: cursorOf({ pk, sk: now }) }),
  ]);
  const isWithin = (sk: unknown) => String(sk) <= `${upTo}#~`;
  const soon = coming.items.filter(({ sk }) => isWithin(sk));
  const [late, due] = await Promise.all(
    [first.items.filter(({ sk }) => String(sk) < now), soon].map((items) =>
      linesBehind(table, callId, "due", items),
    ),
  );
  const days = new Map<string, { day: string; state: string; count: number }>();
  for (const line of known(due)) {
    if (!line.due) continue;
    const day = localDay(Temporal.Instant.from(line.due.at)).toString();
    const place = `${day} ${line.due.state}`;
    const counted = days.get(place) ?? { day, state: line.due.state, count: 0 };
    days.set(place, counted);
    counted.count++;
  }
  return {
    late: known(late),
    days: [...days.values()],
    isMore: coming.next !== undefined && soon.length === coming.items.length,
  };
}

const known = (lines: readonly (Line | undefined)[] = []): readonly Line[] =>
  lines.flatMap((line) => (line ? [line] : []));
