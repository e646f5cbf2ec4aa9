import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadCall } from "../../functions/calls/calls.ts";
import { publishCall } from "../../functions/calls/publish.ts";
import { applicationOf } from "../../functions/cases/applications/application-forms.ts";
import { loadCase } from "../../functions/cases/load.ts";
import { renderMail } from "../../functions/mails/render.ts";
import { openRowsOf } from "../../functions/public/open-rows.ts";
import { idOf } from "../../functions/store/keys.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import type { Process } from "../../workflows/kernel/process.ts";
import { demoHouse } from "../functions/demo-house.ts";
import { enterPath } from "../functions/web/enter.ts";
import { nasty } from "../functions/web/nasty.ts";
import { readPage } from "../functions/web/page-forms.ts";
import { visitor } from "../functions/web/visitor.ts";
import { madeBy } from "../workflows/made-calls.ts";
import { inputsOf, rightAnswers } from "./right.ts";

const processes = await everyProcess();
const opened = processes.flatMap((process) => {
  const { form, read } = process.call ?? {};
  return form && read ? [{ id: process.id, process }] : [];
});
const callId = "pavasaris-2027";

/** A house with one open call of the process, made as a coordinator makes it, and what is applied with. */
async function withCall({ id, call }: Process) {
  const house = demoHouse("2027-01-17T08:00:00.000Z");
  const callForm = await call?.form?.();
  if (!callForm) throw new Error(id);
  const typed = parseAnswer(callForm.form, madeBy(id, callForm));
  if (typed.outcome === "invalid") throw new Error(JSON.stringify(typed.errors));
  await publishCall(house, callForm.fileOf(typed.value.values));
  const head = await loadCall(house, callId);
  const terms = head && (await applicationOf(house, head));
  if (!terms) throw new Error("no call");
  return { house, form: terms.form };
}

/** The same with one application, sent by its pages. */
async function withCase(process: Process) {
  const { house, form } = await withCall(process);
  const somebody = visitor(house);
  const { location } = await somebody.post(`/calls/${callId}/drafts`);
  const draft = location.split("/")[2] ?? "";
  for (const { id, fields } of form.pages) {
    const { status, text } = await somebody.post(`/drafts/${draft}/${id}`, rightAnswers(form, fields));
    expect([id, status, status === 303 ? "" : text]).toEqual([id, 303, ""]);
  }
  const sent = await somebody.post(`/drafts/${draft}/submit`);
  expect(sent.status).toBe(303);
  const ref = String(house.table.all().find(({ sk }) => String(sk).startsWith("entry#"))?.ref);
  return { house, form, somebody, own: sent.location, ref };
}

describe.each(opened)("a call of $id", ({ process }) => {
  it("is applied to by its pages; the case has pages for whoever applied and for staff, in both languages", async () => {
    const { house, somebody, own, ref } = await withCase(process);
    const staff = visitor(house);
    const until = Date.parse("2027-01-17T20:00:00.000Z") / 1000;
    await staff.post(enterPath(house.config.linkSecret, "coordinator@agency.example", until));
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
    const { house, form } = await withCall(process);
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
    const { house, form } = await withCall(process);
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
    const { house, ref } = await withCase(process);
    const loaded = await loadCase(house, ref);
    if (!loaded) throw new Error(ref);
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
