import * as fc from "fast-check";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../functions/reading/messages.ts";
import { sentenceOf } from "../../functions/reading/sentences.ts";
import { uiIn } from "../../functions/reading/ui.ts";
import { ErrorSummary, WholeForm } from "../../functions/web/parts/form.tsx";
import { typedInto } from "../../functions/web/typed.ts";
import { everyProcess } from "../../workflows/catalogue.ts";
import type { Field } from "../../workflows/kernel/field.ts";
import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { parseAnswer } from "../../workflows/kernel/parse.ts";
import { readPage } from "../functions/web/page-forms.ts";
import { postedForm } from "../functions/web/posted.ts";
import { everyForm } from "./every-form.ts";
import { fitting } from "./fitting.ts";
import { type Wrong, wrongFor } from "./wrong-values.ts";

const processes = new Map((await everyProcess()).map((process) => [process.id, process]));
const today = "2030-03-01";

/** Something right for everything, with what a question hangs on answered so that it is asked. */
function rightFor(form: Form, name: string): Readonly<Record<string, unknown>> {
  const said: Record<string, unknown> = Object.fromEntries(
    Object.entries(form.fields).map(([one, field], place) => [
      one,
      fc.sample(fitting(field, place, name), { numRuns: 1, seed: 7 })[0],
    ]),
  );
  for (let { when } = form.fields[name] ?? {}; when; when = form.fields[when.field]?.when)
    said[when.field] = when.is[0];
  return said;
}

const outcomeFor = ({ outcomes, oneClick = [] }: Form, { for: only = outcomes }: Field<unknown>) =>
  only.find((outcome) => !oneClick.includes(outcome));

/** What the page sends, the same name as often as `times` says. */
function posted(form: Form, name: string, wrong: Wrong["typed"], times = 1) {
  const right = postedForm(form, Object.keys(form.fields), rightFor(form, name));
  return new Map(
    Object.entries({ ...right, ...wrong }).map(([input, said]): [string, string[]] => [
      input,
      [said]
        .flat()
        .flatMap((one) => (Object.hasOwn(wrong, input) ? Array.from({ length: times }, () => one) : [one])),
    ]),
  );
}

/** Every question of a form that somebody is asked on a page and types into. */
const questions = (form: Form) =>
  Object.entries(form.fields).flatMap(([name, field]) => {
    const outcome = outcomeFor(form, field);
    return field.fact || field.kind === "file" || outcome === undefined ? [] : [{ name, field, outcome }];
  });

const isOf = (
  name: string,
  { kind, listed }: Field<unknown>,
  { field, at }: FieldError,
  form: Form,
): boolean =>
  field === name ||
  // Where a school is to be picked first, that is what is missing.
  (listed === true && form.fields[field]?.kind === "school") ||
  (kind === "rows" && field === name && at !== undefined);

const inHtml = (said: string): string =>
  renderToString(h("input", { value: said })).replace(/^<input value="|"\/?>$/g, "");

describe.each(everyForm)("what is wrong on the form $id of $of", ({ of, form }) => {
  it("is told at its question, by a sentence in both languages, beside what was typed", async () => {
    const process = processes.get(of);
    if (!process) throw new Error(of);
    const tongues = await Promise.all(
      (["lt", "en"] as const).map(async (language) => ({
        words: messagesOf(await process.words[language](), language),
        ui: await uiIn(language),
      })),
    );
    for (const { name, field, outcome } of questions(form)) {
      const wrongs = wrongFor(name, field);
      // To draw a page takes a hundred times as long as to read it: of each question it is drawn once.
      const drawn = wrongs.find(({ isShownAgain }) => isShownAgain) ?? wrongs[0];
      for (const wrong of wrongs) {
        const where = `${name}: ${wrong.what}`;
        const read = typedInto(form, Object.keys(form.fields), posted(form, name, wrong.typed));
        if (read.outcome === "refused") throw new Error(`${where}: refused as a whole`);
        const values = { ...read.value, outcome };
        const parsed = parseAnswer(form, values, today);
        const errors = parsed.outcome === "invalid" ? parsed.errors : [];
        const own = errors.filter((error) => isOf(name, field, error, form));
        expect([where, own.length]).not.toEqual([where, 0]);
        for (const tongue of tongues)
          for (const error of own) {
            const sentence = sentenceOf(error, { form, ...tongue, values, errors });
            expect([where, sentence]).toEqual([where, expect.stringMatching(/^\S.{8,}/)]);
            expect([where, sentence]).not.toEqual([
              where,
              expect.stringMatching(/undefined|NaN|[{}]|problem\./),
            ]);
          }
        if (wrong !== drawn) continue;
        const [tongue] = tongues;
        if (!tongue) throw new Error("no language");
        const asked = { form, ...tongue, values, errors };
        const html = renderToString(h("div", {}, h(ErrorSummary, { asked }), h(WholeForm, { asked })));
        expect([where, readPage(html, "/t").deadEnds]).toEqual([where, []]);
        expect([where, html.includes("govuk-error-message")]).toEqual([where, true]);
        const again = wrong.isShownAgain ? Object.values(wrong.typed).filter((said) => said !== "") : [];
        for (const said of again) expect([where, html.includes(inHtml(said))]).toEqual([where, true]);
      }
    }
  });

  it("and said twice where there is one answer, it is taken for neither", () => {
    for (const { name, field } of questions(form)) {
      if (["several", "choices", "rows"].includes(field.kind)) continue;
      const input = field.kind === "date" ? `${name}-year` : name;
      const read = typedInto(form, Object.keys(form.fields), posted(form, name, { [input]: "2027" }, 2));
      expect([name, read]).toMatchObject([name, { outcome: "refused", refusal: { status: 400 } }]);
    }
  });
});
