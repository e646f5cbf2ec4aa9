import type { OwnPages } from "../../../../infra/local/gateway.ts";
import type { Answer } from "../../../../infra/local/gateway-answer.ts";

const fromHere = { host: ["localhost:4000"], "sec-fetch-site": ["same-origin"] };

/** Asks a page that this machine alone has, as its own pages do where nothing else is said. */
export async function askOwn(
  pages: OwnPages,
  target: string,
  { method = "GET", body = "", headers = fromHere as Readonly<Record<string, readonly string[]>> } = {},
): Promise<Answer | undefined> {
  const path = decodeURIComponent(target.split("?")[0] ?? "");
  const asked = { method, target, headers, body: Buffer.from(body), sourceIp: "127.0.0.1", at: 0 };
  return pages(asked, path);
}

export const textOf = (answer: Answer | undefined): string =>
  Buffer.from(answer?.body ?? "").toString("utf8");

export const headerOf = (answer: Answer | undefined, name: string): string | undefined =>
  answer?.headers.find(([known]) => known === name)?.[1];
