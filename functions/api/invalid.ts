import type { FieldError, Form } from "../../workflows/kernel/form.ts";
import { applicationOf } from "../cases/applications/application-forms.ts";
import type { House } from "../house.ts";
import type { Messages } from "../reading/messages.ts";
import { wordsOf } from "../reading/process-words.ts";
import { sentenceOf } from "../reading/sentences.ts";
import { uiIn } from "../reading/ui.ts";
import type { Head } from "../store/items.ts";
import { type Answer, problem } from "../web/answers.ts";
import { type HttpRequest, languageOf } from "../web/request.ts";

/** What was wrong with an answer: each field with a code for programs and a sentence for people. */
export async function invalidAnswer(
  form: Form,
  words: Messages,
  errors: readonly FieldError[],
): Promise<Answer> {
  const asked = { form, words, ui: await uiIn(words.language), values: {}, errors };
  return problem(422, "invalid", "Some fields are not valid", {
    code: "invalid",
    errors: errors.map((error) => ({ ...error, detail: sentenceOf(error, asked) })),
  });
}

/** The same for an application, whose form the call names. */
export async function invalidApplication(
  house: Pick<House, "table">,
  call: Head,
  errors: readonly FieldError[],
  request: HttpRequest,
): Promise<Answer> {
  const terms = await applicationOf(house, call);
  if (!terms) throw new Error(`${call.pk}: nobody can apply to it`);
  const language = languageOf(request, "en");
  const words = await wordsOf(terms.process, { language });
  return invalidAnswer(terms.form, words, errors);
}

/** The same for a registration, whose form the process says. */
export async function invalidRegistration(
  process: string,
  form: Form,
  errors: readonly FieldError[],
  request: HttpRequest,
): Promise<Answer> {
  return invalidAnswer(form, await wordsOf(process, { language: languageOf(request, "en") }), errors);
}
