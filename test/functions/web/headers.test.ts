import { beforeAll, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { type DemoHouse, demoCall, demoHouse } from "../demo-house.ts";
import { type Visited, visitor } from "./visitor.ts";

let house: DemoHouse;
beforeAll(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
});

/** What a browser is told with every answer, whatever it is of [OWASP ASVS 5.0, 3.4]. */
const wanted: Readonly<Record<string, RegExp>> = {
  "strict-transport-security":
    /^max-age=(?:3153600\d|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,}); includeSubDomains$/,
  "content-security-policy": /default-src 'none'.*base-uri 'none'.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "cross-origin-opener-policy": /^same-origin$/,
};

const ask = (method: string, path: string): Promise<Visited> => visitor(house).ask(method, path);

describe.each([
  ["GET", "/"],
  ["GET", "/calls/demo"],
  ["GET", "/sign-in"],
  ["GET", "/api/calls"],
  ["GET", "/assets/portal.css"],
  ["GET", "/nowhere"],
  ["GET", "/console"],
  ["POST", "/sign-in"],
  ["POST", "/api/calls/demo/applications"],
])("the answer to %s %s", (method, path) => {
  it("tells browsers what they may do with it", async () => {
    const { headers } = await ask(method, path);
    for (const [name, value] of Object.entries(wanted))
      expect([name, headers[name]]).toEqual([name, expect.stringMatching(value)]);
  });

  it("says what it is, and in which letters", async () => {
    const { headers, body } = await ask(method, path);
    if (body !== "") expect(headers["content-type"]).toMatch(/; charset=utf-8$|^image\//);
  });

  it("is kept by nobody, unless it is the same for all", async () => {
    const { headers } = await ask(method, path);
    if (!path.startsWith("/assets/")) expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("what is not offered", () => {
  it.each(["TRACE", "TRACK", "PUT", "DELETE", "OPTIONS"])("%s is refused, with what is", async (method) => {
    const { status, headers } = await ask(method, "/sign-in");
    expect(status).toBe(405);
    expect(headers.allow).toContain("GET");
  });

  it.each([
    "/assets/",
    "/assets/../package.json",
    "/assets/%2e%2e%2fpackage.json",
    "/.git/config",
    "/assets",
  ])("%s leads nowhere: folders are not listed, nor files outside them read", async (path) => {
    expect((await ask("GET", path)).status).toBe(404);
  });

  it("are other origins: no header lets them read anything", async () => {
    const headers = { origin: "https://evil.example" };
    const answer = await visitor(house).ask("GET", "/api/calls", { headers });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});
