import { describe, expect, it } from "vitest";
import type { LoadedCase } from "../../functions/cases/load.ts";
import { documentsFor, makeDocument } from "../../functions/documents/documents.ts";
import { caseWords, tellerOf } from "../../functions/reading/case-words.ts";
import { factsFor } from "../../functions/reading/facts.ts";
import { tell } from "../../functions/reading/tell.ts";
import type { KeptMail } from "../../infra/local/mail-file.ts";
import type { OpenedWorld } from "../../infra/local/rehearse/world.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { everyExample } from "../examples.ts";
import { textOf } from "../functions/documents/read-pdf.ts";
import { lived } from "./played.ts";

/**
 * Papers of whatever the catalogue lists: the example of each process is rehearsed to its end, and then every paper that there is of
 * every case and call is drawn, in both languages; the mails that were sent meanwhile are read, too. An example takes its process through all of its papers.
 */

const processes = await everyProcess();
const examples = await everyExample();

/** Of so many cases each paper is drawn; others of the same process and name would say the same with other names. */
const ofEach = 2;

interface Made {
  readonly process: string;
  readonly name: string;
  readonly text: string;
}

/** What a paper must never hold: what a program prints for what is not there, or a sentence that was not filled in. */
const unsaid = /undefined|\bnull\b|\bNaN\b|\[object|Invalid|\{[a-z]+[,}]/i;

/** A line of a mail that promises something and has nothing to say: „Priežastis: –“. */
const nothing = /^.*: –$/m;

/** An amount whose column is too narrow for it: its currency goes on in the next line. */
const torn = /,\d\d (?:E|Eu)\s+[ur]+\b/;

const languages = ["lt", "en"] as const;

/** What pages show of a case besides application and answers, to whoever sees most. */
async function shown(loaded: LoadedCase): Promise<readonly string[]> {
  const facts = factsFor("coordinator", loaded);
  const tellers = await Promise.all(
    languages.map(async (language) => tellerOf(loaded, await caseWords(loaded, language))),
  );
  return tellers.flatMap((teller) =>
    facts.flatMap((fact) => {
      if (fact.kind === "shown")
        return fact.rows.flatMap(({ label, value }) => [tell(label, teller), tell(value, teller)]);
      if (fact.kind !== "calculation") return [];
      const { title, lines, sums } = fact;
      const told = [
        title,
        ...lines.flatMap(({ label, source }) => [label, source]),
        ...sums.map(({ label }) => label),
      ];
      return told.map((one) => tell(one, teller));
    }),
  );
}

/** Draws the papers of the first cases that have each, for whoever may read any of them. */
async function draw({ house }: OpenedWorld, all: readonly LoadedCase[]): Promise<readonly Made[]> {
  const counts = new Map<string, number>();
  const made: Made[] = [];
  for (const loaded of all) {
    const { process } = loaded;
    const roles = new Set([
      "applicant",
      "coordinator",
      ...Object.values(process.papers ?? {}).flatMap(({ to }) => to),
    ] as const);
    const names = new Map(
      [...roles].flatMap((role) => documentsFor(role, loaded).map(({ name }) => [name, role] as const)),
    );
    for (const text of await shown(loaded)) made.push({ process: process.id, name: "page", text });
    for (const [name, role] of names) {
      const kind = `${process.id} ${name}`;
      const count = counts.get(kind) ?? 0;
      if (count >= ofEach) continue;
      counts.set(kind, count + 1);
      for (const language of languages) {
        const bytes = await makeDocument(house, name, role, loaded, language);
        made.push({ process: process.id, name, text: bytes ? await textOf(bytes) : "undefined" });
      }
    }
  }
  return made;
}

describe("papers and mails of rehearsed calls", () => {
  const made: Made[] = [];

  it.each(examples)("of $id are drawn and leave nothing unsaid", async (example) => {
    let drawn: readonly Made[] = [];
    let sent: readonly KeptMail[] = [];
    await lived(example, async ({ world, cases, mails }) => {
      drawn = await draw(world, await cases());
      sent = mails;
    });
    expect(sent.length).toBeGreaterThan(0);
    const wrong = sent.flatMap(({ subject, body: { text = "" } }) => {
      const [found] = unsaid.exec(text) ?? nothing.exec(text) ?? [];
      return found === undefined ? [] : [`${subject}: ${found}`];
    });
    expect([...new Set(wrong)]).toEqual([]);
    for (const { process, name: paper, text } of drawn)
      expect([process, paper, unsaid.exec(text), torn.exec(text)?.[0]]).toEqual([
        process,
        paper,
        null,
        undefined,
      ]);
    made.push(...drawn);
  });

  it("are all that the catalogue's processes say", async () => {
    const drawn = new Set(made.map(({ process, name }) => `${process} ${name}`));
    const all = processes.flatMap(({ id, papers = {}, certificate, seats }) => [
      ...Object.keys(papers).map((name) => `${id} ${name}`),
      // Whoever had a seat has no case; their certificate is drawn where seats are tried.
      ...(certificate && !seats?.certifies ? [`${id} certificate`] : []),
    ]);
    expect(all.filter((one) => !drawn.has(one))).toEqual([]);
  });
});
