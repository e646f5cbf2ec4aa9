import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { loadCase } from "../../../functions/cases/load.ts";
import { addressIdOf } from "../../../functions/links.ts";
import { erasureRequestKey, headKey, registrationKey, seatsOf } from "../../../functions/store/keys.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { typed } from "./typed-command.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "kelias-erase-"));
});
afterEach(() => rmSync(top, { recursive: true }));

const data = () => join(top, "data");
const kelias = (words: readonly string[], folder = data()) => typed(words, { KELIAS_DATA: folder });
const email = "petras.petraitis@mokykla.example";
const why = ["--apply", "--by", "Rasa Rasaitė", "--reason", "2027-02-01 prašymas"];

const openIn = (folder: string): Promise<OpenedWorld> =>
  openWorld(folder, "2027-01-10T08:00:00.000Z", openLedger(join(top, "applications.jsonl")));

async function apply({ request }: OpenedWorld, fullName: string, address: string): Promise<string> {
  const application = { ...demoApplication, fullName, email: address };
  const key = { "idempotency-key": `application of ${address}`.replaceAll(/[^a-z]/g, "-") };
  const { status, body } = await request("POST", "/api/calls/demo/applications", application, key);
  expect([status, body]).toEqual([201, expect.anything()]);
  return typeof body === "object" && body && "ref" in body ? String(body.ref) : "";
}

/** A folder with somebody whose case has ended, and somebody whose case goes on. */
async function withTwo(): Promise<string> {
  const world = await openIn(data());
  await publishCall(world.house, demoCall);
  const ref = await apply(world, "Petras Petraitis", email);
  await apply(world, "Ona Onaitė", "ona@mokykla.example");
  await world.settle();
  const [task] = await world.house.table.query(ref, "task#");
  await world.house.engine.succeed(String(task?.token), { outcome: "refused", at: {} });
  await world.settle();
  await world.house.keepLines();
  await world.close();
  return ref;
}

/** In which files of the folder a text stands. */
const filesWith = (text: string, folder = data()): readonly string[] =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).toString("utf8").includes(text));

describe("erasing a person", () => {
  it("shows first what goes and what stays and why, and changes nothing", async () => {
    await withTwo();
    const { code, said } = await kelias(["erase", email]);
    expect(code).toBe(0);
    const text = said.join("\n");
    expect(text).toContain("goes:  name, address, telephone, account");
    expect(text).toContain(
      "stays: payments and what was worked out for them, without a name (accounting law, 10 years)",
    );
    expect(text).toContain("nothing was changed");
    expect(filesWith("Petras Petraitis")).toContain("kelias.sqlite");
  });

  it("erases by somebody on a ground, which the record keeps; nobody else is touched", async () => {
    const ref = await withTwo();
    expect(await kelias(["erase", email, "--apply"])).toMatchObject({
      code: 2,
      told: [expect.stringContaining("--by")],
    });
    const { code, said } = await kelias(["erase", email.toUpperCase(), ...why]);
    expect([code, said.at(-1)]).toEqual([0, expect.stringMatching(/^erased: \d+ items name nobody/)]);
    for (const text of [email, "Petras Petraitis"]) expect(filesWith(text)).toEqual([]);
    expect(filesWith("Rasa Rasaitė")).toContain("kelias.sqlite");
    const world = await openIn(data());
    const { head } = (await loadCase(world.house, ref)) ?? {};
    expect(head?.erased).toMatchObject({ by: "Rasa Rasaitė", reason: "2027-02-01 prašymas" });
    await world.close();
    expect(filesWith("Ona Onaitė")).toContain("kelias.sqlite");
    expect((await kelias(["erase", email])).said).toContain(
      "0 items name the person, 0 drafts and 0 sessions are theirs",
    );
  });

  it("erases nobody of whom something goes on, and says what", async () => {
    await withTwo();
    const { code, told } = await kelias(["erase", "ona@mokykla.example", ...why]);
    expect([code, told]).toEqual([
      1,
      [expect.stringMatching(/^case .+ goes on: expected that it has ended/)],
    ]);
    expect(filesWith("ona@mokykla.example")).toContain("kelias.sqlite");
  });

  it("is done again after a copy was put back that was made before", async () => {
    await withTwo();
    const copy = join(top, "copy");
    expect(await kelias(["backup", copy])).toMatchObject({ code: 0 });
    expect(await kelias(["erase", email, ...why])).toMatchObject({ code: 0 });
    rmSync(data(), { recursive: true });
    expect(await kelias(["restore", copy])).toMatchObject({
      code: 0,
      said: expect.arrayContaining(["1 people have been erased in all; 1 of them from this copy now"]),
    });
    for (const text of [email, "Petras Petraitis"]) expect(filesWith(text)).toEqual([]);
    expect(filesWith("Ona Onaitė")).toContain("kelias.sqlite");
  });

  it("refuses what is no address", async () => {
    await withTwo();
    expect(await kelias(["erase", "petras"])).toMatchObject({
      code: 2,
      told: ['EMAIL: expected an e-mail address, found "petras"'],
    });
  });

  it("erases those who asked and to whom a coordinator agreed, and the record says who did", async () => {
    const ref = await withTwo();
    const world = await openIn(data());
    const { linkSecret } = world.house.config;
    for (const [asking, agrees] of [
      [email, true],
      ["ona@mokykla.example", false],
    ] as const) {
      const key = erasureRequestKey(addressIdOf(linkSecret, asking));
      const at = "2027-01-20T08:00:00.000Z";
      const said = agrees ? { decided: { at, by: "Rasa Rasaitė", agrees } } : {};
      await world.house.table.put({
        ...{ ...key, email: asking, name: asking, language: "lt", callIds: ["demo"] },
        ...{ askedAt: "2027-01-19T08:00:00.000Z", ...said },
      });
    }
    await world.close();
    expect(await kelias(["erase", "asked"])).toMatchObject({
      code: 0,
      said: [
        `${email}: asked on 2027-01-19, agreed on 2027-01-20, by Rasa Rasaitė`,
        "1 requests wait for a coordinator",
      ],
    });
    expect(await kelias(["erase", "asked", "--apply"])).toMatchObject({ code: 0 });
    for (const text of [email, "Petras Petraitis"]) expect(filesWith(text)).toEqual([]);
    const after = await openIn(data());
    const { head } = (await loadCase(after.house, ref)) ?? {};
    expect(head?.erased).toMatchObject({
      by: "Rasa Rasaitė",
      reason: "asked on 2027-01-19, agreed on 2027-01-20",
    });
    await after.close();
    expect(filesWith("ona@mokykla.example")).toContain("kelias.sqlite");
  });
});

describe("what has been kept for its time", () => {
  /** Of the demo call: mails a year, what was written and files five, names ten, because money is paid. */
  const inYear = (year: number) => {
    const at = Date.parse(`${year}-02-01T08:00:00.000Z`);
    writeFileSync(join(data(), "clock.json"), JSON.stringify({ ahead: at - Date.now(), reached: at }));
  };
  const words = "Noriu pamatyti, kaip mokoma kitur";

  async function withOne(): Promise<string> {
    const world = await openIn(data());
    await publishCall(world.house, demoCall);
    const ref = await apply(world, "Petras Petraitis", email);
    await world.settle();
    const [task] = await world.house.table.query(ref, "task#");
    await world.house.engine.succeed(String(task?.token), { outcome: "refused", at: {} });
    await world.settle();
    const { head } = (await loadCase(world.house, ref)) ?? {};
    await world.house.table.change(headKey(ref), {
      set: { application: { ...head?.application, motivation: words } },
    });
    await world.house.table.put({
      ...registrationKey(seatsOf(ref), "a-code"),
      ...{
        number: 1,
        coming: "1",
        stand: "registered",
        name: "Viltė Viešnaitė",
        email: "vilte@pastas.example",
      },
      ...{ language: "lt", values: {}, cameAt: "2027-01-10T08:00:00.000Z" },
    });
    await world.house.keepLines();
    await world.close();
    return ref;
  }

  it("stays before, goes kind by kind, and names go last", async () => {
    await withOne();
    expect(await kelias(["erase", "due"])).toMatchObject({
      code: 0,
      said: ["0 cases, 0 people and 0 files of drafts are due; with --apply they go"],
    });
    inYear(2029);
    expect((await kelias(["erase", "due", "--apply"])).said).toEqual([
      expect.stringMatching(/: mails$/),
      "1 cases, 0 people and 0 files of drafts are done",
    ]);
    expect(filesWith(words)).toContain("kelias.sqlite");
    inYear(2033);
    expect((await kelias(["erase", "due", "--apply"])).said).toEqual([
      expect.stringMatching(/: texts$/),
      "1 cases, 0 people and 0 files of drafts are done",
    ]);
    expect(filesWith(words)).toEqual([]);
    expect(filesWith("Petras Petraitis")).toContain("kelias.sqlite");
    expect((await kelias(["erase", "due"])).said).toEqual([
      "0 cases, 0 people and 0 files of drafts are due; with --apply they go",
    ]);
    inYear(2038);
    expect((await kelias(["erase", "due", "--apply"])).said.at(-1)).toBe(
      "0 cases, 3 people and 0 files of drafts are done",
    );
    // The principal who was asked, and whoever registered for seats, have never applied; their time is the case's.
    const { principalName, principalEmail } = demoApplication;
    const guests = [principalName, principalEmail, "Viltė Viešnaitė", "vilte@pastas.example"];
    for (const text of [email, "Petras Petraitis", ...guests])
      expect([text, filesWith(text)]).toEqual([text, []]);
  });
});
