import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Refusal } from "./refusal.ts";

/** What API Gateway is given back. */
export type Answer = APIGatewayProxyStructuredResultV2;

/** After a post: the browser goes on with a GET, so that reloading sends nothing twice. */
export const redirect = (to: string, cookies: readonly string[] = []): Answer => ({
  statusCode: 303,
  headers: { location: to },
  ...(cookies.length > 0 ? { cookies: [...cookies] } : {}),
});

export const json = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  statusCode: status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

/** A file for spreadsheets, to be saved. */
export const csv = (name: string, body: string): Answer => ({
  statusCode: 200,
  headers: {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  },
  body,
});

/** Problem details of RFC 9457; `type` is a path below the portal that names the kind of problem. */
export const problem = (
  status: number,
  why: string,
  title: string,
  more: Readonly<Record<string, unknown>> = {},
): Answer => ({
  statusCode: status,
  headers: { "content-type": "application/problem+json; charset=utf-8" },
  body: JSON.stringify({ type: `/api/problems/${why}`, title, status, ...more }),
});

const titles: Readonly<Record<Refusal["why"], string>> = {
  malformed: "The body cannot be read: it is not a well-formed JSON object in UTF-8",
  repeatedName: "One name was sent several times",
  noIdempotencyKey: "The header Idempotency-Key is missing or is not of 16 to 100 letters, digits, - or _",
  otherOrigin: "The request was made by another site",
  noPass: "The request carries no pass",
  noRight: "Whoever asks may not do this",
  noKey: "The header Authorization has no key that is known, or the key was revoked or is over",
  tooOften: "The key was used too often in this minute",
  notFound: "There is nothing at this address",
  wrongMethod: "This address does not take that method",
  gone: "What was here is over",
  tooLarge: "The body is too large",
  wrongMediaType: "The body has a media type that is not taken here",
  unavailable:
    "Nothing can be stored or read at the moment; what was confirmed before is safe. Send the request again later: it has its effect once",
};

/** A refusal as programs read it. */
export function refusalAsProblem(refusal: Refusal, requestId: string): Answer {
  const answer = problem(refusal.status, refusal.why, titles[refusal.why], {
    ...(refusal.why === "wrongMediaType" ? { detail: `Send ${refusal.accept}.` } : {}),
    instance: `/requests/${requestId}`,
  });
  return { ...answer, headers: { ...answer.headers, ...headersOf(refusal) } };
}

/** What HTTP wants said beside the status. */
export const headersOf = (refusal: Refusal): Record<string, string> =>
  refusal.why === "wrongMethod"
    ? { allow: refusal.allow.join(", ") }
    : refusal.why === "noKey"
      ? { "www-authenticate": "Bearer" }
      : refusal.why === "tooOften" || refusal.why === "unavailable"
        ? { "retry-after": String(refusal.seconds) }
        : refusal.why === "wrongMediaType"
          ? { "accept-post": refusal.accept }
          : {};
