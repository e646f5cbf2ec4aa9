import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../infra/local/database/database.ts";
import { ask, machine, newYear, Stage, second, tokenDesk } from "./stage.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-journal-"));
  file = join(folder, "journal");
});
afterEach(() => rmSync(folder, { recursive: true }));

const asking = { States: { asked: ask("Desk", { TimeoutSeconds: 300, HeartbeatSeconds: 60, End: true }) } };

test("a journal that contradicts itself is refused with what to do", async () => {
  const desk = tokenDesk();
  const stage = new Stage({ journal: file, functions: { Desk: desk.handler } });
  stage.start(asking);
  await stage.engine.settled();
  await stage.engine.close();
  const damaged = new DatabaseSync(file);
  damaged.exec("UPDATE frame SET record = json_set(record, '$.state', 'elsewhere')");
  damaged.close();
  expect(() => new Stage({ journal: file })).toThrow(
    'contradicts itself: it has the unknown state "elsewhere". Put a copy of the data folder in its place',
  );
});

describe("what a journal keeps from one start to the next", () => {
  test("tokens: they are answered as before, used ones are known as used", async () => {
    const desk = tokenDesk();
    const first = new Stage({ journal: file, functions: { Desk: desk.handler } });
    const answered = first.start(asking, {}, "answered");
    const waiting = first.start(asking, {}, "waiting");
    await first.engine.settled();
    const [used = "", open = ""] = desk.tokens;
    first.engine.sendTaskSuccess(used, "yes");
    await first.engine.close();

    const second_ = new Stage({ journal: file });
    expect(() => second_.engine.sendTaskSuccess(used, "again")).toThrow("Task Timed Out");
    second_.engine.sendTaskSuccess(open, "late but heard");
    await second_.engine.settled();
    expect(second_.result(answered).output).toBe("yes");
    expect(second_.result(waiting).output).toBe("late but heard");
    expect(second_.calls).toEqual([]);
    await second_.engine.close();
  });

  test("heartbeats: the next one counts from when it comes, the old end is not forgotten", async () => {
    const desk = tokenDesk();
    const first = new Stage({ journal: file, functions: { Desk: desk.handler } });
    const arn = first.start(asking);
    await first.pass(50 * second);
    await first.engine.close();

    const after = new Stage({ journal: file, now: first.now });
    expect(after.engine.nextTimer()).toBe(newYear + 60 * second);
    after.engine.sendTaskHeartbeat(desk.last());
    await after.pass(59 * second);
    expect(after.result(arn).status).toBe("RUNNING");
    await after.pass(1 * second);
    expect(after.result(arn).error).toBe("States.HeartbeatTimeout");
    await after.engine.close();
  });

  test("timers that came due while nothing ran fire in their order, at the time of the restart", async () => {
    const wait = (seconds: number) => ({ States: { wait: { Type: "Wait", Seconds: seconds, End: true } } });
    const first = new Stage({ journal: file });
    const [late, early] = [first.start(wait(20), {}, "late"), first.start(wait(10), {}, "early")];
    await first.engine.settled();
    await first.engine.close();

    const after = new Stage({ journal: file, now: newYear + 30 * second });
    after.engine.fireDue();
    await after.engine.settled();
    expect(after.result(early).status).toBe("SUCCEEDED");
    expect(after.engine.describeExecution(late).stopDate).toEqual(new Date(newYear + 30 * second));
    await after.engine.close();
  });

  test("the definition that an execution began with, though the machine has a newer one", async () => {
    const version = (name: string) =>
      machine({
        States: {
          wait: { Type: "Wait", Seconds: 10, Next: "end" },
          end: { Type: "Pass", Output: name, End: true },
        },
      });
    const first = new Stage({ journal: file });
    const old = first.start(version("old"), {}, "before");
    await first.engine.settled();
    await first.engine.close();

    const after = new Stage({ journal: file });
    const fresh = after.start(version("new"), {}, "after");
    expect((await after.finish(old)).output).toBe("old");
    expect((await after.finish(fresh)).output).toBe("new");
    await after.engine.close();
  });

  test("of the same definition it keeps one version, however often it is made known", async () => {
    for (let start = 0; start < 3; start += 1) {
      const stage = new Stage({ journal: file });
      stage.engine.createStateMachine("machine", machine(asking));
      await stage.engine.close();
    }
    const database = new DatabaseSync(file);
    expect(database.prepare("SELECT count(*) AS versions FROM machine").get()).toEqual({ versions: 1 });
    database.close();
  });

  test("closed, it is one file and holds nothing of what has ended but its story", async () => {
    const stage = new Stage({ journal: file });
    await stage.run({ States: { wait: { Type: "Wait", Seconds: 10, End: true } } });
    await stage.engine.close();
    expect(readdirSync(folder)).toEqual(["journal"]);
    const database = new DatabaseSync(file);
    expect(database.prepare("SELECT count(*) AS frames FROM frame").get()).toEqual({ frames: 0 });
    database.close();
  });
});

describe("when the disk is full", () => {
  /** Lets the database of an engine take no more, or have room again. */
  const room = (database: Database, pages: number) => database.rows(`PRAGMA max_page_count = ${pages}`);
  const long = "ą".repeat(100_000);

  test("nobody is told of what the journal does not have, nothing goes on; with room again all of it does", async () => {
    const desk = tokenDesk();
    const database = new Database(file, { survives: "powerCut" });
    const stage = new Stage({ journal: database, functions: { Desk: desk.handler } });
    stage.start(asking);
    await stage.engine.settled();

    room(database, 1);
    expect(() => stage.engine.sendTaskSuccess(desk.last(), long)).toThrow("its disk is full or failing");
    expect(() => stage.start(asking, { long }, "two")).toThrow("Make room");
    await expect(stage.engine.settled()).rejects.toThrow("Make room");
    await expect(
      stage.engine.grouped((engine) => engine.startExecution("machine", "two", { long })),
    ).rejects.toThrow("Make room");
    expect(desk.tokens).toHaveLength(1);

    room(database, 1_000_000);
    stage.start(asking, { long }, "two");
    await stage.engine.settled();
    const states = stage.engine.listExecutions().map(({ name, status }) => [name, status]);
    expect(Object.fromEntries(states)).toEqual({ one: "SUCCEEDED", two: "RUNNING" });
    expect(desk.tokens).toHaveLength(2);
    stage.engine.sendTaskSuccess(desk.last(), "yes");
    await stage.engine.close();
    database.close();
  });

  test("a process that ends so is where it was before, and goes on", async () => {
    const desk = tokenDesk();
    const database = new Database(file, { survives: "powerCut" });
    const stage = new Stage({ journal: database, functions: { Desk: desk.handler } });
    stage.start(asking);
    await stage.engine.settled();
    room(database, 1);
    expect(() => stage.engine.sendTaskSuccess(desk.last(), long)).toThrow("Make room");
    await expect(stage.engine.close()).rejects.toThrow("Make room");
    database.close();

    const after = new Stage({ journal: file });
    expect(after.engine.listExecutions()[0]?.status).toBe("RUNNING");
    after.engine.sendTaskSuccess(desk.last(), "yes");
    await after.engine.settled();
    expect(after.engine.listExecutions()[0]?.status).toBe("SUCCEEDED");
    await after.engine.close();
  });
});

test("after any other error of the journal nothing goes on, and what it has is there at the next start", async () => {
  await new Stage({ journal: file }).engine.close();
  const failing = new DatabaseSync(file);
  failing.exec(`CREATE TRIGGER failing BEFORE INSERT ON history WHEN (SELECT count(*) FROM history) = 2
    BEGIN SELECT RAISE(FAIL, 'a defect'); END`);
  failing.close();

  const desk = tokenDesk();
  const stage = new Stage({ journal: file, functions: { Desk: desk.handler } });
  stage.start(asking);
  await expect(stage.engine.settled()).rejects.toThrow("a defect");
  expect(desk.tokens).toHaveLength(1);
  expect(() => stage.engine.sendTaskSuccess(desk.last(), "yes")).toThrow("a defect");
  expect(() => stage.start(asking, {}, "two")).toThrow("a defect");
  await expect(stage.engine.settled()).rejects.toThrow("a defect");
  await stage.engine.close();

  const mended = new DatabaseSync(file);
  mended.exec("DROP TRIGGER failing");
  mended.close();
  const after = new Stage({ journal: file, functions: { Desk: desk.handler } });
  await after.engine.settled();
  expect(after.engine.listExecutions().map(({ name, status }) => [name, status])).toEqual([
    ["one", "RUNNING"],
  ]);
  // The call that the first engine could not note down as returned was made again, with the same token.
  expect(desk.tokens).toEqual([desk.last(), desk.last()]);
  after.engine.sendTaskSuccess(desk.last(), "yes");
  await after.engine.close();
});
