import { type Read, refused } from "./refusal.ts";
import { type HttpRequest, mediaTypeOf } from "./request.ts";

/** What a form's page sent, by name; a name may come several times. */
export type Post = ReadonlyMap<string, readonly string[]>;

/**
 * The longest post that is read, in bytes. The longest form has room for 12 000 letters; each may take six bytes as
 * a browser encodes it, and a text pasted too long is shown again rather than refused.
 */
const longestPost = 200_000;

const formType = "application/x-www-form-urlencoded";
const jsonType = "application/json";

/** Reads the post of a form. Names and values that are not UTF-8 are refused rather than guessed at. */
export function readPost(request: HttpRequest): Read<Post> {
  if (request.body.length > longestPost) return refused({ status: 413, why: "tooLarge" });
  if (request.body.length > 0 && mediaTypeOf(request) !== formType) {
    return refused({ status: 415, why: "wrongMediaType", accept: formType });
  }
  const post = new Map<string, string[]>();
  for (const pair of utf8(request.body)?.split("&") ?? ["%"]) {
    if (pair === "") continue;
    const [name, value] = [decode(pair.split("=", 1)[0] ?? ""), decode(pair.slice(pair.indexOf("=") + 1))];
    if (name === undefined || value === undefined) return refused({ status: 400, why: "malformed" });
    const said = pair.includes("=") ? value : "";
    post.set(name, [...(post.get(name) ?? []), said]);
  }
  return { outcome: "read", value: post };
}

/** Reads a JSON object. */
export function readJson(request: HttpRequest): Read<Readonly<Record<string, unknown>>> {
  if (request.body.length > longestPost) return refused({ status: 413, why: "tooLarge" });
  if (mediaTypeOf(request) !== jsonType) {
    return refused({ status: 415, why: "wrongMediaType", accept: jsonType });
  }
  const value = parsed(utf8(request.body));
  return value === undefined
    ? refused({ status: 400, why: "malformed" })
    : { outcome: "read", value: value.object };
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
