import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { beforeEach, describe, expect, it } from "vitest";
import { publishCall } from "../../../functions/calls/publish.ts";
import { submitApplication } from "../../../functions/cases/applications/submit.ts";
import { type LoadedCase, loadCase } from "../../../functions/cases/load.ts";
import { type Fact, factsFor } from "../../../functions/reading/facts.ts";
import { wordsOf } from "../../../functions/reading/process-words.ts";
import { uiIn } from "../../../functions/reading/ui.ts";
import { versionsFor } from "../../../functions/reading/versions.ts";
import { headKey } from "../../../functions/store/keys.ts";
import { uploadsSeenBy } from "../../../functions/uploads/seen.ts";
import { Versions } from "../../../functions/web/parts/versions.tsx";
import { everyProcess, processOf } from "../../../workflows/catalogue.ts";
import { roleIn, type Sight } from "../../../workflows/kernel/roles.ts";
import { askingOf } from "../../../workflows/kernel/states.ts";
import { type DemoHouse, demoApplication, demoCall, demoHouse } from "../demo-house.ts";

/** Reviewers score what a document proves, and do not learn whose it is. */

const [certificate, covered] = ["a".repeat(24), "b".repeat(24)];
let house: DemoHouse;
let ref: string;

beforeEach(async () => {
  house = demoHouse();
  await publishCall(house, demoCall);
  const said = { callId: "demo", language: "lt", raw: demoApplication, draftId: "draft" } as const;
  const submitted = await submitApplication(house, said);
  if (submitted.outcome !== "stored") throw new Error(submitted.outcome);
  ref = submitted.ref;
});

async function withFiles(files: Readonly<Record<string, string>>): Promise<LoadedCase> {
  await house.table.change(headKey(ref), { set: { application: { ...demoApplication, ...files } } });
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error("no case");
  return loaded;
}

const withheldIn = (facts: readonly Fact[]) =>
  facts.flatMap((fact) =>
    fact.kind === "application" || fact.kind === "answer" ? (fact.withheld ?? []) : [],
  );
const idsSeenBy = (role: string, loaded: LoadedCase) => uploadsSeenBy(role, loaded).map(({ id }) => id);

describe("a certificate that an application brings", () => {
  it("is read by reviewers by its copy without the name, by the coordinator as it is", async () => {
    const loaded = await withFiles({ languageProofFile: certificate, languageProofNameless: covered });
    expect(idsSeenBy("reviewer", loaded)).toEqual([covered]);
    expect(idsSeenBy("coordinator", loaded)).toEqual([certificate, covered]);
    expect(withheldIn(factsFor("reviewer", loaded))).toEqual([]);
  });

  it("is told to be there where it has no such copy, to reviewers alone", async () => {
    const loaded = await withFiles({ languageProofFile: certificate });
    expect(idsSeenBy("reviewer", loaded)).toEqual([]);
    expect(withheldIn(factsFor("reviewer", loaded))).toEqual(["languageProofFile"]);
    expect(withheldIn(factsFor("coordinator", loaded))).toEqual([]);
    expect(withheldIn(factsFor("reviewer", await withFiles({})))).toEqual([]);
  });
});

describe("a portfolio that two read without knowing whose it is", () => {
  /** The facts of a reviewer of a portfolio that was sent once, or again. */
  const read = async (
    sent: readonly Readonly<Record<string, string>>[],
    also: Partial<Sight> = {},
  ): Promise<readonly Fact[]> => {
    const { file, ...loaded } = await withFiles({});
    const answer = { state: "portfolio", form: "portfolio", outcome: "submitted" };
    const given = { at: file.submittedAt, by: "austeja@mokykla.example" };
    const answers = sent.map((values, index) => ({ ...answer, ...given, visit: index + 1, values }));
    const known = await processOf("career-transition");
    const { reviewer } = known.roles ?? {};
    if (!reviewer) throw new Error("nobody reads it");
    const roles = { ...known.roles, reviewer: { ...reviewer, sees: { ...reviewer.sees, ...also } } };
    const process = { ...known, roles };
    const asks = { kind: "ask", role: "reviewer", status: "open" } as const;
    const review = {
      state: "review",
      part: "r1",
      form: "review",
      visit: 9,
      arm: 0,
      openedAt: file.submittedAt,
    };
    const task = { ...asks, ...review, pk: ref, sk: "task#000009#review#r1", token: "token" };
    return factsFor(
      "reviewer",
      { ...loaded, process, file: { ...file, call: { roles: {} }, answers } },
      task,
    );
  };
  const asked = async (values: Readonly<Record<string, string>>) =>
    (await read([values])).flatMap((fact) => (fact.kind === "answer" ? [fact] : []));

  it("shows them its texts and the copy of its document, and not the document that names its owner", async () => {
    const values = { experience: "Dešimt metų.", evidence: certificate, evidenceNameless: covered };
    const [fact, ...others] = await asked(values);
    expect(others).toEqual([]);
    expect(Object.keys(fact?.form.fields ?? {})).toEqual(["experience", "example", "evidenceNameless"]);
    expect(fact?.withheld).toBeUndefined();
  });

  it("tells them that a document is there of which there is no copy without the name", async () => {
    const [fact] = await asked({ experience: "Dešimt metų.", evidence: certificate });
    expect(fact?.withheld).toEqual(["evidence"]);
  });

  const again = [
    { experience: "Dešimt metų.", evidence: certificate },
    { experience: "Vienuolika metų.", evidence: covered },
  ];
  const changesIn = (facts: readonly Fact[]) => versionsFor("reviewer", { facts, needed: facts }, "");

  it("shows of one that was sent again no more than the last, where they may not read the one before", async () => {
    expect(changesIn(await read(again))).toEqual([]);
  });

  it("says what was changed to who may read both, and nothing of the document that names its owner", async () => {
    const versions = changesIn(await read(again, { answersOf: ["applicant"] }));
    expect(versions).toHaveLength(1);
    const telling = { ui: await uiIn("lt"), words: await wordsOf("career-transition", { language: "lt" }) };
    const html = renderToString(h(Versions, { versions, telling }));
    expect(html).toContain("Vienuolika metų.");
    expect(html).toContain("Dešimt metų.");
    expect(html).not.toContain(telling.words.say("portfolio.evidence.label"));
  });
});

it("whatever somebody reads blindly asks for a copy without the name beside each file that tells it", async () => {
  const read: string[] = [];
  for (const process of await everyProcess()) {
    const asks = Object.values(process.states).flatMap((state) =>
      state.kind === "each" && roleIn(process, state.role)?.sees.application === "nameless"
        ? [askingOf(state, undefined)]
        : [],
    );
    if (asks.length === 0) continue;
    for (const form of [process.application, ...asks.flatMap((asking) => asking?.about ?? [])]) {
      const fields = Object.entries(form?.fields ?? {});
      for (const [name, { kind, identifying }] of fields) {
        if (kind !== "file" || !identifying) continue;
        read.push(`${process.id} ${name}`);
        const copies = fields.filter(([, { namelessOf }]) => namelessOf === name);
        expect([process.id, name, copies.map(([, copy]) => copy.identifying ?? false)]).toEqual([
          process.id,
          name,
          [false],
        ]);
      }
    }
  }
  expect(read).toEqual(["foreign-internship languageProofFile", "career-transition evidence"]);
});
