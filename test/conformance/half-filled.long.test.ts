import { describe, expect, it } from "vitest";
import type { LoadedCase } from "../../functions/cases/load.ts";
import { renderMail } from "../../functions/mails/render.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { CaseFile } from "../../workflows/kernel/case-file.ts";
import { developedIn } from "../../workflows/kernel/develops.ts";
import { paymentKinds } from "../../workflows/kernel/money.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { rolesOf } from "../../workflows/kernel/roles.ts";
import { needsOf } from "../../workflows/kernel/words.ts";
import { everyExample } from "../examples.ts";
import { demoHouse } from "../functions/demo-house.ts";
import { played } from "./played.ts";

/**
 * A case is looked at wherever it stands: whatever a process says of it must say it of one of which little is known yet. Cases of the
 * examples are cut off after each thing that happened in them.
 */

const { config } = demoHouse();
const examples = await everyExample();
const cases: LoadedCase[] = [];
for (const example of examples)
  await played(example, async (_, all) => {
    cases.push(...all);
  });

/** Of so many cases of a process, those in which most happened, and of each way to end one. */
const ofEach = 4;

function chosen(all: readonly LoadedCase[]): readonly LoadedCase[] {
  const busiest = all.toSorted((a, b) => happenedIn(b.file).length - happenedIn(a.file).length);
  const ends = [...Map.groupBy(busiest, ({ entry }) => entry?.state).values()].flatMap(([one]) => one ?? []);
  return [...new Set([...busiest.slice(0, ofEach), ...ends])];
}

const happenedIn = ({ answers, records, interruptions, diary }: CaseFile): readonly string[] =>
  [...answers, ...records, ...interruptions, ...diary].map(({ at }) => at).toSorted();

/** The case as it stood at each instant at which something happened, the first when nothing had; the place in a selection came at some time. */
function prefixesOf(loaded: LoadedCase): readonly LoadedCase[] {
  const { file, entry: _, certificate: __, ...rest } = loaded;
  const { entry, ...bare } = file;
  const cutOff = (until: string): CaseFile => ({
    ...bare,
    answers: file.answers.filter(({ at }) => at <= until),
    records: file.records.filter(({ at }) => at <= until),
    interruptions: file.interruptions.filter(({ at }) => at <= until),
    diary: file.diary.filter(({ at }) => at <= until),
  });
  const instants = new Set(["", ...happenedIn(file)]);
  return [...instants].flatMap((until) => {
    const cut = cutOff(until);
    return [{ ...rest, file: cut }, ...(entry ? [{ ...rest, file: { ...cut, entry } }] : [])];
  });
}

const told = await Promise.all(
  (await everyProcess()).map(async (process) => ({
    id: process.id,
    process,
    prefixes: chosen(cases.filter((loaded) => loaded.process.id === process.id)).flatMap(prefixesOf),
  })),
);

/** Templates of mails that only tell something; those about tasks are written where a task is. */
const templatesOf = (process: Process): readonly string[] =>
  needsOf(process).flatMap(({ key }) => /^mail\.(.+)\.body$/.exec(key)?.[1] ?? []);

const nothing: CaseFile = {
  ...{ ref: "", process: "", language: "lt", application: {}, submittedAt: "", answers: [], records: [] },
  ...{ interruptions: [], diary: [], call: {}, callId: "" },
};

describe.each(told)("what $id says of a case", ({ process, prefixes }) => {
  it("is there wherever a case of its example stands: names for sentences, people, and whom payments go to", () => {
    expect(prefixes).not.toEqual([]);
    const names = Object.keys(process.says?.(nothing, "lt") ?? {}).toSorted();
    for (const { file } of prefixes) {
      const at = happenedIn(file).at(-1) ?? "the beginning";
      for (const language of ["lt", "en"] as const) {
        const says = process.says?.(file, language) ?? {};
        expect([at, Object.keys(says).toSorted()]).toEqual([at, names]);
        for (const [name, value] of Object.entries(says))
          expect([name, value]).not.toEqual([name, undefined]);
      }
      for (const role of rolesOf(process)) process.people(role, file);
      expect([at, developedIn(process, file).subjects]).not.toEqual([at, expect.arrayContaining(["–"])]);
      if (process.money) for (const kind of paymentKinds(process.money)) process.money.payee(file, kind);
    }
  });

  it("can be written in each of its mails", async () => {
    for (const loaded of prefixes.filter((_, index) => index % 3 === 0))
      for (const template of templatesOf(process)) {
        const { subject, text } = await renderMail(
          config,
          {
            pk: loaded.head.pk,
            sk: `mail#000001#${template}#applicant#0`,
            template,
            role: "coordinator",
            to: { name: "Ona", email: "ona@mokykla.example", language: "lt" },
            queuedAt: loaded.head.submittedAt,
          },
          loaded,
        );
        expect([template, subject, text].join("\n")).not.toMatch(/undefined|\[object|NaN|\{\w+\}/);
      }
  });
});
