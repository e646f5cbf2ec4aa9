import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { listCalls, loadCall } from "../../../functions/calls/calls.ts";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { queueNotice } from "../../../functions/mails/notices.ts";
import { headKey, pendingSince, refOfCall } from "../../../functions/store/keys.ts";
import { stillClock } from "../../../infra/local/clock.ts";
import { demoCall } from "../../../infra/local/demo.ts";
import { ask } from "../../../infra/local/gateway.ts";
import { type LocalHouse, openHouse } from "../../../infra/local/house.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { openRuntime, type Runtime } from "../../../infra/local/runtime.ts";
import { demoApplication } from "../../functions/demo-house.ts";

const monday = "2026-11-23T08:00:00.000Z";
/** The instant of closing still counts. */
const closed = "2027-01-07T22:00:00.000Z";
const callId = "stazuotes-uzsienyje";
let folder: string;
let local: LocalHouse;
let runtime: Runtime;

const open = async (dataFolder = folder): Promise<void> => {
  const clock = stillClock(monday, join(dataFolder, "clock.json"));
  local = await openHouse({
    dataFolder,
    clock,
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
  runtime = openRuntime(local, { digestFile: join(dataFolder, "digests.json") });
};
const close = async (): Promise<void> => {
  await runtime.close();
  await local.close();
};
const endOfCall = async () => (await loadCall(local.house, callId))?.endedAt;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kelias-runtime-"));
  await open();
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

describe("the house on one machine", () => {
  test("holds the demonstration call, open, once it is published", async () => {
    await publishCall(local.house, demoCall(local.house.clock.now()));
    await publishCall(local.house, demoCall(local.house.clock.now()));
    expect(await listCalls(local.house)).toMatchObject([{ id: callId, state: "open" }]);
  });

  test("keeps the secret of its links for its owner alone, and through a restart", async () => {
    const { linkSecret } = local.house.config;
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    await close();
    await open();
    expect(local.house.config.linkSecret).toBe(linkSecret);
  });

  test("takes nothing from the AWS settings of whoever starts it", async () => {
    await close();
    const config = join(folder, "config");
    writeFileSync(config, "[profile of nobody\nregion=");
    vi.stubEnv("AWS_CONFIG_FILE", config);
    vi.stubEnv("AWS_PROFILE", "nobody");
    vi.stubEnv("AWS_ENDPOINT_URL", "http://192.0.2.1");
    vi.stubEnv("AWS_RETRY_MODE", "wrong");
    vi.stubEnv("AWS_MAX_ATTEMPTS", "wrong");
    vi.stubEnv("AWS_USE_DUALSTACK_ENDPOINT", "wrong");
    vi.stubEnv("AWS_ACCOUNT_ID_ENDPOINT_MODE", "wrong");
    await open();
    await publishCall(local.house, demoCall(local.house.clock.now()));
    expect(
      await local.house.mailer.send({ to: "a@b.example", subject: "", html: "", text: "", id: "1" }),
    ).toMatchObject({ outcome: "sent" });
    vi.unstubAllEnvs();
  });
});

describe("time", () => {
  test("passes to an instant through all that it sets off: a call nobody applies to closes and ends", async () => {
    await publishCall(local.house, demoCall(local.house.clock.now()));
    await runtime.settle();
    expect(runtime.nextTimer()).toBe(closed);
    const seen: string[] = [];
    expect(await runtime.advanceTo("2027-02-01T00:00:00.000Z", ({ at }) => seen.push(at))).toBe("arrived");
    expect(await endOfCall()).toBe(closed);
    expect(seen).toContain(closed);
    expect(local.house.clock.now()).toBe("2027-02-01T00:00:00.000Z");
  });

  test("goes on after a restart where it was, with the timers that were set", async () => {
    await publishCall(local.house, demoCall(local.house.clock.now()));
    await runtime.advanceTo("2026-12-24T00:00:00.000Z");
    await close();
    await open();
    expect(local.house.clock.now()).toBe("2026-12-24T00:00:00.000Z");
    await runtime.advanceTo("2027-02-01T00:00:00.000Z");
    expect(await endOfCall()).toBe(closed);
  });

  test("is skipped by one at a time", async () => {
    const first = runtime.advanceTo("2026-12-01T00:00:00.000Z");
    expect(await runtime.advanceTo("2026-12-02T00:00:00.000Z")).toBe("busy");
    expect(await first).toBe("arrived");
  });

  test("stops at the digests of staff, at 7 in the morning of working days, in Vilnius", async () => {
    const call = vi.spyOn(local.functions, "call");
    const at: string[] = [];
    call.mockImplementation(async (name) => {
      if (name === "Digest") at.push(local.house.clock.now());
    });
    await runtime.advanceTo("2026-12-01T00:00:00.000Z");
    expect(at).toEqual([
      "2026-11-24T05:00:00.000Z",
      "2026-11-25T05:00:00.000Z",
      "2026-11-26T05:00:00.000Z",
      "2026-11-27T05:00:00.000Z",
      "2026-11-30T05:00:00.000Z",
    ]);
  });
});

describe("what is pending", () => {
  const key = headKey(refOfCall(callId));
  const pending = (at: string) => local.house.table.put({ ...key, ...pendingSince(key.pk, at) });

  test("is swept until nothing is due", async () => {
    const call = vi.spyOn(local.functions, "call").mockImplementation(async () => {
      await local.house.table.put({ ...key });
    });
    await pending(monday);
    await runtime.settle();
    await runtime.settle();
    expect(call.mock.calls).toEqual([["Sweeper", {}]]);
  });

  test("is swept when its time comes, and not before", async () => {
    const at: string[] = [];
    vi.spyOn(local.functions, "call").mockImplementation(async () => {
      at.push(local.house.clock.now());
      await local.house.table.put({ ...key });
    });
    await pending("2026-11-23T09:30:00.000Z");
    await runtime.settle();
    expect(at).toEqual([]);
    await runtime.advanceTo("2026-11-23T12:00:00.000Z");
    expect(at).toEqual(["2026-11-23T09:30:00.000Z"]);
  });

  test("is known again after a restart", async () => {
    await pending("2026-11-23T09:30:00.000Z");
    await close();
    await open();
    expect(runtime.nextTimer()).toBe("2026-11-23T09:30:00.000Z");
    await local.house.table.put({ ...key });
  });

  test("is tried again a minute later when the sweeper fails, and the failure is told", async () => {
    const told = vi.spyOn(console, "error").mockReturnValue();
    const at: string[] = [];
    vi.spyOn(local.functions, "call").mockImplementation(async () => {
      at.push(local.house.clock.now());
      if (at.length < 3) throw new Error("the table is away");
      await local.house.table.put({ ...key });
    });
    await pending(monday);
    await runtime.advanceTo("2026-11-23T08:10:00.000Z");
    expect(at).toEqual([monday, "2026-11-23T08:01:00.000Z", "2026-11-23T08:02:00.000Z"]);
    expect(told).toHaveBeenCalledTimes(2);
    expect(told).toHaveBeenCalledWith(expect.stringContaining("the table is away"));
    told.mockRestore();
  });
});

describe("live", () => {
  const apply = async (n: number) => {
    const body = { ...demoApplication, email: `mokytoja-${n}@mokykla.example` };
    const { status } = await ask(local.functions, {
      method: "POST",
      target: `/api/calls/${callId}/applications`,
      headers: {
        host: ["localhost"],
        "content-type": ["application/json"],
        "idempotency-key": [`application-number-${n}`],
      },
      body: Buffer.from(JSON.stringify(body)),
      sourceIp: "127.0.0.1",
      at: local.clock.millis(),
    });
    return status;
  };
  const applications = Array.from({ length: 8 }, (_, n) => n);

  test("many applications at once are stored, and then followed up by themselves: machines, mails, questions", async () => {
    await publishCall(local.house, demoCall(local.house.clock.now()));
    runtime.live();
    expect(await Promise.all(applications.map(apply))).toEqual(applications.map(() => 201));
    await vi.waitUntil(() => runtime.nextTimer() !== undefined && local.pending.next() === undefined, {
      timeout: 25_000,
    });
    await local.engine.settled();
    const entries = await local.house.table.query(refOfCall(callId), "entry#");
    expect(entries).toHaveLength(applications.length);
    for (const { ref } of entries) {
      const tasks = await local.house.table.query(String(ref), "task#");
      expect(tasks).toMatchObject([{ state: "endorsement", status: "open" }]);
      const mails = await local.house.table.query(String(ref), "mail#");
      expect(mails.map(({ template, sentAt }) => [template, sentAt !== undefined])).toEqual([
        ["received", true],
        ["endorsement.task", true],
      ]);
    }
  });

  test("what was not followed up when it was stopped is followed up after the next start", async () => {
    await publishCall(local.house, demoCall(local.house.clock.now()));
    expect(await apply(1)).toBe(201);
    await close();
    await open();
    await runtime.settle();
    const [entry] = await local.house.table.query(refOfCall(callId), "entry#");
    expect(await local.house.table.query(String(entry?.ref), "task#")).toMatchObject([{ status: "open" }]);
  });
});

test("a mail that a killed process was sending goes out when the next one opens, and not a minute later", async () => {
  const never = { send: () => new Promise<never>(() => undefined) };
  const to = { name: "Rūta", email: "ruta@mokykla.example", language: "lt" } as const;
  void queueNotice({ ...local.house, mailer: never }, to, { name: "signInTried", values: {} }, "2026-11-23");
  const endOfClaim = "2026-11-23T08:02:00.000Z";
  await vi.waitFor(() => expect(local.pending.next()).toBe(endOfClaim));
  await runtime.settle();
  expect(local.pending.next()).toBe(endOfClaim);
  await close();
  await open();
  await runtime.settle();
  expect(local.house.clock.now()).toBe(monday);
  expect(local.pending.next()).toBeUndefined();
});

test("a folder that a killed process leaves behind is opened as it stands", async () => {
  await publishCall(local.house, demoCall(local.house.clock.now()));
  await runtime.advanceTo("2026-12-24T00:00:00.000Z");
  const left = mkdtempSync(join(tmpdir(), "kelias-left-"));
  cpSync(folder, left, { recursive: true });
  await close();
  await open(left);
  await runtime.advanceTo("2027-02-01T00:00:00.000Z");
  expect(await endOfCall()).toBe(closed);
  rmSync(left, { recursive: true });
});
