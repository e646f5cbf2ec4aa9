import { type Read, refused } from "./refusal.ts";
import { type HttpRequest, mediaTypeOf } from "./request.ts";

/** What a form's page sent, by name; a name may come several times. */
export type Post = ReadonlyMap<string, readonly string[]>;

/**
 * The longest post that is read, in bytes. The longest form has room for 12 000 letters; each may take six bytes as
 * a browser encodes it, and a text pasted too long is shown again rather than refused.
 */
const longestPost = 200_000;

/** More fields than any form of ours has: the largest has a box for each of 500 payments, or rows of some hundred cells. */
const mostFields = 3_000;
/** So deep and so many values a JSON body may hold; a call's application has two levels and some hundred values. */
const deepest = 8;
const mostValues = 20_000;

const formType = "application/x-www-form-urlencoded";
const jsonType = "application/json";
const ampersand = 0x26;

/**
 * Reads the post of a form, in time that grows as its length does. Its length and the number of its fields are looked at
 * before anything of it is read; names and values that are not UTF-8 are refused rather than guessed at.
 */
export function readPost(request: HttpRequest): Read<Post> {
  if (request.body.length > longestPost) return tooLarge;
  if (request.body.length > 0 && mediaTypeOf(request) !== formType) {
    return refused({ status: 415, why: "wrongMediaType", accept: formType });
  }
  if (count(request.body, ampersand) >= mostFields) return tooLarge;
  const post = new Map<string, string[]>();
  for (const pair of utf8(request.body)?.split("&") ?? ["%"]) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const said = equals < 0 ? "" : decode(pair.slice(equals + 1));
    if (name === undefined || said === undefined) return refused({ status: 400, why: "malformed" });
    const known = post.get(name);
    if (known) known.push(said);
    else post.set(name, [said]);
  }
  return { outcome: "read", value: post };
}

const tooLarge = refused({ status: 413, why: "tooLarge" });

function count(bytes: Uint8Array, wanted: number): number {
  let found = 0;
  for (let at = bytes.indexOf(wanted); at >= 0 && found < mostFields; at = bytes.indexOf(wanted, at + 1))
    found++;
  return found;
}

/** Reads a JSON object. */
export function readJson(request: HttpRequest): Read<Readonly<Record<string, unknown>>> {
  if (request.body.length > longestPost) return tooLarge;
  if (mediaTypeOf(request) !== jsonType) {
    return refused({ status: 415, why: "wrongMediaType", accept: jsonType });
  }
  const value = parsed(utf8(request.body));
  if (value === undefined) return refused({ status: 400, why: "malformed" });
  return isTooMuch(value.object) ? tooLarge : { outcome: "read", value: value.object };
}

/** Walks a value level by level, so that its depth costs no stack. */
function isTooMuch(whole: unknown): boolean {
  let level: readonly unknown[] = [whole];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth++) {
    seen += level.length;
    if (depth > deepest || seen > mostValues) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** A browser says where a post comes from; one that another site made is refused. */
export function isFromElsewhere(request: HttpRequest, portalUrl: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const { origin } = request.headers;
  return origin !== undefined && origin !== new URL(portalUrl).origin;
}

function parsed(text: string | undefined): { object: Record<string, unknown> } | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isObject(value) ? { object: value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const strict = new TextDecoder("utf-8", { fatal: true });

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Control characters cannot be typed and show as nothing, so they are left out; line ends and tabs stay. */
const control = /[^\P{Cc}\t\n\r]/gu;

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " ")).replaceAll(control, "");
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** A number that a page put into its own form; what is no such number counts as none. */
export function numberIn(post: Post, name: string): number {
  const [said = ""] = post.get(name) ?? [];
  return /^\d{1,6}$/.test(said) ? Number(said) : 0;
}

/** A text that was typed into a page's own form, with the line breaks of everybody else. */
export const textIn = (post: Post, name: string): string =>
  (post.get(name)?.[0] ?? "").replaceAll(/\r\n?/g, "\n").trim();
