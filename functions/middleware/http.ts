import middy from "@middy/core";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { House } from "../house.ts";
import type { Answer } from "../web/answers.ts";
import { isServiceFault } from "./service-fault.ts";

/** What everybody who answers HTTP requests has in common. */
interface Manner {
  readonly work: (event: APIGatewayProxyEventV2) => Promise<Answer>;
  /** The answer to a request that failed: by a defect, or because a service did not do its part. */
  readonly apologise: (event: APIGatewayProxyEventV2, why: "defect" | "serviceFault") => Promise<Answer>;
}

/**
 * A function that answers people and programs: safe headers on every answer, one line in the log for each request
 * (never its path, which may carry a link's secret), and an apology with a reference number where it fails.
 */
export const http = (house: Pick<House, "log" | "config">, { work, apologise }: Manner) =>
  middy<APIGatewayProxyEventV2, Answer>(work)
    .use({
      after: (request) => {
        request.response = shielded(request.response ?? {}, request.event, house.config.portalUrl);
        house.log("K001", {
          request: request.event.requestContext.requestId,
          method: request.event.requestContext.http.method,
          status: request.response.statusCode ?? 200,
        });
      },
    })
    .onError(async (request) => {
      const why = request.error && (await isServiceFault(request.error)) ? "serviceFault" : "defect";
      house.log(why === "defect" ? "K002" : "K003", {
        request: request.event.requestContext.requestId,
        error: request.error?.name ?? "unknown",
        at: placeOf(request.error),
      });
      request.response = shielded(await apologise(request.event, why), request.event, house.config.portalUrl);
    });

/** Where it failed, without the message, which may hold what a person wrote. */
const placeOf = (error: Error | null | undefined): string =>
  error?.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim()
    .replace(/\(.*\/(?=[^/]+$)/, "(") ?? "unknown";

/** Links are secrets: nothing is kept by caches or told to other sites, and nothing but our own files runs. */
const shield = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
} as const;

function shielded(answer: Answer, event: APIGatewayProxyEventV2, portalUrl: string): Answer {
  const secure = portalUrl.startsWith("https:")
    ? { "strict-transport-security": "max-age=63072000; includeSubDomains" }
    : {};
  const { body, ...rest } = answer;
  const silent = event.requestContext.http.method === "HEAD";
  return {
    ...rest,
    headers: { ...shield, ...secure, ...answer.headers },
    ...(silent || body === undefined ? {} : { body }),
  };
}
