import type { IncomingHttpHeaders } from "node:http";

type Headers = Pick<IncomingHttpHeaders, "host" | "origin"> & Readonly<Record<string, unknown>>;

/** Was this machine asked by its own name? Another site may let a name of its own point here. */
export const isAskedLocally = ({ host }: Headers): boolean =>
  ["localhost", "127.0.0.1"].includes(host?.replace(/:\d+$/, "") ?? "");

/**
 * Did a page of this server, or no page at all, send the request? Browsers say where a post comes from in `Origin`,
 * and newer ones how the two sites are related in `Sec-Fetch-Site`.
 */
export function isFromOwnPage(headers: Headers): boolean {
  const site = headers["sec-fetch-site"];
  if (!isAskedLocally(headers)) return false;
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
