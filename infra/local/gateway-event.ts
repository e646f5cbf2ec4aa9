import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Routed } from "./routes.ts";

/** A request as it came in. */
export interface Asked {
  readonly method: string;
  /** Path and query as they stand in the request's first line. */
  readonly target: string;
  /** Names in lower case; a header that came twice has two values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Uint8Array;
  readonly sourceIp: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/**
 * The path as API Gateway's HTTP APIs hand it on: percent-decoded, and cut off at a question mark that was encoded
 * (https://github.com/hotsock/voker/pull/8). `undefined` for what cannot be decoded.
 */
export function pathOf(target: string): string | undefined {
  try {
    return decodeURIComponent(target.split("?")[0] ?? "").split("?")[0];
  } catch {
    return undefined;
  }
}

/**
 * The event of an HTTP API, payload format 2.0
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 */
export function eventOf(asked: Asked, path: string, routed: Routed): APIGatewayProxyEventV2 {
  const { cookie, ...headers } = asked.headers;
  const cookies = (cookie ?? []).flatMap((line) => line.split(";").map((one) => one.trim()));
  const rawQueryString = asked.target.includes("?") ? asked.target.slice(asked.target.indexOf("?") + 1) : "";
  const query = queryOf(rawQueryString);
  const domainName = (asked.headers.host?.[0] ?? "localhost").replace(/:\d+$/, "");
  return {
    version: "2.0",
    routeKey: routed.routeKey,
    rawPath: path,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers: Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(",")])),
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName,
      domainPrefix: domainName.split(".")[0] ?? domainName,
      http: {
        method: asked.method,
        path,
        protocol: "HTTP/1.1",
        sourceIp: asked.sourceIp,
        userAgent: asked.headers["user-agent"]?.[0] ?? "",
      },
      requestId: randomUUID(),
      routeKey: routed.routeKey,
      stage: "$default",
      time: commonLogTime(asked.at),
      timeEpoch: asked.at,
    },
    ...bodyOf(asked),
    ...(routed.pathParameters ? { pathParameters: { ...routed.pathParameters } } : {}),
  };
}

/** Parameters that came twice are joined by a comma. */
function queryOf(raw: string): Record<string, string> | undefined {
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    query[name] = Object.hasOwn(query, name) ? `${query[name]},${value}` : value;
  }
  return Object.keys(query).length > 0 ? query : undefined;
}

const text = /^(text\/[^;]*|application\/(json|xml|javascript))\s*(;|$)/i;

/**
 * Text, JSON, XML and JavaScript come as they are; all else, the posts of forms too, in base64, as was seen on AWS
 * (https://github.com/ministackorg/ministack/pull/766).
 */
function bodyOf({ body, headers }: Asked): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const bytes = Buffer.from(body);
  return text.test(headers["content-type"]?.[0] ?? "")
    ? { body: bytes.toString("utf8"), isBase64Encoded: false }
    : { body: bytes.toString("base64"), isBase64Encoded: true };
}

/** `12/Mar/2020:19:03:58 +0000`. */
function commonLogTime(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}
