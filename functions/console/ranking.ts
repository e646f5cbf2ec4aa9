import { gzipSync } from "node:zlib";
import type { Document } from "../adapters/documents.ts";
import { loadCall } from "../calls/calls.ts";
import type { House } from "../house.ts";
import { recordItem } from "../store/items.ts";
import { documentKey } from "../store/keys.ts";
import type { Answer } from "../web/answers.ts";
import { refusalPage } from "../web/faults.tsx";
import { notFound } from "../web/refusal.ts";
import type { HttpRequest } from "../web/request.ts";
import { forStaff } from "./guard.ts";

/** The latest published ranking of a call, whole, as a file; there is none before it is published. */
export const downloadRanking = forStaff(async ({ house, request, at }) => {
  const head = await loadCall(house, at("id"));
  const name = head && (await latestRanking(house, head.pk));
  const kept = head && name ? await house.documents.read(documentKey(head.pk, name)) : undefined;
  if (!head || !kept) return refusalPage(request, notFound);
  return download(request, `ranking-${head.callId}.json`, kept);
});

/** What the latest published ranking is called; only what a record names is asked for (see the adapter). */
export async function latestRanking(house: Pick<House, "table">, call: string): Promise<string | undefined> {
  const records = (await house.table.query(call, "record#")).map((item) => recordItem.parse(item));
  return records.findLast(({ document }) => document?.startsWith("ranking-"))?.document;
}

/**
 * A function may answer with 6 MB. A ranking of 100 000 has 21 MB, and packed and written in base64 5 MB, so whoever
 * can unpack it, as every browser can, gets it packed.
 */
function download(request: HttpRequest, name: string, { body, type }: Document): Answer {
  const packs = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  return {
    statusCode: 200,
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      vary: "accept-encoding",
      ...(packs ? { "content-encoding": "gzip" } : {}),
    },
    body: Buffer.from(packs ? gzipSync(body) : body).toString("base64"),
    isBase64Encoded: true,
  };
}
