import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { taskPath } from "../../../functions/links.ts";
import { codeOf } from "../../../functions/reading/codes.ts";
import { type Task, taskItem } from "../../../functions/store/items.ts";
import { idOf } from "../../../functions/store/keys.ts";
import { sfnRequestHandler } from "../../../infra/local/engine/api.ts";
import { openEngine } from "../../../infra/local/engine/engine.ts";
import { listen, portOf } from "../../../infra/local/listen.ts";
import { machines } from "../../../infra/local/machines.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { tableOnDynalite } from "../../functions/adapters/dynalite.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { type Snapshot, setBack } from "./set-back.ts";
import { typed } from "./typed-command.ts";

let top: string;
let world: OpenedWorld;
const data = () => join(top, "data");
const back = () => join(top, "set-back");
const openIn = async (folder: string): Promise<OpenedWorld> => {
  world = await openWorld(folder, "2027-01-10T08:00:00.000Z", openLedger(join(top, "applications.jsonl")));
  return world;
};
beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), "kelias-reconcile-"));
  await openIn(data());
  await publishCall(world.house, demoCall);
  await world.settle();
});
afterEach(async () => {
  await world.close();
  rmSync(top, { recursive: true });
});
const kelias = (...words: readonly string[]) => typed(words, { KELIAS_DATA: back() });

async function apply(number: number): Promise<string> {
  const application = { ...demoApplication, email: `mokytojas${number}@mokykla.example` };
  const key = { "idempotency-key": `application-number-${number}` };
  const { body } = await world.request("POST", "/api/calls/demo/applications", application, key);
  await world.settle();
  return typeof body === "object" && body && "ref" in body ? String(body.ref) : "";
}

async function taskOf(ref: string, state: string): Promise<Task> {
  const tasks = (await world.house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
  const task = tasks.find((one) => one.state === state);
  if (!task) throw new Error(`${ref} was never asked ${state}`);
  return task;
}

async function answer(task: Task, said: Readonly<Record<string, unknown>>): Promise<number> {
  const path = taskPath(world.house.config.linkSecret, task).slice("/t".length);
  const { status } = await world.request("POST", `/api/tasks${path}`, said, {});
  await world.settle();
  return status;
}

async function snapshot(name: string): Promise<Snapshot> {
  const folder = join(top, name);
  mkdirSync(folder, { recursive: true });
  await world.local.database.copyTo(join(folder, "kelias.sqlite"), () => undefined);
  return { folder, at: world.house.clock.now() };
}

/** Sets something back to a moment, as the last thing that happened there; the product does not run. */
async function setBackTo(earlier: Snapshot, what: Parameters<typeof setBack>[0]): Promise<void> {
  const later = await snapshot("later");
  await world.close();
  setBack(what, { earlier, later }, { from: data(), folder: back() });
}

describe("the table was set back while machines went on", () => {
  let ref: string;
  let point: Snapshot;
  beforeEach(async () => {
    ref = await apply(1);
    point = await snapshot("point");
    expect(
      await answer(await taskOf(ref, "endorsement"), { outcome: "endorsed", substitute: "Kolegė" }),
    ).toBe(200);
  });

  it("a question that no machine would hear any more is asked again by the same link, and its answer counts", async () => {
    const before = await taskOf(ref, "endorsement");
    await setBackTo(point, "table");
    const dry = await kelias("reconcile");
    expect(dry).toMatchObject({ code: 1, told: [] });
    expect(dry.said).toEqual([
      "2 cases and calls were looked at",
      `${codeOf(ref)}: what it is asked, no machine would hear`,
      "1 to mend; with --apply they are, and nothing was changed now",
    ]);
    expect(await kelias("reconcile", "--apply")).toMatchObject({ code: 0 });
    expect(await kelias("reconcile")).toMatchObject({ code: 0 });

    await openIn(back());
    await world.settle();
    const again = await taskOf(ref, "endorsement");
    expect(taskPath(world.house.config.linkSecret, again)).toBe(
      taskPath(world.house.config.linkSecret, before),
    );
    expect(again).toMatchObject({ status: "open", dueAt: before.dueAt });
    expect(await answer(again, { outcome: "endorsed", substitute: "Kolegė" })).toBe(200);
    expect(await taskOf(ref, "screening")).toMatchObject({ status: "open" });
  });

  it("who applied since is listed as lost, the machine is stopped, and who applies again is taken", async () => {
    const lost = await apply(2);
    await setBackTo(point, "table");
    const file = join(top, "lost.csv");
    const applied = await kelias("reconcile", "--apply", "--csv", file);
    expect(applied.said).toContain(`machine ${idOf(lost)}-1: the table has no case of it; stopped`);
    expect(applied.said.join("\n")).toMatch(new RegExp(`lost: ${codeOf(lost)}, application, 2027-01-10T`));
    expect(readFileSync(file, "utf8")).toContain(`${codeOf(lost)},application,,2027-01-10T08:00:00.000Z`);
    expect(await kelias("reconcile", "--csv", file)).toMatchObject({
      code: 2,
      told: [expect.stringContaining("nothing is written over")],
    });

    await openIn(back());
    expect(await apply(2)).toBe(lost);
    expect(
      await answer(await taskOf(lost, "endorsement"), { outcome: "endorsed", substitute: "Kolegė" }),
    ).toBe(200);
    expect(await taskOf(lost, "screening")).toMatchObject({ status: "open" });
  });

  it("a log tells of answers that are lost", async () => {
    const { closedAt = "" } = await taskOf(ref, "endorsement");
    await setBackTo(point, "table");
    const log = join(top, "portal.json");
    const line = { code: "K102", message: "an answer was stored", ref, state: "endorsement" };
    const events = [
      { timestamp: Date.parse(closedAt), message: JSON.stringify(line) },
      { timestamp: 0, message: "START RequestId: 1" },
    ];
    writeFileSync(log, JSON.stringify({ events }));
    const { said } = await kelias("reconcile", "--log", log);
    expect(said).toContain(`lost: ${codeOf(ref)}, answer, endorsement, ${closedAt}`);
  });
});

describe("the machines were set back while the table went on", () => {
  it("the road goes on where the table says, and what is over stays over", async () => {
    const [going, refused] = [await apply(1), await apply(2)];
    const point = await snapshot("point");
    await answer(await taskOf(going, "endorsement"), { outcome: "endorsed", substitute: "Kolegė" });
    await answer(await taskOf(refused, "endorsement"), { outcome: "refused", reason: "Negalime." });
    const late = await apply(3);
    await setBackTo(point, "machines");
    const { said } = await kelias("reconcile", "--apply");
    expect(said).toEqual(
      [
        "4 cases and calls were looked at",
        `machine ${idOf(refused)}-1: its road has ended; stopped`,
        `${codeOf(going)}: what it is asked, no machine would hear; taken up again`,
        `${codeOf(late)}: nothing drives it; taken up again`,
        "the roads go on once the product runs (on AWS within a minute)",
      ].toSorted((a, b) => said.indexOf(a) - said.indexOf(b)),
    );

    await openIn(back());
    await world.settle();
    expect(await answer(await taskOf(going, "screening"), { outcome: "eligible" })).toBe(200);
    expect(
      await answer(await taskOf(late, "endorsement"), { outcome: "endorsed", substitute: "Kolegė" }),
    ).toBe(200);
    expect((await taskOf(refused, "endorsement")).outcome).toBe("refused");
  });
});

describe("a copy was restored while the mailbox of before is still there", () => {
  it("mails that went do not go again, and what they tell is listed", async () => {
    const ref = await apply(1);
    const point = await snapshot("point");
    await answer(await taskOf(ref, "endorsement"), { outcome: "endorsed", substitute: "Kolegė" });
    const lost = await apply(2);
    await setBackTo(point, "both");
    mkdirSync(join(top, "aside"));
    copyFileSync(join(back(), "mail.jsonl"), join(top, "aside/mail.jsonl"));
    rmSync(join(back(), "mail.jsonl"));
    expect((await kelias("reconcile")).said).toEqual([
      "2 cases and calls were looked at",
      "everything fits together",
    ]);
    const { code, said } = await kelias("reconcile", "--apply", "--beside", join(top, "aside"));
    expect([code, said.join("\n")]).toEqual([
      0,
      expect.stringContaining(`lost: ${codeOf(lost)}, application`),
    ]);
  });
});

describe("on AWS", () => {
  let servers: Server[] = [];
  const serve = async (
    answerTo: (request: {
      readonly headers: Record<string, string>;
      readonly body: Buffer;
    }) => Promise<{ readonly status: number; readonly type: string; readonly body: string | Uint8Array }>,
  ) => {
    const server = createServer(async (request, response) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const { status, type, body } = await answerTo({ headers, body: await buffer(request) });
      response.writeHead(status, { "content-type": type }).end(body);
    });
    await listen(server, 0);
    servers.push(server);
    return `http://127.0.0.1:${portOf(server)}`;
  };
  afterEach(() => {
    vi.unstubAllEnvs();
    for (const server of servers) server.close();
    servers = [];
  });

  it("looks at the table that was restored and at Step Functions, and mends by the rights that it names", async () => {
    const ref = await apply(1);
    const items = world.local.changed && (await allItems());
    const { table, endpoint, close } = await tableOnDynalite();
    for (const item of items) await table.put(item);

    const engine = openEngine({
      journal: ":memory:",
      clock: { now: () => Date.parse("2027-01-10T08:00:00.000Z") },
      invoke: async () => ({}),
    });
    engine.knowStateMachines(
      (await machines()).map(({ name, definition }) => ({ name: `kelias-dev-${name}`, definition })),
    );
    const stray = "0123456789abcdef01234567-1";
    engine.startExecution("kelias-dev-foreign-internship", stray, {
      ref: "case#0123456789abcdef01234567",
      from: "endorsement",
      visit: 1,
      at: { endorsement: ["2027-01-20T08:00:00.000Z"] },
      parts: [],
    });
    const asked: string[] = [];
    const handler = sfnRequestHandler(engine);
    const states = await serve(async ({ headers, body }) => {
      asked.push((headers["x-amz-target"] ?? "").replace("AWSStepFunctions.", ""));
      const local = body
        .toString("utf8")
        .replaceAll("states:eu-north-1:111122223333", "states:local:000000000000");
      const { response } = await handler.handle(Object.assign(Object.create(null), { headers, body: local }));
      return { status: response.statusCode, type: "application/x-amz-json-1.0", body: response.body };
    });
    const identity =
      "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ops</Arn><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
    const sts = await serve(async () => ({ status: 200, type: "text/xml", body: identity }));
    const secret = JSON.stringify({ SecretString: "a secret of an account, long enough" });
    const secrets = await serve(async () => ({
      status: 200,
      type: "application/x-amz-json-1.1",
      body: secret,
    }));
    for (const [name, value] of Object.entries({
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_SFN: states,
      AWS_ENDPOINT_URL_STS: sts,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets,
    }))
      vi.stubEnv(name, value);
    try {
      const words = [
        "reconcile",
        "--apply",
        "--env",
        "dev",
        "--region",
        "eu-north-1",
        "--table",
        "kelias",
        "--pause",
        "0",
      ];
      const { code, said, told } = await typed(words, {});
      expect([code, told]).toEqual([0, []]);
      expect(said).toContain(`machine ${stray}: the table has no case of it; stopped`);
      expect(said).toContain(`${codeOf(ref)}: nothing drives it; taken up again`);
      expect(await table.get({ pk: ref, sk: "head" })).toMatchObject({
        generation: 2,
        toStart: { from: "endorsement", visit: 1 },
        pending: expect.stringMatching(/^pending#/),
      });
      expect([...new Set(asked)].toSorted()).toEqual([
        "DescribeExecution",
        "ListExecutions",
        "StopExecution",
      ]);
      vi.stubEnv("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
      expect(await typed(words, {})).toMatchObject({
        code: 2,
        told: [expect.stringContaining("AWS cannot be reached")],
      });
    } finally {
      await engine.close();
      await close();
    }
  });

  async function allItems() {
    const { openTable } = await import("../../../infra/local/table/table.ts");
    return openTable(world.local.database).all() as Parameters<OpenedWorld["house"]["table"]["put"]>[0][];
  }
});
