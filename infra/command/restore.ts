import { resolve } from "node:path";
import { putBack } from "../local/backup/put-back.ts";
import { NotWhole } from "../local/backup/seal.ts";
import { readSettings } from "../local/settings.ts";
import { type Command, Refusal } from "./command.ts";
import { eraseAgain } from "./erase-again.ts";
import { inFolder } from "./place.ts";

const largeBytes = 50 * 1_048_576;

/** Puts a copy of a data folder back. */
export const restore: Command = {
  name: "restore",
  summary: "puts a copy made with backup into an empty data folder",
  on: "machine",
  words: [{ value: "DIR", means: "the copy" }],
  more: [
    "Nothing is written over. Stop the product, move what is left of the data aside (mv data data-before) and restore. Then, before the " +
      "product is started, see what has been lost since and take up what stands still: npm run -s kelias -- reconcile --beside data-before",
    "KELIAS_DATA names the data folder, as for npm start.",
  ],
  async run({ words: [dir = ""], environment }, { say, tell }) {
    const from = resolve(dir);
    const { dataFolder } = readSettings(environment);
    const done = await putBack(from, dataFolder, (name, bytes) => {
      if (bytes > largeBytes) tell(`${name}, ${Math.ceil(bytes / 1_048_576)} MB …`);
    }).catch((error: unknown) => {
      if (error instanceof NotWhole) throw new Refusal(`the copy is damaged: ${error.message}`);
      throw error;
    });
    switch (done.outcome) {
      case "restored":
        say(`${dataFolder} is as it was at ${done.manifest.at}`);
        await inFolder(dataFolder, (installation) => eraseAgain(installation, { say, tell }));
        say(
          "before it is started: npm run -s kelias -- reconcile (with --beside FOLDER, when the data from before are still there)",
        );
        return 0;
      case "occupied":
        throw new Refusal(
          `${dataFolder} holds data, and nothing is written over. Stop the product, move them aside (mv ${dataFolder} ${dataFolder}-before) and ask again`,
        );
      case "noBackup":
        throw new Refusal(`${from}: expected a copy made with backup, with its manifest.json`);
      case "newer":
        throw new Refusal(
          `${from} was written by Kelias ${done.version}, which this one cannot read: expected that version or a newer one`,
        );
      case "changed":
        throw new Refusal(
          `${from}: ${done.file} is not what it was when the copy was made: expected an untouched copy`,
        );
    }
  },
};
