import { existsSync } from "node:fs";
import { resolve } from "node:path";
import * as z from "zod";
import { NotWhole, sealCopy } from "../local/backup/seal.ts";
import { type Command, Refusal } from "./command.ts";
import { sometimes } from "./sometimes.ts";

const asked = z.object({ to: z.string() });
const unfinishedOf = (to: string): string => `${to}.unfinished`;

/** Copies a data folder, also while the product runs on it. */
export const backup: Command = {
  name: "backup",
  summary: "copies the data folder, also while the product runs",
  on: "installation",
  words: [{ value: "DIR", means: "the folder that the copy becomes; nothing may be there yet" }],
  more: [
    "The copy is of one moment: table and machines, documents, mailbox, secret and clock. It is read through and gets a manifest " +
      "with the moment, the version and a checksum of each file; without a manifest it is no copy. It holds everything about people and the secret " +
      "of their links: keep it as you keep the data.",
    "On AWS the table can be set back to any second of 35 days without a command (docs/runbook.md, „Restoring“).",
  ],
  read({ words: [dir = ""] }) {
    const to = resolve(dir);
    for (const path of [to, unfinishedOf(to)])
      if (existsSync(path))
        throw new Refusal(
          `${path}: there is something already, and nothing is written over; expected a new name`,
        );
    return { to };
  },
  async ask({ folder }, given, output) {
    if (!folder)
      throw new Refusal(
        "backup copies a data folder; on AWS the table keeps itself: docs/runbook.md, „Restoring“",
      );
    const show = sometimes(output);
    await folder.copy(unfinishedOf(asked.parse(given).to), (file, done, total) =>
      show(`${file}: ${Math.floor((100 * done) / Math.max(1, total))} %`),
    );
    return 0;
  },
  async after(given, { say }) {
    const { to } = asked.parse(given);
    try {
      const { at, files } = await sealCopy(unfinishedOf(to), to);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      say(`${to}: a copy of ${at}, ${files.length} files, ${Math.ceil(bytes / 1_048_576)} MB`);
      return 0;
    } catch (error) {
      if (!(error instanceof NotWhole)) throw error;
      throw new Refusal(
        `the data are damaged, and so is the copy at ${unfinishedOf(to)}: ${error.message}`,
        "Restore the latest copy that is whole: npm run -s kelias -- restore --help",
      );
    }
  },
};
