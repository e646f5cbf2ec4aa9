import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Language } from "../../workflows/kernel/case-file.ts";

/** A request as the pages and the API see it. */
export interface HttpRequest {
  /** Identifies the request in the log and on a page that reports a fault. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** `name=value` each. */
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
}

/** Reads an event of API Gateway (HTTP API, payload 2.0). */
export function readRequest(event: APIGatewayProxyEventV2): HttpRequest {
  const encoding = event.isBase64Encoded ? "base64" : "utf8";
  return {
    id: event.requestContext.requestId,
    method: event.requestContext.http.method,
    path: event.rawPath,
    query: new URLSearchParams(event.rawQueryString),
    headers: Object.fromEntries(
      Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    cookies: event.cookies ?? [],
    body: Buffer.from(event.body ?? "", encoding),
  };
}

const languageCookie = "lang";
const year = 31_536_000;

/** The cookie that keeps the language that somebody chose, for a year. */
export const cookieOfLanguage = (language: Language): string =>
  stringifySetCookie({
    name: languageCookie,
    value: language,
    maxAge: year,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
  });

const asLanguage = (said: string | null | undefined): Language | undefined =>
  said === "lt" || said === "en" ? said : undefined;

/** The language chosen with this request, when it chooses one. */
export const chosenLanguage = (request: HttpRequest): Language | undefined =>
  asLanguage(request.query.get("lang"));

/** The language of the answer: chosen now, chosen before, or the one that the page's own reader is known by. */
export function languageOf(request: HttpRequest, own: Language = "lt"): Language {
  const kept = parseCookie(request.cookies.join("; "))[languageCookie];
  return chosenLanguage(request) ?? asLanguage(kept) ?? own;
}

const densityCookie = "density";

/** How close rows stand to one another on the pages of staff. */
export type Density = "compact" | "roomy";

/** The cookie that keeps how close somebody wants rows to stand, for a year. */
export const cookieOfDensity = (density: Density): string =>
  stringifySetCookie({
    name: densityCookie,
    value: density,
    maxAge: year,
    path: "/",
    httpOnly: true,
    sameSite: "lax",
  });

const asDensity = (said: string | null | undefined): Density | undefined =>
  said === "compact" || said === "roomy" ? said : undefined;

/** The density chosen with this request, when it chooses one. */
export const chosenDensity = (request: HttpRequest): Density | undefined =>
  asDensity(request.query.get("density"));

/** How close rows stand: as chosen now, or before; close to those who say nothing, for they look at lists all day. */
export const densityOf = (request: HttpRequest): Density =>
  chosenDensity(request) ?? asDensity(parseCookie(request.cookies.join("; "))[densityCookie]) ?? "compact";

/** The media type that a request's body says it has, without parameters. */
export const mediaTypeOf = (request: HttpRequest): string =>
  (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** Programs get problem details where people get a page. */
export const isForPrograms = (request: HttpRequest): boolean => request.path.startsWith("/api/");
