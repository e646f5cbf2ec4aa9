import { connect } from "node:net";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stillClock } from "../../../infra/local/clock.ts";
import type { Functions } from "../../../infra/local/functions.ts";
import { ask, type Gateway, openGateway } from "../../../infra/local/gateway.ts";
import { answerOf } from "../../../infra/local/gateway-answer.ts";
import { routeOf } from "../../../infra/local/routes.ts";

let gateway: Gateway;
const call = vi.fn<Functions["call"]>();
const clock = stillClock("2027-03-01T08:00:00.000Z");
const open = (port: number) => openGateway({ port, clock, answer: (asked) => ask({ call }, asked) });
beforeEach(async () => {
  call.mockReset();
  gateway = await open(0);
});
afterEach(() => gateway.close());
const at = (path: string) => `http://127.0.0.1:${gateway.port}${path}`;

describe("a request goes to the function of its route", () => {
  test.each([
    ["GET", "/", "Portal", "ANY /"],
    ["GET", "/calls/1", "Portal", "ANY /{proxy+}"],
    ["POST", "/drafts/1/submit", "SubmitApplication", "POST /drafts/{draftId}/submit"],
    ["GET", "/drafts/1/submit", "Portal", "ANY /{proxy+}"],
    ["POST", "/drafts/1/2/submit", "Portal", "ANY /{proxy+}"],
    ["POST", "/api/calls/1/applications", "SubmitApplication", "POST /api/calls/{callId}/applications"],
    ["POST", "/api/calls//applications", "Portal", "ANY /{proxy+}"],
  ])("%s %s", (method, path, name, routeKey) => {
    expect(routeOf(method, path)).toMatchObject({ name, routeKey });
  });

  test("with the variables of the path by their names", () => {
    expect(routeOf("POST", "/drafts/a1/submit")).toMatchObject({ pathParameters: { draftId: "a1" } });
    expect(routeOf("GET", "/calls/1")).toMatchObject({ pathParameters: { proxy: "calls/1" } });
    expect(routeOf("GET", "/")).not.toHaveProperty("pathParameters");
  });
});

describe("a function's result becomes the answer", () => {
  test("with status, headers, each cookie and the body", async () => {
    call.mockResolvedValue({
      statusCode: 303,
      headers: { Location: "/c/1", "content-type": "text/html; charset=utf-8" },
      cookies: ["a=1; HttpOnly", "b=2"],
      body: "Šaukštas",
    });
    const answer = await fetch(at("/drafts/1/submit"), {
      method: "POST",
      body: "vardas=Egl%C4%97",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      redirect: "manual",
    });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/c/1");
    expect(answer.headers.getSetCookie()).toEqual(["a=1; HttpOnly", "b=2"]);
    expect(await answer.text()).toBe("Šaukštas");
    expect(call).toHaveBeenCalledExactlyOnceWith(
      "SubmitApplication",
      expect.objectContaining({
        body: Buffer.from("vardas=Egl%C4%97").toString("base64"),
        isBase64Encoded: true,
        requestContext: expect.objectContaining({ timeEpoch: clock.millis() }),
      }),
    );
  });

  test("bytes when it says that they are in base64", () => {
    const body = Buffer.from([0, 255, 1]).toString("base64");
    expect(answerOf({ statusCode: 200, body, isBase64Encoded: true }).body).toEqual(Buffer.from([0, 255, 1]));
  });

  test("a 200 in JSON when it has no status", () => {
    expect(answerOf({ open: true })).toEqual({
      status: 200,
      headers: [["content-type", "application/json"]],
      body: '{"open":true}',
    });
  });

  test("without its body for HEAD, with the length that GET has", async () => {
    call.mockResolvedValue({ statusCode: 200, headers: { "content-type": "text/plain" }, body: "Labas" });
    const answer = await fetch(at("/"), { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-length")).toBe("5");
    expect(await answer.text()).toBe("");
    expect(call.mock.calls[0]?.[1]).toSatisfy(
      (event: APIGatewayProxyEventV2) => event.requestContext.http.method === "HEAD",
    );
  });
});

describe("what goes wrong is answered plainly, in both languages", () => {
  test("a function that throws or answers nonsense: 500, told in the log, without a trace of the code", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    const broken = async () => {
      throw new Error("secret detail");
    };
    for (const work of [broken, async () => ({ statusCode: "yes" })]) {
      call.mockImplementationOnce(work);
      const answer = await fetch(at("/"));
      const text = await answer.text();
      expect(answer.status).toBe(500);
      expect(text).toContain("Kažkas nepavyko");
      expect(text).toContain("Something went wrong");
      expect(text).not.toMatch(/secret detail|\.ts|ZodError/);
    }
    expect(told).toHaveBeenCalledTimes(2);
    told.mockRestore();
  });

  test("more than 6 MB: 413, and no function is called", async () => {
    const answer = await fetch(at("/"), { method: "POST", body: Buffer.alloc(6 * 1024 * 1024 + 1) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("Grįžkite");
    expect(call).not.toHaveBeenCalled();
  });

  test("exactly 6 MB is taken", async () => {
    call.mockResolvedValue({ statusCode: 204 });
    const answer = await fetch(at("/"), { method: "POST", body: Buffer.alloc(6 * 1024 * 1024) });
    expect(answer.status).toBe(204);
  });

  test("an address that cannot be read: 400", async () => {
    expect((await fetch(at("/100%"))).status).toBe(400);
    expect(call).not.toHaveBeenCalled();
  });

  test("whoever goes away in the middle of a request harms nobody else", async () => {
    call.mockResolvedValue({ statusCode: 200, body: "Labas" });
    const socket = connect(gateway.port, "127.0.0.1");
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    socket.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf");
    socket.destroy();
    expect(await (await fetch(at("/"))).text()).toBe("Labas");
    expect(call).toHaveBeenCalledTimes(1);
  });

  test("a port that is taken is told", async () => {
    await expect(open(gateway.port)).rejects.toMatchObject({
      fault: "portTaken",
      message: String(gateway.port),
    });
  });
});
