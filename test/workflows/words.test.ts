import { globSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import documentEn from "../../functions/documents/words/en.json" with { type: "json" };
import documentLt from "../../functions/documents/words/lt.json" with { type: "json" };
import mailEn from "../../functions/mails/words/en.json" with { type: "json" };
import mailLt from "../../functions/mails/words/lt.json" with { type: "json" };
import portalEn from "../../functions/reading/words/en.json" with { type: "json" };
import portalLt from "../../functions/reading/words/lt.json" with { type: "json" };
import reportEn from "../../infra/local/rehearse/report-words/en.json" with { type: "json" };
import reportLt from "../../infra/local/rehearse/report-words/lt.json" with { type: "json" };
import timeEn from "../../infra/local/time-words/en.json" with { type: "json" };
import timeLt from "../../infra/local/time-words/lt.json" with { type: "json" };
import { everyProcess, processOf } from "../../workflows/catalogue.ts";
import type { Book } from "../../workflows/kernel/book.ts";
import { wordsOf } from "../../workflows/kernel/form.ts";
import { needsOf } from "../../workflows/kernel/words.ts";

const processes = await everyProcess();

type Words = Readonly<Record<string, string>>;
/** What a process says in its own files, before it is asked what its blocks say. */
const own = async ([book]: readonly Book[]) => ({
  lt: (await book?.lt())?.default ?? {},
  en: (await book?.en())?.default ?? {},
});
const books = await Promise.all(
  processes.map(async (process) => ({
    name: process.id,
    needed: needsOf(process).map(({ key }) => key),
    // A key that stands in for another is asked for as well.
    asked: needsOf(process).flatMap(({ key, or }) => [key, ...or]),
    own: await own(process.books),
    lt: await process.words.lt(),
    en: await process.words.en(),
  })),
);
const callForms = await Promise.all(
  processes.flatMap((process) =>
    process.call?.form
      ? [
          process.call.form().then(async ({ form, books: callBooks, words }) => ({
            name: `a call of ${process.id}`,
            needed: wordsOf(form),
            asked: wordsOf(form),
            own: await own(callBooks),
            lt: await words.lt(),
            en: await words.en(),
          })),
        ]
      : [],
  ),
);
const all: readonly { readonly name: string; readonly lt: Words; readonly en: Words }[] = [
  ...books,
  ...callForms,
  { name: "portal", lt: portalLt, en: portalEn },
  { name: "mails", lt: mailLt, en: mailEn },
  { name: "documents", lt: documentLt, en: documentEn },
  { name: "the control of time", lt: timeLt, en: timeEn },
  { name: "the report of a rehearsal", lt: reportLt, en: reportEn },
];

/** The files in which the rooms, the kernel and the blocks say what many processes say. */
const sharedFiles = globSync(
  "{functions,infra,workflows/kernel,workflows/blocks}/**/*words/*.json",
).toSorted();

const ownOf = (words: Words): [string, string][] =>
  Object.entries(words).filter(([key]) => !key.startsWith("list.countries."));
/** The parameters of a message, those in the branches of plurals included. */
function parametersIn(message: string, language: string): readonly string[] {
  const found = new Set<string>();
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === "object" && part !== null) {
      const isText = "type" in part && part.type === 0;
      if (!isText && "type" in part && "value" in part) found.add(String(part.value));
      Object.values(part).forEach(look);
    }
  };
  look(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  found.delete("undefined");
  return [...found].toSorted();
}

describe.each([...books, ...callForms])("the words of $name", ({ needed, own, lt, en }) => {
  it("are all there in both languages", () => {
    for (const words of [lt, en]) expect(needed.filter((key) => !(words[key] ?? "").trim())).toEqual([]);
  });

  it("have in their own files no key that nothing asks for, and the same keys side by side", () => {
    expect(Object.keys(own.lt)).toEqual(Object.keys(own.en));
    // A process may keep the words of its calls in the same file.
    const needs = [...books, ...callForms].flatMap((one) => (one.own.lt === own.lt ? one.asked : []));
    const asked = [...needs, ...needs.map((key) => key.replace(/\.label$/, ".hint"))];
    const isAsked = (key: string) =>
      asked.includes(key) ||
      asked.some((one) => new RegExp(`^${key.replaceAll(".", "\\.").replace("*", "[^.]+")}$`).test(one));
    expect(Object.keys(own.lt).filter((key) => !isAsked(key))).toEqual([]);
  });

  it("call each row of a page by its number, as what is wrong with it does", () => {
    const rows = ownOf({ ...lt }).concat(ownOf({ ...en }));
    for (const [key, text] of rows.filter(([name]) => name.endsWith(".row")))
      expect([key, text]).toEqual([key, expect.stringContaining("{row, number}")]);
  });

  it("name no person and no reason in the subject of a mail, nor in a task's title, which becomes one", () => {
    const shown = ownOf({ ...lt }).concat(ownOf({ ...en }));
    for (const [key, text] of shown.filter(([name]) => /\.subject$|^task\..*\.title$/.test(name)))
      expect([key, text]).not.toEqual([key, expect.stringMatching(/\{(applicant|reason|score|position)/)]);
  });

  it("do not tell a reviewer whose application it is", () => {
    expect(lt["task.review.why"] ?? "").not.toContain("{applicant}");
    expect(en["task.review.why"] ?? "").not.toContain("{applicant}");
  });
});

/** What belongs to one form of learning alone: an internship and its journey, a supervision, a mini-training, coaching, mentoring. */
const ofOne = [
  /stažuot|stažavim|internship|\binterns?\b|priiman(čio|t)|\bhosts?\b|\bhosting\b|užsien|abroad/i,
  /kelion|išvyk(st|ti)|journey|\btrips?\b|\btravel/i,
  /supervizij|supervizor|\bsupervisions?\b|\bsupervisor|mini mokym|mini-training|ugdom\S+ vadov|\bcoach|mentor/i,
];
/** A block may speak of whom it is about: a role by its name, a group that travels together, a reviewer who has supervised somebody. */
const isAbout = (key: string): boolean =>
  /^role\.|^groups?\.|^grants\.|^mail\.group(Joined|Changed|Left)\.|^problem\.notMember$|^facts\.place\.|\.supervised$/.test(
    key,
  );

it.each(sharedFiles)("what processes share fits more than one of them: %s", (file) => {
  const words = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, "utf8")));
  const names = books.flatMap(({ lt, en }) => [lt.name ?? "", en.name ?? ""]);
  const isOfOne = (text: string) =>
    ofOne.some((terms) => terms.test(text)) || names.some((name) => name !== "" && text.includes(name));
  expect(Object.entries(words).filter(([key, text]) => isOfOne(text) && !isAbout(key))).toEqual([]);
});

it("no two processes have one name", () => {
  for (const language of ["lt", "en"] as const) {
    const names = books.map((book) => book[language].name);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  }
});

describe.each(all)("the sentences of $name", ({ lt, en }) => {
  it("are messages that can be read, with the same parameters in both languages", () => {
    for (const [key, text] of ownOf(lt)) {
      expect([key, parametersIn(en[key] ?? "", "en")]).toEqual([key, parametersIn(text, "lt")]);
    }
  });

  it("keep Lithuanian free of English words, of straight quotation marks, and of a full stop after „val.“", () => {
    const english = /\b(the|and|you|your|please|of|to be|application|will|with|answer)\b/i;
    for (const [key, text] of ownOf(lt)) {
      if (key === "language.en") continue;
      expect([key, text]).not.toEqual([key, expect.stringMatching(english)]);
      expect([key, text]).not.toEqual([key, expect.stringMatching(/"|\{(time|due)\}\./)]);
      const unpaired = text.replaceAll(/„[^„“]*“/g, "");
      expect([key, unpaired]).not.toEqual([key, expect.stringMatching(/[„“]/)]);
    }
  });

  it("keep English free of Lithuanian letters, but for names", () => {
    for (const [key, text] of ownOf(en)) {
      if (key === "language.lt" || key.endsWith(".municipality.hint")) continue;
      expect([key, text]).not.toEqual([key, expect.stringMatching(/[ąčęėįšųūž]/i)]);
    }
  });
});

describe("plurals", () => {
  const say = (text: string, count: number) =>
    String(new IntlMessageFormat(text, "lt", undefined, { ignoreTag: true }).format({ count }));
  it.each([
    [0, "0 užduočių laukia atsakymo."],
    [1, "1 užduotis laukia atsakymo."],
    [2, "2 užduotys laukia atsakymo."],
    [10, "10 užduočių laukia atsakymo."],
    [11, "11 užduočių laukia atsakymo."],
    [21, "21 užduotis laukia atsakymo."],
    [101, "101 užduotis laukia atsakymo."],
  ])("%i: %s", (count, sentence) => {
    expect(say(portalLt["console.inbox.count"], count)).toBe(sentence);
  });
});

it("a step that only shares its name with one of reviews does not say that reviews were put together", async () => {
  const said = async (id: string) => (await (await processOf(id)).words.lt())["step.weighing"];
  expect(await said("foreign-internship")).toBe("Suvesti ekspertų įvertinimai");
  expect(await said("peer-coaching-participant")).toBe("Suskaičiuoti lankyti susitikimai");
  for (const id of ["assessment-campaign", "first-year", "way-into-teaching"])
    expect([id, await said(id)]).toEqual([id, expect.not.stringContaining("ekspert")]);
});
