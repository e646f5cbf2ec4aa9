import type { LoadedCase } from "../../cases/load.ts";
import { inWordsOf, keysOf, type OwnWords, wordsIn } from "../../mails/call-texts.ts";
import { plainSentence, quotedIn } from "../../mails/quoted.ts";
import { staffOf } from "../../mails/render.ts";
import { subjectParameters } from "../../mails/subject.ts";
import { caseWords, parametersOf } from "../../reading/case-words.ts";
import { codeOf } from "../../reading/codes.ts";
import type { Texts } from "../../store/call-text-item.ts";
import type { View } from "../../web/view.ts";

/** What a text says of a case in each language: the subject, and its paragraphs. */
export interface SaidOfCase {
  readonly language: "lt" | "en";
  readonly subject?: string;
  readonly paragraphs: readonly string[];
}

/** Fills the places of a text with what is so in a case, as its mail would. */
export const saidOfCase = (loaded: LoadedCase, name: string, texts: Texts): Promise<readonly SaidOfCase[]> =>
  Promise.all(
    (["lt", "en"] as const).map((language) => saidIn(loaded, name, wordsIn(texts, name), language)),
  );

async function saidIn(
  loaded: LoadedCase,
  name: string,
  own: OwnWords,
  language: "lt" | "en",
): Promise<SaidOfCase> {
  const words = inWordsOf(own, await caseWords(loaded, language));
  const keys = keysOf({ name });
  const task = loaded.tasks.findLast(({ state }) => `task.${state}` === name);
  const body = words.say(keys.body, quotedIn(parametersOf(loaded, words, task), staffOf(loaded)));
  return {
    language,
    ...(keys.subject === undefined
      ? {}
      : { subject: words.say(keys.subject, subjectParameters(loaded, words)) }),
    paragraphs: body.split(/\n{2,}/).map(plainSentence),
  };
}

/** The typed texts as the mail of a case would say them. */
export const PreviewedText = ({
  said,
  loaded,
  view: { ui },
}: {
  readonly said: readonly SaidOfCase[];
  readonly loaded: LoadedCase;
  readonly view: View;
}) => (
  <section class="govuk-inset-text" aria-labelledby="preview">
    <h2 class="govuk-heading-m" id="preview">
      {ui.say("texts.preview.title", {
        about: loaded.process.people("applicant", loaded.file)?.name ?? codeOf(loaded.head.pk),
      })}
    </h2>
    {said.map(({ language, subject, paragraphs }) => (
      <div key={language}>
        <h3 class="govuk-heading-s">{ui.say(`texts.preview.${language}`)}</h3>
        <div lang={language}>
          {subject === undefined ? null : <p class="govuk-body govuk-!-font-weight-bold">{subject}</p>}
          {paragraphs.map((paragraph) => (
            <p class="govuk-body kelias-said" key={paragraph}>
              {paragraph}
            </p>
          ))}
        </div>
      </div>
    ))}
  </section>
);
