import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { silentLog } from "../../../functions/log.ts";
import { copyFolder } from "../../../infra/local/backup/copy.ts";
import { putBack } from "../../../infra/local/backup/put-back.ts";
import { sealCopy } from "../../../infra/local/backup/seal.ts";
import { liveClock } from "../../../infra/local/clock.ts";
import { dataFiles, examineFolder } from "../../../infra/local/examine-folder.ts";
import { openHouse } from "../../../infra/local/house.ts";
import { mailDrop } from "../../../infra/local/mail-drop.ts";
import { type KeptMail, openMailFile } from "../../../infra/local/mail-file.ts";
import { openRuntime } from "../../../infra/local/runtime.ts";
import { adviceOn, StartFault } from "../../../infra/local/start-fault.ts";
import { demoCall } from "../../functions/demo-house.ts";

const root = mkdtempSync(join(tmpdir(), "kelias-damaged-"));
afterAll(() => rmSync(root, { recursive: true }));
/** A folder whose process was stopped, and one whose process was killed: what it stored last is in the log alone. */
const stopped = join(root, "stopped");
const killed = join(root, "killed");

const mail = (messageId: string): KeptMail => ({
  messageId,
  from: "kelias@kelias.example",
  replyTo: [],
  destination: { to: ["ona@mokykla.example"], cc: [], bcc: [] },
  subject: "s",
  body: { text: "t".repeat(100) },
  attachments: [],
  at: 1,
});

beforeAll(async () => {
  const clock = liveClock(join(stopped, "clock.json"));
  const local = await openHouse({
    dataFolder: stopped,
    clock,
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
  const runtime = openRuntime(local, { digestFile: join(stopped, "digests.json") });
  const mails = openMailFile(join(stopped, "mail.jsonl"), 10);
  for (const id of ["one", "two", "three"]) mails.add(mail(id));
  await local.house.documents.keep("calls/demo/ranking-1.json", "{}", "application/json");
  clock.keep();
  local.database.markWhole();
  await publishCall(local.house, demoCall);
  await runtime.settle();
  // The log is noted a moment after it has grown.
  await new Promise((resolve) => setTimeout(resolve, 150));
  cpSync(stopped, killed, { recursive: true });
  await runtime.close();
  await local.close();
});

const damages = {
  "as it is": () => undefined,
  missing: (path: string) => rmSync(path),
  empty: (path: string) => truncateSync(path),
  "cut in half": (path: string) => truncateSync(path, Math.floor(readFileSync(path).length / 2)),
  garbage: (path: string) => writeFileSync(path, "Gerbiamieji! ".repeat(700)),
};
type Damage = keyof typeof damages;
const every: readonly Damage[] = ["missing", "empty", "cut in half", "garbage"];

let copies = 0;
/** A copy of a folder in which one file was damaged. */
function damagedCopy(of: string, name: string, damage: Damage): string {
  copies += 1;
  const folder = join(root, `copy-${copies}`);
  cpSync(of, folder, { recursive: true });
  damages[damage](join(folder, name));
  return folder;
}

/** What is in a folder, byte for byte. */
const contentOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );

function adviceFor(folder: string): string {
  try {
    examineFolder(folder);
  } catch (error) {
    if (error instanceof StartFault) return adviceOn(error);
    throw error;
  }
  return "nothing is wrong";
}

const cases = [
  ...dataFiles.flatMap((name) => every.map((damage) => ["stopped", name, damage, stopped] as const)),
  ...[...dataFiles, "kelias.sqlite-wal"].flatMap((name) =>
    every.map((damage) => ["killed", name, damage, killed] as const),
  ),
];

describe("a folder of which a file is damaged", () => {
  it.each(cases)(
    "left by a process that was %s, with %s %s: the file is named, with the way out, and nothing changes",
    (...one) => {
      const [how, name, damage, of] = one;
      // What a kill leaves of the last line, and what a cut does, is the same: that mail is sent again.
      const isAsKilled = how === "killed" && name === "mail.jsonl" && damage === "cut in half";
      const folder = damagedCopy(of, name, damage);
      const before = contentOf(folder);
      const advice = adviceFor(folder);
      if (!isAsKilled) {
        expect(advice).toContain(join(folder, name));
        expect(advice).toContain("nothing was changed");
        expect(advice).toContain("npm run -s kelias -- restore");
        expect(advice.split("\n")).toHaveLength(1);
      }
      expect(contentOf(folder)).toEqual(before);
    },
  );

  it.each([
    ["stopped", stopped],
    ["killed", killed],
  ])("is fine where none is (%s)", (_how, of) => {
    expect(adviceFor(of)).toBe("nothing is wrong");
    expect(existsSync(join(of, "kelias.sqlite-open"))).toBe(of === killed);
  });
});

describe("a folder whose process was killed while its database took over its log", () => {
  const pageSize = 4096;
  const grown = `INSERT INTO setting (name, value) VALUES ('grown', '${"ą".repeat(20 * pageSize)}')`;

  /** Page for page in their order [SQLite, "WAL-mode", checkpointing]: the first says how long the file will be. */
  function takenOver(lacks: number): string {
    const folder = damagedCopy(killed, "kelias.sqlite", "as it is");
    const path = join(folder, "kelias.sqlite");
    const sqlite = new DatabaseSync(path);
    sqlite.exec(`PRAGMA wal_autocheckpoint = 0; ${grown}`);
    const [before, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
    sqlite.exec("PRAGMA wal_checkpoint(PASSIVE)");
    const after = readFileSync(path);
    sqlite.close();
    const done = after.length - Math.floor(lacks * pageSize);
    writeFileSync(path, Buffer.concat([after.subarray(0, done), before.subarray(done)]));
    writeFileSync(`${path}-wal`, log);
    return folder;
  }

  it.each([1, 1.5, 39, 200])("and had %d pages left to write is fine, and nothing is lost", (lacks) => {
    const path = join(takenOver(lacks), "kelias.sqlite");
    expect(readFileSync(path).readUInt32BE(28)).toBeGreaterThan(readFileSync(path).length / pageSize);
    expect(adviceFor(dirname(path))).toBe("nothing is wrong");
    const sqlite = new DatabaseSync(path);
    expect(sqlite.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(sqlite.prepare("SELECT length(value) AS letters FROM setting WHERE name = 'grown'").get()).toEqual(
      {
        letters: 20 * pageSize,
      },
    );
    sqlite.close();
  });

  it("is damaged where its log is gone", () => {
    const folder = takenOver(2);
    rmSync(join(folder, "kelias.sqlite-wal"));
    expect(adviceFor(folder)).toContain("kelias.sqlite");
  });
});

it("a folder in which a process was killed before all of its files were made is begun anew", () => {
  const folder = damagedCopy(stopped, "mail.jsonl", "missing");
  for (const name of dataFiles) rmSync(join(folder, name), { force: true });
  expect(adviceFor(folder)).toBe("nothing is wrong");
});

it("a folder that was copied while it was used, and put back, is whole", async () => {
  const clock = liveClock(join(stopped, "clock.json"));
  const used = join(root, "used");
  cpSync(stopped, used, { recursive: true });
  const local = await openHouse({
    dataFolder: used,
    clock,
    portalUrl: "http://localhost:4000",
    mail: mailDrop(),
    log: silentLog,
  });
  const { database, documents, answers } = local;
  const place = (name: string): string => join(root, `made-${name}`);
  const [unfinished, copy, back] = [place("unfinished"), place("copy"), place("back")];
  await copyFolder({ database, documents, answers, clock }, used, unfinished, () => undefined);
  await sealCopy(unfinished, copy);
  await local.close();
  expect(await putBack(copy, back, () => undefined)).toMatchObject({ outcome: "restored" });
  expect(adviceFor(back)).toBe("nothing is wrong");
  rmSync(join(back, "secret"));
  expect(adviceFor(back)).toContain("secret is missing");
});
