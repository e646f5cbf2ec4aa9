import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "../../../../functions/adapters/table.ts";
import { prepareFolder, readFiles } from "../../../../infra/local/rehearse/files.ts";
import { playAll } from "../../../../infra/local/rehearse/play-all.ts";
import { writePlayed } from "../../../../infra/local/rehearse/whole-call.ts";

/**
 * `node infra/launch/launch.js test/infra/local/rehearse/one-life.ts FOLDER WRITES`: one life of a rehearsal of `call.json` and
 * `people.csv` in a folder. It kills itself when it has written to its table so often; where it comes to the end before, it leaves
 * its outputs in `out` and how often it wrote in `out/writes`.
 */
const [, , folder = "", given = ""] = process.argv;
const last = given === "" ? Number.POSITIVE_INFINITY : Number(given);
let writes = 0;

const written = async <T>(write: Promise<T>): Promise<T> => {
  const answer = await write;
  writes += 1;
  if (writes >= last) process.kill(process.pid, "SIGKILL");
  return answer;
};
const watch = (table: Table): Table => ({
  ...table,
  put: (item, options) => written(table.put(item, options)),
  change: (key, change) => written(table.change(key, change)),
  delete: (key) => written(table.delete(key)),
});

const files = { call: join(folder, "call.json"), people: join(folder, "people.csv") };
const out = join(folder, "out");
const read = await readFiles(files);
if (read.outcome === "faulty") throw new Error(read.faults.join("\n"));
await playAll(
  prepareFolder(out, [files], 1),
  [read.value],
  async (_, [played]) => {
    if (played) writePlayed(out, played, 0);
    writeFileSync(join(out, "writes"), String(writes));
  },
  watch,
);
