import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { taskItem } from "../../../functions/store/items.ts";
import { folderOf } from "../../../infra/command/installation.ts";
import { sealCopy } from "../../../infra/local/backup/seal.ts";
import { openLedger } from "../../../infra/local/rehearse/ledger.ts";
import { type OpenedWorld, openWorld } from "../../../infra/local/rehearse/world.ts";
import { demoApplication, demoCall } from "../../functions/demo-house.ts";
import { typed } from "./typed-command.ts";

let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "kelias-backup-"));
});
afterEach(() => rmSync(top, { recursive: true }));

const data = () => join(top, "data");
const copy = () => join(top, "copy");
const kelias = (words: readonly string[], folder = data()) => typed(words, { KELIAS_DATA: folder });

const openIn = (folder: string): Promise<OpenedWorld> =>
  openWorld(folder, "2027-01-10T08:00:00.000Z", openLedger(join(top, "applications.jsonl")));

async function apply({ request }: OpenedWorld, number: number): Promise<string> {
  const application = { ...demoApplication, email: `mokytojas${number}@mokykla.example` };
  const key = { "idempotency-key": `application-number-${number}` };
  const { status, body } = await request("POST", "/api/calls/demo/applications", application, key);
  expect(status).toBe(201);
  return typeof body === "object" && body && "ref" in body ? String(body.ref) : "";
}

describe("a backup while the product runs", () => {
  it("holds all that was acknowledged before it began, and goes on as the original would have", async () => {
    const world = await openIn(data());
    await publishCall(world.house, demoCall);
    const before = [await apply(world, 1), await apply(world, 2)];
    await world.settle();
    await world.house.documents.keep("cases/one/paper.json", "kept", "application/json");
    const { copy: copyTo } = folderOf(world.local, data());
    const [, during] = await Promise.all([copyTo(`${copy()}.unfinished`, () => undefined), apply(world, 3)]);
    await world.house.documents.keep("cases/one/later.json", "later", "application/json");
    await sealCopy(`${copy()}.unfinished`, copy());
    await world.close();

    expect(await kelias(["restore", copy()], join(top, "restored"))).toMatchObject({ code: 0 });
    const restored = await openIn(join(top, "restored"));
    expect(await restored.house.documents.read("cases/one/paper.json")).toMatchObject({
      type: "application/json",
    });
    await restored.settle();
    for (const ref of before) {
      const [task] = (await restored.house.table.query(ref, "task#")).map((item) => taskItem.parse(item));
      expect(task).toMatchObject({ state: "endorsement", status: "open" });
      const { outcome } = await restored.house.engine.succeed(task?.token ?? "", {
        outcome: "refused",
        at: {},
      });
      expect(outcome).toBe("delivered");
    }
    const known = await restored.house.table.get({ pk: during, sk: "head" });
    if (known) expect(await restored.house.table.query(during, "task#")).toHaveLength(1);
    await restored.close();
  });

  it("is made through the command with the product stopped, too, by name and checksum of each file", async () => {
    await kelias(["staff", "add", "ona@agency.example", "--name", "Ona"]);
    writeFileSync(join(data(), "control.json"), JSON.stringify({ port: 1, token: "of one that was killed" }));
    writeFileSync(join(data(), "mail.jsonl"), "");
    const { code, said } = await kelias(["backup", copy()]);
    expect([code, said]).toEqual([0, [expect.stringMatching(/a copy of \d{4}.*, 3 files, 1 MB$/)]]);
    const { files, ...manifest } = JSON.parse(readFileSync(join(copy(), "manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ kelias: "backup", format: 1, database: expect.any(Number) });
    expect(files.map(({ name }: { readonly name: string }) => name)).toEqual([
      "kelias.sqlite",
      "mail.jsonl",
      "secret",
    ]);
    expect(readdirSync(top).toSorted()).toEqual(["copy", "data"]);
  });

  it("writes over nothing", async () => {
    await kelias(["staff", "add", "ona@agency.example", "--name", "Ona"]);
    mkdirSync(copy());
    expect(await kelias(["backup", copy()])).toMatchObject({
      code: 2,
      told: [expect.stringContaining("nothing is written over")],
    });
  });

  it("of damaged data is no copy, and says so", async () => {
    await kelias(["staff", "add", "ona@agency.example", "--name", "Ona"]);
    await spoil(join(data(), "kelias.sqlite"));
    const { code, told } = await kelias(["backup", copy()]);
    expect([code, existsSync(copy())]).toEqual([2, false]);
    expect(told.join("\n")).toMatch(/damaged/);
  });
});

/** An index that no longer has what its table has: nothing that opening a file would notice. */
async function spoil(file: string): Promise<void> {
  const sqlite = new DatabaseSync(file);
  sqlite.exec(
    "INSERT INTO item (pk, sk, body, size, pending, pendingAt) VALUES ('a', 'b', '{}', 2, 'p', 'q')",
  );
  const root = Number(
    sqlite.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'item_pending'").get()?.rootpage,
  );
  const size = Number(sqlite.prepare("PRAGMA page_size").get()?.page_size);
  sqlite.exec("PRAGMA journal_mode = DELETE");
  sqlite.close();
  const bytes = readFileSync(file);
  bytes.fill(0, (root - 1) * size + 8, root * size);
  bytes.set([10, 0, 0, 0, 0, 0, 0, 0], (root - 1) * size);
  writeFileSync(file, bytes);
}

describe("restoring", () => {
  beforeEach(async () => {
    await kelias(["staff", "add", "ona@agency.example", "--name", "Ona"]);
    await kelias(["backup", copy()]);
  });

  it("brings back what was there at that moment", async () => {
    await kelias(["staff", "add", "jonas@agency.example", "--name", "Jonas"]);
    expect(await kelias(["restore", copy()], join(top, "new"))).toMatchObject({ code: 0 });
    expect((await kelias(["staff", "list"], join(top, "new"))).said).toHaveLength(1);
    expect(readFileSync(join(top, "new/secret"), "utf8")).toBe(readFileSync(join(data(), "secret"), "utf8"));
  });

  it.each([
    ["the folder holds data", () => data(), () => undefined, "holds data, and nothing is written over"],
    [
      "a file of the copy was changed",
      () => join(top, "new"),
      () => appendFileSync(join(copy(), "secret"), "x"),
      "secret is not what it was",
    ],
    [
      "a file of the copy is missing",
      () => join(top, "new"),
      () => rmSync(join(copy(), "kelias.sqlite")),
      "kelias.sqlite is not what it was",
    ],
    [
      "the copy was not finished",
      () => join(top, "new"),
      () => rmSync(join(copy(), "manifest.json")),
      "expected a copy made with backup",
    ],
    [
      "the copy is of a newer version",
      () => join(top, "new"),
      () => {
        const file = join(copy(), "manifest.json");
        writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), database: 999 }));
      },
      "which this one cannot read",
    ],
  ])("is refused when %s, and changes nothing", async (_, folder, spoilt, sentence) => {
    spoilt();
    const before = existsSync(folder()) ? readdirSync(folder()) : undefined;
    const { code, told } = await kelias(["restore", copy()], folder());
    expect([code, told.join("\n")]).toEqual([2, expect.stringContaining(sentence)]);
    expect(existsSync(folder()) ? readdirSync(folder()) : undefined).toEqual(before);
    expect(readdirSync(top)).not.toContain("new.restoring");
  });
});
