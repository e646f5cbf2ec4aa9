import middy from "@middy/core";
import httpSecurityHeaders from "@middy/http-security-headers";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { paths } from "../addresses/paths.ts";
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
    .use(securityHeaders(house.config.portalUrl))
    .use({
      after: (request) => {
        request.response = shielded(request.response ?? {}, request.event);
        // When somebody answered whom nobody may know stands nowhere.
        if (isAnonymous(request.event.rawPath)) return;
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
      request.response = shielded(await apologise(request.event, why), request.event);
    });

const isAnonymous = (path: string): boolean => path.startsWith(paths.answer.pattern.split("{")[0] ?? "/a/");

/** Where it failed, without the message, which may hold what a person wrote. */
const placeOf = (error: Error | null | undefined): string =>
  error?.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim()
    .replace(/\(.*\/(?=[^/]+$)/, "(") ?? "unknown";

/** What middy does not know: links are secrets, so nothing is kept by caches, and nothing but our own files runs. */
const shield = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-robots-tag": "noindex",
} as const;

/**
 * What every browser is told; nothing of it is a page's own to change. Left out is what a page changes (its content security policy),
 * what would keep browsers from showing a PDF (an embedder policy), and a kilobyte of permissions that no script of ours asks for.
 */
const securityHeaders = (portalUrl: string) =>
  httpSecurityHeaders({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    permissionsPolicy: false,
    strictTransportSecurity: portalUrl.startsWith("https:") && {
      maxAge: 63_072_000,
      includeSubDomains: true,
      preload: false,
    },
  });

function shielded(answer: Answer, event: APIGatewayProxyEventV2): Answer {
  const { body, ...rest } = answer;
  const silent = event.requestContext.http.method === "HEAD";
  return {
    ...rest,
    headers: { ...shield, ...answer.headers },
    ...(silent || body === undefined ? {} : { body }),
  };
}
