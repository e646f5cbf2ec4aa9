import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import type { House } from "../../../functions/house.ts";
import { consoleLog, type MessageCode } from "../../../functions/log.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";
import { enterPath } from "./enter.ts";
import { type Visitor, visitor } from "./visitor.ts";

let house: DemoHouse;
let lines: { readonly code: MessageCode; readonly facts: string }[];
let browser: Visitor;
const { email } = demoApplication;

beforeEach(async () => {
  house = demoHouse();
  lines = [];
  await publishCall(house, demoCall);
  await submitApplication(house, { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft" });
  const log: House["log"] = (code, facts = {}) => void lines.push({ code, facts: JSON.stringify(facts) });
  browser = visitor({ ...house, log });
});

const logged = (code: string) => lines.filter((line) => line.code === code);
const lastCode = () => /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
const enter = (name: string) =>
  browser.post(
    enterPath(
      house.config.linkSecret,
      `${name}@agency.example`,
      Date.parse("2027-01-17T08:00:00.000Z") / 1000,
    ),
  );

describe("what a log says of who came in, and who did not", () => {
  it("a sign-in by a code, a wrong code before it, and the end of the session", async () => {
    await browser.post("/sign-in", { email });
    const code = lastCode();
    await browser.post("/sign-in/code", { code: code === "000000" ? "000001" : "000000" });
    await browser.post("/sign-in/code", { code });
    await browser.post("/sign-out");
    expect([logged("K702"), logged("K701"), logged("K703")].map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it("a sign-in by a mail's link, and the link's second use", async () => {
    const path = enterPath(
      house.config.linkSecret,
      "coordinator@agency.example",
      Date.parse("2027-01-17T08:00:00.000Z") / 1000,
    );
    await browser.post(path);
    await browser.post(path);
    expect([logged("K701"), logged("K702")].map(({ length }) => length)).toEqual([1, 1]);
  });

  it("a right that somebody does not have, a key that nobody has, a post of another site", async () => {
    await enter("finance");
    await browser.get("/console/calls/new");
    await browser.ask("GET", "/api/calls/demo/cases", {
      headers: { authorization: "Bearer kelias.demo.x.y" },
    });
    await browser.ask("POST", "/sign-in", {
      headers: { "sec-fetch-site": "cross-site", "content-type": "application/x-www-form-urlencoded" },
      body: "email=a%40b.lt",
    });
    expect(logged("K704")).toHaveLength(3);
  });

  it("and nothing of the people themselves", async () => {
    await browser.post("/sign-in", { email });
    await browser.post("/sign-in/code", { code: lastCode() });
    await enter("coordinator");
    const all = lines.map(({ facts }) => facts).join("\n");
    for (const personal of [email, "Austėja", "coordinator@", lastCode()])
      expect(all).not.toContain(personal);
  });

  it("in one line of JSON, whatever is in it", () => {
    const written: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
    try {
      consoleLog("K704", { why: 'noRight"}\n{"code":"K701' });
    } finally {
      process.stdout.write = write;
    }
    expect(written.join("").trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(written.join(""))).toMatchObject({ code: "K704" });
  });
});
