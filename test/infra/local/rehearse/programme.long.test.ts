import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { writeExample } from "../../../../infra/local/rehearse/example-files.ts";
import { prepareFolder, readFiles } from "../../../../infra/local/rehearse/files.ts";
import { readProgramme } from "../../../../infra/local/rehearse/programme-files.ts";
import { rehearseCall } from "../../../../infra/local/rehearse/whole-call.ts";
import { rehearseProgramme } from "../../../../infra/local/rehearse/whole-programme.ts";
import { madeProgramme } from "../../../programme/made.ts";

const folder = mkdtempSync(join(tmpdir(), "kelias-programme-"));
afterAll(() => rmSync(folder, { recursive: true }));

const records = z.array(z.record(z.string(), z.string()));
const tableOf = (path: string) => records.parse(parse(readFileSync(path), { columns: true }));

/** What the clock of a programme, which goes on after a call's own end, and the digests of all calls together change. */
const isOfAll = (name: string): boolean =>
  ["mails.csv", "payments.xml", "report.html", "run.json", "summary.json"].includes(name);
const mailsIn = (within: string): number =>
  tableOf(join(within, "mails.csv")).filter(({ template }) => template !== "digest").length;

const files = join(folder, "files");
for (const made of await madeProgramme(3, 260)) {
  const within = join(files, made.process);
  writeExample(made, { call: join(within, "call.json"), people: join(within, "people.csv") });
}
const read = await readProgramme(files);
const calls = read.outcome === "read" ? read.value : [];
const together = join(folder, "together");
const all = calls.map(({ files: own }) => own);
await rehearseProgramme(calls, prepareFolder(together, all, 1), together);
const lines = tableOf(join(together, "programme.csv"));

describe("a programme of a call of every process, by one clock", () => {
  it("has a line for each process, and nobody in it is stuck", () => {
    expect(lines.map(({ process, stuck }) => [process, stuck])).toEqual(
      calls.map(({ read: { process } }) => [process.id, "0"]),
    );
  });

  it("has a line for everybody who was in two of its processes or more, by whose files they are", () => {
    const found = tableOf(join(together, "people.csv"));
    expect(found.length).toBeGreaterThan(3);
    for (const { email = "", processes = "" } of found) {
      const named = calls.filter(({ files: { people } }) =>
        readFileSync(people, "utf8").toLowerCase().includes(email),
      );
      // Some files name no addresses: their process makes them up.
      if (named.length === 0) continue;
      const own = processes.split(";").filter((one) => named.some(({ read }) => read.process.id === one));
      expect([email, own.length]).toEqual([email, Math.max(2, own.length)]);
    }
    expect(found.filter(({ hours }) => /^\d{4}:\d/.test(hours ?? ""))).not.toEqual([]);
  });

  it.each(calls.map((call) => ({ name: call.name, call })))(
    "comes to the same for $name as that call alone",
    async ({ name, call }) => {
      const alone = join(folder, "alone", name);
      const again = await readFiles(call.files);
      if (again.outcome === "faulty") throw new Error(again.faults.join());
      await rehearseCall(again.value, prepareFolder(alone, [call.files], 1), alone);
      const within = join(together, name);
      const written = readdirSync(alone).filter((one) => one !== ".unfinished");
      expect(readdirSync(within)).toEqual(written);
      for (const file of written.filter((one) => !isOfAll(one)))
        expect([file, readFileSync(join(within, file), "utf8")]).toEqual([
          file,
          readFileSync(join(alone, file), "utf8"),
        ]);
      expect(mailsIn(within)).toBe(mailsIn(alone));
      expect(lines.find(({ process }) => process === call.read.process.id)?.mails).toBe(
        String(mailsIn(alone)),
      );
    },
  );
});
