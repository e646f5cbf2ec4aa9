import type { IncomingHttpHeaders } from "node:http";
import { plainPage } from "./gateway-answer.ts";

type Headers = Pick<IncomingHttpHeaders, "host" | "origin"> & Readonly<Record<string, unknown>>;

/** Was this machine asked by its own name? Another site may let a name of its own point here. */
export const isAskedLocally = ({ host }: Headers): boolean =>
  ["localhost", "127.0.0.1"].includes(host?.replace(/:\d+$/, "") ?? "");

/**
 * Did a page of this server, or no page at all, send the request? Browsers say how the two sites are related in
 * `Sec-Fetch-Site`; older ones say only `Origin`, which is `null` where the page keeps its address to itself.
 */
export function isFromOwnPage(headers: Headers): boolean {
  if (!isAskedLocally(headers)) return false;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

/** A name of somebody else that leads to this machine is none of ours (DNS rebinding). */
export const otherName = plainPage(
  421,
  "Šia programa naudokitės adresu, kuris prasideda „http://localhost“.",
  "Use this program at the address that begins with “http://localhost”.",
);
