import { join } from "node:path";
import { writeExample } from "../../../infra/local/rehearse/example-files.ts";
import { madeProgramme } from "../../programme/made.ts";

/** Writes a programme by chance: `node --import tsx test/data/rehearsal/make-programme.ts DIR [PEOPLE] [SEED]`. */
const [folder, people = "2000", seed = "1"] = process.argv.slice(2);
if (folder === undefined) throw new Error("expected a folder to write the programme into");
let lines = 0;
for (const made of await madeProgramme(Number(seed), Number(people))) {
  const within = join(folder, made.process);
  writeExample(made, { call: join(within, "call.json"), people: join(within, "people.csv") });
  lines += made.people.length;
}
process.stdout.write(`${lines} lines of people in ${folder}\n`);
