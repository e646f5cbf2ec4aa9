import { describe, expect, it } from "vitest";
import { faultsOfTexts } from "../../functions/reading/text-faults.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Language } from "../../workflows/kernel/case-file.ts";
import type { Process } from "../../workflows/kernel/process.ts";

/** What the house says where a process says nothing: true of everything, and no help to anybody. */
const saysNothing = {
  lt: ["Nuo jūsų atsakymo priklauso, kaip bus toliau.", "Laukiame kito žmogaus atsakymo."],
  en: ["Your answer decides how it goes on.", "We wait for somebody’s answer."],
};

const processes = (await everyProcess()).map((process) => ({ id: process.id, process }));

describe.each(processes)("the texts of $id", ({ process }) => {
  it("name in mails, titles of tasks and pages of states only what its cases give", async () => {
    expect(await faultsOfTexts(process)).toEqual([]);
  });

  it("tell everybody why they are asked, and whoever waits for whom", async () => {
    for (const [language, nothing] of Object.entries(saysNothing)) {
      const texts = Object.entries(await process.words[language === "lt" ? "lt" : "en"]());
      expect(texts.filter(([, text]) => nothing.includes(text)).map(([key]) => key)).toEqual([]);
    }
  });
});

describe("a text that would fail in somebody's mail is told of before", () => {
  const [{ process } = { process: undefined }] = processes;
  if (!process) throw new Error("no process");
  const saying = (language: Language, key: string, text: string): Process => ({
    ...process,
    words: {
      ...process.words,
      [language]: async () => ({ ...(await process.words[language]()), [key]: text }),
    },
  });

  it.each([
    [
      "lt",
      "mail.received.body",
      "Gavome, {nickname}.",
      "names {nickname}, which nothing gives; it may name process, ",
    ],
    ["en", "mail.received.subject", "{reason, select, x {{y}} other {}}", "names {y}, which nothing gives"],
    [
      "en",
      "stage.submitted",
      "Of {applicant}",
      "names {applicant}, which nothing gives; it may name nothing",
    ],
    ["lt", "state.submitted", "Gavome {", "is no message: "],
  ] as const)("%s %s: %s", async (language, key, text, says) => {
    const [fault, ...others] = await faultsOfTexts(saying(language, key, text));
    expect(fault).toContain(`${process.id}: ${key} (${language}) ${says}`);
    expect(others).toEqual([]);
  });

  it("and so is a process that cannot say its names of a case in which nothing stands yet", async () => {
    const says: Process["says"] = ({ call }) => ({ title: String(JSON.parse(String(call.title))) });
    expect((await faultsOfTexts({ ...process, says }))[0]).toContain(
      `${process.id}: says fails for a case in which nothing stands yet, of which each name is a dash: `,
    );
  });
});
