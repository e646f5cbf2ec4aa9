import { createHmac } from "node:crypto";
import type { House } from "../house.ts";
import { type ExportItem, exportItem, type Ordered } from "../store/export-item.ts";
import type { Figures } from "../store/figures-item.ts";
import { exportKey, jobsPartition } from "../store/keys.ts";

/** A call of up to so many cases has its files at once, by the request that asks for them. */
export const mostAtOnce = 500;

/** Does a call have so few cases that its files are made while its reader waits? */
export const isSmall = ({ cases }: Pick<Figures, "cases">): boolean => cases <= mostAtOnce;

/** Files are offered so long; the bucket's lifecycle deletes them a day later. */
export const keptDays = 7;

/** A workbook of so many rows takes 620 MB while it is made; longer tables are files of text alone. */
export const longestWorkbook = 100_000;

/** A paper of so many rows takes a gigabyte while it is drawn. */
export const longestPaper = 10_000;

/** What a file is known by: it says nothing of what was searched for. */
const exportId = (
  { config }: Pick<House, "config">,
  { callId, kind, format, language, said }: Ordered,
): string =>
  createHmac("sha256", config.linkSecret)
    .update(JSON.stringify(["export", callId, kind, format, language, said]))
    .digest("hex")
    .slice(0, 32);

/**
 * Orders a file (asynchronous request-reply): it is made in the background. Whoever orders what is being made already waits
 * for the same file; what is there, or did not come, is made anew. `total`: how many cases it will go through.
 */
export async function orderFile(
  house: Pick<House, "table" | "clock" | "config" | "files">,
  ordered: Ordered,
  total: number,
): Promise<string> {
  const id = exportId(house, ordered);
  const key = exportKey(ordered.callId, id);
  const now = house.clock.now();
  const stored = await house.table.get(key);
  const known = stored && exportItem.parse(stored);
  if (known?.status === "waiting" || known?.status === "making") return id;
  const { outcome } = await house.table.change(key, {
    set: {
      ordered,
      status: "waiting",
      making: (known?.making ?? 0) + 1,
      askedAt: now,
      done: 0,
      added: 0,
      total,
      parts: [],
      pending: jobsPartition,
      pendingAt: now,
    },
    remove: ["upload", "from", "isComplete", "endedAt", "until", "attempts"],
    when: known ? { making: { is: known.making }, status: { is: known.status } } : { making: "absent" },
  });
  // Of two who order at once, one does; the file is the same.
  if (outcome === "changed" && known) await house.files.remove(fileKey(known, id));
  return id;
}

/** A file that was ordered; `undefined` where there is none, or none any more. */
export async function orderedFile(
  { table }: Pick<House, "table">,
  callId: string,
  id: string,
): Promise<ExportItem | undefined> {
  const item = await table.get(exportKey(callId, id));
  return item && exportItem.parse(item);
}

/** Where a file lies in the bucket: identifiers only. */
export const fileKey = ({ ordered, making }: Pick<ExportItem, "ordered" | "making">, id: string): string =>
  `exports/${ordered.callId}/${id}-${making}.${ordered.format}`;

/** Under which name a file is saved. */
export const fileName = ({ kind, callId, format, said }: Ordered): string =>
  `${kind}-${callId}${kind === "payments" ? `-${said}` : ""}.${format}`;
