import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { memberOfAccount } from "../../../functions/sign-in/account.ts";
import { register, takeOut } from "../../../functions/staff/register.ts";
import type { Registered } from "../../../functions/store/staff-items.ts";
import { listen, portOf } from "../../../infra/local/listen.ts";
import { tableOnDynalite } from "../../functions/adapters/dynalite.ts";
import { type DemoHouse, demoCall, demoHouse } from "../../functions/demo-house.ts";
import { type Visitor, visitor } from "../../functions/web/visitor.ts";
import { typed } from "./typed-command.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-command-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kelias = (...words: readonly string[]) => typed(words, { KELIAS_DATA: join(folder, "data") });

const fileOf = (call: unknown): string => {
  const file = join(folder, "call.json");
  writeFileSync(file, typeof call === "string" ? call : JSON.stringify(call));
  return file;
};
const nextCall = { ...demoCall, opens: "2096-01-04", closes: "2096-01-31T23:59:59" };

describe("on an empty data folder", () => {
  it("adds somebody of the staff once, however often it is said", async () => {
    const words = ["staff", "add", "Ona@agency.example", "--name", "Ona Onaitė"];
    expect((await kelias(...words)).said).toEqual([
      "Ona Onaitė <Ona@agency.example>, coordinator: was added",
    ]);
    expect((await kelias(...words)).said[0]).toContain("nothing was changed");
    expect((await kelias(...words, "--role", "auditor")).said[0]).toContain("auditor: was changed");
    expect((await kelias("staff", "list")).said).toEqual([
      expect.stringMatching(/^Ona Onaitė <Ona@agency.example>, lt: auditor, added \d{4}-\d\d-\d\d$/),
    ]);
    expect((await kelias("staff", "remove", "ona@AGENCY.example")).said).toEqual([
      "ona@AGENCY.example was removed",
    ]);
    expect((await kelias("staff", "remove", "ona@agency.example")).said[0]).toContain("nothing was changed");
    expect((await kelias("staff", "list")).said[0]).toContain("nobody was added yet");
  });

  it("publishes a call from its file once, and tells it from another one of that name", async () => {
    const file = fileOf(nextCall);
    expect(await kelias("call", "publish", file)).toEqual({
      code: 0,
      said: ["the call demo is published"],
      told: [],
    });
    expect(await kelias("call", "publish", file)).toMatchObject({
      code: 0,
      said: [expect.stringContaining("nothing was changed")],
    });
    expect(await kelias("call", "publish", fileOf({ ...nextCall, offerDays: 9 }))).toMatchObject({
      code: 2,
      told: [expect.stringContaining("id: there is another call demo")],
    });
  });

  it("looks for nothing where there are no data", async () => {
    expect(await kelias("staff", "list")).toEqual({
      code: 2,
      said: [],
      told: [`${join(folder, "data")}: there are no data (KELIAS_DATA names another folder)`],
    });
  });
});

describe("what is wrong with a call's file is said field by field, and nothing is stored", () => {
  it.each([
    ["no JSON", "{", "expected JSON"],
    ["a list", [], "expected a call as a JSON object"],
    ["no process", { ...nextCall, process: "stay" }, "process: expected foreign-internship or"],
    [
      "a field is missing",
      { ...nextCall, title: undefined },
      "title: expected fields by name, found nothing",
    ],
    ["a field nobody knows", { ...nextCall, colour: "red" }, "colour: no such field in a call"],
    [
      "blanks in its id",
      { ...nextCall, id: "next call" },
      "id: expected at most 60 letters of English, digits and",
    ],
    ["another kind", { ...nextCall, offerDays: "7" }, "offerDays: expected a number"],
    ["no time", { ...nextCall, closes: "Friday" }, "closes: expected a local time such as"],
    [
      "it ends before it begins",
      { ...nextCall, closes: "2096-01-03T12:00:00" },
      "closes: expected a time after opens",
    ],
    [
      "it is over",
      { ...nextCall, opens: "2020-01-04", closes: "2020-02-01" },
      "closes: expected a time that is still to come",
    ],
    [
      "a town that there is none",
      { ...nextCall, hosts: { ...demoCall.hosts, IE: { ...demoCall.hosts.IE, town: "Dubln" } } },
      "hosts.IE.town: no town is called Dubln",
    ],
    [
      "who prepares would approve",
      { ...nextCall, staff: { ...demoCall.staff, finance: demoCall.staff.coordinator } },
      "staff.finance.email: expected somebody else than the coordinator",
    ],
  ])("%s", async (_, call, fault) => {
    const answered = await kelias("call", "publish", fileOf(call));
    expect(answered).toMatchObject({ code: 2, said: [] });
    expect(answered.told.join("\n")).toContain(`${join(folder, "call.json")}: ${fault}`);
    expect((await kelias("call", "publish", fileOf(nextCall))).said).toEqual(["the call demo is published"]);
  });
});

describe("words that nobody knows are refused with what is expected", () => {
  it.each([
    [["stuff"], 'there is no command "stuff"; expected one of: staff add,'],
    [["staff"], 'there is no command "staff"; expected one of: staff add, staff list, staff remove'],
    [["staff", "add"], "staff add: EMAIL is missing; expected: staff add EMAIL"],
    [["staff", "list", "me"], 'staff list: nobody expects "me" here; expected: staff list'],
    [["call", "publish", "nowhere.json"], "nowhere.json: there is no such file"],
    [["call", "publish", "test"], "test: expected a file, found a folder"],
    [["staff", "list", "--all"], "staff list: there is no option --all; expected --env, --region, --table"],
    [["staff", "add", "ona", "--name", "Ona"], 'EMAIL: expected an e-mail address, found "ona"'],
    [["staff", "add", "ona@agency.example"], "--name: expected the name"],
    [["staff", "add", "ona@agency.example", "--name"], "--name expects a value"],
    [["staff", "add", "ona@agency.example", "--name", "Ona\nBcc: x"], "--name: expected one line"],
    [
      ["staff", "add", "ona@agency.example", "--name", "Ona", "--role", "boss"],
      '--role: expected coordinator, commission, agency, finance, appeals, auditor, found "boss"',
    ],
    [["staff", "list", "--table", "kelias-back"], "--table goes with --env dev or --env prod"],
    [["staff", "list", "--env", "test"], "--env: expected dev or prod"],
    [["staff", "list", "--env", "dev"], "--region: expected a region such as eu-north-1"],
  ])("%j", async (words, sentence) => {
    const { code, told } = await kelias(...words);
    expect(code).toBe(2);
    expect(told.join("\n")).toContain(sentence);
  });

  it("help is there for all commands, for a group of them and for each", async () => {
    expect((await kelias()).said.join("\n")).toContain("call publish FILE");
    expect((await kelias("staff", "--help")).said.join("\n")).not.toContain("call publish");
    expect((await kelias("call", "publish", "-h")).said.join("\n")).toContain("nothing is stored");
  });
});

describe("somebody who was added", () => {
  let house: DemoHouse;
  let browser: Visitor;
  const ona = { name: "Ona", email: "ona@agency.example", language: "lt" } as const;
  const add = (...roles: Registered["roles"]) => register(house, { ...ona, roles });
  const signIn = async (): Promise<string> => {
    await browser.post("/sign-in", { email: ona.email });
    const code = /\b\d{6}\b/.exec(house.sent.at(-1)?.text ?? "")?.[0] ?? "";
    return (await browser.post("/sign-in/code", { code })).location;
  };
  beforeEach(() => {
    house = demoHouse();
    browser = visitor(house);
  });

  it("signs in by a code and makes the first call, as a coordinator", async () => {
    await add("coordinator");
    expect(await signIn()).toBe("/console");
    expect((await browser.get("/console")).status).toBe(200);
    expect((await browser.get("/console/calls/new")).status).toBe(200);
  });

  it("comes into the console without making calls in any other role", async () => {
    await add("finance", "auditor");
    expect(await signIn()).toBe("/console");
    expect((await browser.get("/console")).status).toBe(200);
    expect((await browser.get("/console/calls/new")).status).toBe(403);
  });

  it("sees nothing of a call for which somebody else works", async () => {
    const { publishCall } = await import("../../../functions/calls/publish.ts");
    await publishCall(house, demoCall);
    await add("coordinator", "auditor");
    await signIn();
    expect((await browser.get("/console/calls/demo")).status).toBe(404);
  });

  it("is out at once when taken out, in the middle of a session", async () => {
    await add("coordinator");
    await signIn();
    expect(await takeOut(house, ona.email)).toBe("removed");
    expect((await browser.get("/console")).status).toBe(403);
  });

  it("comes in through the provider, where there is one", async () => {
    const account = { subject: "account-1", email: ona.email };
    expect(await memberOfAccount(house, account)).toBeUndefined();
    await add("coordinator");
    expect(await memberOfAccount(house, account)).toMatchObject({ email: ona.email });
  });
});

describe("while the product runs", () => {
  let product: ChildProcess | undefined;
  afterEach(() => product?.kill("SIGKILL"));

  async function start(): Promise<string> {
    const child = spawn(process.execPath, ["infra/launch/launch.js", "infra/local/start.ts"], {
      env: { ...process.env, PORT: "0", INBOX_PORT: "0", KELIAS_DATA: join(folder, "data") },
      stdio: ["ignore", "pipe", "inherit"],
    });
    product = child;
    let said = "";
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes("Ctrl+C")) return said;
    }
    throw new Error(said);
  }

  it("it does what is asked itself, because it holds the folder; what others may not read opens that way", async () => {
    await kelias("staff", "add", "ona@agency.example", "--name", "Ona");
    const said = await start();
    expect(said).toContain("as ona@agency.example: the code comes to the inbox");
    expect((await kelias("staff", "add", "jonas@agency.example", "--name", "Jonas")).code).toBe(0);
    expect((await kelias("staff", "list")).said).toHaveLength(2);
    expect((await kelias("call", "publish", fileOf(nextCall))).said).toEqual(["the call demo is published"]);
    expect((await kelias("call", "publish", fileOf({ ...nextCall, id: "Δ" }))).told[0]).toContain(": id: ");

    const door = join(folder, "data/control.json");
    expect(statSync(door).mode & 0o077).toBe(0);
    const { port } = JSON.parse(readFileSync(door, "utf8"));
    const body = JSON.stringify({ command: "staff remove", asked: { email: "ona@agency.example" } });
    expect((await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body })).status).toBe(401);

    product?.kill("SIGKILL");
    if (product) await once(product, "close");
    expect((await kelias("staff", "list")).said).toHaveLength(2 + Object.keys(demoCall.staff).length);
  });
});

describe("on AWS", () => {
  it("does the same in the table of the environment", async () => {
    const { table, endpoint, close } = await tableOnDynalite();
    const secrets = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify({ SecretString: "a secret of an account, long enough" }));
    });
    await listen(secrets, 0);
    vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
    vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", `http://127.0.0.1:${portOf(secrets)}`);
    const there = ["--env", "dev", "--region", "eu-north-1", "--table", "kelias"];
    try {
      const add = ["staff", "add", "ona@agency.example", "--name", "Ona", ...there];
      expect((await kelias(...add)).said).toEqual(["Ona <ona@agency.example>, coordinator: was added"]);
      expect((await kelias(...add)).said[0]).toContain("nothing was changed");
      expect((await kelias("staff", "list", ...there)).said).toHaveLength(1);
      expect((await kelias("call", "publish", fileOf(nextCall), ...there)).code).toBe(0);
      expect(await table.get({ pk: "call#demo", sk: "head" })).toMatchObject({
        toStart: { from: "open" },
        pending: expect.stringMatching(/^pending#/),
      });
      expect((await kelias("staff", "list", "--env", "dev", "--region", "eu-north-1")).told).toEqual([
        expect.stringContaining("there is no table kelias-dev"),
      ]);
    } finally {
      vi.unstubAllEnvs();
      secrets.close();
      await close();
    }
  });
});
