import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { House } from "../../../functions/house.ts";
import { portal } from "../../../functions/web/portal.ts";
import { submitApplicationHandler } from "../../../functions/web/submit-application.ts";
import { lambdaContext } from "../lambda-context.ts";

export interface Visited {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | boolean>>;
  readonly body: string;
  /** The page's words without its tags. */
  readonly text: string;
  readonly location: string;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Stands between somebody who asks and the portal, which answers each time `answer` is called. */
export type Between = (method: string, address: string, answer: () => Promise<Visited>) => Promise<Visited>;

/** Somebody who keeps the cookies of a house's portal, as a browser does. */
export function visitor(
  house: House & { readonly keepLines?: () => Promise<void> },
  between: Between = (_method, _address, answer) => answer(),
) {
  const [pages, submit] = [portal(house), submitApplicationHandler(house)];
  const cookies = new Map<string, string>();
  const ask = (
    method: string,
    address: string,
    sent: Sent = {},
    carried: readonly string[] = [...cookies].map(([name, value]) => `${name}=${value}`),
  ): Promise<Visited> => between(method, address, () => answerTo(method, address, sent, carried));
  const answerTo = async (
    method: string,
    address: string,
    { headers = {}, body }: Sent,
    carried: readonly string[],
  ): Promise<Visited> => {
    const [path = "", query = ""] = address.split("?");
    const isSubmission =
      method === "POST" && /^(\/drafts\/[^/]+\/submit|\/api\/calls\/[^/]+\/applications)$/.test(path);
    if (/^\/(console|api|c|t\/call)\//.test(path)) await house.keepLines?.();
    const event: APIGatewayProxyEventV2 = {
      version: "2.0",
      routeKey: "ANY /{proxy+}",
      rawPath: path,
      rawQueryString: query,
      headers: { host: "kelias.example", ...headers },
      cookies: [...carried],
      requestContext: {
        accountId: "local",
        apiId: "local",
        domainName: "kelias.example",
        domainPrefix: "kelias",
        http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
        requestId: "request-1",
        routeKey: "ANY /{proxy+}",
        stage: "$default",
        time: "",
        timeEpoch: 0,
      },
      ...(body === undefined ? {} : { body }),
      isBase64Encoded: false,
    };
    const answer = await (isSubmission ? submit : pages)(event, lambdaContext);
    for (const cookie of answer.cookies ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const said = answer.body ?? "";
    return {
      status: answer.statusCode ?? 200,
      headers: Object.fromEntries(
        Object.entries(answer.headers ?? {}).map(([name, said]) => [name.toLowerCase(), said]),
      ),
      body: said,
      text: said.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " "),
      location: String(answer.headers?.location ?? ""),
    };
  };
  return {
    ask,
    /** What the browser keeps, `name=value` each. */
    cookies: (): readonly string[] => [...cookies].map(([name, value]) => `${name}=${value}`),
    get: (address: string) => ask("GET", address),
    /** Sends a form as a page of the portal does; a value may come several times. */
    post: (address: string, typed: Readonly<Record<string, string | readonly string[]>> = {}) => {
      const form = new URLSearchParams();
      for (const [name, said] of Object.entries(typed)) {
        for (const value of typeof said === "string" ? [said] : said) form.append(name, value);
      }
      return ask("POST", address, {
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-site": "same-origin",
          origin: "https://kelias.example",
        },
        body: form.toString(),
      });
    },
    postJson: (address: string, value: unknown, headers: Readonly<Record<string, string>> = {}) =>
      ask("POST", address, {
        headers: { "content-type": "application/json", ...headers },
        body: typeof value === "string" ? value : JSON.stringify(value),
      }),
  };
}

export type Visitor = ReturnType<typeof visitor>;
