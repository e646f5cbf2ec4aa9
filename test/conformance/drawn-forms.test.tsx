import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../functions/reading/messages.ts";
import { uiIn } from "../../functions/reading/ui.ts";
import { ErrorSummary, OneClick, WholeForm } from "../../functions/web/parts/form.tsx";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import type { Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { readPage } from "../functions/web/page-forms.ts";
import { everyForm } from "./every-form.ts";

const processes = new Map((await everyProcess()).map((process) => [process.id, process]));
const today = "2027-03-01";

const attacks = [
  "",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=1+1",
  "\u0000\u202e",
  "9".repeat(400),
  "ą".repeat(5000),
  "__proto__",
];

/** A form into each of whose inputs the same is typed: one that has several, such as a date, too. */
const typed = (form: Form, said: string): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.keys(form.fields).map((name) => [name, said])),
  outcome: form.outcomes.includes(said) ? said : form.outcomes[0],
});

/** The page's part on which a form is asked, as anybody's browser gets it. */
async function draw(
  of: string,
  form: Form,
  language: "lt" | "en",
  values: Readonly<Record<string, unknown>>,
) {
  const process = processes.get(of);
  if (!process) throw new Error(of);
  const words = messagesOf(await process.words[language](), language);
  const parsed = parseAnswer(form, values, today);
  const errors = parsed.outcome === "invalid" ? parsed.errors : [];
  const asked = { form, words, ui: await uiIn(language), values, errors };
  return renderToString(
    h("div", {}, h(ErrorSummary, { asked }), h(WholeForm, { asked }), h(OneClick, { asked, action: "/t" })),
  );
}

/** A way of ending that is a button of its own asks nothing more. */
const isUnseen = ({ oneClick = [] }: Form, { for: only }: Field<unknown>): boolean =>
  only?.every((outcome) => oneClick.includes(outcome)) ?? false;

describe.each(everyForm)("the page of $id of $of", ({ of, form }) => {
  it.each(["lt", "en"] as const)("asks all that it is to ask, in %s", async (language) => {
    const html = await draw(of, form, language, {});
    const missing = Object.entries(form.fields).filter(
      ([name, field]) =>
        !field.fact && !isUnseen(form, field) && !new RegExp(` (name|id)="${name}\\b`).test(html),
    );
    expect(missing.map(([name]) => name)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
  });

  it("says what is wrong beside what was typed, with ways to where it is mended, and runs nothing of it", async () => {
    for (const said of attacks) {
      const html = await draw(of, form, "lt", typed(form, said));
      expect(html).not.toMatch(/<script|<img/);
      expect([said, readPage(html, "/t").deadEnds]).toEqual([said, []]);
    }
  });
});
