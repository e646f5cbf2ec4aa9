import { readFileSync } from "node:fs";
import * as z from "zod";
import { publishFile } from "../../functions/calls/publish-file.ts";
import { CallFault } from "../../workflows/kernel/call-form.ts";
import { faultsOf } from "../local/field-faults.ts";
import { type Command, Refusal, type Typed } from "./command.ts";

const asked = z.object({ file: z.string(), call: z.record(z.string(), z.unknown()) });

/** Publishes a call that somebody wrote as a file. */
export const callPublish: Command = {
  name: "call publish",
  summary: "publishes a call from its file, once",
  on: "installation",
  begins: true,
  words: [{ value: "FILE", means: "the call as JSON, such as test/data/rehearsal/supervision/call.json" }],
  more: [
    "The file is held to what the console holds a call to. When something is wrong, each line names the field and what is expected there, " +
      "and nothing is stored. The same file again changes nothing; a call that is published is changed in the console.",
  ],
  read: readCall,
  async ask(installation, given, { say }) {
    const { file, call } = asked.parse(given);
    const published = await readingFaults(file, call, () => publishFile(installation, call));
    switch (published.outcome) {
      case "published":
        say(`the call ${published.id} is published`);
        return 0;
      case "exists":
        say(`the call ${published.id} was published before; nothing was changed`);
        return 0;
      case "taken":
        throw new Refusal(
          `${file}: id: there is another call ${published.id}; expected a new id, or change that call in the console`,
        );
      case "invalid":
        throw new Refusal(...published.faults.map(({ path, what }) => `${file}: ${path}: ${what}`));
    }
  },
};

function readCall({ words: [file = ""] }: Typed): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw new Refusal(`${file}: ${unreadable[String(code)] ?? `cannot be read (${reasonOf(error)})`}`);
  }
  let call: unknown;
  try {
    call = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Refusal(`${file}: expected JSON: ${reasonOf(error)}`);
  }
  if (typeof call !== "object" || call === null || Array.isArray(call))
    throw new Refusal(`${file}: expected a call as a JSON object`);
  return { file, call };
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "expected a file, found a folder",
  EACCES: "this user may not read it",
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the process's own reader of calls does not take, field by field. */
async function readingFaults<T>(file: string, call: unknown, publish: () => Promise<T>): Promise<T> {
  try {
    return await publish();
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new Refusal(...faultsOf(error, call).map((fault) => `${file}: ${fault}`));
    if (error instanceof CallFault) throw new Refusal(`${file}: ${error.message}`);
    throw error;
  }
}
