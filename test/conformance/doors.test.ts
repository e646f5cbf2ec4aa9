import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { loadCall } from "../../functions/calls/calls.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { applicationOf } from "../../functions/cases/applications/application-forms.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { renderMail } from "../../functions/mails/render.ts";
import { openRowsOf } from "../../functions/public/open-rows.ts";
import { idOf } from "../../functions/store/keys.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { applicationsIn, everyExample, type ReadExample } from "../examples.ts";
import { demoHouse } from "../functions/demo-house.ts";
import { enterPath } from "../functions/web/enter.ts";
import { nasty } from "../functions/web/nasty.ts";
import { readPage } from "../functions/web/page-forms.ts";
import { inputsOf, postedForm } from "../functions/web/posted.ts";
import { visitor } from "../functions/web/visitor.ts";

const dated = z.object({ opensAt: z.string() });
const opened = (await everyExample()).filter(({ process }) => process.call?.read && process.application);

/** A house with the open call of a process's example, and something that its people apply with. */
async function withCall(example: ReadExample) {
  const { read, part } = example;
  const house = demoHouse(daysAfter(dated.parse(read.data).opensAt, 6));
  await publishCall(house, part.cast.given);
  const head = await loadCall(house, part.call.id);
  const refused: unknown[] = [];
  for (const said of applicationsIn(example)) {
    const terms = head && (await applicationOf(house, head, said));
    if (!terms) throw new Error("no call");
    const parsed = parseAnswer(terms.form, said);
    if (parsed.outcome === "valid") return { house, form: terms.form, said, callId: part.call.id };
    refused.push(parsed.errors);
  }
  throw new Error(`${example.id}: the form takes nobody of the example: ${JSON.stringify(refused)}`);
}

const daysAfter = (instant: string, days: number): string =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

/** The same with one application, sent by its pages. */
async function withCase(example: ReadExample) {
  const { house, form, said, callId } = await withCall(example);
  const somebody = visitor(house);
  const { location } = await somebody.post(`/calls/${callId}/drafts`);
  const draft = location.split("/")[2] ?? "";
  for (const { id, fields } of form.pages) {
    const { status, text } = await somebody.post(`/drafts/${draft}/${id}`, postedForm(form, fields, said));
    expect([id, status, status === 303 ? "" : text]).toEqual([id, 303, ""]);
  }
  const sent = await somebody.post(`/drafts/${draft}/submit`);
  expect(sent.status).toBe(303);
  const ref = String(house.table.all().find(({ sk }) => String(sk).startsWith("entry#"))?.ref);
  const loaded = await loadCase(house, ref);
  if (!loaded) throw new Error(ref);
  return { house, callId, somebody, own: sent.location, ref, loaded };
}

describe.each(opened)("a call of $id", (example) => {
  it("is applied to by its pages; the case has pages for whoever applied and for staff, in both languages", async () => {
    const { house, callId, somebody, own, ref, loaded } = await withCase(example);
    const staff = visitor(house);
    const coordinator = loaded.process.people("coordinator", loaded.file)?.email ?? "";
    const until = Date.parse(house.clock.now()) / 1000 + 43_200;
    await staff.post(enterPath(house.config.linkSecret, coordinator, until));
    const pages = [
      [somebody, own.split("?")[0] ?? ""],
      [staff, `/console/cases/${idOf(ref)}`],
      [staff, `/console/calls/${callId}`],
      [staff, `/console/calls/${callId}/cases`],
      [staff, `/console/calls/${callId}/numbers`],
    ] as const;
    for (const [reader, page] of pages)
      for (const language of ["lt", "en"]) {
        const { status, text } = await reader.get(`${page}?lang=${language}`);
        expect([page, language, status]).toEqual([page, language, 200]);
        expect(text).not.toMatch(/undefined|\[object Object\]|\bNaN\b/);
      }
  });

  it("takes no nonsense on its pages: each is shown again, with what is wrong", async () => {
    const { house, form, callId } = await withCall(example);
    const somebody = visitor(house);
    const { location } = await somebody.post(`/calls/${callId}/drafts`);
    const draft = location.split("/")[2] ?? "";
    for (const { id, fields } of form.pages) {
      const inputs = inputsOf(form, fields);
      const typed = fc.record(Object.fromEntries(inputs.map((name) => [name, nasty])));
      const page = `/drafts/${draft}/${id}`;
      await fc.assert(
        fc.asyncProperty(typed, async (said) => {
          const { status, body } = await somebody.post(page, said);
          expect(status).toBeLessThan(500);
          if (status === 303) return;
          expect(body).toContain("<h1");
          expect(readPage(body, page).deadEnds).toEqual([]);
        }),
        { numRuns: 8 },
      );
      expect((await somebody.get(page)).status).toBe(200);
    }
  });

  it("takes no nonsense from programs, and says which field is wrong", async () => {
    const { house, form, callId } = await withCall(example);
    const program = visitor(house);
    const fields = Object.keys(form.fields);
    const said = fc.oneof(
      fc.jsonValue(),
      fc.record(
        Object.fromEntries(fields.map((name) => [name, fc.oneof(nasty, fc.jsonValue({ maxDepth: 2 }))])),
      ),
    );
    await fc.assert(
      fc.asyncProperty(said, fc.stringMatching(/^[a-z]{16}$/), async (body, key) => {
        const answer = await program.postJson(`/api/calls/${callId}/applications`, body, {
          "idempotency-key": key,
        });
        expect([400, 422]).toContain(answer.status);
        expect(answer.headers["content-type"]).toContain("application/problem+json");
      }),
      { numRuns: 15 },
    );
    expect(house.table.all().filter(({ sk }) => String(sk).startsWith("entry#"))).toEqual([]);
  });

  it("has mails that can be written in both languages, and nothing public that cannot", async () => {
    const { house, ref, loaded } = await withCase(example);
    const { process } = loaded;
    expect(openRowsOf(loaded)).toEqual([]);
    for (const language of ["lt", "en"] as const) {
      const words = await process.words[language]();
      const templates = Object.keys(words).flatMap((key) => /^mail\.(.+)\.subject$/.exec(key)?.[1] ?? []);
      expect(templates.length).toBeGreaterThan(0);
      for (const template of templates) {
        const { subject, text, html } = await renderMail(
          house.config,
          {
            pk: ref,
            sk: `mail#000001#${template}#applicant#0`,
            template,
            role: "applicant",
            to: { name: "Ona", email: "ona@mokykla.example", language },
            queuedAt: house.clock.now(),
          },
          loaded,
        );
        const said = [subject, text, html.replaceAll(/<style.*?<\/style>/gs, "")];
        for (const part of said)
          expect([template, part]).not.toEqual([
            template,
            expect.stringMatching(/undefined|\[object|\{\w+\}/),
          ]);
        expect(subject).toMatch(/^\S.*\S$/);
      }
    }
  });
});
