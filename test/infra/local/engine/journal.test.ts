import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { journalErrorOf } from "../../../../infra/local/engine/journal/errors.ts";
import { journalVersion } from "../../../../infra/local/engine/journal/schema.ts";
import { ask, machine, newYear, Stage, second, tokenDesk } from "./stage.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kelias-journal-"));
  file = join(folder, "journal");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the engine says when it is opened on this journal. */
function refusal(journal = file): { name: string; message: string } {
  try {
    new Stage({ journal });
  } catch (error) {
    if (error instanceof Error) return { name: error.name, message: error.message };
  }
  throw new Error("it was opened");
}

const asking = { States: { asked: ask("Desk", { TimeoutSeconds: 300, HeartbeatSeconds: 60, End: true }) } };

describe("a journal that cannot be used is refused with what to do:", () => {
  test("one from a newer version, which is left as it is", async () => {
    await new Stage({ journal: file }).engine.close();
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = ${journalVersion + 1}`);
    newer.close();
    expect(refusal().name).toBe("JournalFromNewerVersion");
    expect(refusal().message).toContain(
      `format ${journalVersion + 1}, this one reads up to ${journalVersion}). Update the program`,
    );
    const after = new DatabaseSync(file);
    expect(after.prepare("PRAGMA user_version").get()).toEqual({ user_version: journalVersion + 1 });
    after.close();
  });

  test("one that another engine holds, until that one is closed", async () => {
    const holder = new Stage({ journal: file });
    expect(refusal()).toMatchObject({
      name: "JournalLocked",
      message: expect.stringContaining("Stop that one first"),
    });
    await holder.engine.close();
    await new Stage({ journal: file }).engine.close();
  });

  test("one in a folder that is not there", () => {
    expect(refusal(join(folder, "none", "journal"))).toMatchObject({
      name: "JournalNotWritable",
      message: expect.stringContaining("Check that its folder exists"),
    });
  });

  test("a folder in its place", () => {
    mkdirSync(file);
    expect(refusal().name).toBe("JournalNotWritable");
  });

  test("one that SQLite may not lock, because it may only be read", () => {
    const said = Object.assign(new Error("disk I/O error"), { errcode: 3850 });
    expect(journalErrorOf(file, said)).toMatchObject({ name: "JournalNotWritable", cause: said });
  });

  // Whoever may write everywhere cannot see this.
  test.skipIf(process.getuid?.() === 0)("one that may only be read", async () => {
    await new Stage({ journal: file }).engine.close();
    chmodSync(file, 0o444);
    expect(refusal().name).toBe("JournalNotWritable");
  });

  test("a file that is something else, which is left as it is", () => {
    const letter = "Gerbiamieji, ".repeat(1000);
    writeFileSync(file, letter);
    expect(refusal().name).toBe("JournalUnreadable");
    expect(statSync(file).size).toBe(letter.length);
  });

  test("one that contradicts itself", async () => {
    const desk = tokenDesk();
    const stage = new Stage({ journal: file, functions: { Desk: desk.handler } });
    stage.start(asking);
    await stage.engine.settled();
    await stage.engine.close();
    const damaged = new DatabaseSync(file);
    damaged.exec("UPDATE frame SET record = json_set(record, '$.state', 'elsewhere')");
    damaged.close();
    expect(refusal()).toEqual({
      name: "JournalUnreadable",
      message: 'The journal contradicts itself: it has the unknown state "elsewhere".',
    });
  });
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

test("when the disk fails nobody is told of what the journal does not have, and nothing goes on", async () => {
  await new Stage({ journal: file }).engine.close();
  const full = new DatabaseSync(file);
  full.exec(`CREATE TRIGGER full BEFORE INSERT ON history WHEN (SELECT count(*) FROM history) = 2
    BEGIN SELECT RAISE(FAIL, 'the disk is full'); END`);
  full.close();

  const desk = tokenDesk();
  const stage = new Stage({ journal: file, functions: { Desk: desk.handler } });
  stage.start(asking);
  await expect(stage.engine.settled()).rejects.toThrow("the disk is full");
  expect(desk.tokens).toHaveLength(1);
  expect(() => stage.engine.sendTaskSuccess(desk.last(), "yes")).toThrow("the disk is full");
  expect(() => stage.start(asking, {}, "two")).toThrow("the disk is full");
  await expect(stage.engine.settled()).rejects.toThrow("the disk is full");
  await stage.engine.close();

  const emptied = new DatabaseSync(file);
  emptied.exec("DROP TRIGGER full");
  emptied.close();
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
