import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parametersIn } from "../../../../functions/reading/message-parameters.ts";
import { readAloud } from "../../../../infra/local/words/message.ts";
import { noteOn } from "../../../../infra/local/words/note.ts";
import { findingsIn, type Part, partsOf } from "../../../../infra/local/words/part.ts";
import { shownWith } from "../../../../infra/local/words/show.ts";
import { everyProcess } from "../../../../workflows/catalogue.ts";
import type { Book, Words } from "../../../../workflows/kernel/book.ts";
import type { Need } from "../../../../workflows/kernel/need.ts";

const parts = (await Promise.all((await everyProcess()).map(partsOf))).flat();

describe.each(parts)("the words of $name", (part) => {
  it("hold nothing that is missing, that nobody asks for, or that the blocks say as well", async () => {
    expect(await findingsIn(part)).toMatchObject({ missing: [], unused: [], same: [] });
  });

  it("have a note each that says who reads them", () => {
    for (const need of part.needs) expect(noteOn(need, "")).toMatch(/^(Read by|Printed on|Shown in) /);
  });
});

const book = (lt: Words, en: Words = lt): Book => ({
  lt: async () => ({ default: lt }),
  en: async () => ({ default: en }),
});
const offered = (key: string): Need => ({
  key,
  or: [],
  read: [{ on: "mail", of: "offered", by: "applicant" }],
});
const part = (own: Book, ...shared: readonly Book[]): Part => ({
  name: "example",
  needs: [offered("mail.offered.subject"), offered("mail.offered.body")],
  books: [own, ...shared],
});

describe("what is to be mended", () => {
  it("is told by key: missing in a language, asked for by nothing, said by a block in both languages", async () => {
    const own = book(
      { "mail.offered.subject": "Vieta", "mail.ofered.body": "Jums siūloma vieta." },
      { "mail.offered.subject": "A place", "mail.ofered.body": "A place is offered to you." },
    );
    const shared = book({ "mail.offered.subject": "Vieta" }, { "mail.offered.subject": "A place" });
    expect(await findingsIn(part(own, shared))).toEqual({
      own: 2,
      missing: ["mail.offered.body (lt)", "mail.offered.body (en)"],
      unused: ["mail.ofered.body"],
      same: ["mail.offered.subject"],
    });
  });

  it("is nothing where one language says it otherwise than the block", async () => {
    const own = book({ "mail.offered.subject": "Vieta" }, { "mail.offered.subject": "Your place" });
    const shared = book({ "mail.*.subject": "Vieta" }, { "mail.*.subject": "A place" });
    expect((await findingsIn(part(own, shared))).same).toEqual([]);
  });
});

describe("a message", () => {
  const days = "{applicant} dalyvavo {days, plural, one {# dieną} few {# dienas} other {# dienų}}.";

  it("says what it takes", () => {
    expect(parametersIn(days, "lt")).toEqual([{ name: "applicant" }, { name: "days", isCounted: true }]);
  });

  it("is read with each plural form that 1, 2 and 10 have", () => {
    expect(readAloud(days, "lt").split("\n")).toEqual([
      "‹applicant› dalyvavo 1 dieną.",
      "‹applicant› dalyvavo 2 dienas.",
      "‹applicant› dalyvavo 10 dienų.",
    ]);
  });

  it("is noted with its choices, for whoever translates it", () => {
    const note = noteOn(offered("mail.offered.body"), "{appeal, select, no {} other {Iki {appeal}.}}");
    expect(note).toContain("in the mail offered");
    expect(note).toContain("{appeal} (one of no, other)");
  });
});

it("a word of a mail is shown in the mail, and marked", async () => {
  const own = book({
    "mail.offered.subject": "Vieta",
    "mail.offered.body": "Sveikiname.\n\nLaukiame iki {due}.",
  });
  const shown = await shownWith(part(own), offered("mail.offered.body"), "lt");
  expect(shown).toContain("  Sveiki,");
  expect(shown).toContain("→ Laukiame iki ‹due›.");
  expect(shown).not.toContain("→ Vieta");
});

it.each([
  [["nothing-like-it"], /no process is called nothing-like-it; there are .*standing-call/],
  [["standing-call", "status.close"], /nothing needs a word status\.close; near it: .*status\.closed/],
])("a slip is told with what there is: npm run words -- %s", (given, told) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "infra/local/words.ts", ...given],
    { encoding: "utf8" },
  );
  expect(stderr).toMatch(told);
  expect(status).toBe(2);
});
