import * as z from "zod";
import { isOver } from "../../workflows/kernel/facts/ends.ts";
import type { House } from "../house.ts";
import { type Head, headItem } from "../store/items.ts";
import { headKey, idOf, refOfCall } from "../store/keys.ts";
import { readOnce } from "../store/read-once.ts";

const shown = z.object({
  title: z.object({ lt: z.string(), en: z.string() }),
  applicationProcess: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  unlisted: z.boolean().optional(),
});

export interface CallSummary {
  readonly id: string;
  readonly process: string;
  readonly title: { readonly lt: string; readonly en: string };
  /** UTC instants. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly state: "coming" | "open" | "closed";
  /** Open to whoever was given its address alone: not among the calls on the first page. */
  readonly isUnlisted: boolean;
}

const headIn = readOnce(headItem);

/** The partition that lists all calls; there are few of them. */
export const callsPartition = "calls";

export const listCalls = async (house: Pick<House, "table" | "clock">): Promise<readonly CallSummary[]> =>
  (await allCalls(house)).map((head) => summaryOf(head, house.clock.now()));

/** The heads of all calls, by identifier. */
export async function allCalls({ table }: Pick<House, "table">): Promise<readonly Head[]> {
  const listed = await table.query(callsPartition);
  const items = await table.getMany(listed.map(({ sk }) => headKey(refOfCall(String(sk)))));
  return items.flatMap((item) => (item ? [headIn(item)] : []));
}

/** A call's head with its data; `undefined` when there is none of that identifier. */
export async function loadCall(house: Pick<House, "table">, id: string): Promise<Head | undefined> {
  const item = await house.table.get(headKey(refOfCall(id)));
  return item ? headIn(item) : undefined;
}

export function summaryOf(head: Head, now: string): CallSummary {
  const { title, applicationProcess, opensAt, unlisted = false, ...said } = shown.parse(head.data);
  // A call that is over before its time takes no more applications.
  const closesAt = head.endedAt !== undefined && head.endedAt < said.closesAt ? head.endedAt : said.closesAt;
  const state = now < opensAt ? "coming" : isOver(closesAt, now) ? "closed" : "open";
  return {
    id: idOf(head.pk),
    process: applicationProcess,
    title,
    opensAt,
    closesAt,
    state,
    isUnlisted: unlisted,
  };
}
