import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** From the first byte sent to the last one read. */
  readonly millis: number;
}

/** What somebody fills in, by field; several ticked boxes have one name. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** One client of a site, on one connection that it keeps. */
export interface Browser {
  /** Posts a form as browsers do. */
  readonly post: (path: string, filled?: Filled) => Promise<Answered>;
  /** Posts JSON as programs do; `key` makes it the same request if it is sent again. */
  readonly postJson: (path: string, value: unknown, key: string) => Promise<Answered>;
  readonly close: () => void;
}

/** A client of a site, given as `http://localhost:4000`. */
export function openBrowser(site: string): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port, origin } = new URL(site);
  const send = (path: string, body: string, own: Readonly<Record<string, string>>): Promise<Answered> => {
    const headers = { ...own, "content-length": Buffer.byteLength(body) };
    const began = performance.now();
    return new Promise((resolve, reject) => {
      request({ agent, hostname, port, path, method: "POST", headers }, (response) => {
        response.on("error", reject);
        response.on("end", () => {
          const millis = performance.now() - began;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, millis });
        });
        response.resume();
      })
        .on("error", reject)
        .end(body);
    });
  };
  return {
    post: (path, filled = {}) =>
      send(path, encoded(filled), {
        "content-type": "application/x-www-form-urlencoded",
        origin,
        "sec-fetch-site": "same-origin",
        accept: "text/html",
      }),
    postJson: (path, value, key) =>
      send(path, JSON.stringify(value), { "content-type": "application/json", "idempotency-key": key }),
    close: () => agent.destroy(),
  };
}

function encoded(filled: Filled): string {
  const pairs = new URLSearchParams();
  for (const [name, said] of Object.entries(filled))
    for (const one of typeof said === "string" ? [said] : said) pairs.append(name, one);
  return pairs.toString();
}
