import { describe, expect, test } from "vitest";
import { type Asked, eventOf, pathOf } from "../../../infra/local/gateway-event.ts";

const asked: Asked = {
  method: "POST",
  target: "/my/path?parameter1=value1&parameter1=value2&parameter2=value",
  headers: {
    cookie: ["cookie1=a; cookie2=b"],
    header1: ["value1"],
    header2: ["value1", "value2"],
    host: ["localhost:4000"],
    "user-agent": ["agent"],
    "content-type": ["text/plain"],
  },
  body: Buffer.from("Hello from Lambda"),
  sourceIp: "127.0.0.1",
  at: Date.parse("2020-03-12T19:03:58.390Z"),
};
const any = { name: "Portal", routeKey: "ANY /{proxy+}", pathParameters: { proxy: "my/path" } } as const;

test("an event has the fields of the documented example of payload 2.0", () => {
  expect(eventOf(asked, "/my/path", any)).toEqual({
    version: "2.0",
    routeKey: "ANY /{proxy+}",
    rawPath: "/my/path",
    rawQueryString: "parameter1=value1&parameter1=value2&parameter2=value",
    cookies: ["cookie1=a", "cookie2=b"],
    headers: {
      header1: "value1",
      header2: "value1,value2",
      host: "localhost:4000",
      "user-agent": "agent",
      "content-type": "text/plain",
    },
    queryStringParameters: { parameter1: "value1,value2", parameter2: "value" },
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: {
        method: "POST",
        path: "/my/path",
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: "agent",
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: "ANY /{proxy+}",
      stage: "$default",
      time: "12/Mar/2020:19:03:58 +0000",
      timeEpoch: Date.parse("2020-03-12T19:03:58.390Z"),
    },
    body: "Hello from Lambda",
    isBase64Encoded: false,
    pathParameters: { proxy: "my/path" },
  });
});

test("what a request does not have is absent, not empty", () => {
  const bare = { ...asked, method: "GET", target: "/", headers: {}, body: Buffer.alloc(0) };
  const event = eventOf(bare, "/", { name: "Portal", routeKey: "ANY /" });
  for (const absent of ["cookies", "queryStringParameters", "pathParameters", "body"]) {
    expect(event).not.toHaveProperty(absent);
  }
  expect(event).toMatchObject({ rawQueryString: "", isBase64Encoded: false });
});

describe("a body comes as API Gateway hands it on", () => {
  test.each([
    ["application/json", false],
    ["application/json; charset=utf-8", false],
    ["text/html; charset=utf-8", false],
    ["application/x-www-form-urlencoded", true],
    ["application/octet-stream", true],
    ["application/vnd.api+json", true],
    [undefined, true],
  ])("%s: in base64 %s", (type, inBase64) => {
    const event = eventOf(
      { ...asked, headers: type ? { "content-type": [type] } : {}, body: Buffer.from("vardas=Eglė") },
      "/my/path",
      any,
    );
    expect(event.isBase64Encoded).toBe(inBase64);
    expect(Buffer.from(event.body ?? "", inBase64 ? "base64" : "utf8").toString()).toBe("vardas=Eglė");
  });
});

describe("a path is handed on decoded, as HTTP APIs do", () => {
  test.each([
    ["/t/case/1/000001%23endorsement/x?lang=en", "/t/case/1/000001#endorsement/x"],
    ["/%C5%A0iauliai", "/Šiauliai"],
    ["/a%3Fb", "/a"],
    ["/100%", undefined],
    ["/%FF", undefined],
  ])("%s", (target, path) => {
    expect(pathOf(target)).toBe(path);
  });
});
