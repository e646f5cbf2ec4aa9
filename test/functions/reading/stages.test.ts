import { describe, expect, test } from "vitest";
import { messagesOf } from "../../../functions/reading/messages.ts";
import { stageIn } from "../../../functions/reading/stages.ts";
import { everyProcess } from "../../../workflows/catalogue.ts";

const processes = await everyProcess();

const waits = new Set(["ask", "each", "all", "await", "until"]);

describe.each(processes.map((process) => [process.id, process] as const))("a case of %s", (_, process) => {
  test.each(["lt", "en"] as const)(
    "never seems to stand at one place when it stands at two: %s",
    async (language) => {
      const words = messagesOf(await process.words[language](), language);
      const names = Object.entries(process.states)
        .filter(([, { kind }]) => waits.has(kind))
        .map(([name]) => stageIn(process, words, name, false));
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    },
  );

  test("is told where it stands, not what somebody shall do or decide", async () => {
    const words = messagesOf(await process.words.lt(), "lt");
    const names = Object.keys(process.states).map((name) => stageIn(process, words, name, false));
    expect(names.filter((name) => /^\p{L}+ite\b|\?$/u.test(name))).toEqual([]);
  });
});
