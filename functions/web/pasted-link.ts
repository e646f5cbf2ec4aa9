import { type Answer, redirect } from "./answers.ts";
import type { HttpRequest } from "./request.ts";
import { find, type Route } from "./router.ts";
import type { Work } from "./visit.ts";

/** The stop of a sentence, brackets, quotation marks, blanks: mail programs and people leave them behind an address. */
const leftBehind = /[\s\p{Cf}.,;:!?…'"“”„‘’«»()[\]{}<>*]+$/u;

/**
 * The way to the page that a link with something behind it means; `undefined` where nothing is behind it, or no page is there without
 * it either. No name in an address of ours ends so: secrets are letters, figures, `-` and `_`.
 */
export function wayWithout(routes: readonly Route<Work>[], request: HttpRequest): Answer | undefined {
  const { method, path, query } = request;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const parts = path.split("/").map(decoded);
  const meant = withoutEnd(parts);
  if (meant === undefined || meant.length < 2) return undefined;
  const address = meant.map(encodeURIComponent).join("/");
  // Two slashes would lead to somebody else's server.
  if (address.startsWith("//") || find(routes, method, address).outcome !== "found") return undefined;
  return redirect(query.size === 0 ? address : `${address}?${query}`);
}

/** The parts of a path without what is left behind them; `undefined` when nothing is. */
function withoutEnd(parts: readonly string[]): readonly string[] | undefined {
  if (parts.length < 2) return undefined;
  const last = parts.at(-1) ?? "";
  const kept = decoded(last).replace(leftBehind, "");
  if (kept === last && last !== "") return undefined;
  const before = parts.slice(0, -1);
  return kept === "" ? (withoutEnd(before) ?? before) : [...before, kept];
}

/** Mail programs encode what is encoded already. */
function decoded(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch (error) {
    if (error instanceof URIError) return said;
    throw error;
  }
}
